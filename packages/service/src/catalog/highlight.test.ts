import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rangesOf } from '../search/highlight.ts';
import { matchesOf } from './highlight.ts';
import type { StoredItem } from './search-text.ts';

const item: StoredItem = {
  id: 'a',
  name: '城乡低保对象名单',
  field: { id: 'sa', name: '社会救助' },
  level1: '最低生活保障',
  level2: '城乡低保对象名单',
  subject: { text: '民政部门', organs: [] },
  timeLimit: { text: '20个工作日内', rules: [] },
  methods: ['proactive'],
  audiences: [{ scope: 'everyone' }],
  tiers: [],
  content: [`${'前'.repeat(60)}保障标准${'后'.repeat(100)}`],
  basis: ['《社会救助暂行办法》（国务院令第649号）', '国办发〔 2019 〕\n54号'],
  channels: [{ name: '政府网站', required: true }],
  provenance: { kind: 'seen' },
  extensions: {},
};

function marked(words: string[]): [string, string[]][] {
  return matchesOf(item, words).map(({ element, text, ranges }) => [
    element,
    ranges.map(([start, end]) => text.slice(start, end)),
  ]);
}

test('ranges lie in the text as it stands, brackets, blanks and line breaks inside', () => {
  assert.deepEqual(marked(['国办发201954号']), [['basis', ['国办发〔 2019 〕\n54号']]]);
  assert.deepEqual(marked(['暂行办法国务院令']), [['basis', ['暂行办法》（国务院令']]]);
});

test('the best element comes first', () => {
  assert.deepEqual(marked(['保障']), [
    ['name', ['保障']],
    ['content', ['保障']],
  ]);
});

test('拼音 and initials mark the characters they stand for', () => {
  const name = '最低生活保障（2019）';
  const marks = (word: string) =>
    rangesOf(name, [word], true).map(([start, end]) => name.slice(start, end));
  assert.deepEqual(marks('shenghuo'), ['生活']);
  assert.deepEqual(marks('shengh'), ['生活']);
  assert.deepEqual(marks('zdsh'), ['最低生活']);
  assert.deepEqual(marks('bz2019'), ['保障（2019']);
  assert.deepEqual(rangesOf(name, ['zdsh'], false), []);
});

test('a long passage is cut around its match', () => {
  const [match] = matchesOf(item, ['标准']);
  assert.equal(match?.element, 'content');
  assert.ok(match.text.startsWith('…前') && match.text.endsWith('后…'));
  assert.ok(match.text.length <= 82);
  assert.deepEqual(
    match.ranges.map(([start, end]) => match.text.slice(start, end)),
    ['标准'],
  );
});

test('every word is shown, however many passages hold another', () => {
  const busy = { ...item, content: Array.from({ length: 9 }, (_, n) => `名单之${n}`) };
  const matches = matchesOf(busy, ['名单', '649']);
  assert.ok(matches.length <= 6);
  assert.ok(matches.some(({ element }) => element === 'basis'));
});

test('a cut never parts a character of two units', () => {
  const rare = '𠮷'.repeat(100);
  const [match] = matchesOf({ ...item, content: [`${rare}保质期${rare}`] }, ['保质期']);
  assert.doesNotThrow(() => encodeURIComponent(match?.text ?? '\ud800'));
});
