import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { IdentitySchema, type Identity } from './identity.ts';
import { OrganSchema, type Organ } from './organs.ts';
import {
  RequestEventSchema,
  requestChannels,
  requestStatuses,
  type RequestChannel,
  type RequestEvent,
  type RequestStatus,
} from './request-events.ts';
import { openEnum, shape, type Open } from './shape.ts';
import { AttachmentSchema, type Attachment } from './uploads.ts';
import { WatchTicketSchema, type WatchTicket } from './watch.ts';

/** 申请种类: `disclosure` 信息公开申请 (art. 27), `correction` 更正申请 (art. 41). */
export const requestKinds = ['disclosure', 'correction'] as const;
export type RequestKind = Open<(typeof requestKinds)[number]>;

/**
 * 申请人类别, as the annual report counts them (国办公开办函〔2021〕30号): 自然人; 商业企业, 科研机构,
 * 社会公益组织, 法律服务机构, 其他.
 */
export const applicantCategories = [
  'person',
  'business',
  'research',
  'socialOrganization',
  'legalService',
  'otherOrganization',
] as const;
export type ApplicantCategory = Open<(typeof applicantCategories)[number]>;

/** 申请人 (art. 29 (一)). */
export interface Applicant {
  category: ApplicantCategory;
  /** 姓名或者名称. */
  name: string;
  identity: Identity;
  /** 法定代表人或者负责人 of an organisation. */
  representative?: string | undefined;
}

/** 联系方式 (art. 29 (一)): at least one of telephone, e-mail and postal address. */
export interface Contact {
  /** 联系人, where it is not the applicant. */
  person?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  address?: string | undefined;
  postcode?: string | undefined;
}

/** 代理人, or whoever fills the form in for the applicant. */
export interface Agent {
  name: string;
  identity: Identity;
  phone: string;
}

/** 所需信息 (art. 29 (二)): name, 文号 or a description by which it can be found; at least one. */
export interface Sought {
  name?: string | undefined;
  documentNumber?: string | undefined;
  description?: string | undefined;
}

/** What a 更正 request says (art. 41). */
export interface Correction {
  /** What the record says, and where. */
  wrong: string;
  /** What would be right, and what proves it. */
  right: string;
}

/** 提供形式 (art. 29 (三), 40): 电子, 纸质, 当场查阅抄录. */
export const deliveryForms = ['electronic', 'paper', 'onSite'] as const;
/** 获取方式: 网上查看, 电子邮件, 邮寄, 自行领取, 传真. */
export const deliveryWays = ['online', 'email', 'post', 'pickUp', 'fax'] as const;

export interface Delivery {
  form: Open<(typeof deliveryForms)[number]>;
  way: Open<(typeof deliveryWays)[number]>;
}

/** 需要的协助 (art. 43): 大字, 朗读, 手语, 盲文, 代填, 其他. */
export const assistanceNeeds = [
  'largePrint',
  'readAloud',
  'signLanguage',
  'braille',
  'fillIn',
  'other',
] as const;

export interface Assistance {
  needs: Open<(typeof assistanceNeeds)[number]>[];
  note?: string | undefined;
}

/** What is filed: exactly what art. 29 names, and the help of art. 43. There is no purpose. */
export interface RequestSubmission {
  /** The organ asked. */
  organId: string;
  kind: RequestKind;
  applicant: Applicant;
  contact: Contact;
  agent?: Agent | undefined;
  sought: Sought;
  /** For `correction` only. */
  correction?: Correction | undefined;
  delivery: Delivery;
  assistance?: Assistance | undefined;
  /** Tokens of uploads. */
  attachments?: string[] | undefined;
  /** Solution of a challenge, when one is required (`challenge.get`). */
  challenge?: string | undefined;
  /** A field no person sees; whoever fills it in is a program. Always leave it out. */
  website?: string | undefined;
}

const text = (most: number) => z.string().check(z.maxLength(most));
const filled = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

