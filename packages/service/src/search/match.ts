import { sql, type RawBuilder } from 'kysely';
import { wordGrams } from './text.ts';

/**
 * True where the text of a table's row holds every word: through the GIN index over its grams, and
 * by the text itself for words of more than two characters, which the grams alone do not decide.
 *
 * @param table alias of the table, which has `grams` and `search_text`
 */
export function holdsWords(table: string, words: readonly string[]): RawBuilder<boolean> {
  const windows = [...new Set(words.flatMap(wordGrams))];
  const conditions = [
    sql`${sql.ref(`${table}.grams`)} @> ${windows}::int4[]`,
    ...words
      .filter((word) => word.length > 2)
      .map((word) => sql`strpos(${sql.ref(`${table}.search_text`)}, ${word}) > 0`),
  ];
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** True where the text holds each word in one of the ways it may be written. */
export function holdsOneOfEach(
  table: string,
  words: readonly (readonly string[])[],
): RawBuilder<boolean> {
  const plain = words.flatMap((ways) => (ways.length === 1 ? ways : []));
  const several = words.filter((ways) => ways.length > 1);
  const each = [
    ...(plain.length > 0 ? [holdsWords(table, plain)] : []),
    ...several.map(
      (ways) =>
        sql`(${sql.join(
          ways.map((way) => holdsWords(table, [way])),
          sql` or `,
        )})`,
    ),
  ];
  return sql<boolean>`(${sql.join(each, sql` and `)})`;
}
