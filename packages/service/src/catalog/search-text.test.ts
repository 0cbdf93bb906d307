import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  grams,
  normalise,
  normaliseWithOffsets,
  searchWords,
  spell,
  wordGrams,
} from '../search/text.ts';
import { searchColumns, type StoredItem } from './search-text.ts';

const item: StoredItem = {
  id: 'a',
  name: '行政处罚（2019）',
  field: { id: 'safety', name: '安全生产' },
  level1: '监督\n检查',
  level2: '行政处罚（2019）',
  subject: { text: '应急管理部门', organs: [{ id: 'e', name: '江汉区应急管理局' }] },
  timeLimit: { text: '20个工作日内', rules: [] },
  methods: ['onRequest'],
  audiences: [{ scope: 'specific', note: '申请人' }],
  tiers: ['county'],
  content: ['处罚依据', '处罚结果'],
  basis: ['国办发〔2019〕54号'],
  channels: [{ name: '政府网站', required: true }],
  provenance: { kind: 'seen' },
  extensions: { 备注: '另见公报' },
};

test('brackets, blanks and width do not tell texts apart', () => {
  for (const style of ['〔〕', '[]', '()', '（）', '【】', '［］', '  ', '']) {
    const [open = '', close = ''] = style;
    assert.equal(normalise(`国办发${open}２０１９${close}54号`), '国办发201954号');
  }
  assert.equal(normalise('政府\n 信息　公开\u200b'), '政府信息公开');
  assert.equal(normalise('ＡＢＣ Café ①㈡'), 'abccafé1二');
  assert.equal(normalise('《》，。！—…■□√'), '');
});

test('offsets lead back to the character a unit came from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      const { text: found, starts, ends } = normaliseWithOffsets(text);
      assert.equal(found, normalise(text));
      assert.equal(starts.length, found.length);
      for (const [i, unit] of [...found].entries()) {
        if (found.length !== [...found].length) return;
        assert.ok(normalise(text.slice(starts[i], ends[i])).includes(unit));
      }
    }),
  );
});

test('a query is cut at blanks; words of punctuation only and repeated words fall away', () => {
  assert.deepEqual(searchWords(' 低保　 〔2019〕 —— 低保\t救助 '), ['低保', '2019', '救助']);
  assert.deepEqual(searchWords('《》'), []);
  assert.deepEqual(searchWords(undefined), []);
});

test('grams hold every unit and every window of a line, and no window over a line end', () => {
  assert.deepEqual(new Set(grams('ab\nc')), new Set([97, 98, 99, (97 << 16) | 98]));
  assert.deepEqual(grams(''), []);
  assert.ok(grams('龥龤').every((gram) => Number.isInteger(gram) && Math.abs(gram) <= 2 ** 31));
});

test('the grams of a word are among those of every text that holds it', () => {
  const text = fc.string({ unit: fc.constantFrom(...'政府信息公开a1龥𠮷\n'), maxLength: 40 });
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 1, max: 6 }), (whole, from, length) => {
      const start = whole.length === 0 ? 0 : from % whole.length;
      const word = whole.slice(start, start + length);
      if (word === '' || word.includes('\n')) return;
      const held = new Set(grams(whole));
      assert.ok(wordGrams(word).every((gram) => held.has(gram)));
    }),
  );
});

test('names are spelled in full and by initials, letter by letter', () => {
  const spelling = spell('银行绿色12a');
  assert.equal(spelling.full, 'yinhanglvse12a');
  assert.equal(spelling.initials, 'yhls12a');
  assert.deepEqual(spelling.initialsAt, [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(spelling.fullAt.slice(0, 7), [0, 0, 0, 1, 1, 1, 1]);
});

test('spelling loses no character, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'行政长𠮷ab9龥é'), maxLength: 12 }),
      (text) => {
        const { fullAt, full, initials, initialsAt, syllables } = spell(text);
        assert.equal(fullAt.length, full.length);
        assert.equal(initialsAt.length, initials.length);
        assert.equal(syllables.join(''), full);
        assert.ok(fullAt.every((at) => at < text.length));
      },
    ),
  );
});

test('the columns keep name, content, basis and the rest apart, one line for each entry', () => {
  const { name_text: names, search_text: text, name_sort: sort } = searchColumns(item);
  const [first, content, basis, rest] = text.split('\n\n');
  assert.equal(first, names);
  assert.deepEqual(names.split('\n'), [
    '行政处罚2019',
    'xingzhengchufa2019',
    'xzcf2019',
    '监督检查',
    'jiandujiancha',
    'jdjc',
  ]);
  assert.equal(content, '处罚依据\n处罚结果');
  assert.equal(basis, '国办发201954号');
  for (const line of ['依申请公开', '特定群体申请人', '县级', '江汉区应急管理局', '另见公报']) {
    assert.ok(rest?.split('\n').includes(line), line);
  }
  assert.ok(sort.startsWith('xing zheng chu fa '));
});

test('an item without content and basis keeps its four parts', () => {
  const { search_text: text } = searchColumns({ ...item, content: [], basis: [] });
  assert.equal(text.split('\n\n').length, 4);
});
