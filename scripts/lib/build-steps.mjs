import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tidyEmitted } from './emitted.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { isStale } from './stale.mjs';
import { writeIntegrity } from './integrity.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} folder what it writes
 * @property {string[]} sources what it reads
 * @property {() => Promise<{ code: number, output: string }>} build
 */

/** @param {string} name @param {string[]} uses packages whose types it reads */
function packageStep(name, uses) {
  const sourcesOf = (/** @type {string} */ other) => [
    `packages/${other}/src`,
    `packages/${other}/package.json`,
    `packages/${other}/tsconfig.json`,
  ];
  return {
    name,
    folder: `packages/${name}/dist`,
    sources: ['tsconfig.base.json', 'package-lock.json', ...[name, ...uses].flatMap(sourcesOf)],
    async build() {
      const result = await run('tsc', ['-p', `packages/${name}/tsconfig.json`]);
      tidyEmitted(name);
      return result;
    },
  };
}

/** @type {Step} */
const embed = {
  name: 'embed',
  folder: 'packages/elements/dist/embed',
  sources: [
    'rollup.config.mjs',
    'scripts/lib/bundle.mjs',
    'scripts/lib/integrity.mjs',
    'tsconfig.embed.json',
    'tsconfig.base.json',
    'package-lock.json',
    ...['contract', 'sdk', 'elements'].map((name) => `packages/${name}/src`),
  ],
  async build() {
    // Chunks carry a hash in their name, so those of the last build would stay.
    rmSync(join(root, 'packages/elements/dist/embed'), { recursive: true, force: true });
    const result = await run('rollup', ['--config', 'rollup.config.mjs', '--silent']);
    if (result.code === 0) await writeIntegrity();
    return result;
  },
};

/** What editors, frameworks and documentation read of the elements. @type {Step} */
const manifest = {
  name: 'manifest',
  folder: 'packages/elements/dist/frameworks',
  sources: [
    'scripts/manifest',
    'package-lock.json',
    'packages/elements/package.json',
    ...['contract', 'elements'].map((name) => `packages/${name}/src`),
  ],
  build: () => run(process.execPath, ['scripts/write-manifest.mjs']),
};

/**
 * An example that installs the packages and is built by a bundler, as its own developers would.
 * @param {string} name
 * @returns {Step}
 */
const app = (name) => ({
  name,
  folder: `examples/${name}/dist`,
  sources: [
    `examples/${name}/src`,
    `examples/${name}/vite.config.mjs`,
    'package-lock.json',
    ...['contract', 'sdk', 'elements'].map((other) => `packages/${other}/src`),
  ],
  build: () => run('vite', ['build', `examples/${name}`, '--logLevel', 'warn']),
});

/** In the order of the arrows; the steps of one row do not need one another. */
const rows = [
  [packageStep('contract', [])],
  [packageStep('sdk', ['contract']), packageStep('service', ['contract'])],
  [packageStep('elements', ['sdk', 'contract']), embed, manifest],
  [app('react'), app('vue')],
];

/** @param {Step} step */
const stampOf = (step) => `node_modules/.cache/open-info/${step.name}.built`;

/** @param {Step} step */
async function buildStep(step) {
  const begun = Date.now();
  const result = await step.build();
  const stamp = join(root, stampOf(step));
  if (result.code === 0) {
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, '');
  } else {
    rmSync(stamp, { force: true });
  }
  return { name: step.name, ...result, seconds: (Date.now() - begun) / 1000 };
}

/**
 * Builds what is older than its sources, or everything.
 * @param {{ everything?: boolean }} [options]
 */
export async function build({ everything = false } = {}) {
  const results = [];
  for (const row of rows) {
    const due = row.filter(
      (step) => everything || isStale(stampOf(step), step.sources) || isStale(step.folder, []),
    );
    results.push(...(await Promise.all(due.map(buildStep))));
    if (results.some((result) => result.code !== 0)) break;
  }
  return results;
}
