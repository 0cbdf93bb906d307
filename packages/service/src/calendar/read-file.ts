import { readFile } from 'node:fs/promises';
import {
  dayNumber,
  statutoryHolidays,
  weekdayOf,
  dateOf,
  type CalendarDay,
  type CalendarYear,
  type LocalDays,
} from '@open-info/contract/calendar';
import type { Words } from '../http/words.ts';
import { StopError } from '../stop.ts';

/** What a file says about one year. */
export interface CalendarFile {
  year: CalendarYear;
  /** Absent: the file says nothing about extra days of this place. */
  local?: LocalDays[] | undefined;
}

/** Something of the file that is not right, by the name of the field. */
interface Fault {
  field: string;
  words: Words;
}

type Fields = Record<string, unknown>;

const shownFaults = 20;

/**
 * Reads a holiday notice as a file: our own shape (`year`, `notices`, `off`, `worked`, `local`) or
 * that of holiday-cn (`year`, `papers`, `days`).
 *
 * @param numbers 文号 of the notices, for a file of holiday-cn, which has only their addresses
 * @throws StopError naming every field that is not right
 */
export async function readCalendarFile(path: string, numbers: string[]): Promise<CalendarFile> {
  const value = parse(path, await readText(path));
  const faults: Fault[] = [];
  const own =
    isFields(value) && Array.isArray(value.days) ? fromHolidayCn(value, numbers, faults) : value;
  const file = new Check(faults).file(own);
  if (faults.length === 0) checkStatutoryDays(file.year, faults);
  if (faults.length > 0) throw refusal(path, faults);
  return file;
}

async function readText(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    throw new StopError(
      {
        zh: `无法读取 ${path}，请检查路径。`,
        en: `${path} cannot be read; check the path.`,
      },
      error,
    );
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StopError({ zh: `${path} 不是 JSON 文件。`, en: `${path} is no JSON file.` }, error);
  }
}

