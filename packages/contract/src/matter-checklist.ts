import type { Checklist, Matter, MatterCondition, MatterMaterial } from './matters.ts';

/** Answers by question. */
export type Answers = Readonly<Record<string, string>>;

const holds = (when: readonly MatterCondition[] | undefined, answers: Answers): boolean =>
  (when ?? []).every(({ question, is }) => is.includes(answers[question] ?? ''));

/** Not ruled out: what depends on a question nobody has answered yet may still be needed. */
const isPossible = (when: readonly MatterCondition[] | undefined, answers: Answers): boolean =>
  (when ?? []).every(({ question, is }) => {
    const answer = answers[question];
    return answer === undefined || is.includes(answer);
  });

/**
 * What the government issued or holds is never asked for (《国务院关于在线政务服务的若干规定》,
 * 《优化营商环境条例》第三十七条), whatever the record says of it.
 */
export const isExempt = ({ source, exempt }: MatterMaterial): boolean =>
  exempt !== undefined || source === 'government';

/**
 * 一次性告知 (《行政许可法》第三十二条): the whole list for one person, in the order of the guide. While
 * questions are open, everything that may still be needed stands in it, so nothing is asked for
 * later that was not on the list before. Pure: service and browser give the same list.
 */
export function checklistOf(
  matter: Pick<Matter, 'id' | 'name' | 'version' | 'updatedAt' | 'questions' | 'materials'>,
  given: Answers,
): Checklist {
  const answers: Record<string, string> = {};
  // A question that is not asked in this case counts as answered with nothing.
  const known: Record<string, string> = {};
  const open: Checklist['open'] = [];
  for (const question of matter.questions) {
    if (!isPossible(question.when, known)) {
      known[question.id] = '';
      continue;
    }
    if (!holds(question.when, known)) continue;
    const answer = question.options.find(({ id }) => id === given[question.id]);
    if (answer) answers[question.id] = known[question.id] = answer.id;
    else open.push(question);
  }
  return {
    matter: { id: matter.id, name: matter.name },
    version: matter.version,
    answers: Object.entries(answers).map(([question, option]) => ({ question, option })),
    open,
    complete: open.length === 0,
    items: matter.materials
      .filter(({ when }) => isPossible(when, known))
      .map((material) => ({ ...material, bring: material.required && !isExempt(material) })),
    updatedAt: matter.updatedAt,
  };
}
