import { prepare } from './lib/install.mjs';
import { main } from './lib/stop.mjs';

await main(async () => {
  if (!(await prepare(import.meta.url))) return;
  const { bench } = await import('./bench/run.mjs');
  await bench(process.argv.slice(2));
});
