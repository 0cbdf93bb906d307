import { law, refusal, type Refusal } from './law.ts';
import type { StepContext } from './life.ts';
import type { Asked, Consultation, RequestState } from './state.ts';

/**
 * A condition of a step that rests on the log and the day alone, so that a step that is not
 * possible need not be offered.
 *
 * @param on the day the step is to count for
 */
export type Gate = (state: RequestState, context: StepContext, on: string) => Refusal | undefined;

/** 补正 has to be asked for within so many workdays of receipt (art. 30). */
export const supplementNoticeWorkdays = 7;
/** 第三方 and other organs have so many workdays to answer (art. 32, 34). */
export const consultationWorkdays = 15;
/** 缴费 within so many workdays after the notice (国办函〔2020〕109号). */
export const paymentWorkdays = 20;
/** 延期 is at most so many workdays (art. 33). */
export const mostExtension = 20;

export const isOpen = (asked: Asked | undefined): asked is Asked =>
  asked !== undefined && asked.givenOn === undefined;

/** The last day a party that was consulted has, as the clock counts it. */
export function opinionDue({ on }: Consultation, { addWorkdays, policy }: StepContext): string {
  return addWorkdays(on, consultationWorkdays + (policy.letterTakesADay ? 1 : 0));
}

export const consultationLaw = ({ consulted }: Pick<Consultation, 'consulted'>): string =>
  consulted === 'organs' ? law.organs : law.thirdParty;

export const unfinished: Gate = ({ end, archived }) =>
  end || archived
    ? refusal(law.answer, '这件申请已经办结', 'The request has come to its end')
    : undefined;

export const received: Gate = ({ receivedOn }) =>
  receivedOn === undefined
    ? refusal(
        law.receipt,
        '应先确认收到申请，收到之日由此确定',
        'Confirm first that it was received: that fixes the day of receipt',
      )
    : undefined;

export const notReceived: Gate = ({ receivedOn }) =>
  receivedOn === undefined
    ? undefined
    : refusal(
        law.receipt,
        `已确认于 ${receivedOn} 收到，收到之日不再变更`,
        `Receipt was confirmed for ${receivedOn}; that day stays`,
      );

export const forDisclosure: Gate = (_, { kind }) =>
  kind === 'correction'
    ? refusal(
        law.correction,
        '这是更正申请，应以更正处理决定办结',
        'This is a request for correction, which ends with a decision on the correction',
      )
    : undefined;

export const forCorrection: Gate = (_, { kind }) =>
  kind === 'correction'
    ? undefined
    : refusal(
        law.correction,
        '这不是更正申请，应以答复办结',
        'This is no request for correction; it ends with a reply',
      );

const supplementGiven: Gate = ({ supplement }) =>
  isOpen(supplement)
    ? refusal(
        law.supplement,
        '正在等待申请人补正，答复期限自收到补正之日重新起算',
        'The applicant has still to complete it; the period begins anew with that day',
      )
    : undefined;

const feeSettled: Gate = ({ fee }) =>
  isOpen(fee)
    ? refusal(law.feeRules, '正在等待申请人缴费', 'The applicant has still to pay the fee')
    : undefined;

const reasonsGiven: Gate = ({ justification }) =>
  isOpen(justification)
    ? refusal(
        law.justification,
        '正在等待申请人说明理由',
        'The applicant has still to give the reasons',
      )
    : undefined;

/** Nothing is asked of the applicant. */
export const nothingAwaited: Gate = (state, context, on) =>
  supplementGiven(state, context, on) ??
  feeSettled(state, context, on) ??
  reasonsGiven(state, context, on);

/** As above, but reasons that did not come in time are waited for no longer. */
export const answerable: Gate = (state, context, on) => {
  const { dueOn } = state.justification ?? {};
  const isOver = dueOn !== undefined && on > dueOn;
  return (
    supplementGiven(state, context, on) ??
    feeSettled(state, context, on) ??
    (isOver ? undefined : reasonsGiven(state, context, on)) ??
    opinionsIn(state, context, on)
  );
};

const opinionsIn: Gate = ({ consultations }, context, on) => {
  const running = consultations.find(
    (one) => one.opinion === undefined && on <= opinionDue(one, context),
  );
  if (!running) return undefined;
  const until = opinionDue(running, context);
  return refusal(
    consultationLaw(running),
    `被征求意见者可在 ${until} 前提出意见，收到意见或者期满后再答复`,
    `Those consulted have until ${until}; answer when they have spoken or that day has passed`,
  );
};

export const supplementNotAsked: Gate = ({ supplement }) =>
  supplement
    ? refusal(
        law.supplement,
        '补正只能一次性告知，已经告知过',
        'What is missing is asked for once only, and has been',
      )
    : undefined;

