import { build } from './lib/build-steps.mjs';
import { prepare } from './lib/install.mjs';
import { Stop, main } from './lib/stop.mjs';

await main(async () => {
  if (!(await prepare(import.meta.url))) return;
  const results = await build({ everything: true });
  for (const { name, code, seconds, output } of results) {
    console.log(`${name.padEnd(10)}${code === 0 ? 'built' : 'failed'}  ${seconds.toFixed(1)} s`);
    if (output.trim()) console.log(output.trim());
  }
  if (results.some(({ code }) => code !== 0)) throw new Stop('The build failed.');
});
