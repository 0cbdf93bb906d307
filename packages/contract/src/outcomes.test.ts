import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findOutcome, outcomes } from './outcomes-table.ts';
import { fillTemplate, outcomeGroups, placesOf, TemplateError } from './outcomes.ts';

const values = (places: readonly string[]) =>
  Object.fromEntries(places.map((place) => [place, `〔${place}〕`]));

test('the 21 outcomes are rows 3 to 23 of the annual report, each once', () => {
  assert.deepEqual(
    outcomes.map(({ row }) => row),
    Array.from({ length: 21 }, (_, index) => index + 3),
  );
  assert.equal(new Set(outcomes.map(({ code }) => code)).size, 21);
  for (const { group, label, articles } of outcomes) {
    assert.ok((outcomeGroups as readonly string[]).includes(group));
    assert.ok(label.zh !== '' && label.en !== '');
    assert.ok(articles.length > 0);
  }
});

test('a refusal, whole or in part, names 行政复议 first and says it has to come first', () => {
  for (const outcome of outcomes) {
    const { row, code, reviewFirst, template, places } = outcome;
    assert.equal(reviewFirst, row >= 4 && row <= 12, code);
    const letter = fillTemplate(outcome, values(places));
    assert.ok(letter.indexOf('行政复议') < letter.indexOf('行政诉讼'), code);
    assert.match(letter, /第五十一条/);
    if (!reviewFirst) {
      assert.match(template, /60日内|\{reconsiderationDays\}日内.*或者/);
      continue;
    }
    assert.match(letter, /应当先经行政复议/);
    assert.match(letter, /第二十三条第一款第四项/);
    assert.ok(!places.includes('court'), code);
  }
});

test('every place of every letter is needed, and named when it is missing', () => {
  const usual = ['reconsiderationDays', 'litigationMonths'];
  for (const outcome of outcomes) {
    assert.deepEqual(outcome.places, placesOf(outcome.template));
    for (const place of outcome.places) {
      const given = values(outcome.places.filter((one) => one !== place));
      if (usual.includes(place)) {
        assert.doesNotMatch(fillTemplate(outcome, given), /[{}]/);
        continue;
      }
      assert.throws(
        () => fillTemplate(outcome, given),
        (error) => error instanceof TemplateError && error.places.join() === place,
        `${outcome.code} without ${place}`,
      );
      assert.throws(() => fillTemplate(outcome, { ...given, [place]: ' ' }), TemplateError);
    }
  }
});

test('what a value says is never read as a place', () => {
  const outcome = findOutcome('disclosed')!;
  const letter = fillTemplate(outcome, {
    ...values(outcome.places),
    applicant: '{contact}',
    sought: '$& {toString}',
  });
  assert.ok(letter.startsWith('{contact}：'));
  assert.ok(letter.includes('$& {toString}'));
});

test('names every object has are no values', () => {
  assert.throws(
    () => fillTemplate({ code: 'own', template: '{constructor} {toString}' }, {}),
    (error) => error instanceof TemplateError && error.places.join() === 'constructor,toString',
  );
});

test('a code this edition does not have is not found', () => {
  assert.equal(findOutcome('stateSecret')?.row, 5);
  assert.equal(findOutcome('valueOf'), undefined);
});
