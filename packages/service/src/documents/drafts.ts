import type { Issuer } from '@open-info/contract/documents';
import type { Interpreter } from '@open-info/contract/interpretations';
import type { CleanupRecord } from '../cleanups/record.ts';
import type { CleanupEntriesTable, DocumentEdgesTable } from '../database/tables.ts';
import type { FieldFault } from '../http/problem.ts';
import { blocksOf, phrasesOf } from '../interpretations/content.ts';
import {
  textSections,
  type InterpretationContent,
  type InterpretationRecord,
} from '../interpretations/record.ts';
import { normalise } from '../search/text.ts';
import { documentIdOf } from './identity.ts';
import { findNamed, standardNumber, type Known } from './known.ts';
import type { DocumentRecord, RecordIssuer, ResponseRecord } from './record.ts';
import { searchColumnsOf } from './search-columns.ts';

/** A record made ready: the row it becomes, and what hangs on it. */
export interface Draft {
  table: 'documents' | 'interpretations' | 'cleanups' | 'document_responses';
  id: string;
  title: string;
  /** What the record states, as columns. */
  row: Record<string, unknown>;
  /** Columns that follow from it: made only when it is written. */
  derived: () => object;
  /** Absent: those there are stay. */
  edges: { kind: DocumentEdgesTable['kind']; to: string[] }[];
  entries?: CleanupEntriesTable[] | undefined;
}

/** Hears of what a record names and nobody knows. */
export type Missing = (title: string, name: string) => void;

const instant = (text: string): string => new Date(text).toISOString();

const jsonOrNull = (value: unknown): string | null =>
  value === undefined ? null : JSON.stringify(value);

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Ids of the documents a record names. */
function namedIds(title: string, names: readonly string[], known: Known, missing: Missing) {
  return distinct(
    names.flatMap((name) => {
      const id = findNamed(known, name);
      if (id === undefined) missing(title, name);
      return id ?? [];
    }),
  );
}

function issuerOf({ organId, name, lead }: RecordIssuer, { organs }: Known): Issuer {
  const organ = organs.get(organId ?? name ?? '');
  return {
    name: name ?? organ?.name ?? '',
    ...(organ && { organId: organ.id }),
    ...(lead === true && { lead }),
  };
}

export function documentDraft(record: DocumentRecord, known: Known, missing: Missing): Draft {
  const { title, indexNumber, kind, body, predecessors, consultations, catalogItems } = record;
  const number = record.documentNumber === undefined ? null : standardNumber(record.documentNumber);
  const issuers = record.issuers.map((issuer) => issuerOf(issuer, known));
  const topics = distinct(record.topics);
  const items = distinct(
    (catalogItems ?? []).flatMap((name) => {
      const id = known.items.get(name);
      if (id === undefined) missing(title, name);
      return id ?? [];
    }),
  );
  const id = documentIdOf(record, known.byIndexNumber);
  return {
    table: 'documents',
    id,
    title,
    row: {
      id,
      index_number: indexNumber,
      title,
      document_number: number,
      kind,
      level: record.level,
      issuers: JSON.stringify(issuers),
      organs: distinct(issuers.flatMap(({ organId }) => organId ?? [])),
      topics,
      issued_on: record.issuedOn,
      effective_on: record.effectiveOn ?? null,
      expires_on: record.expiresOn ?? null,
      stated_end: jsonOrNull(record.ended),
      attribute: record.attribute ?? null,
      reason: record.reason ?? null,
      ground: record.ground ?? null,
      released_at: instant(record.publishedAt),
      source: jsonOrNull(record.source),
      body: JSON.stringify(body),
    },
    derived: () => ({
      number_text: [number ?? '', indexNumber].map(normalise).join('\n'),
      ...searchColumnsOf(
        title,
        [number ?? '', indexNumber, kind, ...topics, ...issuers.map(({ name }) => name)],
        // What is not open may not be found by its text either.
        record.attribute === 'open' ? body : [],
      ),
    }),
    edges: [
      ...(predecessors
        ? [{ kind: 'replaces' as const, to: namedIds(title, predecessors, known, missing) }]
        : []),
      ...(consultations
        ? [{ kind: 'consulted' as const, to: namedIds(title, consultations, known, missing) }]
        : []),
      ...(catalogItems ? [{ kind: 'listed' as const, to: items }] : []),
    ],
  };
}

/** The organ a record names, by id or by name. */
function organOf(
  {
    organId,
    organ,
    interpreter,
  }: {
    organId?: string | undefined;
    organ?: string | undefined;
    interpreter?: Interpreter | undefined;
  },
  { organs }: Known,
): { id: string | null; name: string } {
  const name = organ ?? interpreter?.organ ?? '';
  const found = organs.get(organId ?? interpreter?.organId ?? name);
  return { id: found?.id ?? null, name: organ ?? found?.name ?? name };
}

