import * as z from 'zod/mini';
import {
  CaseEventSchema,
  caseOutcomes,
  caseStatuses,
  type CaseEvent,
  type CaseOutcome,
  type CaseStatus,
} from './case-events.ts';
import { endpoint } from './endpoint.ts';
import { MatterPeriodSchema, type MatterPeriod, type MatterRef } from './matters.ts';
import { OrganRefSchema, type OrganRef } from './organs.ts';
import { openEnum, shape, type Open } from './shape.ts';
import { AttachmentSchema, type Attachment } from './uploads.ts';
import { WatchTicketSchema, type WatchTicket } from './watch.ts';
import type { Words } from './words.ts';

/**
 * 办件编号 as somebody typed it: full-width forms and spaces are put right, letters are capitals.
 * Every acceptance system counts in its own way, so nothing else is asked of it.
 */
export function readCaseNumber(typed: string): string | undefined {
  const number = typed
    .normalize('NFKC')
    .replace(/[\s–—]/g, (sign) => (/\s/.test(sign) ? '' : '-'))
    .toUpperCase();
  return /^[A-Z0-9][A-Z0-9._/-]{3,49}$/.test(number) ? number : undefined;
}

/** 查询密码 as somebody typed it: every system has its own form, so only what cannot be one is refused. */
export function readCaseCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s–—-]/g, '')
    .toUpperCase();
  return /^[A-Z0-9]{4,40}$/.test(code) ? code : undefined;
}

/** What opens a case to its applicant. It travels in a body, never in an address. */
export interface CaseKey {
  number: string;
  code: string;
}

/** One step of the line, derived from the log and from the steps of the guide. */
export interface CaseStep {
  name: string;
  organ?: string | undefined;
  state: Open<'done' | 'current' | 'coming'>;
  startedOn?: string | undefined;
  endedOn?: string | undefined;
  /** Until when it is expected to end. */
  expectedOn?: string | undefined;
}

/** What is expected from the applicant. */
export interface CaseAction {
  action: Open<'supplement' | 'pickUp'>;
  by?: string | undefined;
  text?: string | undefined;
  /** 补正材料清单: all of it, at once. */
  materials?: string[] | undefined;
  /** `pickUp`: where. */
  place?: string | undefined;
}

/** 办理结果. */
export interface CaseResult {
  on: string;
  outcome: CaseOutcome;
  /** 办件结果描述, or why it was refused. */
  text?: string | undefined;
  /** 结果证照. */
  certificate?:
    { name: string; number?: string | undefined; validUntil?: string | undefined } | undefined;
  attachments: Attachment[];
  delivery?:
    | {
        way: Open<'pickUp' | 'post' | 'electronic'>;
        /** 领取地点, or the courier. */
        place?: string | undefined;
        /** 快递单号. */
        tracking?: string | undefined;
        deliveredOn?: string | undefined;
      }
    | undefined;
  /** 救济途径 against a refusal. */
  remedies: { kind: Open<'reconsideration' | 'litigation' | 'complaint'>; text: string }[];
}

/** 满意度 (GB/T 39046-2020 表9) in words, by code. */
export const ratingWords: Readonly<Record<string, Words>> = {
  '1': { zh: '非常满意', en: 'Very satisfied' },
  '2': { zh: '满意', en: 'Satisfied' },
  '3': { zh: '基本满意', en: 'Rather satisfied' },
  '4': { zh: '不满意', en: 'Dissatisfied' },
  '5': { zh: '非常不满意', en: 'Very dissatisfied' },
};

/** 评价渠道 (GB/T 39046-2020 表9). */
export const ratingChannels = [
  'web',
  'mobile',
  'qr',
  'hallTablet',
  'hallOther',
  'phone',
  'sms',
] as const;

