import { createHash } from 'node:crypto';
import type { Attachment } from '@open-info/contract/uploads';
import type { Tables } from '../database/tables.ts';
import { digestOf } from '../documents/identity.ts';
import { searchColumnsOf } from '../documents/search-columns.ts';
import type { FieldFault } from '../http/problem.ts';
import { normalise, spell } from '../search/text.ts';
import { linesOf } from './content.ts';
import { attachmentOf, type MatterFile } from './files.ts';
import { conditionsOf, type FileRecord, type MatterContent, type MatterRecord } from './record.ts';

/** What the records of an import may name. */
export interface KnownMatters {
  /** By id, name and alias. */
  organs: ReadonlyMap<string, { id: string; name: string }>;
  /** Ids of 领域 by id, name and alias. */
  fields: ReadonlyMap<string, string>;
  /** The id of the document a name, 索引号 or 文号 stands for. */
  documentId: (name: string) => string | undefined;
  /** Matters by id and by code, those of the import included. */
  matters: Map<string, { id: string; bundle: boolean }>;
}

/** A record with the blank forms and samples it names, by path. */
export interface MatterInput extends MatterRecord {
  contents?: ReadonlyMap<string, MatterFile> | undefined;
}

/** Columns that follow from the others: made only when a row is written. */
type DerivedColumn = 'name_sort' | 'code_text' | 'title_text' | 'search_text' | 'grams';

/** A record made ready. */
export interface MatterDraft {
  id: string;
  name: string;
  row: Omit<Tables['matters'], DerivedColumn | 'content' | 'digest' | 'updated_at'> & {
    content: string;
  };
  content: MatterContent;
  digest: string;
  parts: string[];
  documents: string[];
  files: { attachment: Attachment; content: Uint8Array }[];
}

/** Hears of what a record names and nobody knows. */
export type Missing = (name: string) => void;

/** The id of a matter: the one it has, the one its record gives it, or one that follows from its code. */
export function matterIdOf({ id, code }: MatterRecord, { matters }: KnownMatters): string {
  const former = code === undefined ? undefined : matters.get(code);
  if (former) return former.id;
  if (id !== undefined) return id;
  const text = code ?? '';
  if (/^[A-Za-z0-9][\w.-]{0,99}$/.test(text)) return text;
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

const fault = (field: string, zh: string, en: string, right: [string, string]): FieldFault => ({
  field,
  message: { zh, en },
  expected: { zh: right[0], en: right[1] },
});

/** What of a record is wrong when looked at as a whole and beside what is known. */
export function matterFaults(record: MatterInput, known: KnownMatters): FieldFault[] {
  return [
    ...identityFaults(record, known),
    ...organFaults(record, known),
    ...repeated('questions', record.questions ?? []),
    ...repeated('materials', record.materials ?? []),
    ...repeated('steps', record.steps),
    ...repeated('offices', record.offices ?? []),
    ...conditionFaults(record),
    ...fileFaults(record),
    ...(record.parts ? bundleFaults(record, record.parts, known) : materialFaults(record)),
  ];
}

function identityFaults({ id, code }: MatterRecord, { matters }: KnownMatters): FieldFault[] {
  if (id === undefined && code === undefined) {
    return [
      fault('code', '没有实施编码，也没有编号', 'there is neither a code nor an id', [
        '实施编码，或写 id',
        'the 实施编码, or an id',
      ]),
    ];
  }
  const taken = code === undefined ? undefined : matters.get(code);
  if (!taken || id === undefined || taken.id === id) return [];
  // An id is an address that has been given out: it stays with its matter.
  return [
    fault(
      'id',
      `实施编码“${code ?? ''}”的事项编号是“${taken.id}”`,
      `the matter of this code has the id "${taken.id}"`,
      [`“${taken.id}”，或不写`, `"${taken.id}", or none`],
    ),
  ];
}

function organFaults({ organ }: MatterRecord, { organs }: KnownMatters): FieldFault[] {
  if (organs.has(organ)) return [];
  const such = [...organs.values()].slice(0, 3).map(({ name }) => name);
  return [
    fault('organ', `没有“${organ}”这个机关`, `there is no organ "${organ}"`, [
      `机关的编号或名称，如 ${such.join('、')}`,
      `the id or name of an organ, such as ${such.join(', ')}`,
    ]),
  ];
}

function repeated(list: string, entries: readonly { id: string }[]): FieldFault[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    const isNew = !seen.has(id);
    seen.add(id);
    if (isNew) return [];
    return fault(`${list}.${String(index)}.id`, `“${id}”前面已经用过`, `"${id}" was used before`, [
      '同一事项中不重复的编号',
      'an id of its own within the matter',
    ]);
  });
}

