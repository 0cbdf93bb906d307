import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @typedef {{ name: string, file: string, outcome: 'passed' | 'failed' | 'skipped', message?: string }} TestCase
 * @typedef {import('@web/test-runner').TestSession} TestSession
 */

/** @param {import('@web/test-runner').TestResultError} error */
function describe(error) {
  const differs = error.expected !== undefined && error.expected !== error.actual;
  return [
    error.message,
    differs && `expected: ${error.expected}\nactual:   ${error.actual}`,
    error.stack?.replace(error.message, ''),
  ]
    .filter(Boolean)
    .join('\n');
}

/**
 * @param {import('@web/test-runner').TestResult} test
 * @returns {TestCase['outcome']}
 */
function outcomeOf(test) {
  if (test.skipped) return 'skipped';
  return test.passed ? 'passed' : 'failed';
}

/**
 * @param {NonNullable<TestSession['testResults']>} suite
 * @param {string} file
 * @param {string} [path]
 * @returns {TestCase[]}
 */
function casesOf(suite, file, path = '') {
  const here = [path, suite.name].filter(Boolean).join(' › ');
  const own = suite.tests.map((test) => ({
    name: `${here} › ${test.name}`.replace(/^ › /, ''),
    file,
    outcome: outcomeOf(test),
    ...(test.error && { message: describe(test.error) }),
  }));
  return [...own, ...suite.suites.flatMap((child) => casesOf(child, file, here))];
}

/**
 * A page that broke outside a test (syntax error, uncaught error) has errors but no failed case.
 * @param {TestSession} session
 * @param {string} file
 * @returns {TestCase[]}
 */
function pageErrorsOf(session, file) {
  const missing = session.request404s.map((url) => ({ message: `not found: ${url}` }));
  return [...session.errors, ...missing].map((error) => ({
    name: 'the page of this test file',
    file,
    outcome: 'failed',
    message: describe(error),
  }));
}

/**
 * Writes every test case of a run as JSON, so that `npm test` can count them.
 * @param {string} target path of the file to write
 * @returns {import('@web/test-runner').Reporter}
 */
export function jsonReporter(target) {
  return {
    onTestRunFinished({ sessions }) {
      const cases = sessions.flatMap((session) => {
        const file = session.testFile;
        const tests = session.testResults ? casesOf(session.testResults, file) : [];
        return [...tests, ...pageErrorsOf(session, file)];
      });
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, JSON.stringify(cases, null, 2));
    },
  };
}