/** 不满意的原因 one may choose from (国办发〔2019〕51号), in words. */
export const ratingReasonWords: Readonly<Record<string, Words>> = {
  slow: { zh: '办理超时或者太慢', en: 'It took too long' },
  repeated: { zh: '多次跑动、重复提交材料', en: 'I had to come or hand in papers again' },
  unclear: { zh: '指南不清楚、一次没说全', en: 'The guide was unclear or incomplete' },
  attitude: { zh: '服务态度不好', en: 'The service was unfriendly' },
  hardToUse: { zh: '网上操作难', en: 'The online service is hard to use' },
  charged: { zh: '违规收费、指定中介', en: 'I was charged or sent to an agent without ground' },
  other: { zh: '其他', en: 'Something else' },
};

/** 好差评: once for each case, voluntary (国办发〔2019〕51号). */
export interface CaseRating {
  /** 满意度 code, `1` to `5`. */
  level: string;
  at: string;
  /** 差评整改: what the office answered. */
  answer?: { text: string; on: string } | undefined;
}

/** 办件进度: a case as its applicant sees it. Identity and telephone are not in it. */
export interface CaseView {
  number: string;
  status: CaseStatus;
  /** What the acceptance system calls it, where nothing here does: shown as 「其他：…」. */
  statusText?: string | undefined;
  matter: MatterRef & { known: boolean };
  organ: OrganRef;
  /** 办件类型 code. */
  caseType: string;
  /** 张*. */
  applicantName: string;
  submittedAt: string;
  /** Oldest first. */
  events: CaseEvent[];
  /** The line: what is done, what is at hand, what the guide says will come. */
  steps: CaseStep[];
  /** For the clock (`runCaseClock`). */
  statutory?: MatterPeriod | undefined;
  promised?: MatterPeriod | undefined;
  policy: Record<string, boolean>;
  /** As the service counts: the promised day, else the statutory one. */
  dueOn?: string | undefined;
  daysLeft?: number | undefined;
  overdue: boolean;
  paused: boolean;
  provisional: boolean;
  expected?: CaseAction | undefined;
  result?: CaseResult | undefined;
  /** It may be rated now. */
  canRate: boolean;
  rating?: CaseRating | undefined;
  watch: WatchTicket;
  /** When this view was made, by the clock of the service, ISO 8601. */
  asOf: string;
  /** 数据截至: when the acceptance system was last heard of. */
  updatedAt: string;
}

const filled = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const keyFields = { number: filled(60), code: filled(60) };

export const CaseKeySchema = shape<CaseKey>()(z.strictObject(keyFields));

export const CaseViewSchema = shape<CaseView>()(
  z.object({
    number: z.string(),
    status: openEnum(caseStatuses),
    statusText: z.optional(z.string()),
    matter: z.object({ id: z.string(), name: z.string(), known: z.boolean() }),
    organ: OrganRefSchema,
    caseType: z.string(),
    applicantName: z.string(),
    submittedAt: z.string(),
    events: z.array(CaseEventSchema),
    steps: z.array(
      z.object({
        name: z.string(),
        organ: z.optional(z.string()),
        state: openEnum(['done', 'current', 'coming']),
        startedOn: z.optional(z.string()),
        endedOn: z.optional(z.string()),
        expectedOn: z.optional(z.string()),
      }),
    ),
    statutory: z.optional(MatterPeriodSchema),
    promised: z.optional(MatterPeriodSchema),
    policy: z.record(z.string(), z.boolean()),
    dueOn: z.optional(z.string()),
    daysLeft: z.optional(z.number()),
    overdue: z.boolean(),
    paused: z.boolean(),
    provisional: z.boolean(),
    expected: z.optional(
      z.object({
        action: openEnum(['supplement', 'pickUp']),
        by: z.optional(z.string()),
        text: z.optional(z.string()),
        materials: z.optional(z.array(z.string())),
        place: z.optional(z.string()),
      }),
    ),
    result: z.optional(
      z.object({
        on: z.string(),
        outcome: openEnum(caseOutcomes),
        text: z.optional(z.string()),
        certificate: z.optional(
          z.object({
            name: z.string(),
            number: z.optional(z.string()),
            validUntil: z.optional(z.string()),
          }),
        ),
        attachments: z.array(AttachmentSchema),
        delivery: z.optional(
          z.object({
            way: openEnum(['pickUp', 'post', 'electronic']),
            place: z.optional(z.string()),
            tracking: z.optional(z.string()),
            deliveredOn: z.optional(z.string()),
          }),
        ),
        remedies: z.array(
          z.object({
            kind: openEnum(['reconsideration', 'litigation', 'complaint']),
            text: z.string(),
          }),
        ),
      }),
    ),
    canRate: z.boolean(),
    rating: z.optional(
      z.object({
        level: z.string(),
        at: z.string(),
        answer: z.optional(z.object({ text: z.string(), on: z.string() })),
      }),
    ),
    watch: WatchTicketSchema,
    asOf: z.string(),
    updatedAt: z.string(),
  }),
);