function refusal(path: string, faults: readonly Fault[]): StopError {
  const shown = faults.slice(0, shownFaults);
  const more = faults.length - shown.length;
  const list = (language: keyof Words) =>
    shown.map(({ field, words }) => `\n  ${field}: ${words[language]}`).join('');
  return new StopError({
    zh: `${path} 未导入：${list('zh')}${more > 0 ? `\n  另有 ${String(more)} 处` : ''}\n`,
    en: `${path} was not taken:${list('en')}${more > 0 ? `\n  and ${String(more)} more` : ''}`,
  });
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same file in our own shape; what is not right in it is found there. */
function fromHolidayCn(
  { year, papers, days, local }: Fields,
  numbers: string[],
  faults: Fault[],
): Fields {
  const list = (days as unknown[]).map((day) => (isFields(day) ? day : {}));
  list.forEach(({ isOffDay }, index) => {
    if (typeof isOffDay === 'boolean') return;
    faults.push({ field: `days[${String(index)}].isOffDay`, words: words.flag });
  });
  const pick = (isOff: boolean) =>
    list
      .filter((day) => day.isOffDay === isOff && isWeekend(day.date) !== isOff)
      .map(({ date, name }) => ({ date, name }));
  const notices = (Array.isArray(papers) ? papers : []).map((url: unknown, index) => ({
    number: numbers[index],
    url,
  }));
  return {
    year,
    notices,
    off: pick(true),
    worked: pick(false),
    ...(local !== undefined && { local }),
  };
}

/** What is no date is neither; it is found where dates are judged. */
function isWeekend(date: unknown): boolean | undefined {
  return typeof date === 'string' && isDate(date) ? weekdayOf(date) > 5 : undefined;
}

function isDate(text: string): boolean {
  try {
    return dateOf(dayNumber(text)) === text;
  } catch {
    return false;
  }
}

const words = {
  fields: { zh: '应为对象', en: 'must be an object' },
  list: { zh: '应为列表', en: 'must be a list' },
  text: { zh: '应为非空文字', en: 'must be text that is not empty' },
  url: {
    zh: '应为 http 或 https 地址',
    en: 'must be an address that begins with http or https',
  },
  year: { zh: '应为 2019 至 2100 之间的年份', en: 'must be a year from 2019 to 2100' },
  notices: {
    zh: '应至少有一个通知，写明文号和网址；通知公布前不能导入',
    en: 'must have at least one notice with number and url; nothing can be taken before it is out',
  },
  number: {
    zh: '应写明通知的文号，例如 国办发明电〔2025〕7号（holiday-cn 文件请用 --number）',
    en: 'must be the number of the notice, 国办发明电〔2025〕7号 (for a holiday-cn file give --number)',
  },
  flag: { zh: '应为 true 或 false', en: 'must be true or false' },
  date: { zh: '应为日期 YYYY-MM-DD', en: 'must be a date YYYY-MM-DD' },
  twice: { zh: '这一天已经列出过', en: 'this day is already listed' },
  off: {
    zh: '放假日应为星期一至星期五；周末本来休息，不用列出',
    en: 'a day off must be a Monday to Friday; weekends are rest days anyway',
  },
  worked: {
    zh: '调休上班日应为星期六或星期日',
    en: 'a day worked must be a Saturday or Sunday',
  },
  unknown: { zh: '没有这个字段，请检查拼写', en: 'there is no such field; check its spelling' },
} as const satisfies Record<string, Words>;

const fieldsOf = {
  file: ['$schema', '$id', 'year', 'notices', 'off', 'worked', 'local'],
  notice: ['number', 'title', 'url'],
  day: ['date', 'name'],
  local: ['reason', 'url', 'off', 'worked'],
};

/** Reads untrusted JSON field by field and notes what is not right. */
class Check {
  private readonly faults: Fault[];

  constructor(faults: Fault[]) {
    this.faults = faults;
  }

  file(value: unknown): CalendarFile {
    const fields = this.fields('file', value, fieldsOf.file);
    const year = this.year(fields.year);
    const notices = this.list('notices', fields.notices).map((notice, index) =>
      this.notice(`notices[${String(index)}]`, notice),
    );
    if (notices.length === 0) this.note('notices', words.notices);
    const seen = new Set<string>();
    const national = {
      year,
      notices,
      off: this.days('off', fields.off, year, seen, 'off'),
      worked: this.days('worked', fields.worked, year, seen, 'worked'),
    };
    if (fields.local === undefined) return { year: national };
    return {
      year: national,
      local: this.list('local', fields.local).map((local, index) =>
        this.local(`local[${String(index)}]`, local, year),
      ),
    };
  }

  private note(field: string, fault: Words): void {
    this.faults.push({ field, words: fault });
  }

  private fields(field: string, value: unknown, known: readonly string[]): Fields {
    if (!isFields(value)) {
      this.note(field, words.fields);
      return {};
    }
    for (const name of Object.keys(value)) {
      if (!known.includes(name)) {
        this.note(field === 'file' ? name : `${field}.${name}`, words.unknown);
      }
    }
    return value;
  }

  private list(field: string, value: unknown): unknown[] {
    if (Array.isArray(value)) return value;
    this.note(field, words.list);
    return [];
  }

  private text(field: string, value: unknown, fault: Words = words.text): string {
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.note(field, fault);
    return '';
  }

  private url(field: string, value: unknown): string {
    if (typeof value === 'string' && /^https?:\/\/\S+$/.test(value)) return value;
    this.note(field, words.url);
    return '';
  }

  private year(value: unknown): number {
    if (Number.isInteger(value) && Number(value) >= 2019 && Number(value) <= 2100) {
      return Number(value);
    }
    this.note('year', words.year);
    return NaN;
  }

  private notice(field: string, value: unknown): CalendarYear['notices'][number] {
    const fields = this.fields(field, value, fieldsOf.notice);
    const number = this.text(`${field}.number`, fields.number, words.number);
    const url = this.url(`${field}.url`, fields.url);
    if (fields.title === undefined) return { number, url };
    return { number, title: this.text(`${field}.title`, fields.title), url };
  }

  /** @param weekdays which days of the week are right; extra days of a place may be any */
  private days(
    field: string,
    value: unknown,
    year: number,
    seen: Set<string>,
    weekdays: 'off' | 'worked' | 'any',
  ): CalendarDay[] {
    const days = this.list(field, value).map((day, index) => {
      const at = `${field}[${String(index)}]`;
      const fields = this.fields(at, day, fieldsOf.day);
      const name = this.text(`${at}.name`, fields.name);
      const date = typeof fields.date === 'string' ? fields.date : '';
      this.date(`${at}.date`, date, year, weekdays);
      if (seen.has(date)) this.note(`${at}.date`, words.twice);
      seen.add(date);
      return { date, name };
    });
    return days.sort((a, b) => (a.date < b.date ? -1 : 1));
  }

  private date(field: string, date: string, year: number, weekdays: 'off' | 'worked' | 'any') {
    if (!isDate(date)) {
      this.note(field, words.date);
      return;
    }
    // 元旦 may begin in the year before: 2018-12-31 was off by the notice for 2019.
    const isOfYear =
      date.startsWith(`${String(year)}-`) || date.startsWith(`${String(year - 1)}-12`);
    if (!Number.isNaN(year) && !isOfYear) {
      this.note(field, {
        zh: `${date} 不属于 ${String(year)} 年`,
        en: `${date} does not belong to ${String(year)}`,
      });
    }
    if (weekdays !== 'any' && isWeekend(date) !== (weekdays === 'worked')) {
      this.note(field, words[weekdays]);
    }
  }

  private local(field: string, value: unknown, year: number): LocalDays {
    const fields = this.fields(field, value, fieldsOf.local);
    const seen = new Set<string>();
    return {
      reason: this.text(`${field}.reason`, fields.reason),
      url: this.url(`${field}.url`, fields.url),
      off: this.days(`${field}.off`, fields.off, year, seen, 'any'),
      worked: this.days(`${field}.worked`, fields.worked, year, seen, 'any'),
    };
  }
}

/** 《全国年节及纪念日放假办法》第二条: a notice arranges the 13 days, it cannot take one away. */
function checkStatutoryDays({ year, off, worked }: CalendarYear, faults: Fault[]): void {
  const offDays = new Set(off.map(({ date }) => date));
  const workedDays = new Set(worked.map(({ date }) => date));
  for (const [number, name] of statutoryHolidays(year)) {
    const date = dateOf(number);
    const isRest = isWeekend(date) === true ? !workedDays.has(date) : offDays.has(date);
    if (isRest) continue;
    faults.push({
      field: isWeekend(date) === true ? 'worked' : 'off',
      words: {
        zh: `${date}（${name}）是《全国年节及纪念日放假办法》第二条规定的法定节假日，应为放假日`,
        en: `${date} (${name}) is a statutory holiday and must be a day off (Measures on public holidays, article 2)`,
      },
    });
  }
}