export const ApplicantSchema = shape<Applicant>()(
  z.strictObject({
    category: openEnum(applicantCategories),
    name: filled(100),
    identity: IdentitySchema,
    representative: z.optional(text(50)),
  }),
);

export const ContactSchema = shape<Contact>()(
  z.strictObject({
    person: z.optional(text(50)),
    phone: z.optional(text(30)),
    email: z.optional(text(254)),
    address: z.optional(text(200)),
    postcode: z.optional(text(10)),
  }),
);

export const AgentSchema = shape<Agent>()(
  z.strictObject({ name: filled(100), identity: IdentitySchema, phone: filled(30) }),
);

export const SoughtSchema = shape<Sought>()(
  z.strictObject({
    name: z.optional(text(200)),
    documentNumber: z.optional(text(60)),
    description: z.optional(text(2000)),
  }),
);

export const CorrectionSchema = shape<Correction>()(
  z.strictObject({ wrong: filled(1000), right: filled(1000) }),
);

export const DeliverySchema = shape<Delivery>()(
  z.strictObject({ form: openEnum(deliveryForms), way: openEnum(deliveryWays) }),
);

export const AssistanceSchema = shape<Assistance>()(
  z.strictObject({ needs: z.array(openEnum(assistanceNeeds)), note: z.optional(text(200)) }),
);

/** The fields of a submission that the counter files as well. */
export const submissionFields = {
  organId: filled(60),
  kind: openEnum(requestKinds),
  applicant: ApplicantSchema,
  contact: ContactSchema,
  agent: z.optional(AgentSchema),
  sought: SoughtSchema,
  correction: z.optional(CorrectionSchema),
  delivery: DeliverySchema,
  assistance: z.optional(AssistanceSchema),
  attachments: z.optional(z.array(text(100))),
};

export const RequestSubmissionSchema = shape<RequestSubmission>()(
  z.strictObject({
    ...submissionFields,
    challenge: z.optional(text(4000)),
    website: z.optional(text(200)),
  }),
);

/** 回执: what whoever files a request takes home. The code is told this once. */
export interface RequestReceipt {
  /** 申请编号, `2026-0000123-5`. */
  number: string;
  /** 查询码, `K7M3Q-9TXWP`: kept as a hash only, so it cannot be told again. */
  code: string;
  kind: RequestKind;
  organ: Organ;
  channel: RequestChannel;
  submittedAt: string;
  /** Until when the applicant may undo the filing without a trace of a request, ISO 8601. */
  undoUntil: string;
  /** For the clock (`runClock`). */
  events: RequestEvent[];
}

export const RequestReceiptSchema = shape<RequestReceipt>()(
  z.object({
    number: z.string(),
    code: z.string(),
    kind: openEnum(requestKinds),
    organ: OrganSchema,
    channel: openEnum(requestChannels),
    submittedAt: z.string(),
    undoUntil: z.string(),
    events: z.array(RequestEventSchema),
  }),
);

/** What opens a request to its applicant. It travels in a body, never in an address. */
export interface RequestKey {
  number: string;
  code: string;
}

const keyFields = { number: filled(40), code: filled(40) };

/** 救济途径 (art. 51; 行政复议法 art. 20, 23): where to turn against a reply. */
export interface Remedy {
  kind: Open<'reconsideration' | 'litigation' | 'complaint'>;
  /** In words, with the article. */
  text: string;
  /** Last day, where it can be computed. */
  until?: string | undefined;
  /** True when this has to come before a lawsuit (复议前置). */
  first?: boolean | undefined;
}

/** 答复. */
export interface RequestReply {
  on: string;
  /** Code of the outcome (`outcomes.list`). */
  outcome: string;
  /** Its name, 予以公开. */
  label: string;
  /** The articles it rests on. */
  articles: string[];
  /** The letter. */
  text: string;
  attachments: Attachment[];
  remedies: Remedy[];
}

