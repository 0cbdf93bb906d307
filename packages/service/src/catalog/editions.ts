import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CatalogVersion, changeReasons } from '@open-info/contract/catalog';
import { parseTimeLimit } from '@open-info/contract/time-limit-parser';
import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import { publish } from '../database/published.ts';
import type { CatalogRevisionsTable, Tables } from '../database/tables.ts';
import type { Service } from '../service.ts';
import { StopError } from '../stop.ts';
import { readFieldNames, type FieldNames } from './field-names.ts';
import { tidyRow, type CatalogRow } from './row.ts';
import { searchColumns, type StoredItem } from './search-text.ts';
import { readSubjects, type Resolved, type Subjects } from './subjects.ts';

export interface EditionOptions {
  title: string;
  /** Date from which the edition holds, `YYYY-MM-DD`; today, earlier or later. */
  effectiveFrom: string;
  /** File or source it is made from. */
  source: string;
  /**
   * The rows are everything their reporting units disclose: what these units had before and is not
   * among the rows is cancelled (取消). Rows without a reporting unit stand for the district.
   */
  complete?: boolean | undefined;
  /** Works everything out and writes nothing. */
  dryRun?: boolean | undefined;
  /** Id of the organ whose table it is, for rows that name no reporting unit. */
  organ?: string | undefined;
  /** Called after each batch with the number of rows done. */
  progress?: ((done: number) => void) | undefined;
}

type Reason = (typeof changeReasons)[number];

/** One item an edition changes. */
export interface EditionChange {
  id: string;
  name: string;
  level1: string;
  field: string;
  reason: Reason;
  /** Properties an adjustment touches. */
  changed: string[];
}

/** What an edition changed, or would change. */
export interface EditionOutcome {
  /** The new edition; absent when nothing changed and after a dry run. */
  version?: CatalogVersion | undefined;
  added: number;
  adjusted: number;
  removed: number;
  unchanged: number;
  /** The first changes of each kind, at most 10. */
  changes: EditionChange[];
  /** Names of fields the catalog did not have. */
  newFields: string[];
  /** 公开主体 of changed items for which no organ of the district is known, at most 100. */
  unknownSubjects: string[];
  /** Rows with the key of an earlier row, which were left out: places in the given order, from 0. */
  duplicates: { row: number; first: number }[];
}

const batchSize = 500;
const shownOfEach = 10;

/** Compared with what the catalog holds, under these names, to tell an adjustment. */
const compared = [
  'name',
  'level1',
  'level2',
  'level3',
  'content',
  'basis',
  'timeLimit',
  'subject',
  'channels',
  'audiences',
  'methods',
  'tiers',
  'url',
  'reportingUnit',
  'extensions',
  'provenance',
] as const;

/**
 * Applies rows as a dated edition of the catalog, in one transaction: items are recognised by
 * field, levels and reporting unit, so the same rows applied again change nothing and make no
 * edition. Memory does not grow with the number of rows, but for one short key each.
 *
 * @throws StopError when a later edition is already there
 */
export async function applyEdition(
  service: Pick<Service, 'db' | 'now'>,
  rows: Iterable<CatalogRow> | AsyncIterable<CatalogRow>,
  options: EditionOptions,
): Promise<EditionOutcome> {
  const outcome = await service.db.transaction().execute(async (trx) => {
    // Two editions at a time would both close the same revisions.
    if (options.dryRun !== true)
      await trx.selectFrom('published').select('id').forUpdate().execute();
    await refuseEarlier(trx, options.effectiveFrom);
    const edition = new Edition(trx, options, service.now(), {
      fields: await readFieldNames(trx, options.dryRun === true),
      subjects: await readSubjects(trx),
      places: await readPlaces(trx),
    });
    let batch: CatalogRow[] = [];
    for await (const row of rows) {
      batch.push(row);
      if (batch.length < batchSize) continue;
      await edition.apply(batch);
      batch = [];
    }
    if (batch.length > 0) await edition.apply(batch);
    if (options.complete === true) await edition.removeOthers();
    return edition.finish();
  });
  // The embedded database never does this by itself; after 100,000 rows searches take half the time.
  if (outcome.version) await sql`vacuum analyze catalog_revisions`.execute(service.db);
  return outcome;
}

