import { enqueue, type DraftChange } from '../outbox/change.ts';
import type { EditingRecord } from './records.ts';
import type { Writing } from './write.ts';

/** Stages in which somebody has to do something. */
const waiting: readonly string[] = [
  'drafting',
  'unitHead',
  'office',
  'signer',
  'signed',
  'issued',
] satisfies DraftChange['event'][];

const isWaiting = (stage: string): stage is DraftChange['event'] => waiting.includes(stage);

/** Tells the organ of a draft that it waits for its next step, by webhook and mail. */
export async function tellStage(
  { trx, at }: Writing,
  { id, organId, stage: before }: Pick<EditingRecord, 'id' | 'organId' | 'stage'>,
  stage: string,
): Promise<void> {
  if (stage === before || !isWaiting(stage)) return;
  const about = { subject: id, organId, event: stage, at: at.toISOString() };
  await enqueue(trx, { kind: 'draft.changed', ...about });
}
