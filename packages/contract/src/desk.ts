import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { identityKinds } from './identity.ts';
import { OrganRefSchema, type OrganRef } from './organs.ts';
import {
  consultedParties,
  correctionDecisions,
  requestEventFields,
  requestChannels,
  requestStatuses,
  reviewKinds,
  type ConsultedParty,
  type CorrectionDecision,
  type RequestChannel,
  type RequestEvent,
  type RequestStatus,
  type ReviewKind,
} from './request-events.ts';
import {
  applicantCategories,
  assistanceNeeds,
  deliveryForms,
  deliveryWays,
  requestKinds,
  RequestReceiptSchema,
  submissionFields,
  type Agent,
  type Applicant,
  type ApplicantCategory,
  type Assistance,
  type Contact,
  type Correction,
  type Delivery,
  type RequestKind,
  type RequestSubmission,
  type Sought,
} from './requests.ts';
import { LegalDate, openEnum, pageFields, shape, type Open, type Page } from './shape.ts';
import { AttachmentSchema, type Attachment } from './uploads.ts';

/** 收件 at the counter, by post or by fax; also 代填 for somebody who cannot write (art. 29). */
export interface DeskFiling extends Omit<RequestSubmission, 'challenge' | 'website'> {
  channel: RequestChannel;
  /** When it arrived: handed in, signed for, received. Not in the future. */
  arrivedOn: string;
  /** 代填: an officer wrote what the applicant said (art. 29, 口头申请). */
  dictated?: boolean | undefined;
}

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const tokens = z.optional(z.array(z.string().check(z.maxLength(100))));
/** The day the step counts for; today unless given, never in the future, never before the last event. */
const on = z.optional(LegalDate);

interface Dated {
  on?: string | undefined;
}

/** 确认收到 (art. 31): fixes the day of receipt. */
export interface ConfirmMove extends Dated {
  kind: 'confirm';
}
/** 补正告知 (art. 30): once, within 7 workdays of receipt, everything at once, with a reasonable period. */
export interface AskSupplementMove extends Dated {
  kind: 'askSupplement';
  /** What has to be completed, all of it. */
  text: string;
  /** Last day for the applicant. */
  dueOn: string;
}
/** 补正 that came by post or at the counter. */
export interface SupplementMove extends Dated {
  kind: 'supplement';
  text: string;
  attachments?: string[] | undefined;
}
/** 要求说明理由 (art. 35). */
export interface AskJustificationMove extends Dated {
  kind: 'askJustification';
  text: string;
  dueOn: string;
}
export interface JustifyMove extends Dated {
  kind: 'justify';
  text: string;
}
/** 征求意见 (art. 32, 34). `party` is for the office only. */
export interface ConsultMove extends Dated {
  kind: 'consult';
  consulted: ConsultedParty;
  party: string;
}
/** 意见反馈, or its period has ended without one. */
export interface RecordOpinionMove extends Dated {
  kind: 'recordOpinion';
  /** `seq` of the question. */
  of: number;
  opinion: Open<'agrees' | 'objects' | 'none'>;
  text?: string | undefined;
}
/** 延期 (art. 33): once, with the approval of the head of the office. */
export interface ExtendMove extends Dated {
  kind: 'extend';
  /** 1 to 20. */
  workdays: number;
  /** Told to the applicant. */
  text: string;
  approvedBy: string;
}
/** 收费告知 (art. 42, 国办函〔2020〕109号): by one of the two methods. */
export interface NoticeFeeMove extends Dated {
  kind: 'noticeFee';
  method: Open<'requests' | 'pages'>;
  /** Pages of this request, for `pages`. Requests of the month are counted by the service. */
  pages?: number | undefined;
}
export interface RecordPaymentMove extends Dated {
  kind: 'recordPayment';
}
/** 答复 (art. 36, 37). */
export interface ReplyMove extends Dated {
  kind: 'reply';
  outcome: string;
  /** The letter; a template is at `desk.template`. */
  text: string;
  /** Uploads; where parts are withheld, the redacted copies. */
  attachments?: string[] | undefined;
}
/** 非本机关负责 (art. 36 (五)): closes with the name and the contact of the organ responsible. */
export interface AdviseTransferMove extends Dated {
  kind: 'adviseTransfer';
  /** The organ responsible, where it can be told. */
  toOrganId?: string | undefined;
  text: string;
}
/** 更正处理 (art. 41), for `correction` requests. */
export interface CorrectMove extends Dated {
  kind: 'correct';
  decision: CorrectionDecision;
  text: string;
  toOrganId?: string | undefined;
}
/** 撤回 that came by post or at the counter. */
export interface WithdrawMove extends Dated {
  kind: 'withdraw';
}
/** 视为放弃: no supplement (art. 30) or no payment (art. 42) in time. */
export interface LapseMove extends Dated {
  kind: 'lapse';
}
/** 复议、诉讼 (art. 51). */
export interface RecordReviewMove extends Dated {
  kind: 'recordReview';
  review: ReviewKind;
  text?: string | undefined;
}
/** 归档 (art. 45). */
export interface ArchiveMove extends Dated {
  kind: 'archive';
}
/** 内部记录: never shown to the applicant. The only move of a coordinator. */
export interface NoteMove extends Dated {
  kind: 'note';
  text: string;
}

