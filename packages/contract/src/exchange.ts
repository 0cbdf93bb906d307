import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { openEnum, shape, type Open } from './shape.ts';

/**
 * Steps of the exchange between acceptance systems and a platform, as provinces use them: 0 申办,
 * 1 预受理, 2 受理, 3 审批, 4 办结, 5 特别程序申请, 6 特别程序结果, 7 补交告知, 8 补交受理, 9 领取登记.
 */
export const exchangeSteps = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** 办理时限 as a record carries it. */
export interface ExchangePeriod {
  amount: number;
  unit: Open<'workday' | 'day' | 'month' | 'year'>;
}

/** A document of the result. */
export interface ExchangeFile {
  name: string;
  /** Base64. */
  content: string;
}

/**
 * One record of an acceptance system (统一受理平台): one step of one case. Records may come late, twice
 * and out of order; `id` and `revision` say which is which, `at` when it happened.
 */
export interface ExchangeRecord {
  /** Unique in its system; the same record always has the same. */
  id: string;
  /** A corrected record has a higher one; 0 when absent. */
  revision?: number | undefined;
  step: Open<(typeof exchangeSteps)[number]>;
  /** 办件编号. */
  caseNumber: string;
  /** When it happened: ISO 8601, or `YYYYMMDDThhmmss` in Asia/Shanghai. */
  at: string;
  /** 实施编码 of the matter. */
  matterCode?: string | undefined;
  /** 事项名称. */
  matterName?: string | undefined;
  /** 办理单位: id or name of an organ. */
  organ?: string | undefined;
  /** 办件类型. */
  caseType?: string | undefined;
  /** 申请人; masked on the way out. */
  applicant?: string | undefined;
  /** 查询密码: kept as a hash only. */
  queryCode?: string | undefined;
  /** 状态 of the step, in the codes of the system: `accepted`, `refused`, `1`, `2`, 通过, 退回 … */
  state?: string | undefined;
  /** 环节名称 of step 3. */
  activity?: string | undefined;
  expectedOn?: string | undefined;
  /** 意见, 原因, 说明, 理由: what the applicant may read. */
  text?: string | undefined;
  /** 补正材料清单 of step 7. */
  materials?: string[] | undefined;
  /** Last day for the applicant. */
  dueOn?: string | undefined;
  /** 规定办理时限 of step 2; 时限 of step 5. */
  statutory?: ExchangePeriod | undefined;
  promised?: ExchangePeriod | undefined;
  period?: ExchangePeriod | undefined;
  /** 特别程序种类: `1` 延长审批, `2` 其他, or in words. */
  procedure?: string | undefined;
  /** 办结结果: 准予, 不予, 转报, 退件, 撤回, 作废, or their codes. */
  outcome?: string | undefined;
  certificate?:
    { name: string; number?: string | undefined; validUntil?: string | undefined } | undefined;
  files?: ExchangeFile[] | undefined;
  /** 领取方式: pickUp, post, electronic, or in words. */
  way?: string | undefined;
  /** 领取地点. */
  place?: string | undefined;
  /** 快递单号. */
  tracking?: string | undefined;
}

const text = (most: number) => z.string().check(z.maxLength(most));
const filled = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const period = z.object({
  amount: z.number().check(z.minimum(0), z.maximum(1000)),
  unit: openEnum(['workday', 'day', 'month', 'year']),
});

/** Read tolerantly: what a system adds of its own is passed over. */
export const ExchangeRecordSchema = shape<ExchangeRecord>()(
  z.object({
    id: filled(100),
    revision: z.optional(z.int().check(z.minimum(0))),
    step: openEnum(exchangeSteps),
    caseNumber: filled(50),
    at: filled(40),
    matterCode: z.optional(text(60)),
    matterName: z.optional(text(200)),
    organ: z.optional(text(100)),
    caseType: z.optional(text(10)),
    applicant: z.optional(text(100)),
    queryCode: z.optional(text(40)),
    state: z.optional(text(100)),
    activity: z.optional(text(100)),
    expectedOn: z.optional(text(40)),
    text: z.optional(text(2000)),
    materials: z.optional(z.array(text(200))),
    dueOn: z.optional(text(40)),
    statutory: z.optional(period),
    promised: z.optional(period),
    period: z.optional(period),
    procedure: z.optional(text(100)),
    outcome: z.optional(text(40)),
    certificate: z.optional(
      z.object({
        name: text(200),
        number: z.optional(text(100)),
        validUntil: z.optional(text(40)),
      }),
    ),
    files: z.optional(z.array(z.object({ name: filled(200), content: z.string() }))),
    way: z.optional(text(40)),
    place: z.optional(text(200)),
    tracking: z.optional(text(100)),
  }),
);

export interface ExchangeBatch {
  records: ExchangeRecord[];
}

/** What became of each record; whatever is named in `refused` need not be sent again unchanged. */
export interface ExchangeReport {
  /** Taken in now. */
  accepted: number;
  /** Known already. */
  repeated: number;
  refused: { id: string; field: string; message: string }[];
}

export const pushRecords = endpoint({
  id: 'exchange.push',
  method: 'POST',
  path: '/exchange/{system}',
  summary: 'Takes in records of an acceptance system, signed (webhook-signature), in any order',
  params: shape<{ system: string }>()(z.object({ system: z.string().check(z.maxLength(60)) })),
  body: shape<ExchangeBatch>()(z.object({ records: z.array(ExchangeRecordSchema) })),
  // Its rows are checked one by one, so that one broken record does not hold up the others.
  signed: true,
  bodyLimit: 8 * 1024 * 1024,
  response: shape<ExchangeReport>()(
    z.object({
      accepted: z.number(),
      repeated: z.number(),
      refused: z.array(z.object({ id: z.string(), field: z.string(), message: z.string() })),
    }),
  ),
  access: 'public',
  caching: 'none',
  safe: true,
});

/** A page of a system's feed, as a poller reads it. */
export interface ExchangeFeed {
  records: ExchangeRecord[];
  /** Passed as `cursor` the next time; the last one is kept across restarts. */
  next: string;
  /** More is waiting: asked for at once. */
  more?: boolean | undefined;
}
