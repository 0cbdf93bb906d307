import { join } from 'node:path';
import { prepare } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { mustRun, run } from './lib/run.mjs';
import { Stop, main } from './lib/stop.mjs';
import { withoutInlineCode } from './lib/storybook-pages.mjs';

/** `npm run storybook` watches; `npm run storybook -- build` writes static pages. */
await main(async () => {
  if (!(await prepare(import.meta.url))) return;
  // Controls and pages of documentation are made of it.
  await mustRun(
    process.execPath,
    ['scripts/write-manifest.mjs'],
    'The manifest cannot be written.',
  );
  const [first, ...rest] = process.argv.slice(2);
  const isBuild = first === 'build';
  const args = isBuild
    ? ['build', '--output-dir', 'storybook-static', ...rest]
    : ['dev', '--port', '6006', '--no-open', ...(first ? [first] : []), ...rest];
  const { code } = await run('storybook', [...args, '--disable-telemetry'], {
    show: true,
    env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
  if (code !== 0) throw new Stop(`Storybook ended with code ${code}.`);
  if (isBuild) withoutInlineCode(join(root, 'storybook-static'));
});
