import * as z from 'zod/mini';
import { BlockSchema, type Block } from './blocks.ts';
import { disclosureAttributes, type DisclosureAttribute } from './disclosure-attribute.ts';
import { documentKinds, policyLevels, type DocumentSource, type PolicyLevel } from './documents.ts';
import { endpoint } from './endpoint.ts';
import {
  interpretationForms,
  type InterpretationForm,
  type Interpreter,
  type PolicyChange,
  type PolicyMatter,
  type PolicyMedium,
  type PolicyQuestion,
  type PolicyTerm,
} from './interpretations.ts';
import { OrganRefSchema, type OrganRef } from './organs.ts';
import { openEnum, shape, LegalDate, type Open } from './shape.ts';
import { AttachmentSchema, type Attachment } from './uploads.ts';
import type { FieldFault } from './words.ts';

/** What is drafted: 公文, 解读材料. */
export const draftKinds = ['document', 'interpretation'] as const;
export type DraftKind = Open<(typeof draftKinds)[number]>;

/**
 * Where a draft stands: 拟稿, 待部门负责人审核, 待办公室审核和保密审查, 待签发, 已签发, 已印发, 已发布, 已撤回.
 */
export const draftStages = [
  'drafting',
  'unitHead',
  'office',
  'signer',
  'signed',
  'issued',
  'released',
  'withdrawn',
] as const;
export type DraftStage = Open<(typeof draftStages)[number]>;

/** Steps an officer may be named for: 部门负责人, 办公室 (公开机构), 签发人. */
export const editingSteps = ['unitHead', 'office', 'signer'] as const;
export type EditingStep = Open<(typeof editingSteps)[number]>;

/** 保密审查: nothing secret, a state secret, not certain (条例 art. 17). */
export const secrecyFindings = ['clear', 'secret', 'unsure'] as const;
export type SecrecyFinding = Open<(typeof secrecyFindings)[number]>;

/**
 * Grounds on which a document is not open (条例 art. 14 to 16), by the codes of the outcomes of
 * requests, so that both are counted alike.
 */
export const attributeGrounds = [
  'stateSecret',
  'forbiddenByLaw',
  'publicSecurity',
  'thirdPartyRights',
  'internalAffairs',
  'deliberation',
  'enforcementFile',
] as const;
export type AttributeGround = Open<(typeof attributeGrounds)[number]>;

/** 公开属性建议: what a drafter proposes and a signer decides (plan rows 16 and 17). */
export interface AttributeProposal {
  attribute: DisclosureAttribute;
  /** Why it is not open; required for `onRequest` and `closed`. */
  reason?: string | undefined;
  /** Required like `reason`. */
  ground?: AttributeGround | undefined;
}

/** What of a proposal is missing or wrong; forms and the service ask the same. */
export function proposalFaults(
  proposal: AttributeProposal | undefined,
  field = 'proposal',
): FieldFault[] {
  const allowed = disclosureAttributes.join('、');
  if (!proposal || !disclosureAttributes.some((one) => one === proposal.attribute)) {
    return [
      {
        field: proposal ? `${field}.attribute` : field,
        message: {
          zh: '拟定公文应当同时提出公开属性建议',
          en: 'a draft comes with a proposed disclosure attribute',
        },
        expected: { zh: `可用的值：${allowed}`, en: `one of ${disclosureAttributes.join(', ')}` },
      },
    ];
  }
  if (proposal.attribute === 'open') return [];
  const faults: FieldFault[] = [];
  if ((proposal.reason ?? '').trim() === '') {
    faults.push({
      field: `${field}.reason`,
      message: {
        zh: '依申请公开、不予公开的，应当说明理由',
        en: 'what is not open needs a reason',
      },
      expected: { zh: '说明理由', en: 'the reason in words' },
    });
  }
  if (!attributeGrounds.some((one) => one === proposal.ground)) {
    faults.push({
      field: `${field}.ground`,
      message: {
        zh: '依申请公开、不予公开的，应当写明依据',
        en: 'what is not open needs the ground it rests on',
      },
      expected: {
        zh: `可用的值：${attributeGrounds.join('、')}（《政府信息公开条例》第十四条至第十六条）`,
        en: `one of ${attributeGrounds.join(', ')}`,
      },
    });
  }
  return faults;
}

