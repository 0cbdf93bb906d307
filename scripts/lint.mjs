import { prepare } from './lib/install.mjs';
import { run } from './lib/run.mjs';
import { Stop, main } from './lib/stop.mjs';

await main(async () => {
  if (!(await prepare(import.meta.url))) return;
  const fix = process.argv.includes('--fix');
  const eslint = await run('eslint', ['.', ...(fix ? ['--fix'] : [])], { show: true });
  const prettier = await run('prettier', [fix ? '--write' : '--check', '--log-level=warn', '.'], {
    show: true,
  });
  if (eslint.code !== 0 || prettier.code !== 0) throw new Stop('Lint failed.');
});
