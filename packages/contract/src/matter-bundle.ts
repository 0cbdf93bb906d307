import { isExempt } from './matter-checklist.ts';
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
 * name and is asked once; another question of the same id gets the part's id before it.
 */
function renamed(parts: readonly Part[]): Map<string, Map<string, string>> {
  const variants = new Map<string, { question: ScenarioQuestion; name: string }[]>();
  const nameOf = (part: Part, question: ScenarioQuestion): string => {
    const asked = variants.get(question.id) ?? [];
    const alike = asked.find((one) => isSame(one.question, question));
    if (alike) return alike.name;
    const name = asked.length > 0 ? `${part.id}.${question.id}` : question.id;
    variants.set(question.id, [...asked, { question, name }]);
    return name;
  };
  return new Map(
    parts.map((part) => [
      part.id,
      new Map(part.questions.map((question) => [question.id, nameOf(part, question)])),
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

const distinct = <T>(...lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())];

/** A form both offices take, else all: which office takes which is not said of one paper. */
function mergeForms(a: MatterMaterial['forms'], b: MatterMaterial['forms']) {
  const both = a.filter((form) => b.includes(form));
  return both.length > 0 ? both : distinct(a, b);
}

/** Where one office has to be given what another gets by itself, it still has to be given. */
function mergeSource(a: MatterMaterial, b: MatterMaterial) {
  const { source, exempt } = isExempt(a) ? b : a;
  return { source, exempt: exempt ?? undefined };
}

const sentences = (note = ''): string[] => note.split('；').filter((one) => one !== '');

/** Both are asked for with one: the fuller counts of originals and copies, required where one is. */
function mergeMaterial(a: MatterMaterial, b: MatterMaterial): MatterMaterial {
  const notes = distinct(sentences(a.note), sentences(b.note));
  // Needed in either case: one without a condition is always needed.
  const when = signature(a.when) === signature(b.when) ? a.when : undefined;
  return {
    ...a,
    ...mergeSource(a, b),
    originals: Math.max(a.originals, b.originals),
    copies: Math.max(a.copies, b.copies),
    required: a.required || b.required,
    forms: mergeForms(a.forms, b.forms),
    files: [...a.files, ...b.files.filter(({ id }) => a.files.every((file) => file.id !== id))],
    matters: distinct(a.matters ?? [], b.matters ?? []),
    note: notes.length > 0 ? notes.join('；') : undefined,
    when,
  };
}

/**
 * 一件事: one list of questions and materials from several matters. What two matters ask alike is asked
 * once, what two matters need alike (same `key`) is brought once. A material several parts need in
 * different cases is listed in all cases, and one that any of them has to be given is to be brought: better brought in
 * vain than asked for later.
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