/** What is expected from the applicant. */
export interface ExpectedAction {
  action: Open<'supplement' | 'justify' | 'pay'>;
  /** Last day. */
  by?: string | undefined;
  /** What the office asks, in its words. */
  text?: string | undefined;
  /** 分, for `pay`. */
  amount?: number | undefined;
}

/** What an applicant may do to the own request at this moment. */
export const applicantMoves = ['undo', 'withdraw', 'supplement', 'justify'] as const;
export type ApplicantMove = Open<(typeof applicantMoves)[number]>;

/** 办理进度: a request as its applicant sees it. Identity, telephone and address are not in it. */
export interface RequestView {
  number: string;
  kind: RequestKind;
  status: RequestStatus;
  organ: Organ;
  submittedAt: string;
  undoUntil: string;
  /** 张*. */
  applicantName: string;
  applicantCategory: ApplicantCategory;
  sought: Sought;
  delivery: Delivery;
  attachments: Attachment[];
  /** Oldest first. */
  events: RequestEvent[];
  /** Parameters of the clock this office counts by; what is absent is as usual. */
  policy: Record<string, boolean>;
  /** 答复期限 as the service counts it; absent while the request is not received. */
  dueOn?: string | undefined;
  /** Workdays to the due day, negative when overdue. */
  daysLeft?: number | undefined;
  /** The due day lies beyond the published holiday calendar. */
  provisional?: boolean | undefined;
  /** The clock stands still. */
  paused?: boolean | undefined;
  expected?: ExpectedAction | undefined;
  moves: ApplicantMove[];
  reply?: RequestReply | undefined;
  watch: WatchTicket;
  /** When this view was made, by the clock of the service, ISO 8601: devices' clocks are often wrong. */
  asOf?: string | undefined;
}

export const RequestViewSchema = shape<RequestView>()(
  z.object({
    number: z.string(),
    kind: openEnum(requestKinds),
    status: openEnum(requestStatuses),
    organ: OrganSchema,
    submittedAt: z.string(),
    undoUntil: z.string(),
    applicantName: z.string(),
    applicantCategory: openEnum(applicantCategories),
    sought: z.object({
      name: z.optional(z.string()),
      documentNumber: z.optional(z.string()),
      description: z.optional(z.string()),
    }),
    delivery: z.object({ form: openEnum(deliveryForms), way: openEnum(deliveryWays) }),
    attachments: z.array(AttachmentSchema),
    events: z.array(RequestEventSchema),
    policy: z.record(z.string(), z.boolean()),
    dueOn: z.optional(z.string()),
    daysLeft: z.optional(z.number()),
    provisional: z.optional(z.boolean()),
    paused: z.optional(z.boolean()),
    expected: z.optional(
      z.object({
        action: openEnum(['supplement', 'justify', 'pay']),
        by: z.optional(z.string()),
        text: z.optional(z.string()),
        amount: z.optional(z.number()),
      }),
    ),
    moves: z.array(openEnum(applicantMoves)),
    reply: z.optional(
      z.object({
        on: z.string(),
        outcome: z.string(),
        label: z.string(),
        articles: z.array(z.string()),
        text: z.string(),
        attachments: z.array(AttachmentSchema),
        remedies: z.array(
          z.object({
            kind: openEnum(['reconsideration', 'litigation', 'complaint']),
            text: z.string(),
            until: z.optional(z.string()),
            first: z.optional(z.boolean()),
          }),
        ),
      }),
    ),
    watch: WatchTicketSchema,
    asOf: z.optional(z.string()),
  }),
);

/** 补正, or 说明理由: what an applicant adds. */
export interface RequestAddition extends RequestKey {
  text: string;
  attachments?: string[] | undefined;
}

export interface AttachmentKey extends RequestKey {
  id: string;
}

/** A kind of file that may be attached. */
export interface FileKind {
  /** Media type. */
  type: string;
  /** As people call it: PDF 文档. */
  label: string;
  /** With the dot. */
  extensions: string[];
}

