import type { ClockPolicy } from '@open-info/contract/clock';
import { deskMoveKinds, type DeskMove } from '@open-info/contract/desk';
import type { Outcome } from '@open-info/contract/outcomes';
import type { OrganRef } from '@open-info/contract/organs';
import {
  consultedParties,
  correctionDecisions,
  reviewKinds,
} from '@open-info/contract/request-events';
import { applicantMoves, type Delivery, type RequestKind } from '@open-info/contract/requests';
import { isKnown } from '@open-info/contract/shape';
import type { Officer } from '../access/officer.ts';
import { ProblemError } from '../http/problem.ts';
import * as gates from './gates.ts';
import type { Gate } from './gates.ts';
import { illegalMove, law, refusal, type Refusal } from './law.ts';
import { outcomeCodes } from './outcome-codes.ts';
import type { NewEvent, RequestState } from './state.ts';

/**
 * 办理流程 (domain 5.2): which step may follow which, and what each writes into the log. Pure: what it
 * needs of the world stands in its context.
 */

/** Who takes a step. */
export type Who = 'applicant' | Officer;

/** What a step is judged by beside the log. */
export interface StepContext {
  who: Who;
  now: Date;
  /** The day of `now` in Asia/Shanghai. */
  today: string;
  kind: RequestKind;
  organId: string;
  delivery: Delivery;
  /** Until when a filing may be undone, ISO 8601. */
  undoUntil: string;
  /** 答复期限 as of today; absent while the request is not received. */
  dueOn: string | undefined;
  policy: ClockPolicy;
  /** The day after so many workdays; the day they are counted from is not one of them. */
  addWorkdays: (from: string, count: number) => string;
  /** 信息处理费 of this request by one of the methods, 分. */
  fee: (method: 'requests' | 'pages', pages: number) => number;
  outcome: (code: string) => Outcome | undefined;
  organ: (id: string) => OrganRef | undefined;
}

/** What an applicant sends. */
export type ApplicantStep =
  | { kind: 'undo' }
  | { kind: 'withdraw' }
  | { kind: 'supplement'; text: string; attachments?: string[] | undefined }
  | { kind: 'justify'; text: string; attachments?: string[] | undefined };

export type Step = DeskMove | ApplicantStep;
export type StepKind = Step['kind'];

/** What a step writes: an event without its day and its author. */
type Written = Omit<NewEvent, 'on' | 'by' | 'actor'>;

interface Rule<S> {
  /** Conditions on log and day, asked in this order. */
  gates: readonly Gate[];
  /** Conditions on what is in the step. */
  check?: (step: S, context: StepContext, state: RequestState, on: string) => Refusal | undefined;
  writes: (step: S, context: StepContext, state: RequestState, on: string) => Written;
}

type Rules = { [K in StepKind]: Rule<Extract<Step, { kind: K }>> };

function laterThan(article: string, dueOn: string, on: string): Refusal | undefined {
  if (dueOn > on) return undefined;
  return refusal(
    article,
    '应给申请人合理的期限，期限应在告知之日以后',
    'Give the applicant a reasonable period that ends after the day of the notice',
  );
}

const unknownWord = (article: string, field: string): Refusal =>
  refusal(article, `${field} 不是可用的值`, `${field} is not one of the possible values`);

/** 按件计收, 按量计收 (国办函〔2020〕109号). */
const feeMethods = ['requests', 'pages'] as const;

function checkFee(
  { method, pages }: Extract<DeskMove, { kind: 'noticeFee' }>,
  { fee, delivery }: StepContext,
): Refusal | undefined {
  if (!isKnown(feeMethods, method)) return unknownWord(law.feeRules, 'method');
  if (method === 'pages' && (pages === undefined || pages < 1)) {
    return refusal(law.feeRules, '按量计收应写明页数', 'Give the number of pages to charge by');
  }
  if (method === 'pages' && delivery.form === 'onSite') {
    return refusal(
      law.feeRules,
      '按量计收只适用于提供纸质件、发送电子邮件、复制电子数据',
      'Pages are charged for paper, e-mail and copied data only, not for reading on site',
    );
  }
  if (fee(method, pages ?? 0) > 0) return undefined;
  return refusal(
    law.feeRules,
    '按此计算应收 0 元，不收费也不中断期限',
    'This comes to nothing, so nothing is charged and the period goes on',
  );
}

