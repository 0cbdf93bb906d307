import type { TimeLimit, TimeLimitKind, TimeLimitRule, TimeLimitUnit } from './time-limit.ts';

const numeral = '(\\d+|[一二三四五六七八九十百两]+)';
const unitWords: readonly (readonly [string, TimeLimitUnit])[] = [
  ['工作日', 'workday'],
  ['自然日', 'day'],
  ['日历日', 'day'],
  ['日', 'day'],
  ['天', 'day'],
  ['周', 'week'],
  ['星期', 'week'],
  ['月', 'month'],
  ['季度', 'quarter'],
  ['年', 'year'],
];
const unitWord = `(${unitWords.map(([word]) => word).join('|')})`;

const duration = new RegExp(`${numeral}\\s*个?\\s*${unitWord}\\s*(?:[以之]?(内|前))?`);
const halfYear = /半年\s*(?:[以之]?内)?/;
const period = new RegExp(
  `(?:每隔?\\s*${numeral}?\\s*个?\\s*|按)(半年|季度?|${unitWord.slice(1, -1)})`,
);
const calendarDate =
  /\d{4}\s*年(?:度)?(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日|[底末初])?|\d{1,2}\s*月(?:\s*\d{1,2}\s*日|[底末初份])/g;

const minimum = /(?:不得?少于|不得?低于|不得?短于|至少)\s*$/;
const notice =
  /^(.*?)(公示|公告|张贴|征求意见|征询意见|听取意见)(?:期限|时间|时长|期间|期)?[为是]?\s*$/;
const keeping = /^(.*?)公开(?:期限|时间|时长|期间|期)[为是]?\s*$/;
const obligation = /^(.*?)(?:应当|应|须|需)[自从在于](.*)$/;
const starting = /^(.*?)(?:自(?![然治行主建愿己])|从(?![业事]))(.+)$/;
const eventEnd = /(?:之日起|之日|之后|以后|后|起)\s*$/;
const formed = /形成|变更|获取|获得|制定|制作|制发|修订|更新|生成|产生|印发/;
const plainInformation = /^(?:该|本|政府|公开|事项|相关|有关)*信息$/;
const ordinal = /^\s*(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳●•])\s*/;
const leading = /^[\s，,、:：在于]+|[\s，,、:：]+$/g;

const lasting: readonly (readonly [RegExp, TimeLimitKind])[] = [
  [/实时|即时|随时/, 'realtime'],
  [/长期|任期内|永久|常年/, 'longTerm'],
  [/及时|第一时间|尽快|立即/, 'promptly'],
];

/**
 * Reads the rules out of a 公开时限. Pure and total: what cannot be read gives no rule, and the text
 * is kept as it is. A number of 日 without 工作 is natural days (as in 《预算法》第十四条, 批准后二十日内).
 */
export function parseTimeLimit(text: string): TimeLimit {
  return { text, rules: segmentsOf(text).flatMap(readSegment) };
}

interface Segment {
  scope: string;
  pieces: string[];
}

function segmentsOf(text: string): Segment[] {
  return asciiDigits(text)
    .replace(calendarDate, hideDigits)
    .split(/[；;。\r\n]+/)
    .map(segmentOf);
}

/** Full-width digits as ASCII ones; every other character stays, so wordings are kept verbatim. */
function asciiDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** Digits of a calendar date moved to private characters, so that they are not read as an amount. */
function hideDigits(date: string): string {
  return date.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xe000));
}

function showDigits(text: string): string {
  return text.replace(/[\ue030-\ue039]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - 0xe000),
  );
}

function segmentOf(text: string): Segment {
  const body = text.replace(ordinal, '');
  const colon = body.search(/[:：]/);
  const label = colon > 0 ? showDigits(body.slice(0, colon).trim()) : '';
  const scoped = label !== '' && !/时限|期限|时间|时长/.test(label) && !duration.test(label);
  const rest = colon > 0 && (scoped || label.endsWith('时限')) ? body.slice(colon + 1) : body;
  return { scope: scoped ? label : '', pieces: piecesOf(rest) };
}