async function refuseEarlier(trx: Kysely<Tables>, effectiveFrom: string): Promise<void> {
  const latest = await trx
    .selectFrom('catalog_versions')
    .select(['effective_from', 'title'])
    .orderBy('effective_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!latest || latest.effective_from <= effectiveFrom) return;
  throw new StopError({
    zh: `生效日期 ${effectiveFrom} 早于目录现有版本《${latest.title}》的生效日期 ${latest.effective_from}。请用 --effective 指定 ${latest.effective_from} 或以后的日期。`,
    en: `The effective date ${effectiveFrom} is earlier than that of the latest edition, ${latest.effective_from}. Give that date or a later one with --effective.`,
  });
}

/** For each field the highest place taken in it. */
async function readPlaces(trx: Kysely<Tables>): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom('catalog_revisions')
    .select(['field_id', (eb) => eb.fn.max('place').as('place')])
    .groupBy('field_id')
    .execute();
  return new Map(rows.map((row) => [row.field_id, row.place]));
}

interface Registry {
  fields: FieldNames;
  subjects: Subjects;
  places: Map<string, number>;
}

interface Known {
  item: StoredItem;
  place: number;
  reason: string;
  areas: string[];
}

/** A row with the item it is about. */
interface Keyed {
  id: string;
  row: CatalogRow;
  field: { id: string; name: string; order: number };
  own: string | undefined;
}

type Revision = Insertable<CatalogRevisionsTable>;

class Edition {
  private readonly trx: Transaction<Tables>;
  private readonly options: EditionOptions;
  private readonly at: Date;
  private readonly registry: Registry;
  private readonly rowOf = new Map<string, number>();
  private readonly scopes = new Set<string>();
  private readonly unknown = new Set<string>();
  private readonly counts = { added: 0, adjusted: 0, removed: 0, unchanged: 0 };
  private readonly changes: EditionChange[] = [];
  private readonly duplicates: { row: number; first: number }[] = [];
  private version: CatalogVersion | undefined;
  private done = 0;

  constructor(trx: Transaction<Tables>, options: EditionOptions, at: Date, registry: Registry) {
    this.trx = trx;
    this.options = options;
    this.at = at;
    this.registry = registry;
  }

  async apply(rows: CatalogRow[]): Promise<void> {
    const keyed: Keyed[] = [];
    for (const row of rows) {
      const found = await this.key(tidyRow(row));
      const first = this.rowOf.get(found.id);
      if (first === undefined) {
        this.rowOf.set(found.id, this.done);
        keyed.push(found);
      } else this.duplicates.push({ row: this.done, first });
      this.done += 1;
    }
    const known = await this.known(keyed.map(({ id }) => id));
    const revisions = keyed.flatMap((entry) => this.revise(entry, known.get(entry.id)));
    if (revisions.length > 0 && this.options.dryRun !== true) await this.write(revisions, known);
    this.options.progress?.(this.done);
  }

  private async key(row: CatalogRow): Promise<Keyed> {
    const { fields, subjects } = this.registry;
    const field = await fields.resolve(row.field);
    const organ = this.options.organ;
    const unit = row.reportingUnit ?? '';
    const own = unit === '' ? organ : subjects.organId(unit);
    const scope = own ?? unit;
    this.scopes.add(scope);
    return { id: itemId(field.id, row, scope), row, field, own };
  }

  private async known(ids: string[]): Promise<Map<string, Known>> {
    if (ids.length === 0) return new Map();
    const rows = await this.trx
      .selectFrom('catalog_revisions')
      .select(['item_id', 'item', 'place', 'reason', 'areas'])
      .where('item_id', 'in', ids)
      .where('valid_to', 'is', null)
      .execute();
    return new Map(rows.map(({ item_id, ...rest }) => [item_id, rest]));
  }

  private revise(entry: Keyed, known: Known | undefined): Revision[] {
    const current = known?.reason === 'removed' ? undefined : known;
    const { item, areas } = this.item(entry, current);
    const changed = current ? differences(current.item, item) : [];
    if (current && changed.length === 0) {
      this.counts.unchanged += 1;
      return [];
    }
    if (entry.row.provenance === undefined) {
      item.provenance = { kind: 'imported', note: this.options.source };
    }
    const reason: Reason = current ? 'adjusted' : 'added';
    this.count(item, reason, changed);
    if (areas.length === 0 && this.unknown.size < 100) this.unknown.add(item.subject.text);
    const place = known?.place ?? this.nextPlace(entry.field);
    return [this.revision(item, areas, { reason, changed, place })];
  }

