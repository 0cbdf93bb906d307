import { Command } from 'commander';
import { sql } from 'kysely';
import { seedDemoCases } from '../cases/demo.ts';
import { holdsCatalog } from '../health/store.ts';
import { seed } from '../seed.ts';
import { startService } from '../server.ts';
import type { Service } from '../service.ts';
import { readSettings, type Flags } from '../settings.ts';
import { withSettings } from './settings-options.ts';

/** Any number, the same in every process. */
const fillLock = 420_103;

async function fillIfEmpty(service: Service): Promise<void> {
  if (await holdsCatalog(service.db)) return;
  service.log.info('filling');
  await seed(service);
  await seedDemoCases(service);
  await service.published.refresh();
  service.log.info('filled');
}

/** Fills an empty database; of several processes starting at once only one does. */
async function fill(service: Service): Promise<void> {
  // The embedded database belongs to this process alone, and has one connection.
  if (service.settings.databaseUrl === undefined) return fillIfEmpty(service);
  await service.db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${fillLock})`.execute(connection);
    try {
      await fillIfEmpty(service);
    } finally {
      await sql`select pg_advisory_unlock(${fillLock})`.execute(connection);
    }
  });
}

async function serve(flags: Flags): Promise<void> {
  const { service, url, close } = await startService(readSettings(flags));
  const stopping = new AbortController();
  const stop = () => {
    // A second signal while open answers still end does not cut them off.
    if (stopping.signal.aborted) return;
    stopping.abort();
    void close().finally(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  try {
    await fill(service);
  } catch (error) {
    // Told to stop while filling: the next start fills anew.
    if (!stopping.signal.aborted) throw error;
  }
  if (!stopping.signal.aborted) process.stdout.write(`open-info ${url}\n`);
}

/** `open-info serve`: runs until it is told to stop. */
export function serveCommand(): Command {
  return withSettings(new Command('serve'))
    .description('启动数据服务 · run the data service')
    .action(serve);
}
