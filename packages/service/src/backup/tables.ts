import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** A table as the database describes it: whatever migrations make is backed up without being named. */
export interface TableShape {
  name: string;
  /** In the order in which a row is written as text. */
  columns: string[];
  /** Those the database computes itself. */
  generated: string[];
}

/** All tables of ours. Kysely's own are told by the migrations in the header. */
export async function listTables(db: Kysely<Tables>): Promise<TableShape[]> {
  const { rows } = await sql<TableShape>`
    select c.relname::text as name,
      array_agg(a.attname::text order by a.attnum) as columns,
      coalesce(array_agg(a.attname::text) filter (where a.attgenerated <> ''), '{}') as generated
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and c.relname not like 'kysely%'
    group by c.relname order by c.relname
  `.execute(db);
  return rows;
}

export async function listSequences(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname::text as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'S' order by relname
  `.execute(db);
  return rows.map(({ name }) => name);
}

export async function listMigrations(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name
  `.execute(db);
  return rows.map(({ name }) => name);
}

/** A foreign key, which is put aside while tables are filled in any order. */
export interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

export async function listForeignKeys(db: Kysely<Tables>): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select c.relname::text as table, k.conname::text as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.connamespace = current_schema()::regnamespace
    order by c.relname, k.conname
  `.execute(db);
  return rows;
}
