import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { calendarChina } from '@open-info/contract/calendar-china';
import {
  dateOf,
  dayKind,
  statutoryHolidays,
  weekdayOf,
  type PublishedCalendar,
} from '@open-info/contract/calendar';
import { runClock } from '@open-info/contract/clock';
import { StopError } from '../stop.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { importCalendar } from './import-file.ts';
import { readCalendar } from './store.ts';

let folder: string;
let service: TestService;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-info-calendar-'));
  service = await startTestService();
});
after(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

const day = (date: string, name: string) => ({ date, name });

/** A notice of a year nobody has seen yet, invented for the tests. */
const notice = {
  year: 2027,
  notices: [{ number: '国办发明电〔2026〕0号', url: 'https://example.org/2027' }],
  off: [
    day('2027-01-01', '元旦'),
    ...['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'].map((date) => day(date, '春节')),
    day('2027-04-05', '清明节'),
    day('2027-05-03', '劳动节'),
    day('2027-06-09', '端午节'),
    day('2027-09-15', '中秋节'),
    ...['2027-10-01', '2027-10-04', '2027-10-05'].map((date) => day(date, '国庆节')),
  ],
  worked: [day('2027-02-20', '春节'), day('2027-10-09', '国庆节')],
};

async function file(content: unknown): Promise<string> {
  const path = join(folder, 'notice.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const take = async (content: unknown, options = {}) =>
  importCalendar(service.service, await file(content), options);

async function refused(content: unknown, options = {}): Promise<string> {
  try {
    await take(content, options);
  } catch (error) {
    assert.ok(error instanceof StopError);
    return error.sentence;
  }
  throw new Error('it was taken');
}

async function get(): Promise<{ body: PublishedCalendar; etag: string | null }> {
  const answer = await fetch(`${service.url}/api/v1/calendar`);
  assert.equal(answer.status, 200);
  return { body: (await answer.json()) as PublishedCalendar, etag: answer.headers.get('etag') };
}

test('the years of the release are given before any is imported', async () => {
  const { body } = await get();
  const { updatedAt, ...calendar } = body;
  assert.deepEqual(calendar, calendarChina);
  assert.match(updatedAt, /Z$/);
});

test('a dry run says what would change and changes nothing', async () => {
  const report = await take(notice, { dryRun: true });
  assert.equal(report.changed, true);
  assert.equal(report.changes.length, 14);
  assert.equal((await get()).body.coveredTo, '2026-12-31');
});

test('a new year reaches clients, and what was provisional no longer is', async () => {
  const filed = [{ kind: 'submitted', channel: 'counter', on: '2026-12-04' }];
  const { body: former, etag } = await get();
  assert.equal(runClock(filed, former, '2026-12-04').provisional, true);

  const report = await take(notice);
  await service.service.published.refresh();
  assert.deepEqual(
    { ...report, changes: report.changes.length },
    {
      file: 'notice.json',
      year: 2027,
      off: 12,
      worked: 2,
      local: 0,
      changes: 14,
      changed: true,
      coveredTo: '2027-12-31',
    },
  );
  const now = await get();
  assert.notEqual(now.etag, etag);
  assert.equal(now.body.coveredTo, '2027-12-31');
  const clock = runClock(filed, now.body, '2026-12-04');
  assert.deepEqual([clock.dueOn, clock.provisional], ['2027-01-04', false]);
  const here = await readCalendar(service.service.db);
  assert.deepEqual(runClock(filed, here, '2026-12-04'), clock);
});

test('the same notice again changes nothing, not even the data version', async () => {
  const { dataVersion } = service.service.published;
  const report = await take(notice);
  await service.service.published.refresh();
  assert.equal(report.changed, false);
  assert.deepEqual(report.changes, []);
  assert.equal(service.service.published.dataVersion, dataVersion);
});

test('a corrected notice replaces the year and says which days change', async () => {
  const off = notice.off.filter(({ date }) => date !== '2027-10-05');
  const worked = [...notice.worked, day('2027-05-08', '劳动节')];
  const report = await take({ ...notice, off, worked });
  assert.deepEqual(report.changes, [
    { date: '2027-05-08', name: '劳动节', becomes: 'worked' },
    { date: '2027-10-05', name: '国庆节', becomes: 'usual' },
  ]);
  await service.service.published.refresh();
  assert.equal(dayKind((await get()).body, '2027-10-05').kind, 'workday');
  await take(notice);
});

test('extra days of the place are kept until a file says otherwise', async () => {
  const local = [
    { reason: '本地延长假期', url: 'https://example.org/local', off: [], worked: [] as unknown[] },
  ];
  const extra = { ...local[0], off: [day('2027-02-11', '春节')] };
  assert.equal((await take({ ...notice, local: [extra] })).local, 1);
  assert.equal((await take(notice)).changed, false);
  await service.service.published.refresh();
  assert.deepEqual((await get()).body.local, [extra]);
  assert.equal((await take({ ...notice, local: [] })).local, 0);
  await service.service.published.refresh();
  assert.equal((await get()).body.local, undefined);
});

test('a file of holiday-cn is read, with the number of the notice beside it', async () => {
  const isOffDay = true;
  const days = [
    ...notice.off.map((one) => ({ ...one, isOffDay })),
    { ...day('2027-02-06', '春节'), isOffDay },
    ...notice.worked.map((one) => ({ ...one, isOffDay: false })),
  ];
  const theirs = { year: 2027, papers: ['https://example.org/2027'], days };
  const report = await take(theirs, { number: ['国办发明电〔2026〕0号'] });
  assert.equal(report.changed, false);
  const odd = { ...day('2027-01-01', '元旦'), isOffDay: 'yes' };
  assert.match(
    await refused({ ...theirs, days: [odd] }),
    /days\[0\]\.isOffDay: 应为 true 或 false/,
  );
  assert.match(await refused(theirs), /notices\[0\]\.number.*--number/);
  assert.match(
    await refused({ year: 2028, papers: [], days: [] }),
    /notices: .*通知公布前不能导入/,
  );
});

test('every field that is not right is named', async () => {
  const faults: [change: object, said: RegExp][] = [
    [{ year: '2027' }, /year: 应为 2019 至 2100/],
    [{ notices: [] }, /notices: 应至少有一个通知/],
    [{ notices: [{ number: '', url: 'x' }] }, /notices\[0\]\.number: .*\n.*notices\[0\]\.url: /],
    [{ off: 'all' }, /off: 应为列表/],
    [{ off: [day('2027-02-30', '春节')] }, /off\[0\]\.date: 应为日期/],
    [{ off: [day('2026-02-05', '春节')] }, /off\[0\]\.date: 2026-02-05 不属于 2027 年/],
    [{ off: [day('2027-01-02', '元旦')] }, /off\[0\]\.date: 放假日应为星期一至星期五/],
    [{ off: [{ date: '2027-01-01' }] }, /off\[0\]\.name: 应为非空文字/],
    [{ off: [...notice.off, notice.off[0]] }, /off\[12\]\.date: 这一天已经列出过/],
    [{ worked: [day('2027-02-05', '春节')] }, /worked\[0\]\.date: 调休上班日应为星期六或星期日/],
    [{ worked: [day('2027-05-01', '劳动节')] }, /worked: 2027-05-01（劳动节）.*第二条/],
    [{ off: notice.off.slice(1) }, /off: 2027-01-01（元旦）是.*第二条规定的法定节假日/],
    [{ local: [{ reason: '', url: 'https://example.org', off: [] }] }, /local\[0\]\.worked/],
    [{ holidays: [] }, /holidays: 没有这个字段/],
  ];
  for (const [change, said] of faults) {
    assert.match(await refused({ ...notice, ...change }), said, JSON.stringify(change));
  }
  assert.match(await refused('{'), /不是 JSON 文件/);
  assert.match(await refused('[]'), /file: 应为对象/);
  await assert.rejects(
    importCalendar(service.service, join(folder, 'absent.json'), {}),
    /cannot be read/,
  );
});

test('a year cannot be taken before the one in between', async () => {
  const off = [...statutoryHolidays(2029)]
    .map(([number, name]) => day(dateOf(number), name))
    .filter(({ date }) => weekdayOf(date) <= 5);
  const sentence = await refused({ ...notice, year: 2029, off, worked: [] });
  assert.match(sentence, /日历现在到 2027 年为止，请先导入 2028 年的放假通知/);
});
