import { findDocumentNumbers } from '@open-info/contract/document-number';
import { policyLevels, validities, type DocumentListQuery } from '@open-info/contract/documents';
import { sql } from 'kysely';
import { badQuery } from '../catalog/selection.ts';
import type { FieldFault } from '../http/problem.ts';
import { holdsOneOfEach } from '../search/match.ts';
import { waysToSay } from '../search/synonyms.ts';
import { searchWords } from '../search/text.ts';
import { publicDocuments, publicInterpretations, validitySql, type Reading } from './public.ts';

/** Filters whose values are counted, each disregarding its own choice. */
export const documentFilters = ['organ', 'topic', 'kind', 'level', 'validity'] as const;
export type DocumentFilter = (typeof documentFilters)[number];

/** Which documents a list is about. */
export interface Selection {
  /** Normalised words that must all occur, each in one of the ways it may be written. */
  words: readonly (readonly string[])[];
  choices: Partial<Record<DocumentFilter, readonly string[]>>;
  from?: string | undefined;
  to?: string | undefined;
  interpreted: boolean;
}

/**
 * The words of a query; a 文号 in it is one word, whatever brackets and blanks it was typed with.
 */
export function wordsOf(q: string | undefined): string[] {
  if (q === undefined) return [];
  let text = q;
  for (const { number, start, end } of findDocumentNumbers(q).reverse()) {
    text = `${text.slice(0, start)} ${number} ${text.slice(end)}`;
  }
  return searchWords(text);
}

/**
 * Checks the query of a list.
 *
 * @param organs names of our organs by id
 * @throws ProblemError `bad-query` naming each value that no document can have
 */
export function toSelection(
  query: DocumentListQuery,
  organs: ReadonlyMap<string, string>,
): Selection {
  const faults = [
    ...unknown('organ', query.organ, [...organs.keys()]),
    ...unknown('level', query.level, policyLevels),
    ...unknown('validity', query.validity, validities),
  ];
  if (faults.length > 0) throw badQuery(faults);
  const choices: Selection['choices'] = {};
  for (const filter of documentFilters) {
    const values = [...new Set(query[filter] ?? [])].sort();
    if (values.length > 0) choices[filter] = values;
  }
  const { from, to } = query;
  return {
    words: wordsOf(query.q).map((word) => waysToSay(word)),
    choices,
    from,
    to,
    interpreted: query.interpreted === 'true',
  };
}

const offered = 5;

function unknown(
  field: string,
  values: readonly string[] | undefined,
  known: readonly string[],
): FieldFault[] {
  const right = known.slice(0, offered).join(', ');
  return (values ?? [])
    .filter((value) => !known.includes(value))
    .map((value) => ({
      field,
      message: { zh: `没有“${value}”这个值`, en: `there is no value "${value}"` },
      expected: { zh: `例如 ${right}`, en: `for example ${right}` },
    }));
}

/** The public documents of a selection, as `d`. */
export function selected(reading: Reading, selection: Selection) {
  const { words, choices, from, to, interpreted } = selection;
  const { organ, topic, kind, level, validity } = choices;
  let query = publicDocuments(reading);
  if (organ) query = query.where(sql<boolean>`d.organs && ${[...organ]}::text[]`);
  if (topic) query = query.where(sql<boolean>`d.topics && ${[...topic]}::text[]`);
  if (kind) query = query.where('d.kind', 'in', kind);
  if (level) query = query.where('d.level', 'in', level);
  if (validity) query = query.where(validitySql(reading.today), 'in', validity);
  if (from !== undefined) query = query.where('d.issued_on', '>=', from);
  if (to !== undefined) query = query.where('d.issued_on', '<=', to);
  if (interpreted) {
    query = query.where((eb) =>
      eb.exists(
        publicInterpretations(reading)
          .innerJoin('document_edges as x', 'x.from_id', 'i.id')
          .where('x.kind', '=', 'explains')
          .where('x.to_id', '=', sql.ref<string>('d.id'))
          .select('i.id'),
      ),
    );
  }
  return words.length > 0 ? query.where(holdsOneOfEach('d', words)) : query;
}

/** The same with every value of one filter allowed. */
export function without(selection: Selection, filter: DocumentFilter): Selection {
  const choices = { ...selection.choices };
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy of five known keys
  delete choices[filter];
  return { ...selection, choices };
}
