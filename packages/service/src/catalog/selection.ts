import {
  catalogFilters,
  type CatalogFilter,
  type CatalogFilterQuery,
} from '@open-info/contract/catalog';
import { ProblemError, type FieldFault } from '../http/problem.ts';
import { searchWords } from '../search/text.ts';
import { isDay } from './cursor.ts';
import type { Term, Vocabulary } from './vocabulary.ts';

/** Chosen values: any value of a filter, every filter. */
export type Choices = Partial<Record<CatalogFilter, readonly string[] | undefined>>;

/** A filter query that has been checked: which items a read is about. */
export interface Selection {
  /** Normalised words that must all occur; none: no search. */
  readonly words: readonly string[];
  /** Each list sorted and without repetition. */
  readonly choices: Choices;
  readonly area?: string;
  /** The date it is read for. */
  readonly asOf: string;
}

const hoursOfShanghai = 8;

/** The date in Asia/Shanghai, which has kept UTC+8 the whole year since 1992. */
export function shanghaiDate(moment: Date): string {
  return new Date(moment.getTime() + hoursOfShanghai * 3_600_000).toISOString().slice(0, 10);
}

/**
 * Checks a filter query against the values there are.
 *
 * @param today the date read for when the query names none
 * @throws ProblemError `bad-query` naming each wrong value and the closest right ones
 */
export function toSelection(
  query: CatalogFilterQuery,
  vocabulary: Vocabulary,
  today: string,
): Selection {
  const faults: FieldFault[] = [];
  const choices: Partial<Record<CatalogFilter, string[]>> = {};
  for (const filter of catalogFilters) {
    const values = [...new Set(query[filter] ?? [])].sort();
    if (values.length === 0) continue;
    choices[filter] = values;
    faults.push(...unknown(filter, values, vocabulary));
  }
  if (query.area !== undefined) faults.push(...unknown('area', [query.area], vocabulary));
  if (query.asOf !== undefined) faults.push(...notADay('asOf', query.asOf));
  if (faults.length > 0) throw badQuery(faults);
  return {
    words: searchWords(query.q),
    choices,
    ...(query.area !== undefined && { area: query.area }),
    asOf: query.asOf ?? today,
  };
}

/** Checks the dates of a query; the pattern of the contract lets 02-30 pass. */
export function notADay(field: string, value: string): FieldFault[] {
  if (isDay(value)) return [];
  return [
    {
      field,
      message: { zh: `“${value}”不是日历上的日期`, en: `"${value}" is not a day of the calendar` },
      expected: { zh: '如 2020-12-31', en: 'such as 2020-12-31' },
    },
  ];
}

export function badQuery(errors: FieldFault[]): ProblemError {
  const fields = [...new Set(errors.map(({ field }) => field))];
  return new ProblemError('bad-query', {
    detail: {
      zh: `查询参数 ${fields.join('、')} 的值不正确，可用的值见 errors。`,
      en: `There is a wrong value for ${fields.join(', ')}; see errors for right ones.`,
    },
    errors,
  });
}

/** How many right values an error offers. */
const offered = 5;

/** Faults for the values a filter does not know. */
export function unknown(
  filter: CatalogFilter | 'area',
  values: readonly string[],
  vocabulary: Vocabulary,
): FieldFault[] {
  const known = vocabulary[filter];
  return values
    .filter((value) => !known.has(value))
    .map((value) => {
      const right = closest(value, known);
      return {
        field: filter,
        message: { zh: `没有“${value}”这个值`, en: `there is no value "${value}"` },
        expected: {
          zh: right.length > 0 ? `例如 ${right.join('、')}` : '目前没有可用的值',
          en: right.length > 0 ? `for example ${right.join(', ')}` : 'there is no value yet',
        },
      };
    });
}

function closest(value: string, known: ReadonlyMap<string, Term>): string[] {
  return [...known]
    .map(([id, term]) => {
      const names = [id, term.label, ...term.aliases];
      return { id, term, distance: Math.min(...names.map((name) => distance(value, name))) };
    })
    .sort((a, b) => a.distance - b.distance || a.term.position - b.term.position)
    .slice(0, offered)
    .map(({ id, term }) => (term.label === id ? id : `${id}（${term.label}）`));
}

/**
 * How unlike two values are, from 0 to 1: the share of two-character windows only one of them
 * has. It finds the field named in words instead of by id, and a slip of the finger.
 */
function distance(a: string, b: string): number {
  const [windowsA, windowsB] = [windows(a), windows(b)];
  let shared = 0;
  for (const window of windowsA) if (windowsB.has(window)) shared++;
  return 1 - (2 * shared) / (windowsA.size + windowsB.size);
}

function windows(text: string): Set<string> {
  const padded = ` ${text.toLowerCase()} `;
  const found = new Set<string>();
  for (let i = 0; i + 1 < padded.length; i++) found.add(padded.slice(i, i + 2));
  return found;
}

/** True when only words, if anything, limit a selection. */
export function isUnfiltered({ choices, area }: Selection): boolean {
  return area === undefined && catalogFilters.every((filter) => choices[filter] === undefined);
}

/** The same selection with every value of one filter allowed. */
export function without(selection: Selection, filter: CatalogFilter): Selection {
  return { ...selection, choices: { ...selection.choices, [filter]: undefined } };
}

/** A text equal for equal selections. */
export function keyOf({ words, choices, area, asOf }: Selection): string {
  return JSON.stringify([
    words,
    catalogFilters.map((filter) => choices[filter] ?? null),
    area ?? null,
    asOf,
  ]);
}
