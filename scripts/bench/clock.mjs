// How many due dates a second: the clock with its trace beside a plain search for the due workday.
import chinese from 'chinese-days';
import { calendarChina } from '../../packages/contract/src/calendar-china.ts';
import { addDays } from '../../packages/contract/src/calendar-days.ts';
import { runClock } from '../../packages/contract/src/clock.ts';
import { median, table } from './figures.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 2);

/** Days of receipt of two years, so that no answer is met again at once. */
const days = Array.from({ length: 600 }, (_, i) => addDays('2025-01-02', i));

/** @param {string} on */
const plainLog = (on) => [{ kind: 'submitted', channel: 'counter', on }];

/** @param {string} on */
const consultedLog = (on) => [
  ...plainLog(on),
  { kind: 'consultationSent', on: addDays(on, 4), seq: 2 },
  { kind: 'consultationAnswered', on: addDays(on, 14), of: 2 },
  { kind: 'extended', on: addDays(on, 20), workdays: 20 },
];

const plain = days.map(plainLog);
const consulted = days.map(consultedLog);

/** @type {Record<string, (i: number) => string | undefined>} */
const works = {
  'chinese-days findWorkday(20), the date alone': (i) => chinese.findWorkday(20, days[i]),
  'clock with trace, nothing in between': (i) =>
    runClock(plain[i] ?? [], calendarChina, days[i] ?? '').dueOn,
  'clock with trace, consulted and extended': (i) =>
    runClock(consulted[i] ?? [], calendarChina, days[i] ?? '').dueOn,
};

/** Times a second for a share of the time. @param {(i: number) => string | undefined} work */
function rate(work) {
  const end = performance.now() + (seconds * 1000) / rounds;
  const start = performance.now();
  let done = 0;
  for (let now = start; now < end; now = performance.now()) {
    for (let i = 0; i < days.length; i++) work(i);
    done += days.length;
  }
  return (done / (performance.now() - start)) * 1000;
}

/** The works take turns, so that a busy moment of the machine meets them all. */
export function benchClock() {
  const differing = days.filter(
    (day, i) => works['clock with trace, nothing in between']?.(i) !== chinese.findWorkday(20, day),
  );
  /** @type {Record<string, number[]>} */
  const rates = {};
  for (let round = 0; round <= rounds; round++) {
    for (const [name, work] of Object.entries(works)) {
      const one = rate(work);
      // The first round warms up.
      if (round > 0) (rates[name] ??= []).push(one);
    }
  }
  table(
    `Due dates (median of ${rounds} rounds; ${differing.length} of ${days.length} differ)`,
    ['work', 'a second', 'µs each'],
    Object.entries(rates).map(([name, list]) => [name, median(list), 1e6 / median(list)]),
  );
}