  private item(entry: Keyed, current: Known | undefined): { item: StoredItem; areas: string[] } {
    const { row, field, id } = entry;
    const before = current?.item;
    const meant = this.subject(entry, current);
    const url = row.url ?? before?.url ?? '';
    const unit = row.reportingUnit ?? before?.reportingUnit ?? this.unitName();
    const item: StoredItem = {
      id,
      name: row.level3 || row.level2 || row.level1,
      field: { id: field.id, name: field.name },
      level1: row.level1,
      level2: row.level2,
      ...(row.level3 === '' ? {} : { level3: row.level3 }),
      subject: { text: row.subject, organs: meant.organs },
      timeLimit: parseTimeLimit(row.timeLimit),
      methods: row.methods,
      audiences: row.audiences,
      tiers: row.tiers ?? before?.tiers ?? [],
      ...(url === '' ? {} : { url }),
      content: row.content,
      basis: row.basis,
      channels: row.channels,
      ...(unit === '' ? {} : { reportingUnit: unit }),
      provenance: row.provenance ??
        before?.provenance ?? { kind: 'imported', note: this.options.source },
      extensions: row.extensions ?? before?.extensions ?? {},
    };
    return { item, areas: meant.areas };
  }

  private subject({ row, own }: Keyed, current: Known | undefined): Resolved {
    const { subjects } = this.registry;
    if (row.organs !== undefined) {
      const named = subjects.named(row.organs);
      const { areas } = subjects.resolve(row.subject, own);
      return { organs: named.organs, areas: [...new Set([...named.areas, ...areas])] };
    }
    const meant = subjects.resolve(row.subject, own);
    if (meant.areas.length > 0) return meant;
    if (current?.item.subject.text === row.subject && current.item.subject.organs.length > 0) {
      return { organs: current.item.subject.organs, areas: current.areas };
    }
    return own === undefined ? meant : subjects.named([own]);
  }

  private unitName(): string {
    const { organ } = this.options;
    return organ === undefined ? '' : (this.registry.subjects.named([organ]).organs[0]?.name ?? '');
  }

  private nextPlace(field: { id: string; order: number }): number {
    const last = this.registry.places.get(field.id) ?? field.order * 1_000_000;
    this.registry.places.set(field.id, last + 1);
    return last + 1;
  }

  private revision(
    item: StoredItem,
    areas: string[],
    { reason, changed, place }: Pick<Revision, 'reason' | 'place'> & { changed: string[] },
  ): Revision {
    return {
      item_id: item.id,
      version_id: '',
      reason,
      changed,
      valid_from: this.options.effectiveFrom,
      place,
      name: item.name,
      field_id: item.field.id,
      level1: item.level1,
      organs: item.subject.organs.map(({ id }) => id),
      areas,
      audiences: [...new Set(item.audiences.map(({ scope }) => scope))],
      methods: item.methods,
      channels: item.channels.map(({ name }) => name),
      tiers: item.tiers,
      item: JSON.stringify(item),
      ...(this.options.dryRun === true ? noSearch : searchColumns(item)),
    };
  }

  private async write(revisions: Revision[], known: Map<string, Known>): Promise<void> {
    const { id } = await this.open();
    const replaced = revisions.map((one) => one.item_id).filter((item) => known.has(item));
    await this.close(replaced, id);
    await this.trx
      .insertInto('catalog_revisions')
      .values(revisions.map((one) => ({ ...one, version_id: id })))
      .execute();
  }

  private async close(items: string[], version: string): Promise<void> {
    if (items.length === 0) return;
    await this.trx
      .updateTable('catalog_revisions')
      .set({ valid_to: this.options.effectiveFrom })
      .where('item_id', 'in', items)
      .where('valid_to', 'is', null)
      .where('version_id', '<>', version)
      .execute();
  }

  /** The edition, made with the first change it holds. */
  private async open(): Promise<CatalogVersion> {
    if (this.version) return this.version;
    const { effectiveFrom, title, source } = this.options;
    const { count } = await this.trx
      .selectFrom('catalog_versions')
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .where('effective_from', '=', effectiveFrom)
      .executeTakeFirstOrThrow();
    const version: CatalogVersion = {
      id: `${effectiveFrom}.${String(Number(count) + 1)}`,
      title,
      effectiveFrom,
      publishedAt: this.at.toISOString(),
      source,
      added: 0,
      adjusted: 0,
      removed: 0,
    };
    await this.trx
      .insertInto('catalog_versions')
      .values({
        id: version.id,
        title,
        effective_from: effectiveFrom,
        published_at: version.publishedAt,
        source,
        added: 0,
        adjusted: 0,
        removed: 0,
      })
      .execute();
    this.version = version;
    return version;
  }

