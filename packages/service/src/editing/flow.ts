import {
  draftMoveKinds,
  editingSteps,
  type AttributeProposal,
  type DraftContent,
  type DraftMove,
  type DraftMoveKind,
  type EditingEvent,
  type EditingStaff,
  type EditingStep,
} from '@open-info/contract/editing';
import type { Officer } from '../access/officer.ts';
import { law, refusal, type Refusal } from './law.ts';
import type { EditingRecord } from './records.ts';
import { coordinatorReads } from './scope.ts';
import { mayTake } from './staff.ts';

/** What decides whether a move is possible. */
export interface Standing {
  record: EditingRecord<DraftContent>;
  officer: Officer;
  staff: EditingStaff;
  /** 一人办理: one officer may take steps one after another. */
  alone: boolean;
}

const stepWords: Record<string, { zh: string; en: string }> = {
  unitHead: { zh: '部门负责人审核', en: 'the head of the unit' },
  office: { zh: '办公室审核和保密审查', en: 'the office with its secrecy review' },
  signer: { zh: '签发', en: 'the signer' },
};

export const isStep = (stage: string): stage is (typeof editingSteps)[number] =>
  editingSteps.some((step) => step === stage);

/** Where a draft goes after a step. */
const next: Record<string, string> = {
  drafting: 'unitHead',
  unitHead: 'office',
  office: 'signer',
  signer: 'signed',
};

/** The stage a move leads to. */
export function stageAfter({ stage }: EditingRecord, kind: DraftMoveKind): string {
  if (kind === 'propose' || kind === 'approve') return next[stage] ?? stage;
  if (kind === 'return') return 'drafting';
  if (kind === 'issue') return 'issued';
  return kind === 'withdraw' ? 'withdrawn' : stage;
}

