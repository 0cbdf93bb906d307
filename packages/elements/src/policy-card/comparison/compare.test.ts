import { assert } from 'chai';
import { compared, compareTexts, type ComparedRow } from './compare.ts';
import { comparePassage } from './passage.ts';
import { sentencesOf } from '../../base/sentences.ts';

let seed = 11;
function random(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

/** Text of few different characters, so that much of it is alike by chance. */
const noise = (length: number): string =>
  Array.from({ length }, () => '老人补贴办法、，。；\n“”12一'.charAt(random(18))).join('');

const rowsOf = (before: string, after: string): ComparedRow[] =>
  [...compared(before, after)].filter((row): row is ComparedRow => row !== undefined);

const join = (stretches: readonly { text: string }[]): string =>
  stretches.map(({ text }) => text).join('');

/** One side of all rows, put together again. */
const side = (rows: readonly ComparedRow[], name: 'before' | 'after'): string =>
  rows.map((row) => ('same' in row ? row.same.join('') : join(row[name]))).join('');

const marked = (before: string, after: string): [string, string] => {
  const show = (stretches: readonly { text: string; changed: boolean }[]): string =>
    stretches.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
  const found = comparePassage(before, after);
  return [show(found.before), show(found.after)];
};

describe('comparison of two texts', () => {
  it('loses nothing and makes nothing up, whatever the texts', () => {
    for (let round = 0; round < 300; round += 1) {
      const before = noise(random(200));
      const after = random(2) === 0 ? noise(random(200)) : before.slice(random(50)) + noise(9);
      const rows = rowsOf(before, after);
      assert.equal(side(rows, 'before'), sentencesOf(before).join(''));
      assert.equal(side(rows, 'after'), sentencesOf(after).join(''));
    }
  });

  it('finds nothing where nothing changed', () => {
    const rows = rowsOf('第一条。第二条；第三条。', '第一条。第二条；第三条。');
    assert.deepEqual(rows, [{ same: ['第一条。', '第二条；', '第三条。'] }]);
    assert.deepEqual(rowsOf('', ''), []);
  });

  it('keeps numbers whole and says what became what', () => {
    assert.deepEqual(marked('每月700元', '每月1000元'), ['每月[700]元', '每月[1000]元']);
    assert.deepEqual(marked('年满65周岁的老人', '年满60周岁的失能老人'), [
      '年满[65]周岁的老人',
      '年满[60]周岁的[失能]老人',
    ]);
  });

  it('does not mark single characters that passages share by chance', () => {
    assert.deepEqual(marked('按季度发服务券', '每月打进电子账户'), [
      '[按季度发服务券]',
      '[每月打进电子账户]',
    ]);
  });

  it('pairs a sentence with its new version, though others came between', () => {
    const before = '老人可以申请补贴，标准为每月三百元。';
    const after = `${'这是新加的一条规定。'.repeat(3)}老人可以申请补贴，标准为每月五百元。`;
    const rows = rowsOf(before, after);
    const pair = rows.find((row) => !('same' in row) && row.before.length > 0);
    assert.isTrue(pair && !('same' in pair) && join(pair.after).includes('五百'));
  });

  it('hands 20,000 characters over in pieces, and stops when nobody wants them', async () => {
    const before = Array.from(
      { length: 500 },
      () => `${noise(39).replace(/[。；\n]/g, '')}。`,
    ).join('');
    const after = before.split('补').join('津');
    const pieces: ComparedRow[][] = [];
    await compareTexts(before, after, (rows) => pieces.push(rows), new AbortController().signal);
    assert.isAbove(pieces.length, 10);
    assert.equal(side(pieces.flat(), 'after'), sentencesOf(after).join(''));
    const stop = new AbortController();
    let handed = 0;
    await compareTexts(
      before,
      after,
      () => {
        handed += 1;
        stop.abort();
      },
      stop.signal,
    );
    assert.equal(handed, 1);
  });
});
