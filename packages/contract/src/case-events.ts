import * as z from 'zod/mini';
import { openEnum, shape, type Open } from './shape.ts';
import type { Words } from './words.ts';

/**
 * What can happen to a case (办件的办理环节). The log of these is the case; its status and its clock are
 * derived from it. The steps of the exchange of provinces are mapped onto them (`exchange.ts`).
 *
 * `submitted` 申办 · `received` 收件 · `preReviewed` 预审 · `supplementAsked` 补正告知 and `supplemented`
 * 补正受理 (行政许可法 art. 32) · `accepted` 受理 · `notAccepted` 不予受理 · `stepStarted` and `stepEnded`
 * 审批环节 · `extended` 延长审批 (art. 42) · `suspended` and `resumed` 特别程序 (art. 45) · `decided` 决定 ·
 * `completed` 办结 · `delivered` 送达、领取 (art. 44) · `rated` 评价 · `other` 其他: what nobody here knows,
 * in the words it came with.
 */
export const caseEventKinds = [
  'submitted',
  'received',
  'preReviewed',
  'supplementAsked',
  'supplemented',
  'accepted',
  'notAccepted',
  'stepStarted',
  'stepEnded',
  'extended',
  'suspended',
  'resumed',
  'decided',
  'completed',
  'delivered',
  'rated',
  'other',
] as const;
export type CaseEventKind = Open<(typeof caseEventKinds)[number]>;

/** 办结结果: 准予, 不予, 转报, 退件, 撤回, 作废; and 不予受理, which ends a case before it began. */
export const caseOutcomes = [
  'granted',
  'denied',
  'forwarded',
  'returned',
  'withdrawn',
  'voided',
  'notAccepted',
] as const;
export type CaseOutcome = Open<(typeof caseOutcomes)[number]>;

/** 办结结果 in words. */
export const caseOutcomeWords: Readonly<Record<string, Words>> = {
  granted: { zh: '准予', en: 'Granted' },
  denied: { zh: '不予', en: 'Denied' },
  forwarded: { zh: '转报', en: 'Forwarded to a higher organ' },
  returned: { zh: '退件', en: 'Returned' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  voided: { zh: '作废', en: 'Voided' },
  notAccepted: { zh: '不予受理', en: 'Not accepted' },
};

/** One event of a case, as its applicant may see it. */
export interface CaseEvent {
  /** Place in the log as it is shown, from 1. */
  seq: number;
  kind: CaseEventKind;
  /** The day it counts for (Asia/Shanghai), `YYYY-MM-DD`. */
  on: string;
  /** When it happened, ISO 8601. */
  at: string;
  /** Organ that acted, by name. */
  organ?: string | undefined;
  /** `stepStarted`, `stepEnded`: 环节名称. */
  step?: string | undefined;
  /** `stepStarted`: until when the step is expected to end. */
  expectedOn?: string | undefined;
  /** What the office says: why it is not accepted, what the special procedure is. */
  text?: string | undefined;
  /** `supplementAsked`: 补正材料清单. */
  materials?: string[] | undefined;
  /** `supplementAsked`: which notice this is; a second one carries its reason in `text`. */
  round?: number | undefined;
  /** The day by which the applicant has to act. */
  dueOn?: string | undefined;
  /** `suspended`: 特别程序种类, 听证, 检验 …; `extended`: the ground. */
  procedure?: string | undefined;
  /** `suspended`, `extended`: for how many workdays, where it is said. */
  workdays?: number | undefined;
  /** `decided`, `completed`. */
  outcome?: CaseOutcome | undefined;
  /** `delivered`: 窗口领取, 邮寄, 电子送达. */
  way?: Open<'pickUp' | 'post' | 'electronic'> | undefined;
}

export const CaseEventSchema = shape<CaseEvent>()(
  z.object({
    seq: z.number(),
    kind: openEnum(caseEventKinds),
    on: z.string(),
    at: z.string(),
    organ: z.optional(z.string()),
    step: z.optional(z.string()),
    expectedOn: z.optional(z.string()),
    text: z.optional(z.string()),
    materials: z.optional(z.array(z.string())),
    round: z.optional(z.number()),
    dueOn: z.optional(z.string()),
    procedure: z.optional(z.string()),
    workdays: z.optional(z.number()),
    outcome: z.optional(openEnum(caseOutcomes)),
    way: z.optional(openEnum(['pickUp', 'post', 'electronic'])),
  }),
);

/**
 * 办件状态, derived from the log: 已申请, 已收件, 预审中, 补正中, 已补正, 已受理, 不予受理, 审查中, 特别程序中,
 * 已决定, 已办结, 已送达; `other` when nothing of the log is known.
 */
export const caseStatuses = [
  'submitted',
  'received',
  'preReview',
  'supplementing',
  'supplemented',
  'accepted',
  'notAccepted',
  'reviewing',
  'suspended',
  'decided',
  'completed',
  'delivered',
  'other',
] as const;
export type CaseStatus = Open<(typeof caseStatuses)[number]>;

/** 办件状态 in words. */
export const caseStatusWords: Readonly<Record<string, Words>> = {
  submitted: { zh: '已申请', en: 'Submitted' },
  received: { zh: '已收件', en: 'Received' },
  preReview: { zh: '预审中', en: 'In preliminary review' },
  supplementing: { zh: '待补正', en: 'Waiting for a supplement' },
  supplemented: { zh: '已补正', en: 'Supplemented' },
  accepted: { zh: '已受理', en: 'Accepted' },
  notAccepted: { zh: '不予受理', en: 'Not accepted' },
  reviewing: { zh: '审查中', en: 'Under review' },
  suspended: { zh: '特别程序中', en: 'In a special procedure' },
  decided: { zh: '已决定', en: 'Decided' },
  completed: { zh: '已办结', en: 'Completed' },
  delivered: { zh: '已送达', en: 'Delivered' },
  other: { zh: '其他', en: 'Other' },
};