const stageWords: Record<string, { zh: string; en: string }> = {
  drafting: { zh: '拟稿', en: 'being drafted' },
  unitHead: { zh: '待部门负责人审核', en: 'with the head of the unit' },
  office: { zh: '待办公室审核和保密审查', en: 'with the office' },
  signer: { zh: '待签发', en: 'with the signer' },
  signed: { zh: '已签发', en: 'signed' },
  issued: { zh: '已印发', en: 'issued' },
  released: { zh: '已发布', en: 'released' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

/** A stage in words. */
export const shownStage = (stage: string) => stageWords[stage] ?? { zh: stage, en: stage };

const wrongStage = (stage: string, zh: string, en: string): Refusal => {
  const now = shownStage(stage);
  return refusal(law.review, `${zh}，现在是“${now.zh}”`, `${en}; this is ${now.en}`);
};

const notNamed = (step: EditingStep): Refusal => {
  const words = stepWords[step] ?? { zh: step, en: step };
  return refusal(
    law.review,
    `您没有登记为“${words.zh}”环节的人员`,
    `You are not named for the step of ${words.en}`,
  );
};

const stepKinds: readonly string[] = ['propose', 'approve'];

/** The officer who took the last step of the procedure. */
const lastBy = (log: readonly EditingEvent[]): string | undefined =>
  log.filter(({ kind }) => stepKinds.includes(kind)).pop()?.by;

/** Whether an officer takes two steps one after another. */
const isTwice = ({ record, officer, alone }: Standing): boolean =>
  !alone && lastBy(record.log) === officer.id;

const twice = refusal(
  law.review,
  '同一人不能连续办理两个环节，请由另一名工作人员办理',
  'The same person may not take two consecutive steps; another officer takes this one',
);

type Guard = (standing: Standing) => Refusal | undefined;

function guardStep(standing: Standing): Refusal | undefined {
  const { record, officer, staff } = standing;
  const { stage } = record;
  if (!isStep(stage)) {
    return wrongStage(
      stage,
      '只有在审核、签发环节才能同意或者退回',
      'Only what is under review can be approved or returned',
    );
  }
  return mayTake(staff, stage, officer) ? undefined : notNamed(stage);
}

const guards: Record<DraftMoveKind, Guard> = {
  propose: ({ record }) =>
    record.stage === 'drafting'
      ? undefined
      : wrongStage(record.stage, '只有拟稿可以送审', 'Only a draft is handed in'),
  approve: (standing) => guardStep(standing) ?? (isTwice(standing) ? twice : undefined),
  return: guardStep,
  issue: (standing) => {
    const { record, officer, staff } = standing;
    if (record.kind !== 'document') {
      return refusal(
        law.review,
        '解读材料不印发，随文件发布',
        'An interpretation is released, not issued',
      );
    }
    if (record.stage !== 'signed') {
      return wrongStage(
        record.stage,
        '经审定公开属性并签发后才能印发',
        'A document is issued once its attribute is decided and it is signed',
      );
    }
    if (!mayTake(staff, 'office', officer)) return notNamed('office');
    return isTwice(standing) ? twice : undefined;
  },
  exempt: ({ record, officer }) => {
    if (officer.role !== 'coordinator') {
      return refusal(
        law.synchronous,
        '不与解读同步发布的，由协调部门记录理由',
        'A coordinator records why a document goes out without its interpretation',
      );
    }
    const { stage, content, facts } = record;
    if (content.needsInterpretation !== true || facts.exemption) {
      return refusal(
        law.synchronous,
        '这份文件没有需要记录的例外',
        'There is no exception to record for this document',
      );
    }
    return stage === 'released' || stage === 'withdrawn'
      ? wrongStage(stage, '例外在发布之前记录', 'An exception is recorded before the release')
      : undefined;
  },
  withdraw: ({ record: { stage } }) =>
    stage === 'drafting' || stage === 'signed' || isStep(stage)
      ? undefined
      : wrongStage(
          stage,
          '已经印发、发布的文件不撤回，按动态调整办理',
          'What is issued or released is not withdrawn but reviewed',
        ),
};

/** Why an officer may not make a move now; undefined: it is possible. */
export function refusalOf(kind: DraftMoveKind, standing: Standing): Refusal | undefined {
  const { role } = standing.officer;
  if (role === 'coordinator' && kind !== 'exempt') return coordinatorReads;
  return guards[kind](standing);
}

/** What an officer may do now. */
export const movesFor = (standing: Standing): DraftMoveKind[] =>
  draftMoveKinds.filter((kind) => refusalOf(kind, standing) === undefined);

/** Why the attribute or the secrecy review of a step does not stand. */
export function approvalRefusal(
  { record }: Standing,
  { secrecy }: Extract<DraftMove, { kind: 'approve' }>,
  attribute: AttributeProposal | undefined,
): Refusal | undefined {
  if (record.stage !== 'office') return undefined;
  if (secrecy === undefined) {
    return refusal(
      law.review,
      '办公室审核应当同时进行保密审查，请写明 secrecy：clear（不涉密）、secret（涉密）、unsure（不能确定）',
      'The office reviews secrecy too; say secrecy: clear, secret or unsure',
    );
  }
  if (secrecy === 'clear') {
    if (attribute?.ground !== 'stateSecret') return undefined;
    return refusal(
      law.secrets,
      '公开属性以国家秘密为依据，保密审查却认为不涉密，两者不一致',
      'The attribute rests on a state secret, while the secrecy review finds none',
    );
  }
  if (secrecy !== 'secret') {
    return refusal(
      law.review,
      '不能确定是否可以公开的，应当报有关主管部门或者保密行政管理部门确定，确定之前不能同意',
      'What is not certain is put to the competent department or the secrecy administration; until then it is not approved',
    );
  }
  return attribute?.attribute === 'closed' && attribute.ground === 'stateSecret'
    ? undefined
    : refusal(
        law.secrets,
        '保密审查认为涉及国家秘密，公开属性应为不予公开（closed），依据 stateSecret；解读材料应予退回',
        'The secrecy review finds a state secret: the attribute is closed on the ground stateSecret, and an interpretation is returned',
      );
}
