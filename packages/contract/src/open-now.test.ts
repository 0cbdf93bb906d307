import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { calendarChina } from './calendar-china.ts';
import { openNow, type OpenNow } from './open-now.ts';
import type { OpeningHours } from './opening-hours.ts';

/** A hall: working days with a lunch break, Saturday mornings. */
const hall: OpeningHours[] = [
  { days: ['workday'], from: '13:30', to: '17:00' },
  { days: ['workday'], from: '09:00', to: '12:00' },
  { days: ['6'], from: '09:00', to: '12:00' },
];

const at = (moment: string, hours = hall): OpenNow =>
  openNow(hours, calendarChina, new Date(`${moment}:00+08:00`));

const open = (until: string): OpenNow => ({ open: true, until, provisional: false });
const closed = (date: string, from: string): OpenNow => ({
  open: false,
  next: { date, from },
  provisional: false,
});

test('on a working day, with its lunch break, to the minute', () => {
  assert.deepEqual(at('2026-11-23T08:59'), closed('2026-11-23', '09:00'));
  assert.deepEqual(at('2026-11-23T09:00'), open('12:00'));
  assert.deepEqual(at('2026-11-23T11:59'), open('12:00'));
  assert.deepEqual(at('2026-11-23T12:00'), closed('2026-11-23', '13:30'));
  assert.deepEqual(at('2026-11-23T13:30'), open('17:00'));
  assert.deepEqual(at('2026-11-23T17:00'), closed('2026-11-24', '09:00'));
});

test('a Saturday has its own hours, a Sunday none', () => {
  assert.deepEqual(at('2026-11-28T10:00'), open('12:00'));
  assert.deepEqual(at('2026-11-28T13:00'), closed('2026-11-30', '09:00'));
  assert.deepEqual(at('2026-11-29T10:00'), closed('2026-11-30', '09:00'));
});

test('a weekend day that is worked (调休) has the hours of a working day', () => {
  assert.deepEqual(at('2026-10-10T14:00'), open('17:00'));
  assert.deepEqual(at('2026-09-20T14:00'), open('17:00'));
});

test('a holiday is closed, the Saturdays and Sundays within it too', () => {
  assert.deepEqual(at('2026-10-01T10:00'), closed('2026-10-08', '09:00'));
  assert.deepEqual(at('2026-10-03T10:00'), closed('2026-10-08', '09:00'));
  assert.deepEqual(at('2026-02-13T17:00'), closed('2026-02-14', '09:00'));
  assert.deepEqual(at('2026-02-21T10:00'), closed('2026-02-24', '09:00'));
});

test('what is open on days of rest is open on holidays', () => {
  const machine: OpeningHours[] = [{ days: ['workday', 'restday'], from: '00:00', to: '24:00' }];
  for (const moment of ['2026-10-01T00:00', '2026-10-03T12:00', '2026-11-23T23:59']) {
    assert.deepEqual(at(moment, machine), open('24:00'), moment);
  }
});

test('over midnight in two stretches; stretches that meet or overlap are one', () => {
  const night: OpeningHours[] = [
    { days: ['workday', 'restday'], from: '00:00', to: '02:00' },
    { days: ['workday', 'restday'], from: '20:00', to: '22:00' },
    { days: ['workday', 'restday'], from: '21:30', to: '24:00' },
  ];
  assert.deepEqual(at('2026-11-23T20:00', night), open('24:00'));
  assert.deepEqual(at('2026-11-24T01:59', night), open('02:00'));
  assert.deepEqual(at('2026-11-24T02:00', night), closed('2026-11-24', '20:00'));
});

test('no hours, or none soon: closed, and nothing is promised', () => {
  assert.deepEqual(at('2026-11-23T10:00', []), { open: false, provisional: false });
});

test('outside the published calendar weekdays are taken for workdays, and it says so', () => {
  assert.deepEqual(at('2027-03-01T10:00'), { open: true, until: '12:00', provisional: true });
});

test('a device in another time zone sees the hours of the hall', () => {
  const script = `
    import { openNow } from ${JSON.stringify(new URL('./open-now.ts', import.meta.url).href)};
    import { calendarChina } from ${JSON.stringify(new URL('./calendar-china.ts', import.meta.url).href)};
    const hours = ${JSON.stringify(hall)};
    const moments = ['2026-11-23T01:00:00Z', '2026-11-27T16:30:00Z'];
    console.log(JSON.stringify(moments.map((at) => openNow(hours, calendarChina, new Date(at)))));`;
  for (const TZ of ['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai']) {
    const told = execFileSync(
      process.execPath,
      ['--conditions=source', '--input-type=module', '-e', script],
      { env: { ...process.env, TZ }, cwd: fileURLToPath(new URL('.', import.meta.url)) },
    );
    assert.deepEqual(
      JSON.parse(told.toString()),
      [open('12:00'), closed('2026-11-28', '09:00')],
      TZ,
    );
  }
});
