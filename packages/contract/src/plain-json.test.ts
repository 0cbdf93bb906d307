import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainJson } from './plain-json.ts';

test('what an old library adds to arrays changes nothing of what is written', (t) => {
  const value = { list: ['一', { of: [1, null] }], none: undefined, text: 'a"b' };
  const written = JSON.stringify(value);
  Object.defineProperty(Array.prototype, 'toJSON', { value: () => '[]', configurable: true });
  t.after(() => Reflect.deleteProperty(Array.prototype, 'toJSON'));
  assert.notEqual(JSON.stringify(value), written);
  assert.equal(plainJson(value), written);
});