/** What must have happened before an outcome can be right. */
const prerequisites: Record<string, Gate> = {
  [outcomeCodes.stillUnclear]: ({ supplement }) =>
    supplement?.givenOn === undefined
      ? refusal(
          law.supplement,
          '“补正后申请内容仍不明确”只适用于已经补正的申请',
          'A request is “still unclear after its supplement” only after one',
        )
      : undefined,
  [outcomeCodes.thirdParty]: ({ consultations }, context, on) => {
    const asked = consultations.filter(({ consulted }) => consulted === 'thirdParty');
    const isOver = asked.some(({ opinion, ...one }) =>
      opinion === undefined ? on > gates.opinionDue(one, context) : opinion !== 'agrees',
    );
    if (isOver) return undefined;
    return refusal(
      law.thirdParty,
      '以保护第三方合法权益为由不予公开，应先书面征求第三方意见，且第三方不同意公开或者逾期未提出意见',
      'To withhold for a third party’s sake, it was asked first and objects or has let its period pass',
    );
  },
  [outcomeCodes.unreasonable]: ({ justification }) =>
    justification
      ? undefined
      : refusal(
          law.justification,
          '以无正当理由大量反复申请为由不予处理，应先要求申请人说明理由',
          'Before refusing for number and frequency, the applicant is asked for the reasons',
        ),
};

function checkReply(
  { outcome: code, text }: Extract<DeskMove, { kind: 'reply' }>,
  context: StepContext,
  state: RequestState,
  on: string,
): Refusal | undefined {
  const outcome = context.outcome(code);
  if (!outcome) {
    return refusal(law.answer, '没有这种办理结果', 'There is no such outcome');
  }
  if (code === outcomeCodes.notSupplemented || code === outcomeCodes.notPaid) {
    return refusal(
      code === outcomeCodes.notPaid ? law.feeRules : law.supplement,
      '逾期不补正、逾期未缴费应以“视为放弃”办结',
      'What was given up ends by lapsing, not by a reply',
    );
  }
  const early = prerequisites[code]?.(state, context, on);
  if (early) return early;
  if (!outcome.reviewFirst || text.includes('行政复议')) return undefined;
  return refusal(
    law.reconsiderationFirst,
    '答复书应告知申请人先申请行政复议，对复议决定不服再提起诉讼',
    'The letter has to tell the applicant that 行政复议 comes before a lawsuit',
  );
}

function checkOtherOrgan(
  article: string,
  toOrganId: string | undefined,
  text: string,
  { organId, organ }: StepContext,
): Refusal | undefined {
  if (toOrganId === undefined) return undefined;
  const other = organ(toOrganId);
  if (!other || toOrganId === organId) {
    return refusal(
      article,
      'toOrganId 应为另一个机关的编号',
      'toOrganId has to be the id of another organ',
    );
  }
  if (text.includes(other.name)) return undefined;
  return refusal(
    article,
    `应告知申请人该机关的名称（${other.name}）和联系方式`,
    `The letter has to name that organ (${other.name}) and how to reach it`,
  );
}

const opinionWords: Record<string, string> = {
  agrees: '同意公开',
  objects: '不同意公开',
  none: '逾期未提出意见',
};

