import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checklistOf, isExempt, type Answers } from './matter-checklist.ts';
import { guides, type Guide } from '../test/guides.ts';

const idsOf = (guide: Guide, answers: Answers) =>
  checklistOf(guide, answers).items.map(({ id }) => id);

/** A guide, a full set of answers and those of them that were given so far. */
const interviews = guides.chain((guide) =>
  fc.record({
    guide: fc.constant(guide),
    answers: fc.dictionary(
      fc.constantFrom(...guide.questions.map(({ id }) => id), 'none'),
      fc.constantFrom('a', 'b', 'c', 'unheard'),
    ),
    kept: fc.func(fc.boolean()),
  }),
);

const part = (answers: Answers, kept: (question: string) => boolean): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([question]) => kept(question)));

test('an answer more never adds a material: what is asked for later was on every earlier list', () => {
  fc.assert(
    fc.property(interviews, ({ guide, answers, kept }) => {
      const earlier = idsOf(guide, part(answers, kept));
      for (const id of idsOf(guide, answers)) assert.ok(earlier.includes(id));
    }),
  );
});

test('without an answer everything stands on the list, in the order of the guide', () => {
  fc.assert(
    fc.property(guides, (guide) => {
      assert.deepEqual(
        idsOf(guide, {}),
        guide.materials.map(({ id }) => id),
      );
    }),
  );
});

test('what the government holds is never to be brought, what is optional neither', () => {
  fc.assert(
    fc.property(interviews, ({ guide, answers }) => {
      for (const item of checklistOf(guide, answers).items) {
        assert.equal(item.bring, item.required && !isExempt(item));
        if (item.exempt !== undefined || item.source === 'government')
          assert.equal(item.bring, false);
      }
    }),
  );
});

test('complete when no question is open, and answering the open ones makes it complete', () => {
  fc.assert(
    fc.property(interviews, ({ guide, answers }) => {
      let given: Answers = answers;
      for (let asked = 0; asked <= guide.questions.length; asked++) {
        const list = checklistOf(guide, given);
        assert.equal(list.complete, list.open.length === 0);
        const [next] = list.open;
        if (!next) return;
        given = { ...given, [next.id]: next.options[0]?.id ?? '' };
      }
      assert.fail('it asks without end');
    }),
  );
});

test('a complete list holds exactly what the answers call for', () => {
  fc.assert(
    fc.property(interviews, ({ guide, answers }) => {
      const list = checklistOf(guide, answers);
      if (!list.complete) return;
      const said = new Map(list.answers.map(({ question, option }) => [question, option]));
      const needed = guide.materials.filter(({ when = [] }) =>
        when.every(({ question, is }) => is.includes(said.get(question) ?? '')),
      );
      assert.deepEqual(
        list.items.map(({ id }) => id),
        needed.map(({ id }) => id),
      );
    }),
  );
});

test('answers to questions that are not asked in this case count for nothing', () => {
  const guide: Guide = {
    id: 'x',
    name: 'x',
    version: '1',
    updatedAt: '2026-01-01T00:00:00Z',
    questions: [
      {
        id: 'home',
        text: '有住处吗',
        options: [
          { id: 'yes', label: '有' },
          { id: 'no', label: '没有' },
        ],
      },
      {
        id: 'rent',
        text: '租的吗',
        options: [
          { id: 'yes', label: '是' },
          { id: 'no', label: '不是' },
        ],
        when: [{ question: 'home', is: ['yes'] }],
      },
    ],
    materials: [
      {
        id: 'lease',
        name: '租房合同',
        source: 'applicant',
        originals: 0,
        copies: 1,
        forms: ['paper'],
        required: true,
        files: [],
        when: [{ question: 'rent', is: ['yes'] }],
      },
    ],
  };
  const list = checklistOf(guide, { home: 'no', rent: 'yes', nobody: 'asked' });
  assert.deepEqual(list.answers, [{ question: 'home', option: 'no' }]);
  assert.deepEqual([list.items, list.complete], [[], true]);
  assert.deepEqual(
    checklistOf(guide, { home: 'maybe' }).open.map(({ id }) => id),
    ['home'],
  );
});