/** 转发类: the document that is forwarded, whose attribute the draft follows. */
export interface Forwarded {
  /** Its id, 索引号 or 文号, where it is recorded here; then its attribute is read from it. */
  document?: string | undefined;
  title: string;
  /** As its stamp says. */
  attribute: DisclosureAttribute;
}

/** 解读方案: in which forms, by whom and how a document will be explained. */
export interface InterpretationPlan {
  forms: InterpretationForm[];
  /** 解读主体. */
  organ: string;
  text: string;
}

/** 发文机关 as a draft names it. */
export interface DraftIssuer {
  organId?: string | undefined;
  name?: string | undefined;
  /** 牵头 of a joint document: it decides the attribute (条例 art. 10). */
  lead?: boolean | undefined;
}

/** The text of a 公文 in the making. */
export interface DocumentText {
  title: string;
  documentNumber?: string | undefined;
  kind: Open<(typeof documentKinds)[number]>;
  level: PolicyLevel;
  issuers: DraftIssuer[];
  effectiveOn?: string | undefined;
  expiresOn?: string | undefined;
  topics: string[];
  /** Ids, 索引号 or 文号 of what it replaces. */
  predecessors?: string[] | undefined;
  /** The same of the 征求意见稿 it came from. */
  consultations?: string[] | undefined;
  catalogItems?: string[] | undefined;
  source?: DocumentSource | undefined;
  /**
   * 附件: tokens of uploads, ids of files the draft has; blocks name them the same way. Read again,
   * it has ids alone.
   */
  files?: string[] | undefined;
  body: Block[];
}

/** The text of a 解读 in the making; a section that is absent is empty. */
export interface InterpretationText {
  title: string;
  form: InterpretationForm;
  level: PolicyLevel;
  summary: string;
  /** Ids, 索引号 or 文号 of documents, or ids of their drafts; the first is the one it stands for. */
  policies: string[];
  /** Those of its policies when absent. */
  topics?: string[] | undefined;
  background?: Block[] | undefined;
  basis?: Block[] | undefined;
  main?: Block[] | undefined;
  changes?: PolicyChange[] | undefined;
  scope?: Block[] | undefined;
  standards?: Block[] | undefined;
  benefits?: Block[] | undefined;
  cautions?: Block[] | undefined;
  eligibility?: Block[] | undefined;
  steps?: Block[] | undefined;
  terms?: PolicyTerm[] | undefined;
  questions?: PolicyQuestion[] | undefined;
  matters?: PolicyMatter[] | undefined;
  media?: PolicyMedium[] | undefined;
  interpreter?: Interpreter | undefined;
}

/** What a drafter hands in: a document or an interpretation. */
export interface DraftContent {
  kind: 'document' | 'interpretation';
  /** `document`. */
  document?: DocumentText | undefined;
  /** `document`: required (plan row 16). */
  proposal?: AttributeProposal | undefined;
  /** `document`: it concerns the interests of the public, so it is released with its 解读 (三同步). */
  needsInterpretation?: boolean | undefined;
  plan?: InterpretationPlan | undefined;
  forwards?: Forwarded | undefined;
  /** `interpretation`. */
  interpretation?: InterpretationText | undefined;
}

/**
 * Moves of a draft: 送审, 同意, 退回, 印发, 记录例外 (a coordinator's), 撤回. Each has the fields it needs.
 */
export const draftMoveKinds = [
  'propose',
  'approve',
  'return',
  'issue',
  'exempt',
  'withdraw',
] as const;
export type DraftMoveKind = (typeof draftMoveKinds)[number];

/** What a log tells: the moves, and what is done beside them. */
export const editingEventKinds = [
  ...draftMoveKinds,
  'created',
  'edited',
  'released',
  'published',
  'corrected',
] as const;

/** A step of a record: who did what, when and why. Such a log only grows. */
export interface EditingEvent {
  seq: number;
  kind: Open<(typeof editingEventKinds)[number]>;
  /** ISO 8601 with offset. */
  at: string;
  /** The officer's account. */
  by: string;
  /** The step it was done for, where the procedure has one. */
  step?: string | undefined;
  reason?: string | undefined;
  /** The attribute proposed or decided with it. */
  decision?: AttributeProposal | undefined;
  secrecy?: SecrecyFinding | undefined;
}

