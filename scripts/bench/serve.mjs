// The service over a filled folder, in a process of its own, which also times what lies below it.
import { createServer } from 'node:http';
import { catalogReader } from '../../packages/service/src/catalog/reader.ts';
import { startService } from '../../packages/service/src/server.ts';
import { readSettings } from '../../packages/service/src/settings.ts';

const [data = '', readIndex = 'auto', site = ''] = process.argv.slice(2);
const settings = readSettings({ data, readIndex, site, port: '0', logLevel: 'silent' }, {});
const { url, service, close } = await startService(settings);
const begin = performance.now();
const before = process.memoryUsage();
await catalogReader(service).indexed();
const indexSeconds = (performance.now() - begin) / 1000;
const after = process.memoryUsage();

const hello = createServer((_, response) => response.end('hello'));
await new Promise((resolve) => hello.listen(0, '127.0.0.1', () => resolve(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (hello.address());

/** Times one `select` by key, again and again. @param {number} count */
async function selectByKey(count) {
  const rows = await service.db
    .selectFrom('catalog_revisions')
    .select('revision')
    .limit(count)
    .execute();
  const times = [];
  for (const { revision } of rows) {
    const start = performance.now();
    await service.db
      .selectFrom('catalog_revisions')
      .select(['item_id', 'item'])
      .where('revision', '=', revision)
      .executeTakeFirstOrThrow();
    times.push(performance.now() - start);
  }
  return times;
}

/** @param {{ select?: number, stop?: true }} asked */
async function answer(asked) {
  if (asked.select) process.send?.({ times: await selectByKey(asked.select) });
  if (asked.stop) {
    hello.close();
    await close();
    process.exit(0);
  }
}

process.on('disconnect', () => process.exit(0));
process.on('message', (asked) => {
  void answer(/** @type {{ select?: number, stop?: true }} */ (asked));
});
process.send?.({
  url,
  hello: `http://127.0.0.1:${port}/`,
  indexSeconds,
  indexMegabytes:
    (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6,
});
