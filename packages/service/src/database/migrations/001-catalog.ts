import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const textArray = sql`text[]`;
const noTexts = sql`'{}'::text[]`;

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('organs')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('short_name', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('area_code', 'text', (c) => c.notNull())
    .addColumn('aliases', textArray, (c) => c.notNull().defaultTo(noTexts))
    .addColumn('office', 'jsonb')
    .addColumn('fictitious', 'boolean', (c) => c.notNull().defaultTo(false))
    .addColumn('position', 'integer', (c) => c.notNull())
    .execute();

  await schema
    .createTable('areas')
    .addColumn('code', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('parent', 'text', (c) => c.references('areas.code'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .execute();

  await schema
    .createTable('fields')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('aliases', textArray, (c) => c.notNull().defaultTo(noTexts))
    .addColumn('guideline', 'text')
    .execute();

  await schema
    .createTable('catalog_versions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('effective_from', 'date', (c) => c.notNull())
    .addColumn('published_at', 'timestamptz', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('added', 'integer', (c) => c.notNull())
    .addColumn('adjusted', 'integer', (c) => c.notNull())
    .addColumn('removed', 'integer', (c) => c.notNull())
    .execute();

  await schema
    .createTable('catalog_revisions')
    .addColumn('revision', 'integer', (c) => c.generatedAlwaysAsIdentity().primaryKey())
    .addColumn('item_id', sql`text collate "C"`, (c) => c.notNull())
    .addColumn('version_id', 'text', (c) => c.notNull().references('catalog_versions.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('changed', textArray, (c) => c.notNull().defaultTo(noTexts))
    .addColumn('valid_from', 'date', (c) => c.notNull())
    .addColumn('valid_to', 'date')
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('name_sort', sql`text collate "C"`, (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('field_id', 'text', (c) => c.notNull().references('fields.id'))
    .addColumn('level1', 'text', (c) => c.notNull())
    .addColumn('organs', textArray, (c) => c.notNull())
    .addColumn('areas', textArray, (c) => c.notNull())
    .addColumn('audiences', textArray, (c) => c.notNull())
    .addColumn('methods', textArray, (c) => c.notNull())
    .addColumn('channels', textArray, (c) => c.notNull())
    .addColumn('tiers', textArray, (c) => c.notNull())
    .addColumn('item', 'jsonb', (c) => c.notNull())
    .addColumn('name_text', 'text', (c) => c.notNull())
    .addColumn('search_text', 'text', (c) => c.notNull())
    .addColumn('name_grams', sql`integer[]`, (c) => c.notNull())
    .addColumn('grams', sql`integer[]`, (c) => c.notNull())
    .addUniqueConstraint('catalog_revisions_item', ['item_id', 'valid_from', 'version_id'])
    .addCheckConstraint('catalog_revisions_period', sql`valid_to is null or valid_to >= valid_from`)
    .execute();

  await createCatalogIndexes(db);

  await schema
    .createTable('published')
    .addColumn('id', 'integer', (c) => c.primaryKey().check(sql`id = 1`))
    .addColumn('data_version', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'timestamptz', (c) => c.notNull())
    .addColumn('area_source', 'text', (c) => c.notNull())
    .execute();
  await sql`insert into published values (1, 1, now(), '')`.execute(db);
}

async function createCatalogIndexes(db: Kysely<unknown>): Promise<void> {
  // Each order of a list has an index that a bounded read can walk; what no longer holds is few
  // and skipped on the way.
  const btrees: Record<string, string[]> = {
    catalog_revisions_place: ['place', 'item_id'],
    catalog_revisions_updated: ['valid_from desc', 'place', 'item_id'],
    catalog_revisions_name: ['name_sort', 'place', 'item_id'],
    catalog_revisions_field: ['field_id', 'place', 'item_id'],
    catalog_revisions_changes: ['valid_from', 'revision'],
    catalog_revisions_version: ['version_id'],
  };
  for (const [name, columns] of Object.entries(btrees)) {
    await db.schema.createIndex(name).on('catalog_revisions').columns(columns).execute();
  }
  // Only filters that cut deep have an index of their own; audience, method and tier divide the
  // catalog into a few large parts, which a walk in catalog order finds sooner.
  for (const column of ['grams', 'name_grams', 'organs', 'areas', 'channels']) {
    await db.schema
      .createIndex(`catalog_revisions_${column}`)
      .on('catalog_revisions')
      .using('gin')
      .column(column)
      .execute();
  }
}

export const catalog: Migration = { up };
