import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';

/** @typedef {import('./wtr-json-reporter.mjs').TestCase} TestCase */

/** A test, or a file of them, that takes so many minutes hangs: it is named as failed, and the others run. */
const longestTest = 10;

/** @param {string[]} patterns */
const filesOf = (patterns) => globSync(patterns, { cwd: root }).sort();

/**
 * Runs test files with `node --test`; on the sources of the packages unless `sources` is false.
 * (Some tools publish a `source` condition without the files, so what runs tools goes without.)
 * @param {string[]} patterns
 * @param {{ env?: NodeJS.ProcessEnv, concurrency?: number, sources?: boolean, minutes?: number }} [options]
 * @returns {Promise<TestCase[]>}
 */
export async function runNodeTests(
  patterns,
  { env = {}, concurrency = 2, sources = true, minutes = longestTest } = {},
) {
  const files = filesOf(patterns);
  if (files.length === 0) throw new Error(`No test file matches ${patterns.join(', ')}.`);
  const folder = mkdtempSync(join(tmpdir(), 'open-info-tests-'));
  const result = join(folder, 'cases.jsonl');
  try {
    const { code, output } = await run(
      process.execPath,
      [
        ...(sources ? ['--conditions=source'] : []),
        ...['--test', `--test-concurrency=${concurrency}`, `--test-timeout=${minutes * 60_000}`],
        `--test-reporter=${join(root, 'scripts/lib/node-json-reporter.mjs')}`,
        `--test-reporter-destination=${result}`,
        ...files,
      ],
      { env, timeout: (minutes + 5) * 60_000 },
    );
    const lines = readFileSync(result, 'utf8').split('\n').filter(Boolean);
    /** @type {TestCase[]} */
    const cases = lines.map((line) => JSON.parse(line));
    const explained = cases.some(({ outcome }) => outcome === 'failed');
    if (code !== 0 && !explained)
      throw new Error(`node --test ended with code ${code}.\n${output}`);
    return cases;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
