import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { bundleAlone, bundleAtOnce, gzipped } from '../lib/measure.mjs';
import { root } from '../lib/root.mjs';

const budgetFile = 'scripts/budgets.json';
/** @type {Record<string, number>} */
const budgets = JSON.parse(readFileSync(join(root, budgetFile), 'utf8'));

/** @param {string} file */
const built = (file) => readFileSync(join(root, 'packages/elements/dist', file));

/** @param {string} statement @param {string} file */
const alone = (statement, file) => bundleAlone(`${statement} '${file}';`);

const client = 'packages/sdk/src/client.ts';
const policyCard = 'packages/elements/src/policy-card/define.ts';
const browser = 'packages/elements/src/catalog-browser/define.ts';
const clock = 'packages/elements/src/deadline-clock/define.ts';
const follow = 'packages/elements/src/follow/define.ts';
const form = 'packages/elements/src/request-form/define.ts';
const status = 'packages/elements/src/request-status/define.ts';
const policies = 'packages/elements/src/policy-list/define.ts';
const hall = 'packages/elements/src/hall-board/define.ts';
const kiosk = 'packages/elements/src/kiosk/define.ts';
const plainCard = 'packages/elements/src/plain-card/define.ts';
const guide = 'packages/elements/src/service-guide/define.ts';
const tracker = 'packages/elements/src/progress-tracker/define.ts';
const stamp = 'packages/elements/src/stamp/define.ts';
const catalog = 'packages/sdk/src/catalog.ts';

/**
 * What is weighed, by its name in budgets.json, and what was promised once and for all.
 * @type {Record<string, { promise?: number, content: () => string | Buffer | Promise<string> }>}
 */
const entries = {
  'embed/all.js': { promise: 75_000, content: () => built('embed/all.js') },
  'embed/loader.js': { promise: 3000, content: () => built('embed/loader.js') },
  'embed/loader.classic.js': { promise: 1000, content: () => built('embed/loader.classic.js') },
  'embed/frame-host.js': { promise: 1000, content: () => built('embed/frame-host.js') },
  'catalog-browser with its client': {
    promise: 30_000,
    content: () => bundleAtOnce(`import '${browser}';`),
  },
  'catalog-browser until its first answer is on show': {
    content: () =>
      bundleAtOnce(`import '${browser}';`, [
        'packages/elements/src/catalog-browser/parts/results.ts',
      ]),
  },
  'catalog-browser with all it may fetch later': { content: () => alone('import', browser) },
  'deadline-clock with its client': {
    promise: 30_000,
    content: () => bundleAtOnce(`import '${clock}';`),
  },
  'deadline-clock until its first answer is on show': {
    content: () =>
      bundleAtOnce(`import '${clock}';`, ['packages/elements/src/deadline-clock/reckoned.ts']),
  },
  'follow with its client': {
    promise: 22_000,
    content: () => bundleAtOnce(`import '${follow}';`),
  },
  'follow with all it may fetch later': { content: () => alone('import', follow) },
  'request-form with its client': {
    promise: 36_000,
    content: () => bundleAtOnce(`import '${form}';`),
  },
  'request-form until its first answer is on show': {
    content: () =>
      bundleAtOnce(`import '${form}';`, ['packages/elements/src/request-form/parts/further.ts']),
  },
  'request-form with all it may fetch later': { content: () => alone('import', form) },
  'request-status with its client': {
    promise: 30_000,
    content: () => bundleAtOnce(`import '${status}';`),
  },
  'request-status with all it may fetch later': { content: () => alone('import', status) },
  'policy-card with its client': {
    promise: 30_000,
    content: () => bundleAtOnce(`import '${policyCard}';`),
  },
  'policy-card until its first answer is on show': {
    content: () =>
      bundleAtOnce(`import '${policyCard}';`, ['packages/elements/src/policy-card/parts/card.ts']),
  },
  'policy-card with all it may fetch later': { content: () => alone('import', policyCard) },
  'policy-list with its client': {
    promise: 30_000,
    content: () => bundleAtOnce(`import '${policies}';`),
  },
  'plain-card with its client': {
    promise: 30_000,
    content: () => bundleAtOnce(`import '${plainCard}';`),
  },
  'plain-card until its first answer is on show': {
    content: () =>
      bundleAtOnce(`import '${plainCard}';`, [
        'packages/elements/src/plain-card/parts/card-page.ts',
      ]),
  },
  'plain-card with all it may fetch later': { content: () => alone('import', plainCard) },
  'hall-board with its client': {
    promise: 30_000,
    content: () => bundleAtOnce(`import '${hall}';`),
  },
  'hall-board with all it may fetch later': { content: () => alone('import', hall) },
  'kiosk with its client': {
    promise: 30_000,
    content: () => bundleAtOnce(`import '${kiosk}';`),
  },
  'kiosk with all it may fetch later': { content: () => alone('import', kiosk) },
  'service-guide with its client': {
    promise: 30_000,
    content: () => bundleAtOnce(`import '${guide}';`),
  },
  'service-guide until its first answer is on show': {
    content: () =>
      bundleAtOnce(`import '${guide}';`, [
        'packages/elements/src/service-guide/guide/guide-page.ts',
      ]),
  },
  'service-guide with all it may fetch later': { content: () => alone('import', guide) },
  'progress-tracker with its client': {
    promise: 30_000,
    content: () => bundleAtOnce(`import '${tracker}';`),
  },
  'progress-tracker with all it may fetch later': { content: () => alone('import', tracker) },
  'stamp with its client': {
    promise: 30_000,
    content: () => bundleAtOnce(`import '${stamp}';`),
  },
  'sdk: createClient and the catalog': {
    content: () => bundleAlone(`export * from '${client}'; export * from '${catalog}';`),
  },
  'sdk: createOpenInfo': {
    content: () => alone('export { createOpenInfo } from', 'packages/sdk/src/index.ts'),
  },
};

describe('byte budgets (gzip -9)', () => {
  it('are given for exactly the entries that are weighed', () => {
    assert.deepEqual(Object.keys(budgets).sort(), Object.keys(entries).sort());
  });

  for (const [name, { promise, content }] of Object.entries(entries)) {
    it(name, async () => {
      const budget = budgets[name] ?? 0;
      const bytes = gzipped(await content());
      assert.ok(
        bytes <= budget,
        `${name} weighs ${bytes} bytes, ${bytes - budget} over its budget of ${budget}. ` +
          `Make it lighter, or raise the number in ${budgetFile} and say why in the commit.`,
      );
      assert.ok(
        bytes >= budget * 0.97,
        `${name} weighs only ${bytes} bytes, well done. ` +
          `Lower its budget in ${budgetFile} from ${budget}, so that the gain stays.`,
      );
      assert.ok(
        promise === undefined || budget <= promise,
        `The budget of ${name} may not exceed the promised ${promise} bytes.`,
      );
    });
  }
});