/** 拟稿、审核、签发: a draft as its office sees it. */
export interface Draft extends DraftSummary {
  content: DraftContent;
  /** The attribute as the last step has it; decided once `stage` is `signed`. */
  attribute?: AttributeProposal | undefined;
  /** 索引号, once issued. */
  indexNumber?: string | undefined;
  issuedOn?: string | undefined;
  /** 附注 it was issued with. */
  stamp?: string | undefined;
  /** 附件 in the order in which its content names them. */
  files: Attachment[];
  log: EditingEvent[];
}

/** A line of the list of drafts. */
export interface DraftSummary {
  id: string;
  kind: DraftKind;
  stage: DraftStage;
  title: string;
  organ: OrganRef;
  needsInterpretation: boolean;
  /** A coordinator has recorded why it may go out without its 解读. */
  exempted: boolean;
  /** Rises with every change; sent back with an edit. */
  revision: number;
  updatedAt: string;
  /** Set once it is public. */
  publishedAt?: string | undefined;
  /** What the officer may do now. */
  moves: string[];
}

export type DraftMove =
  | { kind: 'propose' }
  | {
      kind: 'approve';
      /** Another attribute than the one proposed. */
      decision?: AttributeProposal | undefined;
      /** 保密审查, at the step of the office. */
      secrecy?: SecrecyFinding | undefined;
      note?: string | undefined;
    }
  | { kind: 'return'; reason: string }
  | {
      kind: 'issue';
      indexNumber: string;
      documentNumber?: string | undefined;
      /** 成文日期; today when absent. */
      issuedOn?: string | undefined;
    }
  | { kind: 'exempt'; reason: string }
  | { kind: 'withdraw'; reason: string };

const text = (most: number) => z.string().check(z.regex(/\S/), z.maxLength(most));
const names = z.array(text(200)).check(z.maxLength(100));
const blocks = z.array(BlockSchema);
const section = z.optional(blocks);
const reason = text(2000);

/** What comes in is named exactly; what goes out may grow. */
function schemasOf(object: typeof z.object) {
  const proposal = shape<AttributeProposal>()(
    object({
      attribute: openEnum(disclosureAttributes),
      reason: z.optional(z.string().check(z.maxLength(2000))),
      ground: z.optional(openEnum(attributeGrounds)),
    }),
  );

  const document = shape<DocumentText>()(
    object({
      title: text(500),
      documentNumber: z.optional(text(100)),
      kind: openEnum(documentKinds),
      level: openEnum(policyLevels),
      issuers: z
        .array(
          object({
            organId: z.optional(z.string()),
            name: z.optional(text(200)),
            lead: z.optional(z.boolean()),
          }),
        )
        .check(z.minLength(1), z.maxLength(50)),
      effectiveOn: z.optional(LegalDate),
      expiresOn: z.optional(LegalDate),
      topics: names,
      predecessors: z.optional(names),
      consultations: z.optional(names),
      catalogItems: z.optional(names),
      source: z.optional(object({ name: text(200), url: z.optional(z.string()) })),
      files: z.optional(names),
      body: blocks,
    }),
  );

  const interpretation = shape<InterpretationText>()(
    object({
      title: text(500),
      form: openEnum(interpretationForms),
      level: openEnum(policyLevels),
      summary: text(500),
      policies: names.check(z.minLength(1)),
      topics: z.optional(names),
      background: section,
      basis: section,
      main: section,
      changes: z.optional(
        z.array(object({ topic: text(500), before: z.optional(z.string()), after: z.string() })),
      ),
      scope: section,
      standards: section,
      benefits: section,
      cautions: section,
      eligibility: section,
      steps: section,
      terms: z.optional(z.array(object({ term: text(500), meaning: z.string() }))),
      questions: z.optional(z.array(object({ question: text(500), answer: blocks }))),
      matters: z.optional(
        z.array(
          object({
            name: text(500),
            url: z.optional(z.string()),
            matterId: z.optional(z.string()),
          }),
        ),
      ),
      media: z.optional(
        z.array(
          object({
            form: openEnum(interpretationForms),
            title: text(500),
            file: z.optional(z.string()),
            url: z.optional(z.string()),
            alternative: blocks,
          }),
        ),
      ),
      interpreter: z.optional(
        object({
          organ: text(200),
          organId: z.optional(z.string()),
          person: z.optional(text(100)),
          phone: z.optional(text(100)),
        }),
      ),
    }),
  );

  const content = shape<DraftContent>()(
    object({
      kind: z.enum(draftKinds),
      document: z.optional(document),
      proposal: z.optional(proposal),
      needsInterpretation: z.optional(z.boolean()),
      plan: z.optional(
        object({
          forms: z.array(openEnum(interpretationForms)).check(z.minLength(1)),
          organ: text(200),
          text: text(10_000),
        }),
      ),
      forwards: z.optional(
        object({
          document: z.optional(text(200)),
          title: text(500),
          attribute: openEnum(disclosureAttributes),
        }),
      ),
      interpretation: z.optional(interpretation),
    }),
  );
  return { proposal, content };
}