  /** Cancels what the reporting units of the rows had before and the rows do not name. */
  async removeOthers(): Promise<void> {
    for (let after = 0; ;) {
      const rows = await this.trx
        .selectFrom('catalog_revisions')
        .select(['revision', 'item_id', 'item'])
        .where('revision', '>', after)
        .where('valid_to', 'is', null)
        .where('reason', '<>', 'removed')
        .orderBy('revision')
        .limit(batchSize)
        .execute();
      const last = rows.at(-1);
      if (!last) return;
      after = last.revision;
      const gone = rows.filter(({ item_id, item }) => {
        return !this.rowOf.has(item_id) && this.scopes.has(this.scopeOf(item));
      });
      for (const { item } of gone) this.count(item, 'removed', []);
      await this.remove(gone.map(({ item_id }) => item_id));
    }
  }

  private scopeOf(item: StoredItem): string {
    const unit = item.reportingUnit ?? '';
    return unit === '' ? '' : (this.registry.subjects.organId(unit) ?? unit);
  }

  private async remove(items: string[]): Promise<void> {
    if (items.length === 0 || this.options.dryRun === true) return;
    const { id } = await this.open();
    await this.trx
      .insertInto('catalog_revisions')
      .columns(['item_id', 'version_id', 'reason', 'changed', 'valid_from', ...copied])
      .expression((eb) =>
        eb
          .selectFrom('catalog_revisions')
          .select([
            'item_id',
            sql<string>`${id}::text`.as('version_id'),
            sql<string>`'removed'`.as('reason'),
            sql<string[]>`'{}'::text[]`.as('changed'),
            sql<string>`${this.options.effectiveFrom}::date`.as('valid_from'),
            ...copied,
          ])
          .where('item_id', 'in', items)
          .where('valid_to', 'is', null),
      )
      .execute();
    await this.close(items, id);
  }

  private count(item: StoredItem, reason: Reason, changed: string[]): void {
    this.counts[reason] += 1;
    if (this.counts[reason] > shownOfEach) return;
    const { id, name, level1, field } = item;
    this.changes.push({ id, name, level1, field: field.name, reason, changed });
  }

  async finish(): Promise<EditionOutcome> {
    const { unchanged, ...counts } = this.counts;
    const version = this.version && { ...this.version, ...counts };
    if (version) {
      await this.trx
        .updateTable('catalog_versions')
        .set(counts)
        .where('id', '=', version.id)
        .execute();
      await publish(this.trx, this.at);
    }
    return {
      version,
      ...counts,
      unchanged,
      changes: this.changes,
      newFields: this.registry.fields.created(),
      unknownSubjects: [...this.unknown],
      duplicates: this.duplicates,
    };
  }
}

const copied = [
  'place',
  'name_sort',
  'name',
  'field_id',
  'level1',
  'organs',
  'areas',
  'audiences',
  'methods',
  'channels',
  'tiers',
  'item',
  'name_text',
  'search_text',
  'name_grams',
  'grams',
] as const;

const noSearch = { name_text: '', search_text: '', name_grams: [], grams: [], name_sort: '' };

function differences(before: StoredItem, after: StoredItem): string[] {
  return compared.filter((name) => !isDeepStrictEqual(essence(before, name), essence(after, name)));
}

/** What is read out of a wording is no change of the catalog; the wording and the organs are. */
function essence(item: StoredItem, name: (typeof compared)[number]): unknown {
  if (name === 'timeLimit') return item.timeLimit.text;
  if (name === 'subject')
    return [item.subject.text, item.subject.organs.map(({ id }) => id).sort()];
  return item[name];
}

/** Id of an item, the same in every edition: made from field, levels and reporting unit. */
function itemId(
  fieldId: string,
  { level1, level2, level3 }: Pick<CatalogRow, 'level1' | 'level2' | 'level3'>,
  scope: string,
): string {
  const key = [fieldId, level1, level2, level3, scope]
    .map((part) => part.normalize('NFKC').replace(/\s+/g, '').toLowerCase())
    .join('\n');
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}
