import type { DisclosureOffice } from '@open-info/contract/organs';
import type { Kysely } from 'kysely';
import { applyEdition } from './catalog/editions.ts';
import { readJsonRows } from './catalog/import/json-rows.ts';
import { publish } from './database/published.ts';
import type { Tables } from './database/tables.ts';
import type { PolicyRows } from './documents/rows.ts';
import { writeWithin } from './documents/write.ts';
import type { MatterRecord } from './matters/record.ts';
import { writeMattersWithin } from './matters/write.ts';
import { readSeedFile } from './seed-file.ts';
import type { Service } from './service.ts';

interface SeedArea {
  code: string;
  name: string;
  level: string;
  children: SeedArea[];
}

interface SeedOrgan {
  id: string;
  name: string;
  shortName?: string;
  kind: string;
  areaCode: string;
  aliases: string[];
  office?: DisclosureOffice;
  fictitious?: boolean;
}

interface SeedField {
  id: string;
  name: string;
  order: number;
  aliases: string[];
  guideline?: string;
}

interface SeedCatalog {
  title: string;
  effectiveFrom: string;
  source: string;
}

/**
 * Fills an empty database with the district's areas, organs, fields, catalog, policies and matters. A table
 * that already holds something is left as it is, so it can be called at every start.
 *
 * @returns whether anything was written
 */
export async function seed(service: Pick<Service, 'db' | 'now'>): Promise<boolean> {
  const written = [
    await seedRegistry(service),
    await seedCatalog(service),
    await seedPolicies(service),
    await seedMatters(service),
  ];
  return written.includes(true);
}

async function seedCatalog(service: Pick<Service, 'db' | 'now'>): Promise<boolean> {
  if (!(await isEmpty(service.db, 'catalog_versions'))) return false;
  const catalog = readSeedFile<SeedCatalog>('catalog.json');
  const { title, effectiveFrom, source } = catalog;
  const rows = readJsonRows(catalog).rows.map(({ row }) => row);
  await applyEdition(service, rows, { title, effectiveFrom, source });
  return true;
}

/** Policies that explain themselves; they name organs and catalog items, so they come last. */
async function seedPolicies({ db, now }: Pick<Service, 'db' | 'now'>): Promise<boolean> {
  if (!(await isEmpty(db, 'documents'))) return false;
  const { documents, interpretations, cleanups, responses } =
    readSeedFile<PolicyRows>('policies.json');
  await db.transaction().execute(async (trx) => {
    const at = now();
    await writeWithin(trx, { documents, interpretations, cleanups, responses }, { at });
    await publish(trx, at);
  });
  return true;
}

/** Matters carry out policies, so they come after them. */
async function seedMatters({ db, now }: Pick<Service, 'db' | 'now'>): Promise<boolean> {
  if (!(await isEmpty(db, 'matters'))) return false;
  const { items } = readSeedFile<{ items: MatterRecord[] }>('matters.json');
  await db.transaction().execute(async (trx) => {
    const at = now();
    await writeMattersWithin(trx, items, { at });
    await publish(trx, at);
  });
  return true;
}

/** Fills areas, organs and fields where they are empty: what an import needs to know the district. */
export async function seedRegistry({ db }: Pick<Service, 'db'>): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const written = [await seedAreas(trx), await seedOrgans(trx), await seedFields(trx)];
    return written.includes(true);
  });
}

async function isEmpty(db: Kysely<Tables>, table: keyof Tables): Promise<boolean> {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.lit(1).as('one'))
    .limit(1)
    .execute();
  return row.length === 0;
}

async function seedAreas(trx: Kysely<Tables>): Promise<boolean> {
  if (!(await isEmpty(trx, 'areas'))) return false;
  const areas = readSeedFile<{ source: string; items: SeedArea[] }>('areas.json');
  let position = 0;
  const flatten = (list: SeedArea[], parent: string | null): Row[] =>
    list.flatMap(({ code, name, level, children }) => {
      position += 1;
      return [{ code, name, level, parent, position }, ...flatten(children, code)];
    });
  await trx.insertInto('areas').values(flatten(areas.items, null)).execute();
  await trx.updateTable('published').set({ area_source: areas.source }).execute();
  return true;
}

interface Row {
  code: string;
  name: string;
  level: string;
  parent: string | null;
  position: number;
}

async function seedOrgans(trx: Kysely<Tables>): Promise<boolean> {
  if (!(await isEmpty(trx, 'organs'))) return false;
  const organs = readSeedFile<{ items: SeedOrgan[] }>('organs.json');
  const rows = organs.items.map((organ, index) => ({
    id: organ.id,
    name: organ.name,
    short_name: organ.shortName ?? null,
    kind: organ.kind,
    area_code: organ.areaCode,
    aliases: organ.aliases,
    office: organ.office === undefined ? null : JSON.stringify(organ.office),
    fictitious: organ.fictitious === true,
    position: index + 1,
  }));
  await trx.insertInto('organs').values(rows).execute();
  return true;
}

async function seedFields(trx: Kysely<Tables>): Promise<boolean> {
  if (!(await isEmpty(trx, 'fields'))) return false;
  const fields = readSeedFile<{ items: SeedField[] }>('fields.json');
  const rows = fields.items.map(({ id, name, order, aliases, guideline }) => ({
    id,
    name,
    position: order,
    aliases,
    guideline: guideline ?? null,
  }));
  await trx.insertInto('fields').values(rows).execute();
  return true;
}