const contentOf = (record: InterpretationRecord, organ: string): InterpretationContent => {
  const sections = Object.fromEntries(
    textSections.map((section) => [section, record[section] ?? []]),
  ) as Pick<InterpretationContent, (typeof textSections)[number]>;
  const { changes = [], terms = [], questions = [], matters = [], media = [] } = record;
  const interpreter = record.interpreter ?? { organ };
  return { ...sections, changes, terms, questions, matters, media, interpreter };
};

export function interpretationDraft(
  record: InterpretationRecord,
  known: Known,
  missing: Missing,
): Draft {
  const { id, title, summary } = record;
  const policies = namedIds(title, record.policies, known, missing);
  const organ = organOf(record, known);
  const topics = record.topics ?? policies.flatMap((policy) => known.topics.get(policy) ?? []);
  const content = contentOf(record, organ.name);
  return {
    table: 'interpretations',
    id,
    title,
    row: {
      id,
      title,
      form: record.form,
      level: record.level,
      organ_id: organ.id,
      organ: organ.name,
      topics: distinct(topics),
      summary,
      released_at: instant(record.publishedAt),
      content: JSON.stringify(content),
    },
    derived: () =>
      searchColumnsOf(
        title,
        [summary, organ.name, ...topics, ...phrasesOf(content)],
        blocksOf(content),
      ),
    edges: [
      { kind: 'explains', to: policies },
      { kind: 'names', to: distinct(content.matters.flatMap(({ matterId }) => matterId ?? [])) },
    ],
  };
}

export function cleanupDraft(record: CleanupRecord, known: Known, missing: Missing): Draft {
  const { id, title } = record;
  const organ = organOf(record, known);
  const entries = new Map<string, CleanupEntriesTable>();
  for (const { document, decision, reason } of record.entries) {
    const [documentId] = namedIds(title, [document], known, missing);
    if (documentId === undefined) continue;
    entries.set(documentId, {
      cleanup_id: id,
      document_id: documentId,
      place: entries.size,
      decision,
      reason: reason ?? null,
    });
  }
  return {
    table: 'cleanups',
    id,
    title,
    row: {
      id,
      title,
      on_day: record.on,
      released_at: instant(record.publishedAt),
      organ_id: organ.id,
      organ: organ.name,
      basis: record.basis,
    },
    derived: () => ({}),
    edges: [],
    entries: [...entries.values()],
  };
}

export function responseDraft(record: ResponseRecord, known: Known): Draft {
  const { id, title } = record;
  const organ = organOf(record, known);
  return {
    table: 'document_responses',
    id,
    title,
    row: {
      id,
      document_id: findNamed(known, record.document) ?? '',
      title,
      organ_id: organ.id,
      organ: organ.name,
      released_at: instant(record.publishedAt),
      body: JSON.stringify(record.body),
    },
    derived: () => ({}),
    edges: [],
  };
}

const notThere = (field: string, name: string, what: { zh: string; en: string }): FieldFault => ({
  field,
  message: { zh: `没有“${name}”`, en: `there is no "${name}"` },
  expected: what,
});

const organWords = { zh: '机关的编号，或只写名称', en: 'the id of an organ, or only its name' };
const documentWords = {
  zh: '政策文件的编号、索引号或文号',
  en: 'the id, 索引号 or 文号 of a document',
};

/** What of a record is wrong when looked at beside what is known. */
export function documentFaults(record: DocumentRecord, known: Known): FieldFault[] {
  const faults = record.issuers.flatMap(({ organId, name }, index) => {
    const field = `issuers.${String(index)}`;
    if (organId !== undefined && !known.organs.has(organId)) {
      return [notThere(`${field}.organId`, organId, organWords)];
    }
    return organId === undefined && name === undefined
      ? [{ field, message: { zh: '没有写明', en: 'names nothing' }, expected: organWords }]
      : [];
  });
  const taken = known.byIndexNumber.get(record.indexNumber);
  const { id } = record;
  // An id is an address that has been given out: it stays with its document.
  if (id !== undefined && taken !== id && known.ids.has(id)) {
    faults.push({
      field: 'id',
      message: {
        zh: `“${id}”已是另一个文件的编号`,
        en: `"${id}" is the id of another document`,
      },
      expected: { zh: '不写，或写一个没有用过的编号', en: 'none, or one that is not used yet' },
    });
  }
  return faults;
}

export function organFaults(
  { organId, organ, interpreter }: Parameters<typeof organOf>[0],
  { organs }: Known,
): FieldFault[] {
  if (organId !== undefined && !organs.has(organId)) {
    return [notThere('organId', organId, organWords)];
  }
  if (organId !== undefined || organ !== undefined || interpreter !== undefined) return [];
  return [
    {
      field: 'organId',
      message: { zh: '缺少机关', en: 'there is no organ' },
      expected: organWords,
    },
  ];
}

export function responseFaults(record: ResponseRecord, known: Known): FieldFault[] {
  return [
    ...organFaults(record, known),
    ...(findNamed(known, record.document) === undefined
      ? [notThere('document', record.document, documentWords)]
      : []),
  ];
}