export type DeskMove =
  | ConfirmMove
  | AskSupplementMove
  | SupplementMove
  | AskJustificationMove
  | JustifyMove
  | ConsultMove
  | RecordOpinionMove
  | ExtendMove
  | NoticeFeeMove
  | RecordPaymentMove
  | ReplyMove
  | AdviseTransferMove
  | CorrectMove
  | WithdrawMove
  | LapseMove
  | RecordReviewMove
  | ArchiveMove
  | NoteMove;

export const deskMoveKinds = [
  'confirm',
  'askSupplement',
  'supplement',
  'askJustification',
  'justify',
  'consult',
  'recordOpinion',
  'extend',
  'noticeFee',
  'recordPayment',
  'reply',
  'adviseTransfer',
  'correct',
  'withdraw',
  'lapse',
  'recordReview',
  'archive',
  'note',
] as const;
export type DeskMoveKind = (typeof deskMoveKinds)[number];

export const DeskMoveSchema = shape<DeskMove>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('confirm'), on }),
    z.strictObject({ kind: z.literal('askSupplement'), on, text: text(2000), dueOn: LegalDate }),
    z.strictObject({ kind: z.literal('supplement'), on, text: text(2000), attachments: tokens }),
    z.strictObject({
      kind: z.literal('askJustification'),
      on,
      text: text(2000),
      dueOn: LegalDate,
    }),
    z.strictObject({ kind: z.literal('justify'), on, text: text(2000) }),
    z.strictObject({
      kind: z.literal('consult'),
      on,
      consulted: openEnum(consultedParties),
      party: text(200),
    }),
    z.strictObject({
      kind: z.literal('recordOpinion'),
      on,
      of: z.int(),
      opinion: openEnum(['agrees', 'objects', 'none']),
      text: z.optional(text(2000)),
    }),
    z.strictObject({
      kind: z.literal('extend'),
      on,
      workdays: z.int(),
      text: text(2000),
      approvedBy: text(50),
    }),
    z.strictObject({
      kind: z.literal('noticeFee'),
      on,
      method: openEnum(['requests', 'pages']),
      pages: z.optional(z.int()),
    }),
    z.strictObject({ kind: z.literal('recordPayment'), on }),
    z.strictObject({
      kind: z.literal('reply'),
      on,
      outcome: text(60),
      text: text(20_000),
      attachments: tokens,
    }),
    z.strictObject({
      kind: z.literal('adviseTransfer'),
      on,
      toOrganId: z.optional(text(60)),
      text: text(20_000),
    }),
    z.strictObject({
      kind: z.literal('correct'),
      on,
      decision: openEnum(correctionDecisions),
      text: text(20_000),
      toOrganId: z.optional(text(60)),
    }),
    z.strictObject({ kind: z.literal('withdraw'), on }),
    z.strictObject({ kind: z.literal('lapse'), on }),
    z.strictObject({
      kind: z.literal('recordReview'),
      on,
      review: openEnum(reviewKinds),
      text: z.optional(text(2000)),
    }),
    z.strictObject({ kind: z.literal('archive'), on }),
    z.strictObject({ kind: z.literal('note'), on, text: text(2000) }),
  ]),
);