/** A list narrowed by a question nobody is asked would never be complete. */
function conditionFaults(record: MatterRecord): FieldFault[] {
  return conditionsOf(record).flatMap(({ field, when, asked }) =>
    when.flatMap(({ question, is }, index) => {
      const place = `${field}.${String(index)}`;
      const found = asked.find(({ id }) => id === question);
      if (!found) {
        return fault(
          `${place}.question`,
          `前面没有问题“${question}”`,
          `no question "${question}" is asked before`,
          [
            `前面问题的编号：${asked.map(({ id }) => id).join('、')}`,
            `the id of a question before it: ${asked.map(({ id }) => id).join(', ')}`,
          ],
        );
      }
      const options = found.options.map(({ id }) => id);
      return is
        .filter((option) => !options.includes(option))
        .map((option) =>
          fault(
            `${place}.is`,
            `问题“${question}”没有选项“${option}”`,
            `"${question}" has no option "${option}"`,
            [options.join('、'), options.join(', ')],
          ),
        );
    }),
  );
}

const filesOf = ({
  materials = [],
  results,
}: MatterRecord): { field: string; file: FileRecord }[] =>
  Object.entries({ materials, results }).flatMap(([list, entries]) =>
    entries.flatMap(({ files = [] }, index) =>
      files.map((file, place) => ({
        field: `${list}.${String(index)}.files.${String(place)}`,
        file,
      })),
    ),
  );

function fileFaults(record: MatterInput): FieldFault[] {
  return filesOf(record)
    .filter(({ file }) => !record.contents?.has(file.path))
    .map(({ field, file }) =>
      fault(`${field}.path`, `没有读到文件“${file.path}”`, `the file "${file.path}" was not read`, [
        'JSON 文件所在文件夹下的路径，PDF、OFD、DOCX、XLSX 或图片，不超过 10 MB',
        'a path below the folder of the JSON file; PDF, OFD, DOCX, XLSX or a picture of at most 10 MB',
      ]),
    );
}

function materialFaults({ materials }: MatterRecord): FieldFault[] {
  if (materials) return [];
  return [
    fault('materials', '没有写明申请材料', 'does not state the materials', [
      '全部申请材料；不需要材料的写 []（《行政许可法》第三十条）',
      'all materials; [] where nothing is needed (行政许可法 art. 30)',
    ]),
  ];
}