const rules: Rules = {
  confirm: {
    gates: [gates.unfinished, gates.notReceived],
    writes: () => ({ kind: 'confirmed' }),
  },
  askSupplement: {
    gates: [
      gates.unfinished,
      gates.received,
      gates.supplementNotAsked,
      gates.nothingAwaited,
      gates.supplementInTime,
    ],
    check: ({ dueOn }, _, __, on) => laterThan(law.supplement, dueOn, on),
    writes: ({ text, dueOn }) => ({ kind: 'supplementAsked', text, dueOn }),
  },
  supplement: {
    gates: [gates.unfinished, gates.supplementAwaited],
    writes: ({ text }) => ({ kind: 'supplemented', text }),
  },
  askJustification: {
    gates: [
      gates.forDisclosure,
      gates.unfinished,
      gates.received,
      gates.reasonsNotAsked,
      gates.nothingAwaited,
    ],
    check: ({ dueOn }, _, __, on) => laterThan(law.justification, dueOn, on),
    writes: ({ text, dueOn }) => ({ kind: 'justificationAsked', text, dueOn }),
  },
  justify: {
    gates: [gates.unfinished, gates.reasonsAwaited],
    writes: ({ text }) => ({ kind: 'justified', text }),
  },
  consult: {
    gates: [gates.unfinished, gates.received, gates.nothingAwaited],
    check: ({ consulted }) =>
      isKnown(consultedParties, consulted) ? undefined : unknownWord(law.thirdParty, 'consulted'),
    writes: ({ consulted, party }) => ({ kind: 'consultationSent', consulted, internal: party }),
  },
  recordOpinion: {
    gates: [gates.unfinished, gates.opinionAwaited],
    check: ({ of, opinion }, context, { consultations }, on) => {
      const asked = consultations.find(({ seq }) => seq === of);
      if (!asked || asked.opinion !== undefined) {
        return refusal(
          asked ? gates.consultationLaw(asked) : law.thirdParty,
          'of 应为一项尚未答复的征求意见的序号',
          'of has to be the seq of a consultation that is still open',
        );
      }
      if (!Object.hasOwn(opinionWords, opinion)) {
        return unknownWord(gates.consultationLaw(asked), 'opinion');
      }
      const until = gates.opinionDue(asked, context);
      if (opinion !== 'none' || on > until) return undefined;
      return refusal(
        gates.consultationLaw(asked),
        `被征求意见者可在 ${until} 前提出意见，期满前不能记为未提出`,
        `Those consulted have until ${until}; their silence counts only after that day`,
      );
    },
    writes: ({ of, opinion, text }, _, { consultations }) => ({
      kind: 'consultationAnswered',
      of,
      consulted: consultations.find(({ seq }) => seq === of)?.consulted,
      opinion,
      internal: [opinionWords[opinion], text].filter(Boolean).join('：'),
    }),
  },
  extend: {
    gates: [
      gates.unfinished,
      gates.received,
      gates.notExtended,
      gates.nothingAwaited,
      gates.extensionInTime,
    ],
    check: ({ workdays }) =>
      workdays >= 1 && workdays <= gates.mostExtension
        ? undefined
        : refusal(
            law.term,
            '延长的期限最长不得超过二十个工作日',
            'It is extended by one to twenty workdays',
          ),
    writes: ({ workdays, text, approvedBy }) => ({
      kind: 'extended',
      workdays,
      text,
      internal: `批准人：${approvedBy}`,
    }),
  },
  noticeFee: {
    gates: [
      gates.forDisclosure,
      gates.unfinished,
      gates.received,
      gates.feeNotAsked,
      gates.nothingAwaited,
      gates.feeInTime,
    ],
    check: checkFee,
    writes: ({ method, pages = 0 }, { fee, addWorkdays }, _, on) => ({
      kind: 'feeNoticed',
      amount: fee(method === 'pages' ? 'pages' : 'requests', pages),
      dueOn: addWorkdays(on, gates.paymentWorkdays),
      internal: method === 'pages' ? `按量计收，${pages} 页` : '按件计收',
    }),
  },
  recordPayment: {
    gates: [gates.unfinished, gates.feeAwaited, gates.paymentInTime],
    writes: () => ({ kind: 'feePaid' }),
  },
  reply: {
    gates: [gates.forDisclosure, gates.unfinished, gates.received, gates.answerable],
    check: checkReply,
    writes: ({ outcome, text }) => ({ kind: 'replied', outcome, text }),
  },
  adviseTransfer: {
    gates: [gates.forDisclosure, gates.unfinished, gates.received, gates.answerable],
    check: ({ toOrganId, text }, context) => checkOtherOrgan(law.answer, toOrganId, text, context),
    writes: ({ text }) => ({ kind: 'transferAdvised', outcome: outcomeCodes.notHeld, text }),
  },
  correct: {
    gates: [gates.forCorrection, gates.unfinished, gates.received, gates.answerable],
    check: ({ decision, toOrganId, text }, context) => {
      if (!isKnown(correctionDecisions, decision)) return unknownWord(law.correction, 'decision');
      if (decision === 'transferred' && toOrganId === undefined) {
        return refusal(
          law.correction,
          '转送有权更正的机关时应写明该机关（toOrganId）',
          'Say to which organ it is passed on (toOrganId)',
        );
      }
      return checkOtherOrgan(law.correction, toOrganId, text, context);
    },
    writes: ({ decision, text }) => ({ kind: 'corrected', decision, text }),
  },
  withdraw: {
    gates: [gates.unfinished],
    writes: () => ({ kind: 'withdrawn', outcome: outcomeCodes.other }),
  },
  undo: {
    gates: [gates.unfinished, gates.undoable],
    writes: () => ({ kind: 'undone' }),
  },
  lapse: {
    gates: [gates.unfinished, gates.periodPassed],
    writes: (_, __, { supplement }) => ({
      kind: 'lapsed',
      outcome: gates.isOpen(supplement) ? outcomeCodes.notSupplemented : outcomeCodes.notPaid,
    }),
  },
  recordReview: {
    gates: [gates.answered],
    check: ({ review }) =>
      isKnown(reviewKinds, review) ? undefined : unknownWord(law.review, 'review'),
    writes: ({ review, text }) => ({ kind: 'reviewFiled', review, internal: text }),
  },
  archive: {
    gates: [gates.finished, gates.notArchived],
    writes: () => ({ kind: 'archived' }),
  },
  note: {
    gates: [],
    writes: ({ text }) => ({ kind: 'noted', internal: text }),
  },
};

