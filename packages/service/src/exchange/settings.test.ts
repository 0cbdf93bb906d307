import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pushSecret } from '../../test/exchange.ts';
import { readSettings } from '../settings.ts';
import { StopError } from '../stop.ts';

const system = { id: 'hall', name: '统一受理平台', organs: ['education'], secrets: [pushSecret] };
const read = (value: unknown) =>
  readSettings({ exchange: typeof value === 'string' ? value : JSON.stringify(value) }, {});

test('systems that push, and systems that are read', () => {
  const polled = {
    id: 'tax',
    name: '税务',
    organs: ['taxation'],
    poll: { url: 'https://feed.example.cn/' },
  };
  assert.deepEqual(read({ systems: [system, polled] }).exchange, [
    system,
    { ...polled, secrets: [], poll: { url: 'https://feed.example.cn/', everySeconds: 60 } },
  ]);
  assert.equal(readSettings({ exchangePrivate: 'on' }, {}).exchangePrivate, true);
});

test('what is wrong is named with its place, and no secret is said back', () => {
  const wrong: [place: RegExp, value: unknown][] = [
    [/JSON 文件的路径/, '/nowhere/exchange.json'],
    [/JSON 文件的路径/, []],
    [/systems\[0\]\.id：小写字母/, { systems: [{ ...system, id: 'Hall 1' }] }],
    [/systems\[0\]\.organs\.0：.*至少一个/, { systems: [{ ...system, organs: [] }] }],
    [/systems\[0\]\.secrets\.0：/, { systems: [{ ...system, secrets: ['hunter2-hunter2'] }] }],
    [/systems\[0\]：.*secrets.*poll/, { systems: [{ ...system, secrets: [] }] }],
    [
      /systems\[1\]\.poll\.url：/,
      { systems: [system, { ...system, id: 'b', poll: { url: 'ftp://x' } }] },
    ],
    [/systems\[0\]：.*字段只有/, { systems: [{ ...system, color: 'red' }] }],
    [/编号 hall 出现了两次/, { systems: [system, system] }],
  ];
  for (const [place, value] of wrong) {
    assert.throws(
      () => read(value),
      (error) => {
        assert.ok(error instanceof StopError);
        assert.match(error.sentence, place);
        assert.ok(!error.sentence.includes('hunter2') && !error.sentence.includes(pushSecret));
        return true;
      },
      String(place),
    );
  }
});
