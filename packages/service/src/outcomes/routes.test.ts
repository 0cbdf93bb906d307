import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fillTemplate, OutcomeListSchema, type OutcomeList } from '@open-info/contract/outcomes';
import { outcomes } from '@open-info/contract/outcomes-table';
import { startTestService, type TestService } from '../../test/service.ts';

let service: TestService;
before(async () => {
  service = await startTestService();
});
after(() => service.close());

test('every outcome comes with its row, its articles and a letter that can be filled', async () => {
  const answer = await fetch(`${service.url}/api/v1/outcomes`);
  assert.equal(answer.status, 200);
  assert.notEqual(answer.headers.get('etag'), null);
  const list = (await answer.json()) as OutcomeList;
  assert.ok(OutcomeListSchema.safeParse(list).success);
  assert.equal(list.reportFormat, '2021-30');
  assert.deepEqual(list.items, outcomes);
  for (const outcome of list.items) {
    const values = Object.fromEntries(outcome.places.map((place) => [place, place]));
    assert.doesNotMatch(fillTemplate(outcome, values), /[{}]/);
  }
});