/** What a form has to say before anybody fills it in. */
export interface RequestRules {
  uploads: {
    kinds: FileKind[];
    /** Bytes of one file. */
    maxBytes: number;
    /** Files of one submission. */
    maxCount: number;
    /** Bytes of all files of one submission. */
    maxTotalBytes: number;
    /** Minutes an upload is kept before a request takes it. */
    keepMinutes: number;
  };
  undoMinutes: number;
  /** 个人信息处理告知 (个人信息保护法 art. 17, 35): days after the end of a request. */
  retentionDays: number;
  policy: Record<string, boolean>;
  updatedAt: string;
}

export const getRequestRules = endpoint({
  id: 'requests.rules',
  method: 'GET',
  path: '/requests/rules',
  summary: 'What holds for requests: files that may be attached, limits, retention',
  response: shape<RequestRules>()(
    z.object({
      uploads: z.object({
        kinds: z.array(
          z.object({ type: z.string(), label: z.string(), extensions: z.array(z.string()) }),
        ),
        maxBytes: z.number(),
        maxCount: z.number(),
        maxTotalBytes: z.number(),
        keepMinutes: z.number(),
      }),
      undoMinutes: z.number(),
      retentionDays: z.number(),
      policy: z.record(z.string(), z.boolean()),
      updatedAt: z.string(),
    }),
  ),
  access: 'public',
  caching: 'published',
});

export const submitRequest = endpoint({
  id: 'requests.submit',
  method: 'POST',
  path: '/requests',
  summary: 'Files a disclosure request; the same Idempotency-Key gives the same receipt',
  body: RequestSubmissionSchema,
  response: RequestReceiptSchema,
  access: 'public',
  caching: 'none',
  idempotent: true,
});

export const RequestKeySchema = shape<RequestKey>()(z.strictObject(keyFields));

export const trackRequest = endpoint({
  id: 'requests.track',
  method: 'POST',
  path: '/requests/track',
  summary: 'A request as its applicant sees it, by number and code',
  body: RequestKeySchema,
  response: RequestViewSchema,
  access: 'public',
  caching: 'none',
  safe: true,
});

export const RequestAdditionSchema = shape<RequestAddition>()(
  z.strictObject({
    ...keyFields,
    text: filled(2000),
    attachments: z.optional(z.array(text(100))),
  }),
);

export const supplementRequest = endpoint({
  id: 'requests.supplement',
  method: 'POST',
  path: '/requests/supplement',
  summary: 'Completes a request as the office asked (补正)',
  body: RequestAdditionSchema,
  response: RequestViewSchema,
  access: 'public',
  caching: 'none',
  idempotent: true,
});

export const justifyRequest = endpoint({
  id: 'requests.justify',
  method: 'POST',
  path: '/requests/justify',
  summary: 'Gives the reasons the office asked for (说明理由)',
  body: RequestAdditionSchema,
  response: RequestViewSchema,
  access: 'public',
  caching: 'none',
  idempotent: true,
});

export const withdrawRequest = endpoint({
  id: 'requests.withdraw',
  method: 'POST',
  path: '/requests/withdraw',
  summary: 'Withdraws a request that has not been answered (撤回)',
  body: RequestKeySchema,
  response: RequestViewSchema,
  access: 'public',
  caching: 'none',
  idempotent: true,
});

export const undoRequest = endpoint({
  id: 'requests.undo',
  method: 'POST',
  path: '/requests/undo',
  summary: 'Takes a filing back within ten minutes, as if it had not been made',
  body: RequestKeySchema,
  response: RequestViewSchema,
  access: 'public',
  caching: 'none',
  idempotent: true,
});

export const getRequestAttachment = endpoint({
  id: 'requests.attachment',
  method: 'POST',
  path: '/requests/attachment',
  summary: 'A file of a request or of its reply, by number and code',
  body: shape<AttachmentKey>()(z.strictObject({ ...keyFields, id: filled(60) })),
  files: ['application/octet-stream'],
  access: 'public',
  caching: 'none',
  safe: true,
});
