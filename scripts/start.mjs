import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { prepare } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { passSignals } from './lib/signals.mjs';
import { Stop, main } from './lib/stop.mjs';

async function buildWhatIsStale() {
  const { build } = await import('./lib/build-steps.mjs');
  const results = await build();
  const failed = results.filter(({ code }) => code !== 0);
  for (const result of results.filter(({ code }) => code === 0)) {
    console.log(`built ${result.name} (${result.seconds.toFixed(1)} s)`);
  }
  if (failed.length > 0) {
    const reasons = failed.map(({ name, output }) => `Building ${name} failed:\n${output.trim()}`);
    throw new Stop(reasons.join('\n'));
  }
}

/** @param {string} url */
async function announce(url) {
  const { examplePages } = await import('./lib/example-pages.mjs');
  const pages = examplePages().map(({ path, title }) => `  ${url}${path}  ${title}`);
  const lines = [
    '',
    '示例页面 · example pages',
    ...pages,
    '接口 · API',
    `  ${url}/api/v1/catalog/items?q=救助`,
    `  ${url}/api/v1/openapi.json`,
    '组件一览 · every state of the elements: npm run storybook',
    'Ctrl-C 停止 · to stop',
    '',
  ];
  console.log(lines.join('\n'));
}

/**
 * The example page of the whole district is the official page of every item, unless the person
 * names another or the port is not known beforehand.
 * @param {string[]} flags
 */
function itemPages(flags) {
  const given = flags.some((flag) => /^--(item-url|host)\b/.test(flag));
  if (given || process.env.OPEN_INFO_ITEM_URL || process.env.HOST) return [];
  const joined = flags.find((flag) => flag.startsWith('--port='))?.slice('--port='.length);
  const port =
    joined ?? flags[flags.indexOf('--port') + 1 || flags.length] ?? process.env.PORT ?? '8787';
  if (!/^[1-9]\d*$/.test(port)) return [];
  const page = `http://127.0.0.1:${port}/department-site/district.html`;
  return ['--item-url', `${page}?oi-catalog=item%3D{id}`];
}

/** Runs the service until it ends; its own sentences and exit code are passed on. */
async function serve() {
  const flags = process.argv.slice(2);
  const { listening } = await import('./lib/service.mjs');
  const child = spawn(
    process.execPath,
    [
      join(root, 'packages/service/bin/open-info.js'),
      ...['serve', '--site', join(root, 'examples'), ...itemPages(flags), ...flags],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], cwd: root },
  );
  createInterface({ input: child.stdout }).on('line', (line) => {
    const url = listening.exec(line)?.[1];
    if (url) void announce(url);
    else console.log(line);
  });
  passSignals(child);
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 0;
}

await main(async () => {
  if (!(await prepare(import.meta.url))) return;
  await buildWhatIsStale();
  await serve();
});
