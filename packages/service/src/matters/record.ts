import { openDays } from '@open-info/contract/opening-hours';
import {
  materialSources,
  type Matter,
  type MatterBasis,
  type MatterCondition,
  type MatterMaterial,
  type MatterOffice,
  type MatterPeriod,
  type MatterResult,
  type ScenarioQuestion,
} from '@open-info/contract/matters';
import { openEnum, shape } from '@open-info/contract/shape';
import * as z from 'zod/mini';
import { Blocks, Id, isSafeHref, Line } from '../documents/checks.ts';
import type { Words } from '../http/words.ts';

/** Of a matter only what is in use is public. */
export const matterStates = ['inUse', 'suspended', 'cancelled'] as const;
export type MatterState = (typeof matterStates)[number];

/** 办事指南 as it is stored beside the columns of its row. */
export type MatterContent = Omit<
  Matter,
  | 'id'
  | 'code'
  | 'name'
  | 'bundle'
  | 'type'
  | 'organ'
  | 'audiences'
  | 'themes'
  | 'fields'
  | 'channels'
  | 'excerpt'
  | 'updatedAt'
  | 'documents'
  | 'parts'
>;

/** A blank form or a sample: a path below the folder of the JSON file. */
export interface FileRecord {
  path: string;
  /** As offered to the reader; absent: the last part of the path. */
  name?: string | undefined;
}

export interface MaterialRecord extends Omit<MatterMaterial, 'files' | 'matters'> {
  files?: FileRecord[] | undefined;
}

export interface ResultRecord extends Omit<MatterResult, 'files'> {
  files?: FileRecord[] | undefined;
}

export interface OfficeRecord extends Omit<MatterOffice, 'channels'> {
  channels?: string[] | undefined;
}

/** 政务服务事项 as it comes in. */
export interface MatterRecord {
  /** Absent: follows from the code. */
  id?: string | undefined;
  code?: string | undefined;
  name: string;
  /** Absent: in use. */
  state?: MatterState | undefined;
  /** Codes or ids of the matters a 一件事 merges. */
  parts?: string[] | undefined;
  type?: string | undefined;
  /** Id, name or another name of the organ. */
  organ: string;
  summary: string;
  /** What people call it, for the search. */
  aliases?: string[] | undefined;
  audiences: string[];
  themes: string[];
  /** Ids or names. */
  fields: string[];
  channels: string[];
  caseType: string;
  statutory?: MatterPeriod | undefined;
  promised?: MatterPeriod | undefined;
  visits: number;
  basicCode?: string | undefined;
  level?: string | undefined;
  jointOrgans?: string[] | undefined;
  /** `documentId`: id, 索引号 or 文号 of a document published here. */
  basis: MatterBasis[];
  conditions: Matter['conditions'];
  questions?: ScenarioQuestion[] | undefined;
  /** Stated even where nothing has to be handed in; never of a 一件事. */
  materials?: MaterialRecord[] | undefined;
  steps: Matter['steps'];
  specialProcedures?: Matter['specialProcedures'] | undefined;
  fees?: Matter['fees'] | undefined;
  results: ResultRecord[];
  quota?: string | undefined;
  range?: string | undefined;
  offices?: OfficeRecord[] | undefined;
  onlineUrl?: string | undefined;
  appointmentUrl?: string | undefined;
  consultPhones?: string[] | undefined;
  complaintPhones?: string[] | undefined;
  faq?: Matter['faq'] | undefined;
  /** Ids, 索引号 or 文号 of the policies it carries out. */
  documents?: string[] | undefined;
  version: string;
  source?: Matter['source'] | undefined;
  fictitious?: boolean | undefined;
}

const expected = (zh: string, en: string): { params: { expected: Words } } => ({
  params: { expected: { zh, en } },
});

const Href = z
  .string()
  .check(
    z.refine(isSafeHref, expected('http(s) 地址或本站路径', 'an http(s) address or a site path')),
  );

/** Ids of a matter's parts stand in links, `question:option`, so they carry no colon and no dot. */
const PartId = z
  .string()
  .check(
    z.refine(
      (id) => /^[A-Za-z0-9][\w-]{0,59}$/.test(id),
      expected('1 到 60 个字母、数字、“-”“_”', '1 to 60 letters, digits, "-", "_"'),
    ),
  );

const Time = z
  .string()
  .check(
    z.refine(
      (time) => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time),
      expected('如 09:00，一天的末尾写 24:00', 'such as 09:00; the end of a day is 24:00'),
    ),
  );

/** What a person may ask why it is missing (《政府信息公开条例》第二十条第五项). */
const disclosed = expected(
  '至少一项：依据、条件、程序和办理结果须主动公开（《政府信息公开条例》第二十条第五项）',
  'at least one: basis, conditions, procedure and result must be disclosed (条例 art. 20 (5))',
);
const someOf = <T>(schema: z.ZodMiniType<T>) =>
  z.array(schema).check(z.refine((list) => list.length > 0, disclosed));

const Text = z.string().check(z.regex(/\S/), z.maxLength(5000));
const lines = z.array(Line);
const optionalLine = z.optional(Line);