function bundleFaults(
  { id, code, questions = [], materials = [] }: MatterRecord,
  parts: readonly string[],
  { matters }: KnownMatters,
): FieldFault[] {
  const own = [
    ...(questions.length > 0 ? ['questions'] : []),
    ...(materials.length > 0 ? ['materials'] : []),
  ].map((field) =>
    fault(field, '一件事的问题和材料由所含事项合并而成', 'a bundle takes these from its parts', [
      '不写',
      'none',
    ]),
  );
  return [
    ...own,
    ...parts.flatMap((part, index) => {
      const field = `parts.${String(index)}`;
      const found = matters.get(part);
      if (!found || part === id || part === code) {
        return fault(field, `没有事项“${part}”`, `there is no matter "${part}"`, [
          '已导入或在同一文件中的事项的编号或实施编码；缺一项，材料清单就不完整',
          'the id or code of a matter that is there or in the same file; the list of materials would not be complete without it',
        ]);
      }
      if (!found.bundle) return [];
      return fault(field, `“${part}”本身是一件事`, `"${part}" is a bundle itself`, [
        '单个事项',
        'a single matter',
      ]);
    }),
  ];
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

export function matterDraft(
  record: MatterInput,
  known: KnownMatters,
  missing: Missing,
): MatterDraft {
  const { contents } = record;
  const id = matterIdOf(record, known);
  const organ = known.organs.get(record.organ) ?? { id: record.organ, name: record.organ };
  const documentIds = (names: readonly string[]) =>
    names.flatMap((name) => {
      const found = known.documentId(name);
      if (found === undefined) missing(name);
      return found ?? [];
    });
  const basis = record.basis.map(({ documentId, ...one }) => {
    const [found] = documentIds(documentId === undefined ? [] : [documentId]);
    return { ...one, ...(found !== undefined && { documentId: found }) };
  });
  const attached = (files: readonly FileRecord[] = []): Attachment[] =>
    files.flatMap(({ path, name }) => {
      const file = contents?.get(path);
      return file ? attachmentOf(name ?? path.split('/').pop() ?? path, file) : [];
    });
  const content = contentOf(record, basis, attached);
  const parts = distinct((record.parts ?? []).map((part) => known.matters.get(part)?.id ?? part));
  const documents = distinct([
    ...documentIds(record.documents ?? []),
    ...basis.flatMap(({ documentId }) => documentId ?? []),
  ]);
  const row = {
    id,
    code: record.code ?? null,
    name: record.name,
    bundle: record.parts !== undefined,
    type: record.type ?? null,
    organ_id: organ.id,
    organ: organ.name,
    audiences: distinct(record.audiences),
    themes: distinct(record.themes),
    fields: distinct(record.fields.map((field) => known.fields.get(field) ?? field)),
    channels: distinct(record.channels),
    aliases: distinct(record.aliases ?? []),
    parts,
    state: record.state ?? 'inUse',
    content: JSON.stringify(content),
  };
  return {
    id,
    name: record.name,
    row,
    content,
    digest: digestOf([row, documents]),
    parts,
    documents,
    files: filesOf(record).flatMap(({ file }) => {
      const found = contents?.get(file.path);
      const [attachment] = attached([file]);
      return found && attachment ? { attachment, content: found.content } : [];
    }),
  };
}

function contentOf(
  record: MatterRecord,
  basis: MatterContent['basis'],
  attached: (files?: readonly FileRecord[]) => Attachment[],
): MatterContent {
  const { statutory, promised, basicCode, level, quota, range } = record;
  const { onlineUrl, appointmentUrl, source, fictitious, fees = [] } = record;
  return {
    summary: record.summary,
    caseType: record.caseType,
    statutory,
    promised,
    visits: record.visits,
    charged: fees.length > 0,
    basicCode,
    level,
    jointOrgans: record.jointOrgans ?? [],
    basis,
    conditions: record.conditions,
    questions: record.questions ?? [],
    materials: (record.materials ?? []).map((one) => ({ ...one, files: attached(one.files) })),
    steps: record.steps,
    specialProcedures: record.specialProcedures ?? [],
    fees,
    results: record.results.map((one) => ({ ...one, files: attached(one.files) })),
    quota,
    range,
    offices: (record.offices ?? []).map((one) => ({ ...one, channels: one.channels ?? ['1'] })),
    onlineUrl,
    appointmentUrl,
    consultPhones: record.consultPhones ?? [],
    complaintPhones: record.complaintPhones ?? [],
    faq: record.faq ?? [],
    version: record.version,
    source,
    fictitious,
  };
}

/**
 * The columns a search and the order of a list read.
 *
 * @param parts the matters a bundle merges
 */
export function derivedColumns(
  row: Pick<Tables['matters'], 'name' | 'code' | 'organ' | 'themes' | 'aliases'>,
  content: MatterContent,
  parts: readonly { name: string; content: MatterContent }[],
): Pick<Tables['matters'], DerivedColumn> {
  const { name, code, organ, themes, aliases } = row;
  const codes = [code ?? '', content.basicCode ?? ''];
  const ofParts = parts.flatMap((part) => [
    part.name,
    ...part.content.materials.map((material) => material.name),
  ]);
  const name_sort = `${spell(normalise(name)).syllables.join(' ')} ${name}`;
  return {
    name_sort,
    code_text: codes.map(normalise).join('\n'),
    ...searchColumnsOf(
      name,
      [
        ...codes,
        organ,
        ...content.jointOrgans,
        ...themes,
        ...aliases,
        ...linesOf(content),
        ...ofParts,
      ],
      [],
    ),
  };
}
