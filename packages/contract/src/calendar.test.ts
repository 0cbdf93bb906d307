import assert from 'node:assert/strict';
import { test } from 'node:test';
import chinese from 'chinese-days';
import fc from 'fast-check';
import { calendarChina } from './calendar-china.ts';
import {
  addDays,
  addWorkdays,
  calendarOf,
  dateOf,
  dayKind,
  dayNumber,
  daysBetween,
  PublishedCalendarSchema,
  statutoryHolidays,
  weekdayOf,
} from './calendar.ts';

test('every day from 2019 to 2026 is what chinese-days says', () => {
  let date = calendarChina.coveredFrom;
  let days = 0;
  for (; date <= calendarChina.coveredTo; date = addDays(date, 1)) {
    const { kind } = dayKind(calendarChina, date);
    assert.equal(kind === 'workday', chinese.isWorkday(date), date);
    days++;
  }
  assert.equal(days, 2922);
});

test('each year names its notices, with number and link', () => {
  assert.deepEqual(
    calendarChina.years.map(({ year, notices }) => [year, notices.length]),
    [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => [year, year < 2021 ? 2 : 1]),
  );
  for (const { year, notices, off, worked } of calendarChina.years) {
    for (const { number, title = '', url } of notices) {
      assert.match(number, /^国办发明电〔\d{4}〕\d+号$/);
      assert.ok(title.includes(`${String(year)}年`));
      assert.match(url, /^https?:\/\/www\.gov\.cn\/zhengce\/zhengceku\/.+\.htm$/);
    }
    assert.ok(off.every(({ date }) => weekdayOf(date) <= 5 && date.startsWith(String(year))));
    assert.ok(worked.every(({ date }) => weekdayOf(date) > 5 && date.startsWith(String(year))));
  }
});

test('a day is a workday, a rest day or unknown, and says why', () => {
  const vectors = {
    '2026-09-21': { kind: 'workday', reason: 'weekday' },
    '2026-09-19': { kind: 'rest', reason: 'weekend' },
    '2026-09-20': { kind: 'workday', reason: 'makeUpWorkday', name: '国庆节' },
    '2026-09-25': { kind: 'rest', reason: 'holiday', name: '中秋节' },
    '2027-01-01': { kind: 'rest', reason: 'statutoryHoliday', name: '元旦' },
    '2027-01-02': { kind: 'unknown', reason: 'uncovered' },
    '2027-02-05': { kind: 'rest', reason: 'statutoryHoliday', name: '春节' },
    '2027-02-09': { kind: 'unknown', reason: 'uncovered' },
    '2018-01-01': { kind: 'unknown', reason: 'uncovered' },
    '2040-10-03': { kind: 'rest', reason: 'statutoryHoliday', name: '国庆节' },
  };
  for (const [date, kind] of Object.entries(vectors)) {
    assert.deepEqual(dayKind(calendarChina, date), kind, date);
  }
});

test('the movable holidays fall where the lunar calendar and the sun put them', () => {
  // Each of the two errs once: Intl in 2027, where the new moon is at 23:56 of 6 February, and
  // chinese-days in 2028, after the leap month.
  const intl = new Intl.DateTimeFormat('en-u-ca-chinese', {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
  });
  const isLunar = (date: string, month: number, day: number) => {
    const table = chinese.getLunarDate(date);
    return (
      (table.lunarMon === month && table.lunarDay === day) ||
      intl.format(new Date(`${date}T04:00:00Z`)) === `${String(month)}/${String(day)}`
    );
  };
  for (let year = 2025; year <= 2035; year++) {
    const holidays = statutoryHolidays(year);
    const of = (name: string) =>
      [...holidays]
        .filter(([, one]) => one.split('、').includes(name))
        .map(([number]) => dateOf(number));
    assert.equal(of('春节').length, 4);
    assert.ok(isLunar(addDays(of('春节')[0]!, 1), 1, 1), String(year));
    assert.ok(isLunar(of('端午节')[0]!, 5, 5), String(year));
    assert.ok(isLunar(of('中秋节')[0]!, 8, 15), String(year));
    const short = year % 100;
    const clear = Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4);
    assert.deepEqual(of('清明节'), [`${String(year)}-04-0${String(clear)}`]);
    // 中秋 falls into 国庆 in 2028 and 2031.
    assert.equal(holidays.size, year === 2028 || year === 2031 ? 12 : 13);
  }
});

test('every statutory holiday of the covered years is a rest day', () => {
  for (const year of [2025, 2026]) {
    for (const number of statutoryHolidays(year).keys()) {
      assert.equal(dayKind(calendarChina, dateOf(number)).kind, 'rest', dateOf(number));
    }
  }
});

test('dates and day numbers agree with Date', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60_000, max: 300_000 }), (number) => {
      const date = new Date(number * 86_400_000);
      assert.equal(dateOf(number), date.toISOString().slice(0, 10));
      assert.equal(dayNumber(dateOf(number)), number);
      assert.equal(weekdayOf(dateOf(number)) % 7, date.getUTCDay());
    }),
  );
  assert.equal(addDays('2024-02-28', 2), '2024-03-01');
  assert.equal(daysBetween('2026-03-01', '2026-02-28'), -1);
  assert.throws(() => dayNumber('2026-1-1'), RangeError);
  assert.throws(() => dayNumber('in a week!'), RangeError);
});

test('a calendar has no gap, and knows where it ends', () => {
  const year = (one: number) => ({ year: one, notices: [], off: [], worked: [] });
  assert.throws(() => calendarOf([year(2026), year(2028)]), /2028 where 2027/);
  assert.throws(() => calendarOf([year(2026), year(2026)]), /2026 where 2027/);
  assert.throws(() => calendarOf([]), RangeError);
  const two = calendarOf([year(2028), year(2027)]);
  assert.equal(two.coveredFrom, '2027-01-01');
  assert.equal(two.coveredTo, '2028-12-31');
  assert.equal('local' in two, false);
});

test('extra days of a place go before those of the country', () => {
  const calendar = calendarOf(calendarChina.years, [
    {
      reason: '本地延长春节假期',
      url: 'https://example.org/notice',
      off: [{ date: '2020-02-03', name: '春节' }],
      worked: [{ date: '2020-02-08', name: '春节' }],
    },
  ]);
  assert.equal(dayKind(calendarChina, '2020-02-03').kind, 'workday');
  assert.deepEqual(dayKind(calendar, '2020-02-03'), {
    kind: 'rest',
    reason: 'holiday',
    name: '春节',
  });
  assert.equal(dayKind(calendar, '2020-02-08').reason, 'makeUpWorkday');
  assert.equal(addWorkdays(calendar, '2020-01-23', 1).date, '2020-02-04');
});

test('a notice that reaches into the December before changes that December', () => {
  const calendar = calendarOf([
    ...calendarChina.years,
    {
      year: 2027,
      notices: [],
      off: [{ date: '2026-12-31', name: '元旦' }],
      worked: [],
    },
  ]);
  assert.equal(dayKind(calendar, '2026-12-31').name, '元旦');
  assert.equal(dayKind(calendar, '2027-01-04').kind, 'workday');
});

test('the calendar of the service has the shape of its schema', () => {
  const published = { ...calendarChina, updatedAt: '2026-11-22T00:00:00.000Z' };
  assert.deepEqual(PublishedCalendarSchema.parse(published), published);
});
