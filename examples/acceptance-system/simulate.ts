// Plays an acceptance system (统一受理平台): thousands of cases with their lives, pushed to a service
// or served as a feed, out of order, delayed, doubled and corrected as real ones are.
//
//   node examples/acceptance-system/simulate.ts --service http://127.0.0.1:8787 --secret whsec_… --cases 2000
//   node examples/acceptance-system/simulate.ts --serve 9090 --token … --cases 2000
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inOrder, outOfOrder, simulate } from './lives.ts';
import { chancesOf } from './random.ts';
import { push, serveFeed } from './send.ts';

const { values } = parseArgs({
  options: {
    service: { type: 'string' },
    system: { type: 'string', default: 'hall' },
    secret: { type: 'string', default: '' },
    serve: { type: 'string' },
    token: { type: 'string', default: '' },
    cases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    until: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    organs: { type: 'string', default: 'administrative-approval,market-regulation' },
    /** As it happened: every record once, none late. */
    'in-order': { type: 'boolean', default: false },
    /** File for numbers and codes, to try the tracker with. */
    keys: { type: 'string' },
  },
});

const seed = Number(values.seed);
const cases = simulate({
  seed,
  cases: Number(values.cases),
  until: values.until,
  organs: values.organs.split(','),
});
const records = values['in-order'] ? inOrder(cases) : outOfOrder(cases, seed);
const say = (text: string) => process.stdout.write(`${text}\n`);

if (values.keys !== undefined) {
  const keys = cases.map(({ number, code }) => ({ number, code }));
  writeFileSync(values.keys, JSON.stringify(keys, undefined, 1));
}

if (values.serve !== undefined) {
  const server = serveFeed(records, values.token, () => say('read to the end'));
  server.listen(Number(values.serve), '127.0.0.1');
  await once(server, 'listening');
  say(
    `${records.length} records of ${cases.length} cases at http://127.0.0.1:${values.serve}/feed`,
  );
} else if (values.service === undefined) {
  say('Give --service URL --secret whsec_… to push, or --serve PORT --token … to be read.');
  process.exitCode = 1;
} else {
  const target = { service: values.service, system: values.system, secret: values.secret };
  const chances = chancesOf(seed + 2);
  const began = Date.now();
  let accepted = 0;
  let refused = 0;
  for (let from = 0; from < records.length;) {
    const batch = records.slice(from, from + 1 + chances.below(200));
    const report = await push(target, batch);
    from += batch.length;
    accepted += report.accepted;
    refused += report.refused.length;
    for (const { id, field, message } of report.refused) say(`refused ${id} ${field}: ${message}`);
    say(`${from} of ${records.length} sent, ${accepted} taken in`);
  }
  const seconds = (Date.now() - began) / 1_000;
  say(
    `done: ${cases.length} cases, ${records.length} records, ${accepted} taken in, ${refused} refused, ${Math.round(records.length / seconds)} records/s`,
  );
}
