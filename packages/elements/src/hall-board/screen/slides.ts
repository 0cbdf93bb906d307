import type { BoardRow, CaseBoard } from '@open-info/contract/cases';
import type { Cleanup } from '@open-info/contract/cleanups';
import type { Issuer, PolicyDocumentSummary } from '@open-info/contract/documents';
import type { InterpretationSummary } from '@open-info/contract/interpretations';
import { formatInstant } from '../../base/moment.ts';

/** What a screen may show, as `show` names it. */
export const kinds = ['policies', 'cleanups', 'progress', 'notices'] as const;
export type Kind = (typeof kinds)[number];

export type Label = 'interpretation' | 'document' | 'cleanup' | 'progress' | 'notice';

interface SlideOf<T> {
  of: T;
  /** Tells it apart from every other. */
  key: string;
  label: Label;
}

/** A policy, a notice, a document a clean-up has changed: something to be read. */
export interface TextSlide extends SlideOf<'text'> {
  title: string;
  text?: string | undefined;
  documentNumber?: string | undefined;
  /** What a clean-up decided, by code. */
  decision?: string | undefined;
  organ: string;
  /** How many issued it together. */
  organs: number;
  /** 发布日期, or the day a decision holds from. */
  on: string;
  /** 施行日期, where it is still to come or was not the day of publication. */
  effectiveOn?: string | undefined;
  /** Document whose page the QR code leads to. */
  policyId?: string | undefined;
}

/** A clean-up, as many as each decision has. */
export interface CleanupSlide extends SlideOf<'cleanup'> {
  title: string;
  organ: string;
  on: string;
  counts: readonly (readonly [decision: string, count: number])[];
}

/** How many cases there are today. */
export interface TodaySlide extends SlideOf<'today'> {
  today: CaseBoard['today'];
}

/** Cases that moved last. */
export interface CasesSlide extends SlideOf<'cases'> {
  rows: readonly BoardRow[];
}

export type Slide = TextSlide | CleanupSlide | TodaySlide | CasesSlide;

/** At most so many of each, or the round takes longer than anybody stays. */
export const most = { policies: 6, decisions: 5, notices: 4, rows: 12 };

/** As many rows as can be taken in within one page. */
export const rowsOnSlide = 4;

/**
 * 公告 and 通告: the kinds by which organs address everybody (党政机关公文处理工作条例 art. 8); a 通知
 * addresses organs. What is open for opinions is not marked in a list, so it is no kind of its own here.
 */
export const noticeKinds = ['公告', '通告'];

/** Longest text beside a title, characters: three lines on a portrait screen. */
const longestText = 63;

/** A text that fits, cut behind a clause where it must be; nothing where there is no such place. */
export function shortened(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if ([...text].length <= longestText) return text;
  const kept = [...text].slice(0, longestText - 2).join('');
  const end = Math.max(...['。', '；', '！', '？'].map((sign) => kept.lastIndexOf(sign)));
  return end > 0 ? `${kept.slice(0, end + 1)}……` : undefined;
}

const dayOf = (instant: string): string => formatInstant(instant).slice(0, 10);

function leading(issuers: readonly Issuer[]): string {
  return (issuers.find(({ lead }) => lead) ?? issuers[0])?.name ?? '';
}

function ofInterpretation(one: InterpretationSummary): TextSlide {
  return {
    of: 'text',
    key: `interpretation:${one.id}`,
    label: 'interpretation',
    title: one.title,
    text: shortened(one.summary),
    organ: one.organ,
    organs: 1,
    on: dayOf(one.publishedAt),
    policyId: one.policies[0]?.id,
  };
}

function ofDocument(one: PolicyDocumentSummary, label: 'document' | 'notice'): TextSlide {
  const on = dayOf(one.publishedAt);
  return {
    of: 'text',
    key: `${label}:${one.id}`,
    label,
    title: one.title,
    documentNumber: one.documentNumber,
    organ: leading(one.issuers),
    organs: one.issuers.length,
    on,
    effectiveOn: one.effectiveOn === on ? undefined : one.effectiveOn,
    policyId: one.id,
  };
}

const byDate = (a: TextSlide, b: TextSlide): number => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0);

/** What is explained is shown by its explanation; what nobody explains, by itself. */
export function policySlides(
  interpretations: readonly InterpretationSummary[],
  documents: readonly PolicyDocumentSummary[],
): Slide[] {
  const bare = documents.filter(
    ({ interpretations: explained, kind }) => explained === 0 && !noticeKinds.includes(kind),
  );
  return [
    ...interpretations.map(ofInterpretation),
    ...bare.map((one) => ofDocument(one, 'document')),
  ]
    .sort(byDate)
    .slice(0, most.policies);
}

export function noticeSlides(documents: readonly PolicyDocumentSummary[]): Slide[] {
  return documents.map((one) => ofDocument(one, 'notice'));
}

const order = ['keep', 'amend', 'abolish', 'expire'];
const place = (decision: string): number => (order.indexOf(decision) + 9) % 9;

/**
 * The latest clean-up: how many of each decision, then what has changed, one document at a time.
 *
 * @param among ids of the documents that may be shown; the figures are of all, so none then
 */
export function cleanupSlides(
  cleanup: Cleanup | undefined,
  among: ReadonlySet<string> | undefined,
): Slide[] {
  if (!cleanup) return [];
  const { id, title, organ, on } = cleanup;
  const counts = Object.entries(cleanup.counts)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => place(a) - place(b));
  const changed = cleanup.entries
    .filter(({ decision, document }) => decision !== 'keep' && (!among || among.has(document.id)))
    .slice(0, most.decisions)
    .map(({ document, decision, reason }): TextSlide => ({
      of: 'text',
      key: `cleanup:${id}:${document.id}`,
      label: 'cleanup',
      title: document.title,
      documentNumber: document.documentNumber,
      decision,
      text: shortened(reason),
      organ,
      organs: 1,
      on,
      policyId: document.id,
    }));
  if (among) return changed;
  return [
    { of: 'cleanup', key: `cleanup:${id}`, label: 'cleanup', title, organ, on, counts },
    ...changed,
  ];
}

/** The figures of today, then the cases that moved last; nothing where there has never been a case. */
export function progressSlides({ items, today }: CaseBoard): Slide[] {
  const figures: Slide = { of: 'today', key: 'today', label: 'progress', today };
  if (items.length === 0 && !Object.values(today).some(Boolean)) return [];
  const rows = items.slice(0, most.rows);
  const pages = Math.ceil(rows.length / rowsOnSlide);
  return [
    figures,
    ...Array.from({ length: pages }, (_, page): CasesSlide => ({
      of: 'cases',
      key: `cases:${page}`,
      label: 'progress',
      rows: rows.slice(page * rowsOnSlide, (page + 1) * rowsOnSlide),
    })),
  ];
}
