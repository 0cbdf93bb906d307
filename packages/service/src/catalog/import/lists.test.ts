import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { splitBasis, splitContent } from './lists.ts';

const contents: [string, string[]][] = [
  ['办理事项；办理条件;申请材料', ['办理事项', '办理条件', '申请材料']],
  ['1.救助对象\n2.救助标准', ['救助对象', '救助标准']],
  ['1、机构职能2、权责清单3、执法人员', ['机构职能', '权责清单', '执法人员']],
  ['（1）甲（2）乙', ['甲', '乙']],
  ['①甲②乙', ['甲', '乙']],
  ['●甲\n●乙', ['甲', '乙']],
  ['一、机构；二、职能', ['机构', '职能']],
  ['救助对象\n的信息；标准', ['救助对象的信息', '标准']],
  ['补贴名称（高龄津贴；护理补贴）；补贴依据', ['补贴名称（高龄津贴；护理补贴）', '补贴依据']],
  ['按1.5倍计算；电话027-00000000', ['按1.5倍计算', '电话027-00000000']],
  ['', []],
  [' ；\n', []],
];
for (const [text, list] of contents) {
  test(`content ${JSON.stringify(text)}`, () => assert.deepEqual(splitContent(text), list));
}

const sources: [string, string[]][] = [
  ['《甲》、《乙》', ['《甲》', '《乙》']],
  ['《甲》《乙》', ['《甲》', '《乙》']],
  [
    '《甲》（国发〔2014〕47号）、国办发〔2016〕80号、《乙》',
    ['《甲》（国发〔2014〕47号）', '国办发〔2016〕80号', '《乙》'],
  ],
  ['《甲》第五条、第六条', ['《甲》第五条、第六条']],
  ['《关于印发〈甲〉、〈乙〉的通知》', ['《关于印发〈甲〉、〈乙〉的通知》']],
  ['●《甲》\n●《乙》', ['《甲》', '《乙》']],
];
for (const [text, list] of sources) {
  test(`basis ${JSON.stringify(text)}`, () => assert.deepEqual(splitBasis(text), list));
}

const pieces = fc.constantFrom(
  ...'甲 乙 （ ） 《 》 ； ; 、 \n ① ● 1. 2. 1、 2、 （1） （2） 一、 号 第 条 。'.split(' '),
);

test('a list written in one cell is read back as the same list', () => {
  const texts = fc.array(pieces, { maxLength: 25 }).map((list) => list.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      for (const split of [splitContent, splitBasis]) {
        const list = split(text);
        assert.deepEqual(split(list.join('；')), list);
      }
    }),
    { numRuns: 3000 },
  );
});
