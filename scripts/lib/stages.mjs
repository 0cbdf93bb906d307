import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, ensurePostgres } from './apt.mjs';
import { build } from './build-steps.mjs';
import { runNodeTests } from './node-tests.mjs';
import { startPostgres } from './postgres.mjs';
import { run } from './run.mjs';

/**
 * @typedef {import('./wtr-json-reporter.mjs').TestCase} TestCase
 * @typedef {{ name: string, about: string, run: () => Promise<TestCase[]> }} Stage
 */

/**
 * A program that passes or fails as a whole, counted as one case.
 * @param {string} name
 * @param {{ code: number, output: string }} result
 * @returns {TestCase}
 */
const asCase = (name, { code, output }) =>
  code === 0
    ? { name, file: '', outcome: 'passed' }
    : { name, file: '', outcome: 'failed', message: output.trim() };

async function types() {
  return [asCase('tsc on the whole tree', await run('tsc', ['-p', 'tsconfig.json']))];
}

async function lint() {
  return [
    asCase('eslint', await run('eslint', ['.', '--max-warnings=0'])),
    asCase('prettier', await run('prettier', ['--check', '--log-level=warn', '.'])),
  ];
}

async function buildAll() {
  const results = await build({ everything: true });
  return results.map((result) => asCase(`build ${result.name}`, result));
}

async function postgres() {
  const { url, stop } = await startPostgres(await ensurePostgres());
  try {
    return await runNodeTests(['packages/service/src/**/*.test.ts'], {
      env: { TEST_DATABASE_URL: url },
    });
  } finally {
    await stop();
  }
}

async function browser() {
  const folder = mkdtempSync(join(tmpdir(), 'open-info-browser-'));
  const result = join(folder, 'cases.json');
  try {
    const { code, output } = await run(
      'web-test-runner',
      ['--config', 'web-test-runner.config.mjs'],
      {
        env: { CHROME_PATH: await ensureChromium(), OPEN_INFO_TEST_RESULT: result },
        timeout: 15 * 60_000,
      },
    );
    if (!existsSync(result)) throw new Error(`No element was tested (code ${code}).\n${output}`);
    /** @type {TestCase[]} */
    const cases = JSON.parse(readFileSync(result, 'utf8'));
    const explained = cases.some(({ outcome }) => outcome === 'failed');
    return code === 0 || explained
      ? cases
      : [...cases, asCase('web-test-runner', { code, output })];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string[]} patterns */
const inChromium = (patterns) => async () =>
  runNodeTests(patterns, { env: { CHROME_PATH: await ensureChromium() } });

async function stories() {
  const built = asCase(
    'build storybook',
    await run(process.execPath, ['scripts/storybook.mjs', 'build']),
  );
  if (built.outcome === 'failed') return [built];
  const env = { CHROME_PATH: await ensureChromium() };
  return [built, ...(await runNodeTests(['stories/*.test.ts'], { env, minutes: 40 }))];
}

/**
 * Every stage of `npm test`. The rows run one after the other, the stages of a row side by side.
 * @type {Stage[][]}
 */
export const stageRows = [
  [
    { name: 'types', about: 'the whole tree compiles', run: types },
    { name: 'lint', about: 'ESLint and Prettier', run: lint },
  ],
  [{ name: 'build', about: 'packages by tsc, embed files by rollup', run: buildAll }],
  [
    {
      name: 'unit',
      about: 'contract, sdk and service on the embedded database',
      run: () => runNodeTests(['packages/{contract,sdk,service}/src/**/*.test.ts']),
    },
  ],
  [{ name: 'postgres', about: 'service on a PostgreSQL of its own', run: postgres }],
  [{ name: 'browser', about: 'elements in Chromium', run: browser }],
  [
    {
      name: 'client',
      about: 'sdk in Chromium: no preflight, strict CSP, older browsers; hostile documents shown',
      run: inChromium(['packages/{sdk,service}/test/*.test.ts']),
    },
  ],
  [
    {
      name: 'house',
      about: 'arrows, cycles, contract drift, byte budgets, syntax floor',
      run: () => runNodeTests(['scripts/**/*.test.mjs'], { sources: false }),
    },
  ],
  [
    {
      name: 'stories',
      about:
        'every story: no error, no axe violation in any mode, as in its picture; strict policy',
      run: stories,
    },
  ],
  [
    {
      name: 'examples',
      about: 'the example pages end to end',
      run: inChromium(['examples/!(floor)/**/*.test.ts']),
    },
  ],
  [
    {
      name: 'floor',
      about: 'the same journey in Chromium 86, 92, 109 and the current one',
      run: inChromium(['examples/floor/*.test.ts']),
    },
  ],
];
