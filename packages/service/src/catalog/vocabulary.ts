import {
  audienceScopes,
  catalogMethods,
  catalogTiers,
  type CatalogFilter,
} from '@open-info/contract/catalog';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { printedWord } from './search-text.ts';

/** What is known of one value of a filter. */
export interface Term {
  label: string;
  /** Other names it may be meant by. */
  aliases: readonly string[];
  /** Place in the district's own list. */
  position: number;
}

type Terms = ReadonlyMap<string, Term>;

/** Every value a filter may be asked for, whenever it held. */
export type Vocabulary = Record<CatalogFilter | 'area', Terms>;

/** Reads the values of every filter; they change only with the data version. */
export async function readVocabulary(db: Kysely<Tables>): Promise<Vocabulary> {
  const fields = await db
    .selectFrom('fields')
    .select(['id', 'name', 'position', 'aliases'])
    .execute();
  const organs = await db
    .selectFrom('organs')
    .select(['id', 'name', 'position', 'aliases', 'short_name'])
    .execute();
  const areas = await db.selectFrom('areas').select(['code', 'name', 'position']).execute();
  return {
    field: new Map(
      fields.map(({ id, name, position, aliases }) => [id, { label: name, position, aliases }]),
    ),
    organ: new Map(
      organs.map(({ id, name, position, aliases, short_name: short }) => [
        id,
        { label: name, position, aliases: short === null ? aliases : [short, ...aliases] },
      ]),
    ),
    area: new Map(
      areas.map(({ code, name, position }) => [code, { label: name, position, aliases: [] }]),
    ),
    level1: terms([], await occurring(db, sql`level1`)),
    channel: terms([], await occurring(db, sql`unnest(channels)`)),
    audience: terms(audienceScopes, await occurring(db, sql`unnest(audiences)`)),
    method: terms(catalogMethods, await occurring(db, sql`unnest(methods)`)),
    tier: terms(catalogTiers, await occurring(db, sql`unnest(tiers)`)),
  };
}

type Expression = ReturnType<typeof sql>;

async function occurring(db: Kysely<Tables>, value: Expression): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select distinct ${value} as value from catalog_revisions`.execute(db);
  return rows.map((row) => row.value).sort();
}

function terms(known: readonly string[], found: readonly string[]): Terms {
  const all = [...new Set([...known, ...found])];
  return new Map(
    all.map((value, position) => [value, { label: printedWord(value), position, aliases: [] }]),
  );
}
