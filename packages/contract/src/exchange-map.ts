import type { CaseEvent, CaseOutcome, caseOutcomes } from './case-events.ts';
import { addDays, dateOf, dayNumber } from './calendar-days.ts';
import { exchangeSteps, type ExchangePeriod, type ExchangeRecord } from './exchange.ts';
import { addMonths } from './review-period.ts';
import { isKnown } from './shape.ts';

// Maps what acceptance systems send (十步交换) onto the events of a case. Pure, and the same for the
// service, the simulator and whoever writes an adapter.

const readTime =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2})(\.\d{1,9})?)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

const shanghaiMs = 8 * 3_600_000;

function offsetMs(zone: string | undefined): number {
  if (zone === undefined) return shanghaiMs;
  if (zone.toUpperCase() === 'Z') return 0;
  const [, sign, hours = '', minutes = ''] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * A moment as acceptance systems write it: `20261122T093000`, `20261122093000`, `2026-11-22 09:30:00`,
 * `20261122`, ISO 8601 with an offset. Without one it is meant in Asia/Shanghai.
 *
 * @returns ISO 8601 in UTC with milliseconds; undefined when it is none
 */
export function readExchangeTime(text: string): string | undefined {
  const parts = readTime.exec(text.trim());
  if (!parts) return undefined;
  const [, year, month, date, hours = '0', minutes = '0', seconds = '0', fraction = '', zone] =
    parts;
  const day = `${String(year)}-${String(month)}-${String(date)}`;
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const start = startOf(day);
  if (start === undefined) return undefined;
  const millis = Math.floor(Number(`0${fraction}`) * 1_000);
  const time = start + ((hour * 60 + minute) * 60 + second) * 1_000 + millis - offsetMs(zone);
  return new Date(time).toISOString();
}

function startOf(day: string): number | undefined {
  try {
    return dayNumber(day) * 86_400_000;
  } catch {
    return undefined;
  }
}

/** The day of a moment in Asia/Shanghai, `YYYY-MM-DD`. */
export function exchangeDayOf(at: string): string {
  return dateOf(Math.floor((Date.parse(at) + shanghaiMs) / 86_400_000));
}

/** A day as acceptance systems write it, `20261122` or `2026-11-22`, also with a time; `YYYY-MM-DD`. */
export function readExchangeDay(text: string): string | undefined {
  const at = readExchangeTime(text);
  return at === undefined ? undefined : exchangeDayOf(at);
}

const plain = (text: string | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** Which word a system uses for what; several words for one meaning. */
type Vocabulary<T extends string> = readonly (readonly [T, readonly string[]])[];

function meaningOf<T extends string>(
  vocabulary: Vocabulary<T>,
  word: string | undefined,
): T | undefined {
  const given = plain(word);
  return vocabulary.find(([, words]) => words.includes(given))?.[0];
}

type Verdict = 'passed' | 'refused' | 'incomplete';

const verdicts: Vocabulary<Verdict> = [
  [
    'passed',
    '1 accepted passed pass 通过 受理 予以受理 准予受理 已受理 预受理 已预受理 同意 预审通过'.split(
      ' ',
    ),
  ],
  [
    'refused',
    '2 refused rejected 不予受理 不受理 不通过 未通过 审核不通过 预审不通过 不同意 退回 不予预受理'.split(
      ' ',
    ),
  ],
  ['incomplete', '3 incomplete supplement 补正 补交 补交补正 需补正 待补正 补齐补正'.split(' ')],
];

const stages: Vocabulary<'received' | 'reviewing'> = [
  ['received', 'received 收件 已收件 登记 已登记 待预审 待受理'.split(' ')],
  ['reviewing', 'prereview reviewing 预审 预审中 审核中'.split(' ')],
];

/** 环节办理状态 (GB/T 39046-2020 表7): 1 待办, 2 已办; and what its 业务动作 says. */
const activityStates: Vocabulary<'started' | 'ended'> = [
  ['started', '1 started 待办 在办 办理中 开始 进行中'.split(' ')],
  [
    'ended',
    '2 ended done passed 已办 办毕 完成 已完成 结束 通过 审核通过 同意 退回 不通过 不同意 批准 予以批准'.split(
      ' ',
    ),
  ],
];

const outcomes: Vocabulary<(typeof caseOutcomes)[number]> = [
  ['granted', 'granted 准予 准予许可 予以许可 同意 通过 出证办结 准予办结'.split(' ')],
  ['denied', 'denied 不予 不予许可 不予批准 不同意 不通过 不予办结'.split(' ')],
  ['forwarded', 'forwarded 转报 转报办结 上报'.split(' ')],
  ['returned', 'returned 退件 退回 退件办结 退回办结'.split(' ')],
  ['withdrawn', 'withdrawn 撤回 申请人撤回 撤回申请 撤回办结'.split(' ')],
  ['voided', 'voided 作废 作废办结'.split(' ')],
];

const ways: Vocabulary<'pickUp' | 'post' | 'electronic'> = [
  ['pickUp', 'pickup 窗口领取 现场领取 大厅领取 自取 自行领取 领取 当面送达'.split(' ')],
  ['post', 'post 邮寄 邮寄送达 快递 快递送达 寄送 邮政 ems'.split(' ')],
  ['electronic', 'electronic 电子 电子送达 电子证照 网上下载 网络送达 自行下载'.split(' ')],
];

/** 领取登记 that only says that it may be fetched or is on its way. */
const notYetDelivered = 'ready waiting shipped 待领取 可领取 待送达 已寄出 已邮寄 寄出 在途'.split(
  ' ',
);

/** 延长审批 is 特别程序 1 (GB/T 39046-2020 表7); everything else stops the clock. */
const isExtension = (procedure: string | undefined): boolean =>
  plain(procedure) === '1' || /延长|延期/.test(plain(procedure));

/** What a way of delivery is called here; in the words it came with when nothing here fits. */
export function readExchangeWay(word: string | undefined): string | undefined {
  return word === undefined || plain(word) === '' ? undefined : (meaningOf(ways, word) ?? word);
}

/** Whether a 领取登记 says that the result has arrived. */
export function isDelivered({ state }: Pick<ExchangeRecord, 'state'>): boolean {
  return !notYetDelivered.includes(plain(state));
}

/** 办结结果; in the words it came with when nothing here fits: codes differ from system to system. */
export function readExchangeOutcome(word: string | undefined): CaseOutcome | undefined {
  if (word === undefined || plain(word) === '') return undefined;
  return meaningOf(outcomes, word) ?? word;
}

/** An event before the log gives it its place. */
export type MappedEvent = Omit<CaseEvent, 'seq'>;

type Facts = Omit<MappedEvent, 'on' | 'at'>;
type Mapper = (record: ExchangeRecord, on: string) => Facts;

/** 其他：原文. Whatever a system said stays readable. */
function other({ step, state, activity, procedure, text }: ExchangeRecord): Facts {
  const isNamed = isStep(step);
  const named = [activity ?? procedure, state].filter((word) => (word ?? '') !== '').join(' ');
  const name = named === '' && !isNamed ? step : named;
  const said = [name, text].filter((word) => (word ?? '') !== '').join('：');
  return { kind: 'other', ...(said !== '' && { text: said }) };
}

const said = ({ text }: ExchangeRecord) => ((text ?? '') === '' ? {} : { text });

const dayField = <K extends 'dueOn' | 'expectedOn'>(name: K, value: string | undefined) => {
  const day = value === undefined ? undefined : readExchangeDay(value);
  return day === undefined ? {} : { [name]: day };
};

function asksForMore(record: ExchangeRecord): Facts {
  const { materials = [], dueOn } = record;
  return {
    kind: 'supplementAsked',
    ...said(record),
    ...(materials.length > 0 && { materials }),
    ...dayField('dueOn', dueOn),
  };
}

function extendsBy(record: ExchangeRecord): Facts {
  // Days in the unit of the period they are added to (art. 42: workdays).
  const days = record.period?.amount;
  return {
    kind: 'extended',
    procedure: '延长审批',
    ...said(record),
    ...(days !== undefined && { workdays: days }),
  };
}

function endOf({ amount, unit }: ExchangePeriod, from: string): string | undefined {
  if (unit === 'day') return addDays(from, amount);
  if (unit === 'month') return addMonths(from, amount);
  if (unit === 'year') return addMonths(from, amount * 12);
  return undefined;
}

function suspends(record: ExchangeRecord, on: string): Facts {
  const { procedure, period } = record;
  const isCoded = procedure === undefined || /^\d*$/.test(plain(procedure));
  const end = period && endOf(period, on);
  return {
    kind: 'suspended',
    procedure: isCoded ? '其他特别程序' : procedure,
    ...said(record),
    ...(period?.unit === 'workday' && { workdays: period.amount }),
    ...(end !== undefined && { dueOn: end }),
    ...dayField('dueOn', record.dueOn),
  };
}

function mapVerdict(record: ExchangeRecord, passed: CaseEvent['kind']): Facts | undefined {
  const verdict = meaningOf(verdicts, record.state);
  if (verdict === 'passed') return { kind: passed, ...said(record) };
  if (verdict === 'refused') return { kind: 'notAccepted', ...said(record) };
  return verdict === 'incomplete' ? asksForMore(record) : undefined;
}

const isSilent = ({ state }: ExchangeRecord): boolean => plain(state) === '';

const mappers: Record<(typeof exchangeSteps)[number], Mapper> = {
  '0': (record) => ({ kind: 'submitted', ...said(record) }),
  '1': (record) => {
    const stage = meaningOf(stages, record.state);
    if (stage === 'received' || isSilent(record)) return { kind: 'received', ...said(record) };
    if (stage === 'reviewing') return { kind: 'preReviewed', ...said(record) };
    return mapVerdict(record, 'preReviewed') ?? other(record);
  },
  '2': (record) =>
    isSilent(record)
      ? { kind: 'accepted', ...said(record) }
      : (mapVerdict(record, 'accepted') ?? other(record)),
  '3': (record) => {
    const { activity, expectedOn, outcome, state } = record;
    const decided = readExchangeOutcome(outcome);
    if (decided !== undefined) return { kind: 'decided', outcome: decided, ...said(record) };
    const name = (activity ?? '') === '' ? {} : { step: activity };
    const found = meaningOf(activityStates, state);
    if (found === undefined && !isSilent(record)) return other(record);
    // Most systems send a step when it is done, and say so when it only begins.
    if (found !== 'started') return { kind: 'stepEnded', ...name, ...said(record) };
    return {
      kind: 'stepStarted',
      ...name,
      ...said(record),
      ...dayField('expectedOn', expectedOn),
    };
  },
  '4': (record) => {
    const outcome = readExchangeOutcome(record.outcome ?? record.state);
    return { kind: 'completed', ...said(record), ...(outcome !== undefined && { outcome }) };
  },
  '5': (record, on) => (isExtension(record.procedure) ? extendsBy(record) : suspends(record, on)),
  // What extends the period did not stop the clock, so its result starts nothing again.
  '6': (record) =>
    isExtension(record.procedure) ? other(record) : { kind: 'resumed', ...said(record) },
  '7': asksForMore,
  '8': (record) => ({ kind: 'supplemented', ...said(record) }),
  '9': (record) => {
    if (!isDelivered(record)) return other(record);
    const way = readExchangeWay(record.way);
    return { kind: 'delivered', ...said(record), ...(way !== undefined && { way }) };
  },
};

const isStep = (step: string): step is keyof typeof mappers => isKnown(exchangeSteps, step);

// eslint-disable-next-line no-restricted-properties -- a field of the record, no method of a list
const momentOf = ({ at }: ExchangeRecord): string | undefined => readExchangeTime(at);

/**
 * What a record says happened. Steps, states and procedures nobody here knows become `other` in the
 * words they came with; an outcome nobody knows stays as it is.
 *
 * @param record its `at` is one `readExchangeTime` can read
 */
export function eventOf(record: ExchangeRecord): MappedEvent {
  const at = momentOf(record) ?? new Date(0).toISOString();
  const on = exchangeDayOf(at);
  const facts = isStep(record.step) ? mappers[record.step](record, on) : other(record);
  const organ = (record.organ ?? '') === '' ? {} : { organ: record.organ };
  return { ...facts, on, at, ...organ };
}

/** Which of two steps of one moment comes first: the order of a case's life, not of the codes. */
const rank: Record<(typeof exchangeSteps)[number], number> = {
  '0': 0,
  '1': 1,
  '7': 2,
  '8': 3,
  '2': 4,
  '5': 5,
  '6': 6,
  '3': 7,
  '4': 9,
  '9': 10,
};
const rankOf = (step: string): number => (isStep(step) ? rank[step] : 8);

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Records in the order they happened: by moment, step, id. */
export function orderRecords<T extends ExchangeRecord>(records: readonly T[]): T[] {
  return records
    .map((record) => ({ record, moment: momentOf(record) ?? '' }))
    .sort(
      (a, b) =>
        compare(a.moment, b.moment) ||
        compare(rankOf(a.record.step), rankOf(b.record.step)) ||
        compare(a.record.id, b.record.id),
    )
    .map(({ record }) => record);
}

/** Said in the place of the reason a second notice has to have. */
export const missingReason =
  '未说明再次补正的理由（《行政许可法》第三十二条：需要补正的全部内容应当一次告知）';

/** A 特别程序 of a record that was applied for and not granted. */
const isRefusedExtension = ({ step, procedure, state }: ExchangeRecord): boolean =>
  step === '6' && isExtension(procedure) && meaningOf(verdicts, state) === 'refused';

/**
 * The log of a case: its records in the order they happened, each as an event. The same for every
 * order, repetition and batching they came in.
 *
 * @param records of one case, each id once
 */
export function eventsOf(records: readonly ExchangeRecord[]): CaseEvent[] {
  const ordered = orderRecords(records);
  const isExtended = !ordered.some(isRefusedExtension);
  let round = 0;
  return ordered.map((record, index) => {
    const event: CaseEvent = { seq: index + 1, ...eventOf(record) };
    if (event.kind === 'extended' && !isExtended) delete event.workdays;
    if (event.kind !== 'supplementAsked') return event;
    round += 1;
    event.round = round;
    if (round > 1) event.text ??= missingReason;
    return event;
  });
}

/** Supplement notices after the first that say no reason (行政许可法 art. 32), by their place. */
export function unreasonedNotices(records: readonly ExchangeRecord[]): ExchangeRecord[] {
  return orderRecords(records)
    .filter((record) => eventOf(record).kind === 'supplementAsked')
    .slice(1)
    .filter(({ text }) => (text ?? '') === '');
}
