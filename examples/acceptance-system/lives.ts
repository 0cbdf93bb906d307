import type { ExchangeRecord } from '@open-info/contract/exchange';
import { chancesOf, type Chances } from './random.ts';

/** A case as its acceptance system knows it. */
export interface SimulatedCase {
  number: string;
  /** 查询密码, as it stands on the notice of acceptance. */
  code: string;
  /** Every version of every record, in the order they were written. */
  records: ExchangeRecord[];
}

/** What to play. */
export interface Play {
  seed: number;
  cases: number;
  /** The day up to which things have happened, `YYYY-MM-DD` in Asia/Shanghai. */
  until: string;
  /** Ids or names of the organs it speaks for. */
  organs: readonly string[];
}

const dayMs = 86_400_000;
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const families = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const matters = [
  ['11420103MB1A0001', '食品经营许可（新办）'],
  ['11420103MB1A0002', '公众聚集场所卫生许可'],
  ['11420103MB1A0003', '户外广告设施设置许可'],
  ['11420103MB1A0004', '人力资源服务许可'],
] as const;

const isRestDay = (day: number): boolean => [0, 6].includes(new Date(day).getUTCDay());

/** Writes the records of one case while its days go by. */
class Diary {
  readonly records: ExchangeRecord[] = [];
  private readonly number: string;
  private readonly organ: string;
  private readonly chances: Chances;
  private day: number;
  private minute = 540;

  constructor(number: string, organ: string, day: number, chances: Chances) {
    this.number = number;
    this.organ = organ;
    this.day = day;
    this.chances = chances;
  }

  /** So many workdays later, in the morning. */
  later(workdays: number): this {
    for (let left = workdays; left > 0;) {
      this.day += dayMs;
      if (!isRestDay(this.day)) left -= 1;
    }
    if (workdays > 0) this.minute = 540;
    return this;
  }

  /** `20261122T093000`, as GB/T 39046-2020 writes a moment. */
  note(step: string, facts: Partial<ExchangeRecord> = {}): this {
    this.minute += 1 + this.chances.below(40);
    const clock = `${String(Math.floor(this.minute / 60)).padStart(2, '0')}${String(this.minute % 60).padStart(2, '0')}00`;
    this.records.push({
      id: `${this.number}-${this.records.length + 1}`,
      caseNumber: this.number,
      step,
      organ: this.organ,
      at: `${new Date(this.day).toISOString().slice(0, 10).replaceAll('-', '')}T${clock}`,
      ...facts,
    });
    return this;
  }

  get date(): string {
    return new Date(this.day).toISOString().slice(0, 10);
  }
}

const workdays = (amount: number) => ({ amount, unit: 'workday' });
const granted = { outcome: '准予', text: '准予许可。', way: '窗口领取', place: '3 号窗口' };

type Life = (diary: Diary, chances: Chances) => void;

const accept: Life = (diary, { below }) => {
  diary.note('2', { state: '受理', statutory: workdays(20), promised: workdays(5 + below(6)) });
};

const review: Life = (diary, { below }) => {
  diary.later(below(2)).note('3', { activity: '资料审查', state: '1' });
  diary.later(1 + below(2)).note('3', { activity: '资料审查', state: '2' });
  diary.later(below(2)).note('3', { activity: '现场核查', state: '1' });
  diary.later(1 + below(3)).note('3', { activity: '现场核查', state: '2' });
};

const finish: Life = (diary, { below }) => {
  diary.later(below(3)).note('4', granted);
  diary.later(below(4)).note('9', { way: '窗口领取' });
};

