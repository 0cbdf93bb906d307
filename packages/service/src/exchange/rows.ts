import { readCaseCode, readCaseNumber } from '@open-info/contract/cases';
import { ExchangeRecordSchema, type ExchangeRecord } from '@open-info/contract/exchange';
import { readExchangeDay, readExchangeTime } from '@open-info/contract/exchange-map';
import type { Organ } from '@open-info/contract/organs';
import type { Words } from '../http/words.ts';
import type { ExchangeSystem } from './settings.ts';

/** A record as it is taken in: number and moment in one form, its organ known. */
export interface Row {
  record: ExchangeRecord;
  organId: string;
  /** 查询密码 in the form it is asked by. */
  code: string | undefined;
}

/** Why a row is not taken in. */
export interface RowFault {
  id: string;
  field: string;
  message: Words;
}

/** How far ahead of us the clock of a system may be, in milliseconds. */
const aheadMs = 86_400_000;
/** What happened before is a mistake of the clock. */
const earliest = '1990-01-01';

const expected: Record<string, Words> = {
  id: { zh: '必填，1 到 100 个字符', en: 'is required, 1 to 100 characters' },
  revision: { zh: '应为不小于 0 的整数', en: 'has to be a whole number from 0' },
  step: { zh: '必填，环节代码 0 到 9 或者名称', en: 'is required: a code from 0 to 9, or a name' },
  caseNumber: { zh: '必填，办件编号最多 50 个字符', en: 'is required, at most 50 characters' },
  at: {
    zh: '必填，如 20261122T093000 或 2026-11-22T09:30:00+08:00',
    en: 'is required, such as 20261122T093000 or 2026-11-22T09:30:00+08:00',
  },
};

const general: Words = {
  zh: '类型或者长度不正确，见 docs/cases.md',
  en: 'is of the wrong type or too long; see docs/cases.md',
};

// eslint-disable-next-line no-control-regex -- it is what is looked for
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Surrogate}/u;

function brokenText(record: ExchangeRecord): string | undefined {
  const { files, ...rest } = record;
  return Object.entries(rest).find(([, value]) => {
    const texts = typeof value === 'object' ? Object.values(value) : [value];
    return texts.some((text) => typeof text === 'string' && unprintable.test(text));
  })?.[0];
}

const days = ['expectedOn', 'dueOn'] as const;

/** Longer periods no law sets; a clock that counts every day of one would not come to an end. */
const mostAmounts: Record<string, number> = { workday: 1_000, day: 1_500, month: 60, year: 5 };
const periods = ['statutory', 'promised', 'period'] as const;

function wrongPeriod(record: ExchangeRecord): string | undefined {
  return periods.find((name) => {
    const { amount = 0, unit = 'workday' } = record[name] ?? {};
    return amount > (mostAmounts[unit] ?? 0);
  });
}

const base64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

/** The organs of the district under every name they go by. */
export function organNames(organs: readonly Organ[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, name, shortName, aliases } of organs) {
    for (const one of [...aliases, shortName ?? '', name, id]) {
      if (one !== '') names.set(one.normalize('NFKC').trim(), id);
    }
  }
  return names;
}

/** What a row is checked by. */
export interface RowContext {
  system: ExchangeSystem;
  organs: ReadonlyMap<string, string>;
  now: Date;
}

const idOf = (given: unknown, index: number): string => {
  const { id } = (typeof given === 'object' && given !== null ? given : {}) as { id?: unknown };
  return typeof id === 'string' && id !== '' ? id.slice(0, 100) : `#${index + 1}`;
};

/** Many systems write what they do not know as an empty text. */
function withoutBlanks(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== '' && value !== null),
  );
}

/** Reads one row of a batch. What it does not know of it is passed over; what it needs is checked. */
export function readRow(
  given: unknown,
  index: number,
  { system, organs, now }: RowContext,
): Row | RowFault {
  const id = idOf(given, index);
  const refuse = (field: string, zh: string, en: string): RowFault => ({
    id,
    field,
    message: { zh, en },
  });
  const read = ExchangeRecordSchema.safeParse(withoutBlanks(given));
  if (!read.success) {
    const path = read.error.issues[0]?.path ?? [];
    const right = expected[String(path[0] ?? 'id')] ?? general;
    return { id, field: path.join('.') || 'record', message: right };
  }
  const record = read.data;
  const broken = brokenText(record);
  if (broken !== undefined) {
    return refuse(
      broken,
      '含有控制字符或残缺的字符',
      'holds control characters or broken characters',
    );
  }
  const number = readCaseNumber(record.caseNumber);
  if (number === undefined) {
    return refuse(
      'caseNumber',
      '应为 4 到 50 个字母、数字、连字符、斜线、点或下划线，以字母或数字开头',
      'has to be 4 to 50 letters, digits, hyphens, slashes, dots or underscores, a letter or digit first',
    );
  }
  const at = readExchangeTime(record.at);
  if (at === undefined || at < earliest)
    return { id, field: 'at', message: expected.at ?? general };
  if (Date.parse(at) > now.getTime() + aheadMs) {
    return refuse('at', '是将来的时间', 'lies in the future');
  }
  const wrongDay = days.find(
    (name) => record[name] !== undefined && readExchangeDay(record[name]) === undefined,
  );
  if (wrongDay !== undefined) {
    return refuse(
      wrongDay,
      '应为日期，如 20261122 或 2026-11-22',
      'has to be a day, such as 20261122 or 2026-11-22',
    );
  }
  const period = wrongPeriod(record);
  if (period !== undefined) {
    return refuse(
      period,
      'unit 应为 workday、day、month 或 year，最多 1000 个工作日、1500 天、60 个月或 5 年',
      'has the unit workday, day, month or year, and at most 1000 workdays, 1500 days, 60 months or 5 years',
    );
  }
  const code = record.queryCode === undefined ? undefined : readCaseCode(record.queryCode);
  if (record.queryCode !== undefined && code === undefined) {
    return refuse('queryCode', '应为 4 到 40 个字母或数字', 'has to be 4 to 40 letters or digits');
  }
  const named = record.organ?.normalize('NFKC').trim() ?? '';
  const organId = named === '' ? system.organs[0] : organs.get(named);
  if (organId === undefined || !system.organs.includes(organId)) {
    return refuse(
      'organ',
      '该系统不能为这个单位报送；可以报送的单位由 --exchange 的 organs 列出',
      'this system does not speak for that organ; those it speaks for stand in organs of --exchange',
    );
  }
  const wrongFile = (record.files ?? []).findIndex(({ content }) => !base64.test(content));
  if (wrongFile >= 0) {
    return refuse(`files.${wrongFile}.content`, '应为 Base64', 'has to be Base64');
  }
  return { record: { ...record, caseNumber: number, at }, organId, code };
}
