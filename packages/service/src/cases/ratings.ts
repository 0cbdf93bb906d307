import type { CaseRating } from '@open-info/contract/cases';
import type { Service } from '../service.ts';

/** Where sealed words of a rating stand. */
export const ratingContext = (number: string) => `cases/${number}/rating`;
export const answerContext = (number: string) => `cases/${number}/answer`;

/** 评价 of a case with the answer of its office; undefined when there is none. */
export async function readRating(
  { db, privacy }: Pick<Service, 'db' | 'privacy'>,
  number: string,
): Promise<CaseRating | undefined> {
  const row = await db
    .selectFrom('case_ratings')
    .select(['level', 'at', 'answer', 'answered_on'])
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return undefined;
  const { level, at, answer, answered_on: on } = row;
  const text = answer ? privacy.openJson<string>(answer, answerContext(number)) : '';
  return { level, at, ...(on !== null && { answer: { text, on } }) };
}
