import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from './words.ts';

const cases: [header: string | null, language: string][] = [
  [null, 'zh'],
  ['', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-US,en;q=0.9,zh;q=0.8', 'en'],
  ['en;q=0.1, zh;q=0.2', 'zh'],
  ['en;q=0', 'zh'],
  ['de, fr', 'zh'],
  ['de, en;q=0.3', 'en'],
  [';;;,,q=', 'zh'],
];

for (const [header, language] of cases) {
  test(`Accept-Language: ${header ?? '(none)'} → ${language}`, () => {
    assert.equal(languageOf(header), language);
  });
}
