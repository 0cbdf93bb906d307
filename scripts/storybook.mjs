import { join } from 'node:path';
import { ensureChromium } from './lib/apt.mjs';
import { prepare } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { mustRun, run } from './lib/run.mjs';
import { Stop, main } from './lib/stop.mjs';
import { withoutInlineCode } from './lib/storybook-pages.mjs';

/** @param {string[]} args */
async function storybook(args) {
  const { code } = await run('storybook', [...args, '--disable-telemetry'], {
    show: true,
    env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
  if (code !== 0) throw new Stop(`Storybook ended with code ${code}.`);
}

/** @param {string[]} rest */
async function build(rest) {
  await storybook(['build', '--output-dir', 'storybook-static', ...rest]);
  withoutInlineCode(join(root, 'storybook-static'));
}

/** Writes the pictures that differ from the reviewed ones. */
async function renewPictures() {
  await build([]);
  const { code } = await run(
    process.execPath,
    ['--conditions=source', '--test', '--test-reporter=dot', 'stories/stories.test.ts'],
    {
      show: true,
      env: { CHROME_PATH: await ensureChromium(), OPEN_INFO_PICTURES: 'renew' },
    },
  );
  const { output } = await run('git', ['status', '--short', 'stories/pictures']);
  console.log(output.trim() || 'Every story looks like its picture.');
  if (code !== 0) throw new Stop('Some stories could not be drawn; run the stage "stories".');
}

/**
 * `npm run storybook` watches; `npm run storybook -- build` writes static pages, `-- pictures`
 * renews the reviewed pictures.
 */
await main(async () => {
  if (!(await prepare(import.meta.url))) return;
  // Controls and pages of documentation are made of it.
  await mustRun(
    process.execPath,
    ['scripts/write-manifest.mjs'],
    'The manifest cannot be written.',
  );
  const [first = '', ...rest] = process.argv.slice(2);
  if (first === 'build') await build(rest);
  else if (first === 'pictures') await renewPictures();
  else await storybook(['dev', '--port', '6006', '--no-open', ...(first ? [first] : []), ...rest]);
});
