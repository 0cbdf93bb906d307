import * as z from 'zod/mini';
import { BlockSchema, type Block } from './blocks.ts';
import { DocumentRefSchema, type DocumentRef } from './documents.ts';
import { endpoint } from './endpoint.ts';
import { FacetsSchema, type FacetOption } from './facets.ts';
import { OpeningHoursSchema, type OpeningHours } from './opening-hours.ts';
import { OrganRefSchema, type OrganRef } from './organs.ts';
import { openEnum, pageFields, shape, type Open, type Page } from './shape.ts';
import { AttachmentSchema, type Attachment } from './uploads.ts';
import type { Words } from './words.ts';

/** 事项类型 (GB/T 39046-2020 表4) in words, by code. */
export const matterTypeWords: Readonly<Record<string, Words>> = {
  '01': { zh: '行政许可', en: 'Administrative licence' },
  '02': { zh: '行政处罚', en: 'Administrative penalty' },
  '03': { zh: '行政强制', en: 'Administrative compulsion' },
  '04': { zh: '行政征收', en: 'Levy' },
  '05': { zh: '行政给付', en: 'Benefit' },
  '06': { zh: '行政检查', en: 'Inspection' },
  '07': { zh: '行政确认', en: 'Confirmation' },
  '08': { zh: '行政奖励', en: 'Award' },
  '09': { zh: '行政裁决', en: 'Ruling' },
  '10': { zh: '其他行政权力', en: 'Other power' },
  '20': { zh: '公共服务', en: 'Public service' },
};

/** 服务对象 (GB/T 39046-2020 表4) in words, by code. */
export const audienceWords: Readonly<Record<string, Words>> = {
  '1': { zh: '自然人', en: 'Individuals' },
  '2': { zh: '企业法人', en: 'Companies' },
  '3': { zh: '事业法人', en: 'Public institutions' },
  '4': { zh: '社会组织法人', en: 'Social organisations' },
  '5': { zh: '行政机关', en: 'Administrative organs' },
  '6': { zh: '其他', en: 'Others' },
};

/** 办理形式 (GB/T 39046-2020 表4) in words, by code; `self` 自助终端 is ours: the standard has 9 其他 for it. */
export const channelWords: Readonly<Record<string, Words>> = {
  '1': { zh: '窗口办理', en: 'At a counter' },
  '2': { zh: '电脑办理', en: 'On a computer' },
  '3': { zh: '手机办理', en: 'On a phone' },
  '4': { zh: '快递办理', en: 'By courier' },
  self: { zh: '自助办理', en: 'At a self-service machine' },
  '9': { zh: '其他', en: 'Other' },
};

/** 办件类型 (GB/T 39046-2020 表5) in words: 即办件 is done on the spot, 承诺件 within a promised time. */
export const caseTypeWords: Readonly<Record<string, Words>> = {
  '1': { zh: '即办件', en: 'Done on the spot' },
  '2': { zh: '承诺件', en: 'Done within a promised time' },
  '9': { zh: '其他', en: 'Other' },
};

/** 行使层级 (GB/T 39046-2020 表4) in words. */
export const matterLevelWords: Readonly<Record<string, Words>> = {
  '1': { zh: '国家级', en: 'National' },
  '2': { zh: '省级', en: 'Province' },
  '3': { zh: '市级', en: 'City' },
  '4': { zh: '县级', en: 'County or district' },
  '5': { zh: '镇（街道）级', en: 'Town or street' },
  '6': { zh: '村（社区）级', en: 'Village or community' },
  '7': { zh: '分级', en: 'Several levels' },
};

/** 办结时限: natural days unless it says workdays (行政许可法 art. 82: days of that law are workdays). */
export interface MatterPeriod {
  amount: number;
  unit: Open<'workday' | 'day' | 'month' | 'year'>;
  /** 时限说明. */
  note?: string | undefined;
}

export const MatterPeriodSchema = shape<MatterPeriod>()(
  z.object({
    amount: z.number(),
    unit: openEnum(['workday', 'day', 'month', 'year']),
    note: z.optional(z.string()),
  }),
);

/** Holds when every question named has one of the answers named. */
export interface MatterCondition {
  question: string;
  is: string[];
}

/** 情形: a question about the person's own case that narrows what has to be brought. */
export interface ScenarioQuestion {
  id: string;
  text: string;
  help?: string | undefined;
  options: { id: string; label: string }[];
  /** Asked only then; absent: always. */
  when?: MatterCondition[] | undefined;
}

/** Where a material comes from: 申请人自备, 政府部门核发, 其他. */
export const materialSources = ['applicant', 'government', 'other'] as const;