/** How lives go, with how many of a hundred go so. */
const lives: readonly [number, Life][] = [
  // 即办件.
  [25, (diary) => diary.note('2', { state: '1', promised: workdays(1) }).note('4', granted)],
  [
    35,
    (diary, chances) => {
      for (const part of [accept, review, finish]) part(diary, chances);
    },
  ],
  [
    14,
    (diary, chances) => {
      diary.note('7', { text: '缺少材料', materials: ['租赁合同', '任命文件'] });
      diary.later(1 + chances.below(4)).note('8');
      // Some offices ask again, and do not say why.
      if (chances.percent(20))
        diary
          .note('7', { materials: ['平面图'] })
          .later(1)
          .note('8');
      for (const part of [accept, review, finish]) part(diary, chances);
    },
  ],
  [
    8,
    (diary, chances) => {
      accept(diary, chances);
      diary.later(1).note('5', { procedure: '听证', period: workdays(7), text: '需要听证' });
      diary.later(2 + chances.below(6)).note('6', { procedure: '听证' });
      for (const part of [review, finish]) part(diary, chances);
    },
  ],
  [
    5,
    (diary, chances) => {
      accept(diary, chances);
      diary.later(3).note('5', { procedure: '1', period: workdays(10), text: '经负责人批准延长' });
      for (const part of [review, finish]) part(diary, chances);
    },
  ],
  [
    6,
    (diary, chances) => {
      for (const part of [accept, review]) part(diary, chances);
      diary.later(1).note('4', { outcome: '不予', text: '不符合设置要求' });
    },
  ],
  [4, (diary) => diary.later(1).note('2', { state: '不予受理', text: '不属于本机关职权范围' })],
  [
    3,
    (diary, chances) => {
      accept(diary, chances);
      diary.later(1).note('4', { outcome: '撤回', text: '申请人撤回' });
    },
  ],
];

function lifeFor({ below }: Chances): Life {
  let left = below(100);
  return (lives.find(([often]) => (left -= often) < 0) ?? lives[1])?.[1] ?? finish;
}

/** Something written wrong at first, and put right by a higher revision. */
function withCorrection(records: ExchangeRecord[], chances: Chances): ExchangeRecord[] {
  const place = chances.below(records.length);
  const right = records[place];
  if (!right) return records;
  const wrong = { ...right, text: '录入有误' };
  return [
    ...records.slice(0, place),
    wrong,
    { ...right, revision: 1 },
    ...records.slice(place + 1),
  ];
}

function liveOne(index: number, play: Play, chances: Chances): SimulatedCase {
  const { seed, until, organs } = play;
  const number = `SIM${seed}-${String(index + 1).padStart(6, '0')}`;
  const code = Array.from({ length: 8 }, () => chances.pick([...letters])).join('');
  let day =
    Date.parse(`${until}T00:00:00Z`) - (1 + chances.below(chances.percent(50) ? 8 : 40)) * dayMs;
  while (isRestDay(day)) day -= dayMs;
  const diary = new Diary(number, chances.pick(organs), day, chances);
  const [matterCode, matterName] = chances.pick(matters);
  diary.note('0', {
    matterCode,
    matterName,
    caseType: '2',
    applicant: `${chances.pick(families)}某某`,
    queryCode: code,
  });
  diary.note('1', { state: '收件' });
  lifeFor(chances)(diary, chances);
  // A word that nobody but this system knows.
  if (chances.percent(5)) diary.note('现场踏勘', { text: '已踏勘' });
  const happened = diary.records.filter(({ at }) => at.slice(0, 8) <= until.replaceAll('-', ''));
  const records = chances.percent(10) ? withCorrection(happened, chances) : happened;
  return { number, code, records };
}

/** The cases of a play; the same play is the same cases. */
export function simulate(play: Play): SimulatedCase[] {
  const chances = chancesOf(play.seed);
  return Array.from({ length: play.cases }, (_, index) => liveOne(index, play, chances));
}

const momentOf = ({ at }: ExchangeRecord): string => at;

/** The records as they happened. */
export function inOrder(cases: readonly SimulatedCase[]): ExchangeRecord[] {
  return cases
    .flatMap(({ records }) => records)
    .map((record, place) => ({ record, place }))
    .sort((a, b) => {
      const [first, second] = [momentOf(a.record), momentOf(b.record)];
      return first < second ? -1 : first > second ? 1 : a.place - b.place;
    })
    .map(({ record }) => record);
}

/** The records as they arrive: delayed, out of order, some of them twice or three times. */
export function outOfOrder(cases: readonly SimulatedCase[], seed: number): ExchangeRecord[] {
  const chances = chancesOf(seed + 1);
  const records = inOrder(cases);
  const doubled = records.filter(() => chances.percent(15));
  const tripled = doubled.filter(() => chances.percent(20));
  const sent = records.map((record, place) => ({
    record,
    // Most come a little late, some very late.
    place: place + chances.below(chances.percent(10) ? records.length : 50),
  }));
  for (const record of [...doubled, ...tripled]) {
    sent.push({ record, place: chances.below(records.length) });
  }
  return sent.sort((a, b) => a.place - b.place).map(({ record }) => record);
}
