import fc from 'fast-check';
import type { Matter, MatterCondition, MatterMaterial, ScenarioQuestion } from '../src/matters.ts';

/** What of a guide a checklist is made of. */
export type Guide = Pick<
  Matter,
  'id' | 'name' | 'version' | 'updatedAt' | 'questions' | 'materials'
>;

const letters = ['a', 'b', 'c'] as const;

const conditionsOn = (ids: readonly string[]): fc.Arbitrary<MatterCondition[] | undefined> =>
  ids.length === 0
    ? fc.constant(undefined)
    : fc.option(
        fc.array(
          fc.record({
            question: fc.constantFrom(...ids),
            is: fc.uniqueArray(fc.constantFrom(...letters), { minLength: 1 }),
          }),
          { maxLength: 2 },
        ),
        { nil: undefined },
      );

/** Questions of few ids and wordings, so that those of several matters meet. */
const questionLists: fc.Arbitrary<ScenarioQuestion[]> = fc
  .subarray(['q1', 'q2', 'q3', 'q4'])
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id, place) =>
        fc.record({
          id: fc.constant(id),
          text: fc.constantFrom('怎么问', '另一种问法'),
          options: fc.constant(letters.map((letter) => ({ id: letter, label: letter }))),
          when: conditionsOn(ids.slice(0, place)),
        }),
      ),
    ),
  );

const materialsOn = (ids: readonly string[]): fc.Arbitrary<MatterMaterial[]> =>
  fc.uniqueArray(fc.constantFrom('m1', 'm2', 'm3', 'm4')).chain((names) =>
    fc.tuple(
      ...names.map((id) =>
        fc.record({
          id: fc.constant(id),
          name: fc.constant(`材料${id}`),
          key: fc.constantFrom(undefined, 'k1', 'k2'),
          source: fc.constantFrom('applicant', 'government', 'other'),
          originals: fc.nat(2),
          copies: fc.nat(2),
          forms: fc.subarray(['paper', 'electronic']),
          required: fc.boolean(),
          exempt: fc.constantFrom(undefined, '系统核验'),
          note: fc.constantFrom(undefined, '一', '二'),
          files: fc.constant<MatterMaterial['files']>([]),
          when: conditionsOn(ids),
        }),
      ),
    ),
  );

/** Guides as an import lets them in: a condition names a question that is asked before. */
export const guides: fc.Arbitrary<Guide> = questionLists.chain((questions) =>
  fc.record({
    id: fc.constant('matter'),
    name: fc.constant('事项'),
    version: fc.constant('1'),
    updatedAt: fc.constant('2026-01-01T00:00:00Z'),
    questions: fc.constant(questions),
    materials: materialsOn(questions.map(({ id }) => id)),
  }),
);
