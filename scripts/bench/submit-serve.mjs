// The service over an empty folder, in a process of its own, which also times bare inserts into a
// table of the same database.
import { sql } from 'kysely';
import { seedRegistry } from '../../packages/service/src/seed.ts';
import { startService } from '../../packages/service/src/server.ts';
import { readSettings } from '../../packages/service/src/settings.ts';

const [data = ''] = process.argv.slice(2);
const many = '999999';
const settings = readSettings(
  {
    ...{ data, port: '0', logLevel: 'silent', readIndex: 'off' },
    ...{ challengeAfter: many, challengeOverall: many, submitLimit: many },
  },
  {},
);
const { url, service, close } = await startService(settings);
await seedRegistry(service);
await sql`create table bench (id bigint generated always as identity, body text)`.execute(
  service.db,
);

/**
 * As many inserts as there is time for, one row and one commit each.
 * @param {{ connections: number, seconds: number }} how
 */
async function insert({ connections, seconds }) {
  /** @type {number[]} */
  const times = [];
  const begin = performance.now();
  const one = async () => {
    while (performance.now() < begin + seconds * 1000) {
      const start = performance.now();
      await sql`insert into bench (body) values (${'x'.repeat(600)})`.execute(service.db);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return { times, rate: (times.length / (performance.now() - begin)) * 1000 };
}

/** @param {{ insert?: { connections: number, seconds: number }, stop?: true }} asked */
async function answer(asked) {
  if (asked.insert) process.send?.(await insert(asked.insert));
  if (asked.stop) {
    await close();
    process.exit(0);
  }
}

process.on('disconnect', () => process.exit(0));
process.on('message', (asked) => {
  void answer(/** @type {Parameters<typeof answer>[0]} */ (asked));
});
process.send?.({ url });
