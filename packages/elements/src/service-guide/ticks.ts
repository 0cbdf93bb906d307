import type { Answers } from '@open-info/contract/matter-checklist';
import { Draft } from '../controllers/draft.ts';

/** What a person ticked as ready, with the answers that made the list. */
export interface Ticks {
  answers: Answers;
  ready: readonly string[];
}

const draftOf = (matter: string) => new Draft<Ticks, never>(`oi-service-guide:${matter}`);

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** What this browser keeps for a matter; nothing where it was never asked to, or a page wrote over it. */
export function readTicks(matter: string): Ticks | undefined {
  const kept = draftOf(matter).read()?.open as Partial<Ticks> | null | undefined;
  if (!kept || !isTexts(kept.ready)) return undefined;
  const answers = Object.entries(kept.answers ?? {}).filter(
    ([, option]) => typeof option === 'string',
  );
  return { ready: kept.ready, answers: Object.fromEntries(answers) };
}

/** Keeps ticks in this browser; without any, forgets that there were some. */
export function keepTicks(matter: string, ticks: Ticks): void {
  const draft = draftOf(matter);
  if (ticks.ready.length > 0) draft.save({ open: ticks });
  else draft.forget();
}