/** 申请材料. */
export interface MatterMaterial {
  /** Names it in its matter. */
  id: string;
  name: string;
  /** Same in every matter that asks for the same thing, so that a bundle asks for it once. */
  key?: string | undefined;
  source: Open<(typeof materialSources)[number]>;
  /** 出具机构. */
  issuer?: string | undefined;
  originals: number;
  copies: number;
  forms: Open<'paper' | 'electronic'>[];
  /** 是否必备. */
  required: boolean;
  /**
   * 无需提交: how the office gets it by itself. What the government issued or holds is never asked
   * for (国令第716号, 优化营商环境条例 art. 37).
   */
  exempt?: string | undefined;
  note?: string | undefined;
  /** 空白表格, 样表. */
  files: Attachment[];
  /** Needed only then; absent: always. */
  when?: MatterCondition[] | undefined;
  /** In a bundle: the matters it serves. */
  matters?: string[] | undefined;
}

/** 设定依据. */
export interface MatterBasis {
  title: string;
  article?: string | undefined;
  text?: string | undefined;
  url?: string | undefined;
  /** A document published here. */
  documentId?: string | undefined;
}

/** 办理环节. */
export interface MatterStep {
  id: string;
  name: string;
  organ?: string | undefined;
  period?: MatterPeriod | undefined;
  text?: string | undefined;
}

/** 特别程序: time it takes is not counted when the applicant is told in writing (行政许可法 art. 45). */
export interface SpecialProcedure {
  name: string;
  period?: MatterPeriod | undefined;
  basis?: string | undefined;
}

/** 收费项目. */
export interface MatterFee {
  name: string;
  /** 分; absent where it depends. */
  amount?: number | undefined;
  note?: string | undefined;
  /** 收费依据. */
  basis: string;
}

/** 办理结果. */
export interface MatterResult {
  name: string;
  /** 有效期限 in words. */
  validity?: string | undefined;
  delivery: Open<'pickUp' | 'post' | 'electronic'>[];
  /** 结果样本. */
  files: Attachment[];
}

/** 办理地点: a hall, a window, a machine. */
export interface MatterOffice {
  id: string;
  name: string;
  address: string;
  /** 窗口, floor. */
  counter?: string | undefined;
  hours: OpeningHours[];
  /** What `hours` cannot say: 周三下午政治学习不办公. */
  hoursNote?: string | undefined;
  phone?: string | undefined;
  transit?: string | undefined;
  /** 无障碍设施 (无障碍环境建设法 art. 40): 低位服务台, 手语服务. */
  access?: string | undefined;
  areaCode?: string | undefined;
  /** What can be done there: 办理形式 codes. */
  channels: string[];
}

export interface MatterRef {
  id: string;
  name: string;
}

/** 政务服务事项, as a list shows it. Codes are strings of any length: every level writes its own. */
export interface MatterSummary extends MatterRef {
  /** 实施编码. */
  code?: string | undefined;
  /** 一件事: merged from several matters. */
  bundle: boolean;
  /** 事项类型 code; absent for a bundle. */
  type?: string | undefined;
  /** 实施主体; of a bundle the one that leads. */
  organ: OrganRef;
  summary: string;
  /** 服务对象 codes. */
  audiences: string[];
  /** 服务主题. */
  themes: string[];
  /** 领域 ids. */
  fields: string[];
  /** 办理形式 codes. */
  channels: string[];
  /** 办件类型 code. */
  caseType: string;
  /** 法定办结时限. */
  statutory?: MatterPeriod | undefined;
  /** 承诺办结时限. */
  promised?: MatterPeriod | undefined;
  /** 到办事现场次数. */
  visits: number;
  charged: boolean;
  /** Parts that match a search, matches between U+0002 and U+0003. */
  excerpt?: string | undefined;
  updatedAt: string;
}

/** 办事指南: a matter with all a person has to know beforehand. */
export interface Matter extends MatterSummary {
  /** 基本编码. */
  basicCode?: string | undefined;
  /** 行使层级 code. */
  level?: string | undefined;
  /** 共同实施部门. */
  jointOrgans: string[];
  basis: MatterBasis[];
  /** 受理条件. */
  conditions: Block[];
  questions: ScenarioQuestion[];
  materials: MatterMaterial[];
  steps: MatterStep[];
  specialProcedures: SpecialProcedure[];
  fees: MatterFee[];
  results: MatterResult[];
  /** 数量限制. */
  quota?: string | undefined;
  /** 通办范围. */
  range?: string | undefined;
  offices: MatterOffice[];
  /** 网办地址. */
  onlineUrl?: string | undefined;
  /** 预约地址. */
  appointmentUrl?: string | undefined;
  /** 咨询电话. */
  consultPhones: string[];
  /** 监督投诉电话. */
  complaintPhones: string[];
  faq: { question: string; answer: string }[];
  /** 政策依据 and explanations that lead here. */
  documents: DocumentRef[];
  /** Of a bundle: the matters it merges, in order. */
  parts: MatterRef[];
  /** 事项版本. */
  version: string;
  /** Where the record was taken from. */
  source?: { name: string; url?: string | undefined } | undefined;
  /** Set where facts are invented for demonstration. */
  fictitious?: boolean | undefined;
}

