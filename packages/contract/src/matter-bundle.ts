import type { Matter, MatterCondition, MatterMaterial, ScenarioQuestion } from './matters.ts';

/** What of a bundle is merged from its parts. */
export type MergedGuide = Pick<Matter, 'questions' | 'materials' | 'parts'>;

type Part = Pick<Matter, 'id' | 'name' | 'questions' | 'materials'>;

const optionsOf = ({ options }: ScenarioQuestion) => options.map(({ id }) => id).join('\n');

/** The same question: same id, same words, same answers. */
const isSame = (a: ScenarioQuestion, b: ScenarioQuestion): boolean =>
  a.text === b.text && optionsOf(a) === optionsOf(b);

/**
 * The names questions of the parts get in the bundle: a question several parts ask alike keeps its
 * id and is asked once; another question of the same id gets the part's id before it.
 */
function renamed(parts: readonly Part[]): Map<string, Map<string, string>> {
  const first = new Map<string, ScenarioQuestion>();
  return new Map(
    parts.map((part) => [
      part.id,
      new Map(
        part.questions.map((question) => {
          const before = first.get(question.id);
          if (!before) first.set(question.id, question);
          const name =
            before && !isSame(before, question) ? `${part.id}.${question.id}` : question.id;
          return [question.id, name];
        }),
      ),
    ]),
  );
}

const rename = (
  when: readonly MatterCondition[] | undefined,
  names: ReadonlyMap<string, string> | undefined,
): MatterCondition[] | undefined =>
  when?.map(({ question, is }) => ({ question: names?.get(question) ?? question, is }));

const signature = (when: readonly MatterCondition[] | undefined): string =>
  JSON.stringify((when ?? []).map(({ question, is }) => [question, [...is].sort()]).sort());

/** Both are asked for with one: the fuller counts of originals and copies, required where one is. */
function mergeMaterial(a: MatterMaterial, b: MatterMaterial): MatterMaterial {
  const exempt = a.exempt ?? b.exempt;
  return {
    ...a,
    originals: Math.max(a.originals, b.originals),
    copies: Math.max(a.copies, b.copies),
    required: a.required || b.required,
    forms: a.forms.filter((form) => b.forms.includes(form)).length
      ? a.forms.filter((form) => b.forms.includes(form))
      : [...new Set([...a.forms, ...b.forms])],
    files: [...a.files, ...b.files.filter(({ id }) => a.files.every((file) => file.id !== id))],
    matters: [...new Set([...(a.matters ?? []), ...(b.matters ?? [])])],
    ...(exempt !== undefined && { exempt }),
    ...(a.note !== b.note && { note: [a.note, b.note].filter(Boolean).join('；') }),
    // Needed in either case: one without a condition is always needed.
    when: signature(a.when) === signature(b.when) ? a.when : undefined,
  };
}

/**
 * 一件事: one list of questions and materials from several matters. What two matters ask alike is asked
 * once, what two matters need alike (same `key`) is brought once. A material several parts need in
 * different cases is listed in all cases: better brought in vain than asked for later.
 */
export function mergeMatters(parts: readonly Part[]): MergedGuide {
  const names = renamed(parts);
  const questions = new Map<string, ScenarioQuestion>();
  const materials = new Map<string, MatterMaterial>();
  for (const part of parts) {
    const own = names.get(part.id);
    for (const question of part.questions) {
      const id = own?.get(question.id) ?? question.id;
      const when = rename(question.when, own);
      const before = questions.get(id);
      if (!before) questions.set(id, { ...question, id, ...(when && { when }) });
      else if (signature(before.when) !== signature(when)) {
        questions.set(id, { ...before, when: undefined });
      }
    }
    for (const material of part.materials) {
      const id = material.key ?? `${part.id}.${material.id}`;
      const when = rename(material.when, own);
      const mine: MatterMaterial = { ...material, id, when, matters: [part.id] };
      const before = materials.get(id);
      materials.set(id, before ? mergeMaterial(before, mine) : mine);
    }
  }
  return {
    questions: [...questions.values()],
    materials: [...materials.values()],
    parts: parts.map(({ id, name }) => ({ id, name })),
  };
}