const asked = schemasOf(z.strictObject as unknown as typeof z.object);
const answered = schemasOf(z.object);

export const DraftInputSchema = asked.content;
export const DraftContentSchema = answered.content;
export const AttributeProposalSchema = answered.proposal;

export const EditingEventSchema = shape<EditingEvent>()(
  z.object({
    seq: z.int(),
    kind: openEnum(editingEventKinds),
    at: z.string(),
    by: z.string(),
    step: z.optional(z.string()),
    reason: z.optional(z.string()),
    decision: z.optional(AttributeProposalSchema),
    secrecy: z.optional(openEnum(secrecyFindings)),
  }),
);

const draftSummaryFields = {
  id: z.string(),
  kind: openEnum(draftKinds),
  stage: openEnum(draftStages),
  title: z.string(),
  organ: OrganRefSchema,
  needsInterpretation: z.boolean(),
  exempted: z.boolean(),
  revision: z.int(),
  updatedAt: z.string(),
  publishedAt: z.optional(z.string()),
  moves: z.array(z.string()),
};

export const DraftSchema = shape<Draft>()(
  z.object({
    ...draftSummaryFields,
    content: DraftContentSchema,
    attribute: z.optional(AttributeProposalSchema),
    indexNumber: z.optional(z.string()),
    issuedOn: z.optional(z.string()),
    stamp: z.optional(z.string()),
    files: z.array(AttachmentSchema),
    log: z.array(EditingEventSchema),
  }),
);

const DraftMoveSchema = shape<DraftMove>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('propose') }),
    z.strictObject({
      kind: z.literal('approve'),
      decision: z.optional(asked.proposal),
      secrecy: z.optional(openEnum(secrecyFindings)),
      note: z.optional(text(2000)),
    }),
    z.strictObject({ kind: z.literal('return'), reason }),
    z.strictObject({
      kind: z.literal('issue'),
      indexNumber: text(200),
      documentNumber: z.optional(text(100)),
      issuedOn: z.optional(LegalDate),
    }),
    z.strictObject({ kind: z.literal('exempt'), reason }),
    z.strictObject({ kind: z.literal('withdraw'), reason }),
  ]),
);