export const MatterRefSchema = shape<MatterRef>()(z.object({ id: z.string(), name: z.string() }));

const conditions = z.optional(z.array(z.object({ question: z.string(), is: z.array(z.string()) })));
const texts = z.array(z.string());

const summaryFields = {
  id: z.string(),
  name: z.string(),
  code: z.optional(z.string()),
  bundle: z.boolean(),
  type: z.optional(z.string()),
  organ: OrganRefSchema,
  summary: z.string(),
  audiences: texts,
  themes: texts,
  fields: texts,
  channels: texts,
  caseType: z.string(),
  statutory: z.optional(MatterPeriodSchema),
  promised: z.optional(MatterPeriodSchema),
  visits: z.number(),
  charged: z.boolean(),
  excerpt: z.optional(z.string()),
  updatedAt: z.string(),
};

export const MatterSummarySchema = shape<MatterSummary>()(z.object(summaryFields));

export const ScenarioQuestionSchema = shape<ScenarioQuestion>()(
  z.object({
    id: z.string(),
    text: z.string(),
    help: z.optional(z.string()),
    options: z.array(z.object({ id: z.string(), label: z.string() })),
    when: conditions,
  }),
);

const materialFields = {
  id: z.string(),
  name: z.string(),
  key: z.optional(z.string()),
  source: openEnum(materialSources),
  issuer: z.optional(z.string()),
  originals: z.number(),
  copies: z.number(),
  forms: z.array(openEnum(['paper', 'electronic'])),
  required: z.boolean(),
  exempt: z.optional(z.string()),
  note: z.optional(z.string()),
  files: z.array(AttachmentSchema),
  when: conditions,
  matters: z.optional(texts),
};

export const MatterMaterialSchema = shape<MatterMaterial>()(z.object(materialFields));

export const MatterOfficeSchema = shape<MatterOffice>()(
  z.object({
    id: z.string(),
    name: z.string(),
    address: z.string(),
    counter: z.optional(z.string()),
    hours: z.array(OpeningHoursSchema),
    hoursNote: z.optional(z.string()),
    phone: z.optional(z.string()),
    transit: z.optional(z.string()),
    access: z.optional(z.string()),
    areaCode: z.optional(z.string()),
    channels: texts,
  }),
);

export const MatterSchema = shape<Matter>()(
  z.object({
    ...summaryFields,
    basicCode: z.optional(z.string()),
    level: z.optional(z.string()),
    jointOrgans: texts,
    basis: z.array(
      z.object({
        title: z.string(),
        article: z.optional(z.string()),
        text: z.optional(z.string()),
        url: z.optional(z.string()),
        documentId: z.optional(z.string()),
      }),
    ),
    conditions: z.array(BlockSchema),
    questions: z.array(ScenarioQuestionSchema),
    materials: z.array(MatterMaterialSchema),
    steps: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        organ: z.optional(z.string()),
        period: z.optional(MatterPeriodSchema),
        text: z.optional(z.string()),
      }),
    ),
    specialProcedures: z.array(
      z.object({
        name: z.string(),
        period: z.optional(MatterPeriodSchema),
        basis: z.optional(z.string()),
      }),
    ),
    fees: z.array(
      z.object({
        name: z.string(),
        amount: z.optional(z.number()),
        note: z.optional(z.string()),
        basis: z.string(),
      }),
    ),
    results: z.array(
      z.object({
        name: z.string(),
        validity: z.optional(z.string()),
        delivery: z.array(openEnum(['pickUp', 'post', 'electronic'])),
        files: z.array(AttachmentSchema),
      }),
    ),
    quota: z.optional(z.string()),
    range: z.optional(z.string()),
    offices: z.array(MatterOfficeSchema),
    onlineUrl: z.optional(z.string()),
    appointmentUrl: z.optional(z.string()),
    consultPhones: texts,
    complaintPhones: texts,
    faq: z.array(z.object({ question: z.string(), answer: z.string() })),
    documents: z.array(DocumentRefSchema),
    parts: z.array(MatterRefSchema),
    version: z.string(),
    source: z.optional(z.object({ name: z.string(), url: z.optional(z.string()) })),
    fictitious: z.optional(z.boolean()),
  }),
);