/** An event as the office sees it: with who entered it and what is not for the applicant. */
export interface DeskEvent extends RequestEvent {
  /** Name of the officer's account; absent for the applicant and the service. */
  actor?: string | undefined;
  /** What the applicant does not see: 被征求意见者, 内部记录, who approved. */
  internal?: string | undefined;
}

const DeskEventSchema = shape<DeskEvent>()(
  z.object({
    ...requestEventFields,
    actor: z.optional(z.string()),
    internal: z.optional(z.string()),
  }),
);

/** A line of the work list (待办). */
export interface DeskRequestSummary {
  number: string;
  kind: RequestKind;
  status: RequestStatus;
  organ: OrganRef;
  channel: RequestChannel;
  /** 张*. */
  applicantName: string;
  applicantCategory: ApplicantCategory;
  /** Name, 文号 or the beginning of the description. */
  sought: string;
  submittedAt: string;
  receivedOn?: string | undefined;
  dueOn?: string | undefined;
  daysLeft?: number | undefined;
  provisional?: boolean | undefined;
  paused?: boolean | undefined;
  /** 5 workdays or fewer are left, the clock runs, and it is not overdue. */
  dueSoon: boolean;
  overdue: boolean;
  outcome?: string | undefined;
}

const summaryFields = {
  number: z.string(),
  kind: openEnum(requestKinds),
  status: openEnum(requestStatuses),
  organ: OrganRefSchema,
  channel: openEnum(requestChannels),
  applicantName: z.string(),
  applicantCategory: openEnum(applicantCategories),
  sought: z.string(),
  submittedAt: z.string(),
  receivedOn: z.optional(z.string()),
  dueOn: z.optional(z.string()),
  daysLeft: z.optional(z.number()),
  provisional: z.optional(z.boolean()),
  paused: z.optional(z.boolean()),
  dueSoon: z.boolean(),
  overdue: z.boolean(),
  outcome: z.optional(z.string()),
};

/** What of a filing is erased after the retention time. */
export interface Particulars {
  applicant: Applicant;
  contact: Contact;
  agent?: Agent | undefined;
  sought: Sought;
  correction?: Correction | undefined;
  assistance?: Assistance | undefined;
}

/** As it is answered; unlike what is submitted it may grow. */
const IdentityAnswer = z.object({ kind: openEnum(identityKinds), number: z.string() });

const ParticularsSchema = shape<Particulars>()(
  z.object({
    applicant: z.object({
      category: openEnum(applicantCategories),
      name: z.string(),
      identity: IdentityAnswer,
      representative: z.optional(z.string()),
    }),
    contact: z.object({
      person: z.optional(z.string()),
      phone: z.optional(z.string()),
      email: z.optional(z.string()),
      address: z.optional(z.string()),
      postcode: z.optional(z.string()),
    }),
    agent: z.optional(z.object({ name: z.string(), identity: IdentityAnswer, phone: z.string() })),
    sought: z.object({
      name: z.optional(z.string()),
      documentNumber: z.optional(z.string()),
      description: z.optional(z.string()),
    }),
    correction: z.optional(z.object({ wrong: z.string(), right: z.string() })),
    assistance: z.optional(
      z.object({ needs: z.array(openEnum(assistanceNeeds)), note: z.optional(z.string()) }),
    ),
  }),
);

/** 办件: a request as the office sees it. */
export interface DeskRequest extends DeskRequestSummary {
  /** Absent once personal data have been erased. */
  particulars?: Particulars | undefined;
  delivery: Delivery;
  /** 代填. */
  dictated: boolean;
  events: DeskEvent[];
  policy: Record<string, boolean>;
  attachments: Attachment[];
  replyAttachments: Attachment[];
  /** What the officer may do now; the service refuses every other move with its article. */
  moves: string[];
  /** Requests the same applicant filed in the month of this one, it included (国办函〔2020〕109号). */
  requestsThisMonth: number;
}