export interface DraftQuery {
  kind?: 'document' | 'interpretation' | undefined;
  stage?: string[] | undefined;
  /** For a coordinator. */
  organ?: string | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

export interface DraftPage {
  items: DraftSummary[];
  /** Pass as `cursor` to get the next page; absent on the last one. */
  next?: string | undefined;
  total: number;
}

export interface EditingParams {
  id: string;
}

export const EditingParamsSchema = shape<EditingParams>()(z.object({ id: z.string() }));

/** Texts may be long. */
export const draftBodyLimit = 4 * 1024 * 1024;

export const listDrafts = endpoint({
  id: 'drafts.list',
  method: 'GET',
  path: '/desk/drafts',
  summary: 'Drafts of documents and interpretations an officer may see, the latest first',
  query: shape<DraftQuery>()(
    z.strictObject({
      kind: z.optional(z.enum(draftKinds)),
      stage: z.optional(z.array(z.string())),
      organ: z.optional(z.string()),
      limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
      cursor: z.optional(z.string()),
    }),
  ),
  response: shape<DraftPage>()(
    z.object({
      items: z.array(z.object(draftSummaryFields)),
      next: z.optional(z.string()),
      total: z.number(),
    }),
  ),
  access: 'officer',
  caching: 'none',
});

export const getDraft = endpoint({
  id: 'drafts.get',
  method: 'GET',
  path: '/desk/drafts/{id}',
  summary: 'One draft with its log',
  params: EditingParamsSchema,
  response: DraftSchema,
  access: 'officer',
  caching: 'none',
});

export interface DraftFileParams {
  id: string;
  file: string;
}

export const getDraftFile = endpoint({
  id: 'drafts.file',
  method: 'GET',
  path: '/desk/drafts/{id}/files/{file}',
  summary: 'A file of a draft',
  params: shape<DraftFileParams>()(z.object({ id: z.string(), file: z.string() })),
  files: ['application/octet-stream'],
  access: 'officer',
  caching: 'none',
});

export const createDraft = endpoint({
  id: 'drafts.create',
  method: 'POST',
  path: '/desk/drafts',
  summary: 'Begins a draft; a document comes with its proposed disclosure attribute',
  body: DraftInputSchema,
  bodyLimit: draftBodyLimit,
  response: DraftSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});

/** An edit of a draft that is still being drafted. */
export interface DraftEdit {
  /** The one that was read; an edit of an older one is refused. */
  revision: number;
  content: DraftContent;
}

export const editDraft = endpoint({
  id: 'drafts.edit',
  method: 'PUT',
  path: '/desk/drafts/{id}',
  summary: 'Changes a draft that is with its drafter',
  params: EditingParamsSchema,
  body: shape<DraftEdit>()(z.strictObject({ revision: z.int(), content: DraftInputSchema })),
  bodyLimit: draftBodyLimit,
  response: DraftSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});

export const moveDraft = endpoint({
  id: 'drafts.move',
  method: 'POST',
  path: '/desk/drafts/{id}/moves',
  summary: 'Takes a step of the procedure; what is not allowed now is refused with its article',
  params: EditingParamsSchema,
  body: DraftMoveSchema,
  response: DraftSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});

/** What goes out at one moment: documents with their interpretations (三同步). */
export interface ReleaseInput {
  /** Ids of drafts. */
  drafts: string[];
}

export interface Release {
  id: string;
  organ: OrganRef;
  by: string;
  /** The same for all of it. */
  publishedAt: string;
  drafts: { id: string; kind: DraftKind; title: string }[];
  /** Why a document went out without its 解读, by id of its draft. */
  exemptions: { draft: string; reason: string; by: string }[];
}

export interface ReleaseList {
  items: Release[];
}

export const ReleaseSchema = shape<Release>()(
  z.object({
    id: z.string(),
    organ: OrganRefSchema,
    by: z.string(),
    publishedAt: z.string(),
    drafts: z.array(z.object({ id: z.string(), kind: openEnum(draftKinds), title: z.string() })),
    exemptions: z.array(z.object({ draft: z.string(), reason: z.string(), by: z.string() })),
  }),
);

export const createRelease = endpoint({
  id: 'releases.create',
  method: 'POST',
  path: '/desk/releases',
  summary: 'Publishes documents and their interpretations at one moment',
  body: shape<ReleaseInput>()(
    z.strictObject({ drafts: z.array(z.string()).check(z.minLength(1), z.maxLength(50)) }),
  ),
  response: ReleaseSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});

export const listReleases = endpoint({
  id: 'releases.list',
  method: 'GET',
  path: '/desk/releases',
  summary: 'What was released, the latest 200 first',
  response: shape<ReleaseList>()(z.object({ items: z.array(ReleaseSchema) })),
  access: 'officer',
  caching: 'none',
});

/** Who of an organ takes which steps. A step nobody is named for is open to its officers. */
export interface EditingStaff {
  organId: string;
  officers: { id: string; steps: EditingStep[] }[];
}

export const EditingStaffSchema = shape<EditingStaff>()(
  z.object({
    organId: z.string(),
    officers: z.array(z.object({ id: z.string(), steps: z.array(openEnum(editingSteps)) })),
  }),
);

const StaffParamsSchema = shape<{ organ: string }>()(z.object({ organ: z.string() }));

export const getEditingStaff = endpoint({
  id: 'drafts.staff',
  method: 'GET',
  path: '/desk/staff/{organ}',
  summary: 'Who of an organ takes which steps of the procedure',
  params: StaffParamsSchema,
  response: EditingStaffSchema,
  access: 'officer',
  caching: 'none',
});

export const setEditingStaff = endpoint({
  id: 'drafts.setStaff',
  method: 'PUT',
  path: '/desk/staff/{organ}',
  summary: 'Names who of an organ takes which steps; a coordinator does',
  params: StaffParamsSchema,
  body: shape<Pick<EditingStaff, 'officers'>>()(
    z.strictObject({
      officers: z
        .array(z.strictObject({ id: text(200), steps: z.array(openEnum(editingSteps)) }))
        .check(z.maxLength(500)),
    }),
  ),
  response: EditingStaffSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});
