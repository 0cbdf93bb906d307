import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mergeMatters, type MergedGuide } from './matter-bundle.ts';
import { checklistOf, type Answers } from './matter-checklist.ts';
import { guides, type Guide } from '../test/guides.ts';

const partLists = fc
  .array(guides, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((guide, index) => ({ ...guide, id: `p${String(index)}` })));

const asGuide = (merged: MergedGuide): Guide => ({
  id: 'bundle',
  name: '一件事',
  version: '1',
  updatedAt: '',
  ...merged,
});

/** Answers to the merged questions as one part hears them. */
function heardBy(part: Guide, merged: MergedGuide, answers: Answers): Answers {
  return Object.fromEntries(
    part.questions.flatMap(({ id, text }) => {
      const asked = merged.questions.find(
        (one) => one.text === text && (one.id === id || one.id.endsWith(`.${id}`)),
      );
      assert.ok(asked, `nobody asks ${id}`);
      const answer = answers[asked.id];
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}

/** Parts, an answer to everything their bundle could ask, and which answers are given already. */
const interviews = partLists.chain((parts) => {
  const merged = mergeMatters(parts);
  const letters = fc.constantFrom('a', 'b', 'c');
  return fc.record({
    parts: fc.constant(parts),
    merged: fc.constant(merged),
    answers: fc.record(Object.fromEntries(merged.questions.map(({ id }) => [id, letters]))),
    given: fc.subarray(merged.questions.map(({ id }) => id)),
  });
});

test('the list of a 一件事 covers at every moment what each part will ask for in the end', () => {
  fc.assert(
    fc.property(interviews, ({ parts, merged, answers, given }) => {
      const soFar = Object.fromEntries(given.map((id) => [id, answers[id] ?? '']));
      const { items } = checklistOf(asGuide(merged), soFar);
      for (const part of parts) {
        const own = checklistOf(part, heardBy(part, merged, answers));
        assert.ok(own.complete);
        for (const one of own.items) {
          const found = items.find(({ id }) => id === (one.key ?? `${part.id}.${one.id}`));
          assert.ok(found, `${part.id} needs ${one.id}`);
          assert.ok(found.matters?.includes(part.id));
          assert.ok(found.bring || !one.bring, `${part.id} has to be given ${one.id}`);
          assert.ok(found.originals >= one.originals && found.copies >= one.copies);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('when its list is complete, so is the list of each part', () => {
  fc.assert(
    fc.property(interviews, ({ parts, merged, answers, given }) => {
      const soFar = Object.fromEntries(given.map((id) => [id, answers[id] ?? '']));
      if (!checklistOf(asGuide(merged), soFar).complete) return;
      for (const part of parts) {
        assert.ok(checklistOf(part, heardBy(part, merged, soFar)).complete);
      }
    }),
    { numRuns: 500 },
  );
});

test('nothing is asked or brought twice, and conditions name questions asked before', () => {
  fc.assert(
    fc.property(partLists, (parts) => {
      const merged = mergeMatters(parts);
      for (const list of [merged.questions, merged.materials]) {
        const ids = list.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
      }
      const wordings = merged.questions.map(
        ({ id, text }) => `${id.split('.').at(-1) ?? ''} ${text}`,
      );
      assert.equal(new Set(wordings).size, wordings.length);
      const asked = new Set<string>();
      for (const { id, when = [] } of merged.questions) {
        for (const { question } of when) assert.ok(asked.has(question), `${id} after ${question}`);
        asked.add(id);
      }
      for (const { when = [] } of merged.materials) {
        for (const { question } of when) assert.ok(asked.has(question));
      }
      const keys = merged.materials.flatMap(({ key }) => key ?? []);
      assert.equal(new Set(keys).size, keys.length);
    }),
  );
});

test('one part alone is asked and brought as before, in its order', () => {
  fc.assert(
    fc.property(guides, (guide) => {
      const merged = mergeMatters([guide]);
      assert.deepEqual(
        merged.questions.map(({ id }) => id),
        guide.questions.map(({ id }) => id),
      );
      assert.deepEqual(merged.parts, [{ id: guide.id, name: guide.name }]);
    }),
  );
});
