import type { Audience, Channel, Provenance } from '@open-info/contract/catalog';
import { StopError } from '../../stop.ts';
import { tidyRow, type CatalogRow } from '../row.ts';
import { channelName, parseAudiences, parseChannels, parseMethods, parseTiers } from './cells.ts';
import { splitBasis, splitContent } from './lists.ts';
import { take, type ReadFile } from './rows.ts';

type Entry = Record<string, unknown>;

/**
 * Rows of a JSON file: our own export or a list of rows, bare or under `items`. Lists may be
 * lists or one text in the notation of the table (「政府网站、公开查阅点」).
 *
 * @throws StopError when the document is no list
 */
export function readJsonRows(document: unknown): ReadFile {
  const list = Array.isArray(document) ? document : property(document, 'items');
  if (!Array.isArray(list)) {
    throw new StopError({
      zh: 'JSON 文件中没有事项列表：应为数组，或含 items 数组的对象。',
      en: 'The JSON file holds no list of items: give an array, or an object with an items array.',
    });
  }
  const title = property(document, 'title');
  const read: ReadFile = {
    rows: [],
    refused: [],
    notes: [],
    title: typeof title === 'string' ? title : undefined,
  };
  list.forEach((entry: unknown, index) => {
    const origin = { row: index + 1 };
    if (isEntry(entry)) take(read, tidyRow(toRow(entry)), origin);
    else read.refused.push({ origin, name: '', reason: '不是对象' });
  });
  return read;
}

function toRow(entry: Entry): CatalogRow {
  const field = entry.field;
  const subject = entry.subject;
  const organs = isEntry(subject) ? subject.organs : entry.organs;
  return {
    field: text(isEntry(field) ? (field.id ?? field.name) : field),
    level1: text(entry.level1),
    level2: text(entry.level2 ?? (entry.level1 === undefined ? entry.name : undefined)),
    level3: text(entry.level3),
    content: list(entry.content, splitContent),
    basis: list(entry.basis, splitBasis),
    timeLimit: text(isEntry(entry.timeLimit) ? entry.timeLimit.text : entry.timeLimit),
    subject: text(isEntry(subject) ? subject.text : subject),
    organs: Array.isArray(organs)
      ? organs.map((one) => text(isEntry(one) ? one.id : one))
      : undefined,
    channels: channels(entry.channels ?? entry.channel),
    audiences: audiences(entry.audiences ?? entry.audience, text(entry.audienceNote)),
    methods: codes(entry.methods ?? entry.method, parseMethods) ?? [],
    tiers: codes(entry.tiers ?? entry.tier, parseTiers),
    url: optional(entry.url),
    reportingUnit: optional(entry.reportingUnit),
    provenance: provenance(entry.provenance, text(entry.provenanceNote)),
    extensions: isEntry(entry.extensions)
      ? Object.fromEntries(
          Object.entries(entry.extensions).map(([key, value]) => [key, text(value)]),
        )
      : undefined,
  };
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function property(value: unknown, name: string): unknown {
  return isEntry(value) ? value[name] : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function optional(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : text(value);
}

function list(value: unknown, split: (text: string) => string[]): string[] {
  return Array.isArray(value)
    ? value.map(text).filter((one) => one.trim() !== '')
    : split(text(value));
}

function codes(value: unknown, parse: (text: string) => string[]): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) return parse(text(value));
  return value.flatMap((one) => {
    const known = parse(text(one));
    return known.length > 0 || text(one) === '' ? known : [text(one)];
  });
}

function channels(value: unknown): Channel[] {
  if (!Array.isArray(value)) return parseChannels(text(value));
  return value.flatMap((one) => {
    if (!isEntry(one)) return parseChannels(text(one));
    const name = channelName(text(one.name));
    return name === '' ? [] : [{ name, required: one.required !== false }];
  });
}

function audiences(value: unknown, note: string): Audience[] {
  const found = Array.isArray(value)
    ? value.flatMap((one) => (isEntry(one) ? audienceOf(one) : parseAudiences(text(one))))
    : parseAudiences(text(value));
  if (note === '') return found;
  return found.map((one) => (one.scope === 'specific' && !one.note ? { ...one, note } : one));
}

function audienceOf(entry: Entry): Audience[] {
  const scope = text(entry.scope);
  const note = text(entry.note);
  if (scope === '') return [];
  return [note === '' ? { scope } : { scope, note }];
}

function provenance(value: unknown, note: string): Provenance | undefined {
  if (typeof value === 'string' && value !== '')
    return note === '' ? { kind: value } : { kind: value, note };
  if (!isEntry(value) || text(value.kind) === '') return undefined;
  const own = text(value.note);
  return own === '' ? { kind: text(value.kind) } : { kind: text(value.kind), note: own };
}
