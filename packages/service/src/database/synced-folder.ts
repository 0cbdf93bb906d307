import { fdatasyncSync, fstatSync, fsyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The parts of emscripten's file system we reach into. */
interface NodeFiles {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } };
  FS: { ErrnoError: new (errno: number) => Error };
}

/** `EIO` as WASI counts. */
const ioError = 29;

/**
 * A folder whose `fsync` reaches the disk. Emscripten answers it without doing anything, so that
 * a commit would be in the page cache only; with this and `durableStart` an answered commit
 * survives a power cut.
 */
export class SyncedFolder extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...given);
    const patch = (module: object) => {
      const { NODEFS, FS } = module as NodeFiles;
      NODEFS.stream_ops.fsync = ({ nfd }) => {
        try {
          // A file's times need not be on the disk, its bytes and size must.
          if (fstatSync(nfd).isFile()) fdatasyncSync(nfd);
          else fsyncSync(nfd);
          return 0;
        } catch {
          // PostgreSQL must stop here: what a failed sync has lost, no second one finds.
          throw new FS.ErrnoError(ioError);
        }
      };
    };
    const preRun = [emscriptenOpts.preRun ?? []].flat();
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...preRun, patch] } };
  }
}

/**
 * Starts PostgreSQL with its own durability on: the log is synced before a commit is answered,
 * everything else at a checkpoint. `wal_sync_method` must be `fsync`, the only one of emscripten's
 * that leads here.
 */
export function durableStart(defaults: string[]): string[] {
  const own = ['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'];
  return [...defaults.filter((parameter) => parameter !== '-F'), ...own];
}