export const supplementInTime: Gate = ({ receivedOn }, { addWorkdays }, on) => {
  if (receivedOn === undefined) return undefined;
  const last = addWorkdays(receivedOn, supplementNoticeWorkdays);
  if (on <= last) return undefined;
  return refusal(
    law.supplement,
    `补正告知应在收到申请之日起七个工作日内作出，最后一日是 ${last}`,
    `A supplement is asked for within seven workdays of receipt; the last was ${last}`,
  );
};

export const supplementAwaited: Gate = ({ supplement }) =>
  isOpen(supplement)
    ? undefined
    : refusal(law.supplement, '现在不需要补正', 'No supplement is asked for');

export const reasonsNotAsked: Gate = ({ justification }) =>
  justification
    ? refusal(
        law.justification,
        '已经要求申请人说明过理由',
        'The reasons have been asked for already',
      )
    : undefined;

export const reasonsAwaited: Gate = ({ justification }) =>
  isOpen(justification)
    ? undefined
    : refusal(law.justification, '现在不需要说明理由', 'No reasons are asked for');

export const opinionAwaited: Gate = ({ consultations }) =>
  consultations.some(({ opinion }) => opinion === undefined)
    ? undefined
    : refusal(
        law.thirdParty,
        '没有正在征求意见的第三方或者机关',
        'Nobody is being consulted at the moment',
      );

export const notExtended: Gate = ({ extended }) =>
  extended
    ? refusal(law.term, '答复期限只能延长一次', 'The period is extended once only')
    : undefined;

/** The answer is not overdue on that day. */
const inTime =
  (article: string, zh: string, en: string): Gate =>
  (_, { dueOn }, on) =>
    dueOn === undefined || on <= dueOn
      ? undefined
      : refusal(article, `${zh}，期限是 ${dueOn}`, `${en}; it ended on ${dueOn}`);

export const extensionInTime = inTime(
  law.term,
  '延期应在答复期限届满前告知申请人',
  'The applicant is told of an extension before the period ends',
);

export const feeInTime = inTime(
  law.feeRules,
  '收费告知应在答复期限内作出',
  'The fee is told within the period of the answer',
);

export const feeNotAsked: Gate = ({ fee }) =>
  fee
    ? refusal(
        law.feeRules,
        '一件申请只告知一次收费，并只用一种计费方式',
        'A request is charged once, and by one method only',
      )
    : undefined;

export const feeAwaited: Gate = ({ fee }) =>
  isOpen(fee) ? undefined : refusal(law.fee, '现在没有待缴的费用', 'No fee is to be paid');

export const paymentInTime: Gate = ({ fee }, _, on) =>
  fee?.dueOn === undefined || on <= fee.dueOn
    ? undefined
    : refusal(
        law.feeRules,
        `缴费期限是 ${fee.dueOn}，逾期未缴视为放弃申请`,
        `The fee was to be paid by ${fee.dueOn}; unpaid, the request counts as given up`,
      );

/** What the applicant owed did not come in time. */
export const periodPassed: Gate = ({ supplement, fee }, _, on) => {
  const open = isOpen(supplement) ? supplement : isOpen(fee) ? fee : undefined;
  const article = isOpen(supplement) ? law.supplement : law.feeRules;
  if (!open) {
    return refusal(
      law.supplement,
      '没有逾期的补正或者缴费，不能视为放弃',
      'No supplement or payment is outstanding, so nothing was given up',
    );
  }
  if (open.dueOn !== undefined && on > open.dueOn) return undefined;
  return refusal(
    article,
    `申请人的期限到 ${open.dueOn} 为止，期满后才能视为放弃`,
    `The applicant has until ${open.dueOn}; only then it counts as given up`,
  );
};

export const undoable: Gate = ({ status }, { now, undoUntil }) => {
  if (status === 'submitted' && now.toISOString() <= undoUntil) return undefined;
  return refusal(
    law.undo,
    '提交后十分钟内、机关确认收到之前可以撤销；现在可以改为撤回申请',
    'A filing can be undone within ten minutes and before the office confirms it; it can still be withdrawn',
  );
};

const reviewable = ['replied', 'transferAdvised', 'corrected', 'lapsed'];

export const answered: Gate = ({ end, receivedOn }, { dueOn }, on) => {
  if (end && reviewable.includes(end.kind)) return undefined;
  const isSilent = !end && receivedOn !== undefined && dueOn !== undefined && on > dueOn;
  if (isSilent) return undefined;
  return refusal(
    law.review,
    '作出答复之后，或者逾期未答复，才有可以复议、诉讼的行为',
    'There is something to review only after the answer, or when it is overdue',
  );
};

export const finished: Gate = ({ end }) =>
  end && end.kind !== 'undone'
    ? undefined
    : refusal(law.register, '办结之后才能归档', 'It is filed away only after its end');

export const notArchived: Gate = ({ archived }) =>
  archived ? refusal(law.register, '已经归档', 'It has been filed away already') : undefined;