export interface DeskQuery {
  status?: string[] | undefined;
  /** `open`: unfinished, the default; `closed`; `all`. */
  state?: 'open' | 'closed' | 'all' | undefined;
  /** Only `overdue`, or only `soon`. */
  due?: 'overdue' | 'soon' | undefined;
  /** For a coordinator. */
  organ?: string | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** Counts over all the officer may see, whatever the page shows. */
export interface DeskCounts {
  open: number;
  dueSoon: number;
  overdue: number;
  paused: number;
  unconfirmed: number;
}

export interface DeskPage extends Page<DeskRequestSummary> {
  counts: DeskCounts;
}

export interface DeskParams {
  number: string;
}

const DeskParamsSchema = shape<DeskParams>()(z.object({ number: z.string() }));

export const DeskRequestSchema = shape<DeskRequest>()(
  z.object({
    ...summaryFields,
    particulars: z.optional(ParticularsSchema),
    delivery: z.object({ form: openEnum(deliveryForms), way: openEnum(deliveryWays) }),
    dictated: z.boolean(),
    events: z.array(DeskEventSchema),
    policy: z.record(z.string(), z.boolean()),
    attachments: z.array(AttachmentSchema),
    replyAttachments: z.array(AttachmentSchema),
    moves: z.array(z.string()),
    requestsThisMonth: z.number(),
  }),
);

export const listDesk = endpoint({
  id: 'desk.list',
  method: 'GET',
  path: '/desk/requests',
  summary: 'The requests an officer may see, those due first',
  query: shape<DeskQuery>()(
    z.strictObject({
      status: z.optional(z.array(z.string())),
      state: z.optional(z.enum(['open', 'closed', 'all'])),
      due: z.optional(z.enum(['overdue', 'soon'])),
      organ: z.optional(z.string()),
      limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
      cursor: z.optional(z.string()),
    }),
  ),
  response: shape<DeskPage>()(
    z.object({
      ...pageFields,
      items: z.array(z.object(summaryFields)),
      counts: z.object({
        open: z.number(),
        dueSoon: z.number(),
        overdue: z.number(),
        paused: z.number(),
        unconfirmed: z.number(),
      }),
    }),
  ),
  access: 'officer',
  caching: 'none',
});

export const getDeskRequest = endpoint({
  id: 'desk.get',
  method: 'GET',
  path: '/desk/requests/{number}',
  summary: 'One request, as the office sees it',
  params: DeskParamsSchema,
  response: DeskRequestSchema,
  access: 'officer',
  caching: 'none',
});

export const fileAtDesk = endpoint({
  id: 'desk.file',
  method: 'POST',
  path: '/desk/requests',
  summary: 'Files a request that came by another way, or writes one down for somebody (代填)',
  body: shape<DeskFiling>()(
    z.strictObject({
      ...submissionFields,
      channel: openEnum(requestChannels),
      arrivedOn: LegalDate,
      dictated: z.optional(z.boolean()),
    }),
  ),
  response: RequestReceiptSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});

export const moveAtDesk = endpoint({
  id: 'desk.move',
  method: 'POST',
  path: '/desk/requests/{number}/moves',
  summary:
    'Takes a step of the procedure; what the law does not allow now is refused with its article',
  params: DeskParamsSchema,
  body: DeskMoveSchema,
  response: DeskRequestSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});

export interface DeskAttachmentParams extends DeskParams {
  id: string;
}

export const getDeskAttachment = endpoint({
  id: 'desk.attachment',
  method: 'GET',
  path: '/desk/requests/{number}/attachments/{id}',
  summary: 'A file of a request',
  params: shape<DeskAttachmentParams>()(z.object({ number: z.string(), id: z.string() })),
  files: ['application/octet-stream'],
  access: 'officer',
  caching: 'none',
});

/** A letter begun: the template of an outcome with what the service knows of the request. */
export interface ReplyDraft {
  outcome: string;
  text: string;
  /** Places an officer still has to fill: 〔理由〕. */
  open: string[];
}

export const getReplyDraft = endpoint({
  id: 'desk.template',
  method: 'GET',
  path: '/desk/requests/{number}/templates/{outcome}',
  summary: 'The letter for an outcome, with what is known filled in',
  params: shape<DeskParams & { outcome: string }>()(
    z.object({ number: z.string(), outcome: z.string() }),
  ),
  response: shape<ReplyDraft>()(
    z.object({ outcome: z.string(), text: z.string(), open: z.array(z.string()) }),
  ),
  access: 'officer',
  caching: 'none',
});