/** Parts between commas; an event that ends in 后 or 起 belongs to the part after it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let open = '';
  for (const part of text.split(/[，,]/)) {
    const piece = open + part;
    open = eventEnd.test(part) ? piece : '';
    if (open === '') pieces.push(piece);
  }
  return open === '' ? pieces : [...pieces, open];
}

function readSegment({ scope, pieces }: Segment): TimeLimitRule[] {
  return pieces.flatMap((piece) =>
    readPiece(piece).map((rule) => (scope === '' ? rule : { ...rule, scope })),
  );
}

function readPiece(piece: string): TimeLimitRule[] {
  const periodic = period.exec(piece);
  if (periodic) {
    const rest = piece.slice(periodic.index + periodic[0].length);
    return [periodicRule(periodic), ...readDurations(rest)];
  }
  const rules = readDurations(piece);
  return rules.length > 0 ? rules : readLasting(piece);
}

function periodicRule(match: RegExpExecArray): TimeLimitRule {
  const word = match[2] ?? '';
  const times = match[1] === undefined ? 1 : numberOf(match[1]);
  if (word === '半年') return { kind: 'periodic', amount: 6 * times, unit: 'month' };
  return { kind: 'periodic', amount: times, unit: word === '季' ? 'quarter' : unitOf(word) };
}

function readDurations(piece: string): TimeLimitRule[] {
  const rules: TimeLimitRule[] = [];
  let rest = piece;
  for (;;) {
    const match = duration.exec(rest) ?? halfYear.exec(rest);
    if (match === null) return rules;
    const before = rest.slice(0, match.index);
    const after = rest.slice(match.index + match[0].length);
    const rule = durationRule(before, match, after);
    if (rule) rules.push(rule);
    rest = after;
  }
}

function durationRule(
  before: string,
  match: RegExpExecArray,
  following: string,
): TimeLimitRule | undefined {
  // 「提前5日」 and 「会议5日前」 count backwards from an event: no rule says that.
  if (match[3] === '前' || /[提第]前?\s*$/.test(before)) return undefined;
  const amount = match[1] === undefined ? 6 : numberOf(match[1]);
  const unit = match[2] === undefined ? 'month' : unitOf(match[2]);
  if (amount === 0) return undefined;
  const bounded = match[0].trimEnd().endsWith('内');
  const display = bounded ? undefined : displayRule(before, following);
  if (display) return { kind: 'displayFor', amount, unit, ...display };
  const { event, scope } = eventOf(before);
  const certain = bounded || unit === 'workday' || event !== '' || before.trim() === '';
  if (!certain) return undefined;
  return {
    kind: event === '' || formed.test(event) ? 'publishWithin' : 'within',
    amount,
    unit,
    ...(event === '' ? {} : { after: event }),
    ...(scope === '' ? {} : { scope }),
  };
}

function displayRule(
  before: string,
  following: string,
): Pick<TimeLimitRule, 'atLeast' | 'scope'> | undefined {
  const least = minimum.test(before);
  const subject = before.replace(minimum, '').replace(leading, '');
  const named = notice.exec(subject);
  const shown = /^的?(?:公示|公告)/.test(following.trim());
  if (!named && !keeping.test(subject) && !least && !shown) return undefined;
  const scope = named ? scopeOfNotice(named[1] ?? '', named[2] ?? '') : '';
  return { ...(least ? { atLeast: true } : {}), ...(scope === '' ? {} : { scope }) };
}

function scopeOfNotice(before: string, word: string): string {
  const qualifier = tidy(before);
  if (word.endsWith('意见')) return qualifier + word;
  return qualifier === '' || qualifier.length > 20 ? '' : qualifier + word;
}

/** The event a time runs from and, where the wording sets it apart (其中…应自…), what it is for. */
function eventOf(before: string): { event: string; scope: string } {
  const marked = eventEnd.test(before);
  const text = before.replace(eventEnd, '');
  const split = obligation.exec(text);
  if (split) return { event: tidy(split[2] ?? ''), scope: scopeIn(split[1] ?? '') };
  const started = starting.exec(text);
  if (started) return { event: tidy(started[2] ?? ''), scope: scopeIn(started[1] ?? '') };
  const words = tidy(text);
  if (marked || formed.test(words)) return { event: words, scope: '' };
  return { event: '', scope: scopeIn(words) };
}

function scopeIn(text: string): string {
  const scope = tidy(text).replace(/^其中[，,:：]?/, '');
  return plainInformation.test(scope) ? '' : scope;
}

function tidy(text: string): string {
  return showDigits(text.replace(leading, '').replace(/\s+/g, ''));
}

function readLasting(piece: string): TimeLimitRule[] {
  for (const [words, kind] of lasting) {
    const at = piece.search(words);
    if (at < 0) continue;
    const event = kind === 'promptly' ? promptEvent(piece.slice(0, at)) : '';
    return [event === '' ? { kind } : { kind, after: event }];
  }
  return [];
}

function promptEvent(before: string): string {
  const text = before.replace(/(?:应当|应|要)\s*$/, '');
  if (!eventEnd.test(text) && !/(?:变更|变化|变动|调整)\s*$/.test(text)) return '';
  return tidy(text.replace(eventEnd, '').replace(/^\s*自(?![然治行主建愿己])/, ''));
}

function unitOf(word: string): TimeLimitUnit {
  return unitWords.find(([known]) => known === word)?.[1] ?? 'day';
}

const digits = '零一二三四五六七八九';

/** Value of an Arabic or a Chinese numeral up to 999: 20, 二十, 两, 一百二十. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const character of text.replace(/两/g, '二')) {
    if (character === '十' || character === '百') {
      total += (digit === 0 ? 1 : digit) * (character === '十' ? 10 : 100);
      digit = 0;
    } else digit = digits.indexOf(character);
  }
  return total + digit;
}
