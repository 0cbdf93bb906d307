import * as z from 'zod/mini';
import { openEnum, shape, type Open } from './shape.ts';

/**
 * What can happen to a disclosure request (依申请公开的办理环节). The log of these is the request; its
 * status and its clock are derived from it.
 *
 * `submitted` 提交 · `undone` 十分钟内撤销 · `confirmed` 确认收到申请 (art. 31) · `supplementAsked` 补正告知
 * and `supplemented` 补正 (art. 30) · `justificationAsked` 要求说明理由 and `justified` 说明理由 (art. 35) ·
 * `consultationSent` 征求意见 and `consultationAnswered` 意见反馈 (art. 32, 34) · `extended` 延期 (art. 33) ·
 * `feeNoticed` 收费告知 and `feePaid` 缴费 (art. 42) · `replied` 答复 (art. 36, 37) · `transferAdvised`
 * 告知向有关机关提出 (art. 36 (五)) · `corrected` 更正处理 (art. 41) · `withdrawn` 撤回 · `lapsed` 视为放弃
 * (art. 30, 42) · `reviewFiled` 复议、诉讼 (art. 51) · `archived` 归档 (art. 45) · `noted` 内部记录.
 */
export const requestEventKinds = [
  'submitted',
  'undone',
  'confirmed',
  'supplementAsked',
  'supplemented',
  'justificationAsked',
  'justified',
  'consultationSent',
  'consultationAnswered',
  'extended',
  'feeNoticed',
  'feePaid',
  'replied',
  'transferAdvised',
  'corrected',
  'withdrawn',
  'lapsed',
  'reviewFiled',
  'archived',
  'noted',
] as const;
export type RequestEventKind = Open<(typeof requestEventKinds)[number]>;

/**
 * 申请渠道, by which art. 31 fixes the day of receipt: `online` 互联网 and `fax` 传真 the day both sides
 * confirm; `counter` 当面 the day it is handed in; `registeredPost` 签收的邮寄 the day it is signed for;
 * `ordinaryPost` 平常信函 the day the office confirms with the applicant.
 */
export const requestChannels = [
  'online',
  'counter',
  'registeredPost',
  'ordinaryPost',
  'fax',
] as const;
export type RequestChannel = Open<(typeof requestChannels)[number]>;

/** 被征求意见者: a third party (art. 32) or other organs (art. 34). */
export const consultedParties = ['thirdParty', 'organs'] as const;
export type ConsultedParty = Open<(typeof consultedParties)[number]>;

/** What a decision on a 更正 request was (art. 41). */
export const correctionDecisions = ['corrected', 'transferred', 'referred', 'refused'] as const;
export type CorrectionDecision = Open<(typeof correctionDecisions)[number]>;

/** 复议 or 诉讼. */
export const reviewKinds = ['reconsideration', 'litigation'] as const;
export type ReviewKind = Open<(typeof reviewKinds)[number]>;

/** One event of a request, as the applicant may see it. */
export interface RequestEvent {
  /** Place in the log, from 1. */
  seq: number;
  kind: RequestEventKind;
  /** The day it counts for (Asia/Shanghai), `YYYY-MM-DD`. */
  on: string;
  /** When it was entered, ISO 8601. */
  at: string;
  by: Open<'applicant' | 'organ' | 'service'>;
  /** `submitted`. */
  channel?: RequestChannel | undefined;
  /** Consultations. */
  consulted?: ConsultedParty | undefined;
  /** Names one of several consultations: its question's `seq` stands in the answer. */
  of?: number | undefined;
  /** `extended`: by how many workdays, at most 20. */
  workdays?: number | undefined;
  /** The day by which the applicant has to act: supplement, payment, reasons. */
  dueOn?: string | undefined;
  /** `feeNoticed`: 分. */
  amount?: number | undefined;
  /** What the office tells the applicant: what to supplement, why it extends. */
  text?: string | undefined;
  /** `replied`, `transferAdvised`, `lapsed`: code of the outcome. */
  outcome?: string | undefined;
  decision?: CorrectionDecision | undefined;
  review?: ReviewKind | undefined;
}

/** The fields of an event, for the office's view as well. */
export const requestEventFields = {
  seq: z.number(),
  kind: openEnum(requestEventKinds),
  on: z.string(),
  at: z.string(),
  by: openEnum(['applicant', 'organ', 'service']),
  channel: z.optional(openEnum(requestChannels)),
  consulted: z.optional(openEnum(consultedParties)),
  of: z.optional(z.number()),
  workdays: z.optional(z.number()),
  dueOn: z.optional(z.string()),
  amount: z.optional(z.number()),
  text: z.optional(z.string()),
  outcome: z.optional(z.string()),
  decision: z.optional(openEnum(correctionDecisions)),
  review: z.optional(openEnum(reviewKinds)),
};

export const RequestEventSchema = shape<RequestEvent>()(z.object(requestEventFields));

/**
 * 办理状态, derived from the log. The unfinished: `submitted`, `confirmed`, `awaitingSupplement`,
 * `awaitingJustification`, `awaitingFee`, `consultingThirdParty`, `consultingOrgans`. The finished:
 * `replied`, `corrected`, `withdrawn`, `undone`, `lapsed`, `archived`.
 */
export const requestStatuses = [
  'submitted',
  'confirmed',
  'awaitingSupplement',
  'awaitingJustification',
  'awaitingFee',
  'consultingThirdParty',
  'consultingOrgans',
  'replied',
  'corrected',
  'withdrawn',
  'undone',
  'lapsed',
  'archived',
] as const;
export type RequestStatus = Open<(typeof requestStatuses)[number]>;
