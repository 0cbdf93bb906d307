import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { openEnum, shape, type Open } from './shape.ts';
import { usualReviewPeriods } from './review-period.ts';
import type { Words } from './words.ts';

/**
 * 办理结果 in the groups of the annual report: 予以公开, 部分公开, 不予公开, 无法提供, 不予处理, 其他处理.
 */
export const outcomeGroups = [
  'disclosed',
  'partlyDisclosed',
  'refused',
  'unavailable',
  'notProcessed',
  'other',
] as const;
export type OutcomeGroup = Open<(typeof outcomeGroups)[number]>;

/** 办理结果: how a request can end, as the annual report counts it. */
export interface Outcome {
  /** `stateSecret`; stays the same when the table changes. */
  code: string;
  /** Row of table 三 of the annual report. */
  row: number;
  group: OutcomeGroup;
  label: Words;
  /** The articles it rests on. */
  articles: string[];
  /** 复议前置: no lawsuit before 行政复议 (《行政复议法》第二十三条第一款第四项). */
  reviewFirst: boolean;
  /** The letter in Chinese, with places in braces: `{applicant}`. */
  template: string;
  /** Names of the places of the template, in their order. */
  places: string[];
}

export const OutcomeSchema = shape<Outcome>()(
  z.object({
    code: z.string(),
    row: z.int(),
    group: openEnum(outcomeGroups),
    label: z.object({ zh: z.string(), en: z.string() }),
    articles: z.array(z.string()),
    reviewFirst: z.boolean(),
    template: z.string(),
    places: z.array(z.string()),
  }),
);

/** The outcomes of one edition of the annual report. */
export interface OutcomeList {
  items: Outcome[];
  /** Edition of the tables: 国办公开办函〔2021〕30号. */
  reportFormat: string;
  updatedAt: string;
}

export const OutcomeListSchema = shape<OutcomeList>()(
  z.object({ items: z.array(OutcomeSchema), reportFormat: z.string(), updatedAt: z.string() }),
);

/** 办理结果 with their articles and the letters that go with them. */
export const listOutcomes = endpoint({
  id: 'outcomes.list',
  method: 'GET',
  path: '/outcomes',
  summary: 'How a request can end, as the annual report counts it, with reply templates',
  response: OutcomeListSchema,
  access: 'public',
  caching: 'published',
});

/** A letter cannot be written because places of its template have no value. */
export class TemplateError extends Error {
  /** Names of the places without a value. */
  readonly places: string[];

  constructor(code: string, places: string[]) {
    super(`The reply "${code}" lacks ${places.join(', ')}.`);
    this.name = 'TemplateError';
    this.places = places;
  }
}

const placePattern = /\{(\w+)\}/g;

/** Names of the places of a template, in their order, each once. */
export function placesOf(template: string): string[] {
  const names: string[] = [];
  template.replace(placePattern, (place: string, name: string) => {
    if (!names.includes(name)) names.push(name);
    return place;
  });
  return names;
}

/**
 * Writes the letter of an outcome. What a value contains is never read as a place.
 *
 * @param values by name of the place; `litigationMonths` and `reconsiderationDays` are as usual when absent
 * @throws TemplateError naming every place without a value
 */
export function fillTemplate(
  outcome: Pick<Outcome, 'code' | 'template'>,
  values: Readonly<Record<string, string>>,
): string {
  const given = new Map([
    ['reconsiderationDays', String(usualReviewPeriods.reconsiderationDays)],
    ['litigationMonths', String(usualReviewPeriods.litigationMonths)],
    ...Object.entries(values),
  ]);
  const missing = placesOf(outcome.template).filter(
    (name) => (given.get(name) ?? '').trim() === '',
  );
  if (missing.length > 0) throw new TemplateError(outcome.code, missing);
  return outcome.template.replace(placePattern, (_, name: string) => given.get(name) ?? '');
}
