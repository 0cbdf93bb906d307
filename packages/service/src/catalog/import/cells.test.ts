import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  isDitto,
  isTicked,
  parseAudiences,
  parseChannels,
  parseMethods,
  parseTiers,
} from './cells.ts';
import { plainCell, safeCell } from './plain-cell.ts';

/** Channels in short: ■ must be used, □ may be. */
const short = (text: string) =>
  parseChannels(text).map(({ name, required }) => `${required ? '■' : '□'}${name}`);

const channels: [string, string[]][] = [
  ['■政府网站 □政府公报\n■公开查阅点', ['■政府网站', '□政府公报', '■公开查阅点']],
  ['政府网站、两微一端（微信、微博）', ['■政府网站', '■两微一端（微信、微博）']],
  ['■社区/企事业单位/\n村公示栏（电子屏）', ['■社区/企事业单位/村公示栏（电子屏）']],
  ['☑政府网站 ☐政府公报', ['■政府网站']],
  ['√政府网站 □政府公报', ['■政府网站']],
  ['政府网站√ 公开查阅点√', ['■政府网站', '■公开查阅点']],
  ['■其他：办税服务厅 □其他____', ['■办税服务厅']],
  ['■其他（法律服务网）', ['■法律服务网']],
  ['●政府网站\n○纸质媒体', ['■政府网站', '□纸质媒体']],
  ['1.政府网站\n2.公示栏', ['■政府网站', '■公示栏']],
  ['■政府网站■政府网站', ['■政府网站', '■政府网站']],
  ['', []],
];
for (const [text, expected] of channels) {
  test(`channels ${JSON.stringify(text)}`, () => assert.deepEqual(short(text), expected));
}

test('reads the public of an item in one cell', () => {
  assert.deepEqual(parseAudiences('全社会'), [{ scope: 'everyone' }]);
  assert.deepEqual(parseAudiences('社会公众'), [{ scope: 'everyone' }]);
  assert.deepEqual(parseAudiences('特定群体（申请人、受益人）'), [
    { scope: 'specific', note: '申请人、受益人' },
  ]);
  assert.deepEqual(parseAudiences('行政相对人'), [{ scope: 'specific', note: '行政相对人' }]);
  assert.deepEqual(parseAudiences('□全社会 ■特定群体：在征收范围内'), [
    { scope: 'specific', note: '在征收范围内' },
  ]);
});

test('reads methods and tiers, both where both are named', () => {
  assert.deepEqual(parseMethods('主动公开、依申请公开'), ['proactive', 'onRequest']);
  assert.deepEqual(parseMethods('■主动公开 □依申请公开'), ['proactive']);
  assert.deepEqual(parseMethods('公开'), []);
  assert.deepEqual(parseTiers('县级、乡级'), ['county', 'township']);
  assert.deepEqual(parseTiers('乡级（乡、村级）'), ['township']);
  assert.deepEqual(parseTiers('社区'), ['community']);
});

test('a cell is ticked by any mark or word, but not by an empty box or a no', () => {
  for (const cell of ['√', '✓', '✔', '■', '☑', '●', '是', 'V', '√（申请人）', '申请人']) {
    assert.equal(isTicked(cell, true), true, cell);
  }
  for (const cell of ['', ' ', '□', '☐', '×', '否', '/', '—', '□特定群体']) {
    assert.equal(isTicked(cell, true), false, cell);
  }
  assert.equal(isTicked('○', true), true);
  assert.equal(isTicked('○', false), false);
});

test('knows the signs for 同上', () => {
  for (const cell of ['同上', '同 上', '（同上）', '〃', '同上。']) assert.ok(isDitto(cell), cell);
  assert.equal(isDitto('同上级部门'), false);
});

test('no cell can be taken for a formula, and each comes back as it was', () => {
  const starts = fc.constantFrom('', ' ', '"', "'", '“', '\t', '\n', '\u00a0');
  const signs = fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', '甲', "'=");
  fc.assert(
    fc.property(starts, signs, fc.string(), (start, sign, rest) => {
      const text = start + sign + rest;
      const cell = safeCell(text);
      assert.doesNotMatch(cell, /^[\s"“]*[=+\-@＝＋－＠\t\r]/u);
      assert.equal(plainCell(cell), text);
    }),
    { numRuns: 2000 },
  );
});