/** Filters of the list; several values of one filter are alternatives. */
export interface MatterListQuery {
  /** 检索词, in plain words too: synonyms lead to the official name. */
  q?: string | undefined;
  organ?: string[] | undefined;
  theme?: string[] | undefined;
  field?: string[] | undefined;
  audience?: string[] | undefined;
  type?: string[] | undefined;
  channel?: string[] | undefined;
  /** Only 一件事, or only single matters. */
  bundle?: 'true' | 'false' | undefined;
  sort?: 'relevance' | 'name' | undefined;
  facets?: 'true' | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

/**
 * How many matters each value would leave: `organ`, `theme`, `field`, `audience`, `type`, `channel`,
 * each disregarding its own choice.
 */
export type MatterFacets = Record<string, FacetOption[]>;

export interface MatterPage extends Page<MatterSummary> {
  facets?: MatterFacets | undefined;
}

const values = z.optional(z.array(z.string().check(z.maxLength(100))));

export const listMatters = endpoint({
  id: 'matters.list',
  method: 'GET',
  path: '/matters',
  summary: 'Service matters (政务服务事项) and bundles (一件事)',
  query: shape<MatterListQuery>()(
    z.strictObject({
      q: z.optional(z.string().check(z.maxLength(200))),
      organ: values,
      theme: values,
      field: values,
      audience: values,
      type: values,
      channel: values,
      bundle: z.optional(z.enum(['true', 'false'])),
      sort: z.optional(z.enum(['relevance', 'name'])),
      facets: z.optional(z.enum(['true'])),
      limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
      cursor: z.optional(z.string()),
    }),
  ),
  response: shape<MatterPage>()(
    z.object({
      ...pageFields,
      items: z.array(MatterSummarySchema),
      facets: z.optional(FacetsSchema),
    }),
  ),
  access: 'public',
  caching: 'published',
});

export interface MatterParams {
  /** Id, or 实施编码. */
  id: string;
}

const MatterParamsSchema = shape<MatterParams>()(z.object({ id: z.string() }));

export const getMatter = endpoint({
  id: 'matters.get',
  method: 'GET',
  path: '/matters/{id}',
  summary: 'One matter with all a person has to know beforehand (办事指南)',
  params: MatterParamsSchema,
  response: MatterSchema,
  access: 'public',
  caching: 'published',
});

/** `question:option`, one for each question answered. */
export interface ChecklistQuery {
  answer?: string[] | undefined;
}

/** A material on the list of one person. */
export interface ChecklistItem extends MatterMaterial {
  /** Has to be handed in by the person: required and not exempt. */
  bring: boolean;
}

/** 一次性告知: all one person has to bring, at once. */
export interface Checklist {
  matter: MatterRef;
  version: string;
  /** What was answered, as far as it was asked. */
  answers: { question: string; option: string }[];
  /** Questions still to be answered, in order; while there are any the list may still shrink. */
  open: ScenarioQuestion[];
  /** No question is open: this is all, nothing may be asked for later (行政许可法 art. 32). */
  complete: boolean;
  items: ChecklistItem[];
  updatedAt: string;
}

export const ChecklistSchema = shape<Checklist>()(
  z.object({
    matter: MatterRefSchema,
    version: z.string(),
    answers: z.array(z.object({ question: z.string(), option: z.string() })),
    open: z.array(ScenarioQuestionSchema),
    complete: z.boolean(),
    items: z.array(z.object({ ...materialFields, bring: z.boolean() })),
    updatedAt: z.string(),
  }),
);

export const getChecklist = endpoint({
  id: 'matters.checklist',
  method: 'GET',
  path: '/matters/{id}/checklist',
  summary: 'All that has to be brought, narrowed by answers (一次性告知)',
  params: MatterParamsSchema,
  query: shape<ChecklistQuery>()(
    z.strictObject({
      answer: z.optional(z.array(z.string().check(z.maxLength(200), z.regex(/^[^:]+:[^:]+$/)))),
    }),
  ),
  response: ChecklistSchema,
  access: 'public',
  caching: 'published',
});

export const getMatterFile = endpoint({
  id: 'matters.file',
  method: 'GET',
  path: '/matters/{id}/files/{file}',
  summary: 'A blank form or a sample of a matter',
  params: shape<MatterParams & { file: string }>()(z.object({ id: z.string(), file: z.string() })),
  files: ['application/octet-stream'],
  access: 'public',
  caching: 'published',
});

export const getMatterLinkedData = endpoint({
  id: 'matters.linkedData',
  method: 'GET',
  path: '/matters/{id}/linked-data',
  summary: 'A matter as schema.org GovernmentService in JSON-LD',
  params: MatterParamsSchema,
  files: ['application/ld+json'],
  access: 'public',
  caching: 'published',
});
