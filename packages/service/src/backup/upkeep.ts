import type { Readable } from 'node:stream';
import { verifyAudit, type AuditVerdict } from '../audit/store.ts';
import type { Service } from '../service.ts';
import { backup, type BackupOptions } from './dump.ts';
import { restore, type RestoreOptions, type RestoreReport } from './load.ts';

/** What an operator does with the data as a whole: here, or in the service that holds it. */
export interface Upkeep {
  /** The bytes of a backup. */
  backup(options: BackupOptions): Promise<Readable>;
  /** @throws StopError saying what is wrong; then nothing was touched */
  restore(path: string, options: RestoreOptions): Promise<RestoreReport>;
  /** Walks the audit chain; see `verifyAudit`. */
  verifyAudit(kept?: string): Promise<AuditVerdict>;
  close(): Promise<void>;
}

/** Upkeep of the database this process holds. */
export function upkeepOf(service: Service, close: () => Promise<void>): Upkeep {
  return {
    backup: (options) => Promise.resolve(backup(service, options)),
    restore: (path, options) => restore(service, path, options),
    verifyAudit: (kept) => verifyAudit(service.db, kept),
    close,
  };
}
