import { prepare } from './lib/install.mjs';
import { Stop, main } from './lib/stop.mjs';

/** @typedef {import('./lib/stages.mjs').Stage} Stage */
/** @typedef {import('./lib/stages.mjs').TestCase} TestCase */

/** @param {TestCase[]} cases @param {TestCase['outcome']} outcome */
const count = (cases, outcome) => cases.filter((one) => one.outcome === outcome).length;

/** @param {Stage} stage @param {TestCase[]} cases @param {number} begun */
function report(stage, cases, begun) {
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  const skipped = count(cases, 'skipped');
  const numbers = [
    `${count(cases, 'passed')} passed`,
    `${count(cases, 'failed')} failed`,
    ...(skipped ? [`${skipped} skipped`] : []),
  ];
  console.log(`${stage.name.padEnd(9)} ${numbers.join(', ').padEnd(34)} ${seconds} s`);
  for (const { name, file, outcome, message } of cases) {
    if (outcome === 'skipped') console.log(`  skipped: ${name}  ${file}`);
    if (outcome === 'failed') console.log(`  ✗ ${name}  ${file}\n${message ?? ''}\n`);
  }
}

/** @param {Stage} stage @returns {Promise<TestCase[]>} */
async function runStage(stage) {
  const begun = Date.now();
  /** @type {TestCase[]} */
  let cases;
  try {
    cases = await stage.run();
  } catch (error) {
    const message =
      error instanceof Stop ? error.message : String(/** @type {Error} */ (error).stack);
    cases = [{ name: `stage ${stage.name}`, file: '', outcome: 'failed', message }];
  }
  report(stage, cases, begun);
  return cases;
}

/** @param {Stage[][]} rows @param {string[]} names */
function chosen(rows, names) {
  const known = rows.flat().map((stage) => stage.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Stop(`No stage ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  }
  return names.length === 0
    ? rows
    : rows.map((row) => row.filter((stage) => names.includes(stage.name)));
}

await main(async () => {
  if (!(await prepare(import.meta.url))) return;
  // Only now are the dependencies there.
  const { stageRows } = await import('./lib/stages.mjs');
  const begun = Date.now();
  /** @type {TestCase[]} */
  const cases = [];
  for (const row of chosen(stageRows, process.argv.slice(2))) {
    cases.push(...(await Promise.all(row.map(runStage))).flat());
  }
  const skipped = count(cases, 'skipped');
  const failed = count(cases, 'failed');
  console.log(
    `\n${((Date.now() - begun) / 1000).toFixed(0)} s${skipped ? `, ${skipped} skipped` : ''}`,
  );
  console.log(`${count(cases, 'passed')} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
