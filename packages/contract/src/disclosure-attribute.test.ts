import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectStamp, findStamp } from './disclosure-attribute.ts';

test('a stamp is found whatever stands around it', () => {
  for (const [text, attribute] of [
    ['（此件公开发布）', 'open'],
    ['( 此件 主动公开 )', 'open'],
    ['此件公开', 'open'],
    ['此件依申请公开。', 'onRequest'],
    ['〔此件不予公开〕', 'closed'],
    ['此件不公开\n示例区教育局办公室', 'closed'],
    ['此件公开发布 示例区教育局办公室', 'open'],
    ['第一段。\n本通知自印发之日起施行，此件依申请公开，请遵照执行。', 'onRequest'],
    // The last one counts.
    ['转发件：（此件不予公开）\n正文。\n（此件公开发布）', 'open'],
  ] as const) {
    assert.equal(detectStamp(text), attribute, text);
  }
});

test('what only speaks of it is none', () => {
  for (const text of [
    '',
    '现将此件公开征求意见。',
    '公文印发时明确标注“此件公开发布”等字样。',
    '此件公开发布会另行通知',
    '申请人要求公开此件。',
  ]) {
    assert.equal(detectStamp(text), undefined, text);
  }
});

test('the sentence it stands in is told', () => {
  const text = '第一条。各校照此办理，此件 不予公开，请妥善保管。第二条。';
  const found = findStamp(text);
  assert.equal(found?.sentence, '各校照此办理，此件 不予公开，请妥善保管。');
  assert.deepEqual([found.words, text.indexOf('此件')], ['此件 不予公开', found.index]);
});
