import { addDays, addWorkdays, dayKind, type Calendar } from '@open-info/contract/calendar-days';
import type { ExchangeRecord } from '@open-info/contract/exchange';
import { readCalendar } from '../calendar/store.ts';
import type { ExchangeSystem } from '../exchange/settings.ts';
import { takeIn } from '../exchange/take-in.ts';
import { todayOf } from '../http/mount.ts';
import { readSeedFile } from '../seed-file.ts';
import type { Service } from '../service.ts';

/** A day of the demonstration, in workdays from the first start: -6 is six workdays before. */
type RelativeDay = number;

interface DemoRecord extends Omit<
  ExchangeRecord,
  'id' | 'caseNumber' | 'at' | 'expectedOn' | 'dueOn'
> {
  day: RelativeDay;
  /** `09:30` in Asia/Shanghai. */
  time: string;
  expectedOn?: RelativeDay | undefined;
  dueOn?: RelativeDay | undefined;
}

interface DemoCase extends Pick<
  ExchangeRecord,
  'matterCode' | 'matterName' | 'organ' | 'caseType' | 'applicant'
> {
  number: string;
  records: DemoRecord[];
}

interface DemoFile {
  code: string;
  cases: DemoCase[];
}

const isWorkday = (calendar: Calendar, day: string): boolean =>
  dayKind(calendar, day).kind !== 'rest';

/** The day so many workdays before or after another; the last workday up to it when there are none between. */
function workdayAt(calendar: Calendar, today: string, offset: RelativeDay): string {
  if (offset > 0) return addWorkdays(calendar, today, offset).date;
  let day = today;
  for (let left = -offset; ; day = addDays(day, -1)) {
    if (!isWorkday(calendar, day)) continue;
    if (left === 0) return day;
    left -= 1;
  }
}

function recordsOf({ code, cases }: DemoFile, dayAt: (offset: RelativeDay) => string) {
  return cases.flatMap(({ number, records, ...about }) =>
    records.map(({ day, time, expectedOn, dueOn, ...record }, index): ExchangeRecord => ({
      ...record,
      ...(index === 0 ? { ...about, queryCode: code } : { organ: about.organ }),
      id: `${number}-${index + 1}`,
      caseNumber: number,
      at: `${dayAt(day)}T${time}:00+08:00`,
      ...(expectedOn !== undefined && { expectedOn: dayAt(expectedOn) }),
      ...(dueOn !== undefined && { dueOn: dayAt(dueOn) }),
    })),
  );
}

/**
 * A few cases to try the tracker with, taken in as any others are. An installation with acceptance
 * systems of its own gets none.
 *
 * @returns whether there are any now
 */
export async function seedDemoCases(service: Service): Promise<boolean> {
  if ((service.settings.exchange ?? []).length > 0) return false;
  const file = readSeedFile<DemoFile>('cases.json');
  const calendar = await readCalendar(service.db);
  const today = todayOf(service.now());
  const records = recordsOf(file, (offset) => workdayAt(calendar, today, offset));
  const organs = [...new Set(file.cases.map(({ organ = '' }) => organ))];
  const [first = '', ...others] = organs;
  const system: ExchangeSystem = {
    id: 'demo',
    name: '演示受理系统',
    organs: [first, ...others],
    secrets: [],
  };
  const { refused } = await takeIn(service, system, records);
  if (refused.length > 0)
    throw new Error(`a demonstration record is refused: ${refused[0]?.field}`);
  return true;
}
