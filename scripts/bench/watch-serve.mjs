// The service with cases of an acceptance system, in a process of its own, which tells what it used.
import { seedRegistry } from '../../packages/service/src/seed.ts';
import { startService } from '../../packages/service/src/server.ts';
import { readSettings } from '../../packages/service/src/settings.ts';

const [data = '', exchange = ''] = process.argv.slice(2);
const settings = readSettings(
  {
    ...{ data, port: '0', logLevel: 'silent', readIndex: 'off', exchange },
    // Every watcher has an address of its own, as in life.
    trustProxy: '1',
  },
  {},
);
const { url, service, close } = await startService(settings);
await seedRegistry(service);

/** @param {{ usage?: true, stop?: true }} asked */
async function answer(asked) {
  if (asked.usage) process.send?.({ ...process.cpuUsage(), rss: process.memoryUsage.rss() });
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
