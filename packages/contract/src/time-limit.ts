import * as z from 'zod/mini';
import { openEnum, shape, type Open } from './shape.ts';

/**
 * What a 公开时限 promises.
 * `publishWithin`: publish within so long of forming, obtaining or changing the information (条例 art. 26).
 * `within`: act within so long of another event (批准, 收到申请, 作出决定).
 * `displayFor`: keep a notice up, or an opinion period open, for so long (公示、征求意见).
 * `realtime` 实时, `promptly` 及时, `periodic` 每季度…, `longTerm` 长期公开.
 */
export const timeLimitKinds = [
  'publishWithin',
  'within',
  'displayFor',
  'realtime',
  'promptly',
  'periodic',
  'longTerm',
] as const;
export type TimeLimitKind = Open<(typeof timeLimitKinds)[number]>;

/** 工作日, 自然日, 周, 月, 季度, 年. */
export const timeLimitUnits = ['workday', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type TimeLimitUnit = Open<(typeof timeLimitUnits)[number]>;

export interface TimeLimitRule {
  kind: TimeLimitKind;
  /** Number of units; absent for `realtime`, `promptly`, `longTerm`. */
  amount?: number | undefined;
  unit?: TimeLimitUnit | undefined;
  /** The event the time runs from, in the words of the catalog: 信息形成或者变更, 批准. */
  after?: string | undefined;
  /** The part of the content the rule is for, in the words of the catalog: 行政处罚. */
  scope?: string | undefined;
  /** The amount is a minimum (不得少于). */
  atLeast?: boolean | undefined;
}

/** 公开时限: the legal wording as it stands, and what a machine could read from it. */
export interface TimeLimit {
  /** Verbatim. */
  text: string;
  /** Empty when nothing could be parsed; the wording alone then counts. */
  rules: TimeLimitRule[];
}

export const TimeLimitSchema = shape<TimeLimit>()(
  z.object({
    text: z.string(),
    rules: z.array(
      z.object({
        kind: openEnum(timeLimitKinds),
        amount: z.optional(z.number()),
        unit: z.optional(openEnum(timeLimitUnits)),
        after: z.optional(z.string()),
        scope: z.optional(z.string()),
        atLeast: z.optional(z.boolean()),
      }),
    ),
  }),
);