export const trackCase = endpoint({
  id: 'cases.track',
  method: 'POST',
  path: '/cases/track',
  summary: 'A case as its applicant sees it, by number and code',
  body: CaseKeySchema,
  response: CaseViewSchema,
  access: 'public',
  caching: 'none',
  safe: true,
});

/** 评价: a level is all that is asked. */
export interface RatingSubmission extends CaseKey {
  level: string;
  channel: Open<(typeof ratingChannels)[number]>;
  reasons?: string[] | undefined;
  text?: string | undefined;
}

export const RatingSubmissionSchema = shape<RatingSubmission>()(
  z.strictObject({
    ...keyFields,
    level: filled(2),
    channel: openEnum(ratingChannels),
    reasons: z.optional(z.array(filled(40))),
    text: z.optional(z.string().check(z.maxLength(500))),
  }),
);

export const rateCase = endpoint({
  id: 'cases.rate',
  method: 'POST',
  path: '/cases/rate',
  summary: 'Rates a completed case, once (好差评)',
  body: RatingSubmissionSchema,
  response: CaseViewSchema,
  access: 'public',
  caching: 'none',
  idempotent: true,
});

export const getCaseAttachment = endpoint({
  id: 'cases.attachment',
  method: 'POST',
  path: '/cases/attachment',
  summary: 'A document of the result, by number and code',
  body: shape<CaseKey & { id: string }>()(z.strictObject({ ...keyFields, id: filled(60) })),
  files: ['application/octet-stream'],
  access: 'public',
  caching: 'none',
  safe: true,
});

/** A row of a hall screen: nothing that leads to a person. */
export interface BoardRow {
  /** Masked: `…0123`. */
  number: string;
  matter: string;
  status: CaseStatus;
  /** When the status was reached, ISO 8601. */
  at: string;
}

export interface CaseBoard {
  items: BoardRow[];
  /** Counted today: accepted, completed; and at hand now. */
  today: { accepted: number; completed: number; open: number };
  updatedAt: string;
}

export interface BoardQuery {
  organ?: string | undefined;
  limit?: number | undefined;
}

export const getCaseBoard = endpoint({
  id: 'cases.board',
  method: 'GET',
  path: '/cases/board',
  summary: 'Progress for a hall screen, numbers masked',
  query: shape<BoardQuery>()(
    z.strictObject({
      organ: z.optional(z.string().check(z.maxLength(60))),
      limit: z.optional(z.int().check(z.minimum(1), z.maximum(50))),
    }),
  ),
  response: shape<CaseBoard>()(
    z.object({
      items: z.array(
        z.object({
          number: z.string(),
          matter: z.string(),
          status: openEnum(caseStatuses),
          at: z.string(),
        }),
      ),
      today: z.object({ accepted: z.number(), completed: z.number(), open: z.number() }),
      updatedAt: z.string(),
    }),
  ),
  access: 'public',
  caching: 'revalidate',
});