const Period = z.strictObject({
  amount: z
    .number()
    .check(z.refine((n) => Number.isInteger(n) && n >= 0, expected('整数', 'a whole number'))),
  unit: openEnum(['workday', 'day', 'month', 'year']),
  note: optionalLine,
});

const Conditions = z.optional(
  z.array(z.strictObject({ question: PartId, is: z.array(PartId).check(z.minLength(1)) })),
);

const Questions = z.array(
  z.strictObject({
    id: PartId,
    text: Line,
    help: z.optional(Text),
    options: z.array(z.strictObject({ id: PartId, label: Line })).check(z.minLength(2)),
    when: Conditions,
  }),
);

const Files = z.optional(z.array(z.strictObject({ path: Line, name: optionalLine })));

const Count = z.int().check(z.minimum(0), z.maximum(1000));

const Materials = z.array(
  z.strictObject({
    id: PartId,
    name: Line,
    key: z.optional(PartId),
    source: openEnum(materialSources),
    issuer: optionalLine,
    originals: Count,
    copies: Count,
    forms: z.array(openEnum(['paper', 'electronic'])),
    required: z.boolean(),
    exempt: optionalLine,
    note: z.optional(Text),
    files: Files,
    when: Conditions,
  }),
);

const Offices = z.array(
  z.strictObject({
    id: PartId,
    name: Line,
    address: Line,
    counter: optionalLine,
    hours: z.array(
      z.strictObject({ days: z.array(openEnum(openDays)), from: Time, to: Time }).check(
        z.refine(({ from, to }) => from < to, {
          path: ['to'],
          ...expected(
            '晚于 from；跨过零点的分两段写，如 22:00–24:00 和次日 00:00–06:00',
            'later than `from`; over midnight in two stretches, 22:00–24:00 and 00:00–06:00 of the next day',
          ),
        }),
      ),
    ),
    hoursNote: optionalLine,
    phone: optionalLine,
    transit: optionalLine,
    access: optionalLine,
    areaCode: z.optional(z.string()),
    channels: z.optional(lines),
  }),
);

export const MatterRecordSchema = shape<MatterRecord>()(
  z.strictObject({
    id: z.optional(Id),
    code: optionalLine,
    name: Line,
    state: z.optional(z.enum(matterStates)),
    parts: z.optional(z.array(Line).check(z.minLength(1))),
    type: optionalLine,
    organ: Line,
    summary: Line,
    aliases: z.optional(lines),
    audiences: lines,
    themes: lines,
    fields: lines,
    channels: lines,
    caseType: Line,
    statutory: z.optional(Period),
    promised: z.optional(Period),
    visits: z.int().check(z.minimum(0), z.maximum(99)),
    basicCode: optionalLine,
    level: optionalLine,
    jointOrgans: z.optional(lines),
    basis: someOf(
      z.strictObject({
        title: Line,
        article: optionalLine,
        text: z.optional(Text),
        url: z.optional(Href),
        documentId: optionalLine,
      }),
    ),
    conditions: Blocks.check(z.refine((list) => list.length > 0, disclosed)),
    questions: z.optional(Questions),
    materials: z.optional(Materials),
    steps: someOf(
      z.strictObject({
        id: PartId,
        name: Line,
        organ: optionalLine,
        period: z.optional(Period),
        text: z.optional(Text),
      }),
    ),
    specialProcedures: z.optional(
      z.array(z.strictObject({ name: Line, period: z.optional(Period), basis: optionalLine })),
    ),
    fees: z.optional(
      z.array(
        z.strictObject({
          name: Line,
          amount: z.optional(z.int().check(z.minimum(0))),
          note: optionalLine,
          basis: Line,
        }),
      ),
    ),
    results: someOf(
      z.strictObject({
        name: Line,
        validity: optionalLine,
        delivery: z.array(openEnum(['pickUp', 'post', 'electronic'])),
        files: Files,
      }),
    ),
    quota: optionalLine,
    range: optionalLine,
    offices: z.optional(Offices),
    onlineUrl: z.optional(Href),
    appointmentUrl: z.optional(Href),
    consultPhones: z.optional(lines),
    complaintPhones: z.optional(lines),
    faq: z.optional(z.array(z.strictObject({ question: Line, answer: Text }))),
    documents: z.optional(lines),
    version: Line,
    source: z.optional(z.strictObject({ name: Line, url: z.optional(Href) })),
    fictitious: z.optional(z.boolean()),
  }),
);

/** Every condition of a record with the field it stands in and the questions asked before it. */
export function conditionsOf({ questions = [], materials = [] }: MatterRecord): {
  field: string;
  when: readonly MatterCondition[];
  asked: readonly ScenarioQuestion[];
}[] {
  return [
    ...questions.map(({ when = [] }, index) => ({
      field: `questions.${String(index)}.when`,
      when,
      asked: questions.slice(0, index),
    })),
    ...materials.map(({ when = [] }, index) => ({
      field: `materials.${String(index)}.when`,
      when,
      asked: questions,
    })),
  ];
}
