import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ChecklistSchema, MatterSchema, type MatterPage } from '@open-info/contract/matters';
import { bundle, material, matter } from '../../test/matters.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { seedRegistry } from '../seed.ts';
import { writeMatters } from './write.ts';

let running: TestService;
before(async () => {
  running = await startTestService({ now: () => new Date('2026-11-23T10:00:00+08:00') });
  await seedRegistry(running.service);
});
after(() => running.close());

async function read(path: string): Promise<unknown> {
  const answer = await fetch(`${running.url}/api/v1${path}`);
  const body = await answer.text();
  assert.equal(answer.status, 200, body);
  return JSON.parse(body);
}

test('a 一件事 asks once for what two matters ask', async () => {
  const options = [
    { id: 'here', label: '本地' },
    { id: 'away', label: '外地' },
  ];
  const report = await writeMatters(running.service, [
    bundle('all', ['one', 'TEST-two']),
    matter('one', {
      name: '最低生活保障申请',
      questions: [{ id: 'where', text: '住哪里', options }],
      materials: [
        material('a', { key: 'k' }),
        material('b', { when: [{ question: 'where', is: ['away'] }] }),
      ],
    }),
    matter('two', { materials: [material('z', { key: 'k' })] }),
  ]);
  assert.deepEqual(report.refused, []);
  const page = (await read('/matters?q=低保&facets=true')) as MatterPage;
  assert.deepEqual(
    page.items.map(({ id }) => id),
    ['one', 'all'],
  );
  const whole = MatterSchema.parse(await read('/matters/TEST-all'));
  assert.deepEqual(
    whole.materials.map(({ id, matters }) => [id, matters]),
    [
      ['k', ['one', 'two']],
      ['one.b', ['one']],
    ],
  );
  const list = ChecklistSchema.parse(await read('/matters/all/checklist?answer=where:here'));
  assert.deepEqual(
    list.items.map(({ id, bring }) => [id, bring]),
    [['k', true]],
  );
  assert.equal(list.complete, true);
});
