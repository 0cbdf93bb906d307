import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { Answers, bodyOf, fitEncoding, makeAnswer } from './answers.ts';

const make = (text: string) => () => Promise.resolve(makeAnswer('"tag"', text));
const never = () => Promise.reject(new Error('asked again'));

test('what was made once is found until the state of the data changes', async () => {
  const answers = new Answers();
  const first = await answers.get('state 1', 'key', make('a'));
  assert.equal(await answers.get('state 1', 'key', never), first);
  assert.equal(answers.find('state 1', 'key'), first);
  assert.equal(answers.find('state 2', 'key'), undefined);
  const second = await answers.get('state 2', 'key', make('b'));
  assert.equal(second.plain.toString(), 'b');
});

test('many who ask the same at once wait for one answer', async () => {
  const answers = new Answers();
  let made = 0;
  const slowly = async () => {
    made += 1;
    await new Promise((resolve) => setImmediate(resolve));
    return makeAnswer('', 'a');
  };
  const all = await Promise.all(Array.from({ length: 20 }, () => answers.get('s', 'k', slowly)));
  assert.equal(made, 1);
  assert.equal(new Set(all).size, 1);
});

test('a failure is told to all who wait and is not kept', async () => {
  const answers = new Answers();
  const failing = () => Promise.reject(new Error('no'));
  const both = await Promise.allSettled([
    answers.get('s', 'k', failing),
    answers.get('s', 'k', failing),
  ]);
  assert.ok(both.every((one) => one.status === 'rejected'));
  assert.equal((await answers.get('s', 'k', make('a'))).plain.toString(), 'a');
});

test('an answer that was begun before the data changed is not kept for after', async () => {
  const answers = new Answers();
  const begun = answers.get('old', 'k', async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return makeAnswer('', 'old');
  });
  assert.equal((await answers.get('new', 'k', make('new'))).plain.toString(), 'new');
  assert.equal((await begun).plain.toString(), 'old');
  assert.equal(answers.find('new', 'k')?.plain.toString(), 'new');
});

test('memory is bounded: what was asked for last stays longest, the large is not kept', async () => {
  const answers = new Answers();
  const half = 'x'.repeat(500 * 1024);
  for (let n = 0; n < 100; n += 1) {
    await answers.get('s', `key ${n}`, make(half));
    answers.find('s', 'key 0');
  }
  assert.ok(answers.find('s', 'key 0'));
  assert.ok(answers.find('s', 'key 99'));
  assert.equal(answers.find('s', 'key 1'), undefined);
  await answers.get('s', 'large', make('x'.repeat(600 * 1024)));
  assert.equal(answers.find('s', 'large'), undefined);
});

test('a body is compressed once, and not at all when it is too small to gain', async () => {
  const answer = makeAnswer('', '公开'.repeat(1000));
  const [one, two] = await Promise.all([bodyOf(answer, 'br'), bodyOf(answer, 'br')]);
  assert.equal(one, two);
  assert.ok(one.length < answer.plain.length);
  assert.equal(bodyOf(answer, 'br'), one);
  assert.equal(fitEncoding(answer, 'br'), 'br');
  assert.equal(fitEncoding(makeAnswer('', 'short'), 'br'), 'identity');
});

test('what stays the same for long is compressed tighter for whoever asks later', async () => {
  // Words that repeat at irregular distances; a run of one word is small at any effort.
  const words = Array.from({ length: 20_000 }, (_, i) => `公开${(i * i * 7919) % 997}`).join(' ');
  const [passing, lasting] = [makeAnswer('', words), makeAnswer('', words, true)];
  const first = await bodyOf(lasting, 'br');
  assert.equal(first.length, (await bodyOf(passing, 'br')).length);
  while ((await bodyOf(lasting, 'br')) === first) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const later = await bodyOf(lasting, 'br');
  assert.ok(later.length < first.length, `${later.length} of ${first.length}`);
  assert.equal(brotliDecompressSync(later).toString(), words);
});
