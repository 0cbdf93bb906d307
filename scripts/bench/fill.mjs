// Fills a folder with N varied items: the real rows multiplied, run from the sources.
import { applyEdition } from '../../packages/service/src/catalog/editions.ts';
import { openService } from '../../packages/service/src/service.ts';
import { seedRegistry } from '../../packages/service/src/seed.ts';
import { readSettings } from '../../packages/service/src/settings.ts';
import { variedRows } from '../../packages/service/test/catalog-rows.ts';

const [data = '', count = '1000'] = process.argv.slice(2);
const settings = readSettings({ data, readIndex: 'off', logLevel: 'error' });
const opened = await openService(settings);
const { service } = opened;
await seedRegistry(service);
const begin = performance.now();
await applyEdition(service, variedRows(Number(count)), {
  title: `bench ${count}`,
  effectiveFrom: '2026-01-01',
  source: 'bench',
});
console.log(JSON.stringify({ seconds: (performance.now() - begin) / 1000 }));
await opened.close();