/** What an applicant does, also when an officer writes it down. */
const ofApplicant: readonly StepKind[] = applicantMoves;

function kindsFor(who: Who): readonly StepKind[] {
  if (who === 'applicant') return applicantMoves;
  return who.role === 'coordinator' ? ['note'] : deskMoveKinds;
}

/** The first gate that is closed for a step that counts for a day. */
function closed(kind: StepKind, state: RequestState, context: StepContext, on: string) {
  for (const gate of rules[kind].gates) {
    const found = gate(state, context, on);
    if (found) return found;
  }
  return undefined;
}

/** What may be done now. A step that an officer may still enter for an earlier day is among it. */
export function movesFor(state: RequestState, context: StepContext): StepKind[] {
  const days = context.who === 'applicant' ? [context.today] : [context.today, state.lastOn];
  return kindsFor(context.who).filter((kind) =>
    days.some((on) => closed(kind, state, context, on) === undefined),
  );
}

function refuseDay(on: string, { today }: StepContext, { lastOn }: RequestState) {
  if (on > today) {
    return refusal(
      law.register,
      `日期不能晚于今天（${today}）`,
      `The day cannot be later than today (${today})`,
    );
  }
  if (on >= lastOn) return undefined;
  return refusal(
    law.register,
    `日期不能早于上一项办理记录（${lastOn}）`,
    `The day cannot be earlier than the last entry (${lastOn})`,
  );
}

function refuseWho(kind: StepKind, who: Who): void {
  if (kindsFor(who).includes(kind)) return;
  const isCoordinator = who !== 'applicant' && who.role === 'coordinator';
  throw new ProblemError('forbidden', {
    detail: isCoordinator
      ? {
          zh: `协调部门可以查看和记录，不能代替承办机关办理（${law.organ}）。`,
          en: `A coordinator may look and note, and not act for the organ that was asked (${law.organ}).`,
        }
      : { zh: '这一步不由您进行。', en: 'This step is not yours to take.' },
    article: law.organ,
  });
}

/**
 * Takes a step.
 *
 * @returns the events it writes, in their order
 * @throws ProblemError `illegal-move` with the article when the law or the log does not allow it
 * now, `forbidden` when it is not for who takes it
 */
export function step(state: RequestState, move: Step, context: StepContext): NewEvent[] {
  const { who, today } = context;
  refuseWho(move.kind, who);
  const on = ('on' in move ? move.on : undefined) ?? today;
  const rule = rules[move.kind] as unknown as Rule<Step>;
  const refused =
    closed(move.kind, state, context, on) ??
    refuseDay(on, context, state) ??
    rule.check?.(move, context, state, on);
  if (refused) throw illegalMove(refused);
  return [
    {
      ...rule.writes(move, context, state, on),
      on,
      by: ofApplicant.includes(move.kind) ? 'applicant' : 'organ',
      ...(who !== 'applicant' && { actor: who.id }),
    },
  ];
}
