import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parseTimeLimit } from './time-limit-parser.ts';
import type { TimeLimitRule } from './time-limit.ts';

/** Every wording of the district's catalog, with what it promises. */
const wordings: [string, TimeLimitRule[]][] = [
  [
    '制定或获取信息之日起10个工作日内',
    [{ kind: 'publishWithin', amount: 10, unit: 'workday', after: '制定或获取信息' }],
  ],
  [
    '制定或获取信息之日起10个工作日内，公示7个工作日',
    [
      { kind: 'publishWithin', amount: 10, unit: 'workday', after: '制定或获取信息' },
      { kind: 'displayFor', amount: 7, unit: 'workday' },
    ],
  ],
  [
    '制定或获取文件之日起10个工作日内',
    [{ kind: 'publishWithin', amount: 10, unit: 'workday', after: '制定或获取文件' }],
  ],
  [
    '制定或获取扶持政策措施之日起10个工作日内',
    [{ kind: 'publishWithin', amount: 10, unit: 'workday', after: '制定或获取扶持政策措施' }],
  ],
  [
    '制定或获取指南之日起10个工作日内',
    [{ kind: 'publishWithin', amount: 10, unit: 'workday', after: '制定或获取指南' }],
  ],
  [
    '制定或获取备案政策之日起10个工作日内',
    [{ kind: 'publishWithin', amount: 10, unit: 'workday', after: '制定或获取备案政策' }],
  ],
  [
    '制定或获取扶持补贴政策之日起10个工作日内',
    [{ kind: 'publishWithin', amount: 10, unit: 'workday', after: '制定或获取扶持补贴政策' }],
  ],
  [
    '制定或获取补贴政策之日起10个工作日内',
    [{ kind: 'publishWithin', amount: 10, unit: 'workday', after: '制定或获取补贴政策' }],
  ],
  ['每20个工作日更新', [{ kind: 'periodic', amount: 20, unit: 'workday' }]],
  [
    '制定或获取评估信息之日起10个工作日内',
    [{ kind: 'publishWithin', amount: 10, unit: 'workday', after: '制定或获取评估信息' }],
  ],
  [
    '信息形成或者变更之日起20个工作日内',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '信息形成或者变更' }],
  ],
  [
    '形成或者变更之日起20个工作日内予以公开',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '形成或者变更' }],
  ],
  [
    '信息形成或者变更之日起20个工作日内。法律、法规对政府信息公开的期限另有规定的，从其规定',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '信息形成或者变更' }],
  ],
  [
    '自制作或获取该信息之日起20个工作日内公开',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '制作或获取该信息' }],
  ],
  [
    '制作或获取信息之日起7个工作日内',
    [{ kind: 'publishWithin', amount: 7, unit: 'workday', after: '制作或获取信息' }],
  ],
  [
    '本级人民代表大会或其常务委员会批准后20日内',
    [{ kind: 'within', amount: 20, unit: 'day', after: '本级人民代表大会或其常务委员会批准' }],
  ],
  [
    '本级政府财政部门批复后20日内',
    [{ kind: 'within', amount: 20, unit: 'day', after: '本级政府财政部门批复' }],
  ],
  [
    '公开事项信息形成或变更之日起20个工作日内公开',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '公开事项信息形成或变更' }],
  ],
  ['实时公开', [{ kind: 'realtime' }]],
  [
    '批前公示时间不得少于30日；批后公布应在规划批准后20个工作日内向社会公布',
    [
      { kind: 'displayFor', amount: 30, unit: 'day', atLeast: true, scope: '批前公示' },
      { kind: 'within', amount: 20, unit: 'workday', after: '规划批准', scope: '批后公布' },
    ],
  ],
  [
    '作出行政决定之日起7个工作日内，法律法规另有规定的从其规定',
    [{ kind: 'within', amount: 7, unit: 'workday', after: '作出行政决定' }],
  ],
  [
    '作出行政决定之日起7个工作日内',
    [{ kind: 'within', amount: 7, unit: 'workday', after: '作出行政决定' }],
  ],
  [
    '自形成或者变更之日起20个工作日内予以公开，法律法规另有规定的从其规定',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '形成或者变更' }],
  ],
  [
    '自该信息形成或者变更之日起20个工作日内',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '该信息形成或者变更' }],
  ],
  [
    '自收到申请之日起20个工作日内',
    [{ kind: 'within', amount: 20, unit: 'workday', after: '收到申请' }],
  ],
  [
    '信息形成或者变更之日起20个工作日内予以公开',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '信息形成或者变更' }],
  ],
  [
    '自收到申请之日起20个工作日内公开',
    [{ kind: 'within', amount: 20, unit: 'workday', after: '收到申请' }],
  ],
  [
    '及时公布；征求意见期限不得少于30日',
    [
      { kind: 'promptly' },
      { kind: 'displayFor', amount: 30, unit: 'day', atLeast: true, scope: '征求意见' },
    ],
  ],
  ['作出房屋征收决定后及时公告', [{ kind: 'promptly', after: '作出房屋征收决定' }]],
  [
    '信息获取（形成、变更）20个工作日内',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '信息获取（形成、变更）' }],
  ],
  ['20个工作日内', [{ kind: 'publishWithin', amount: 20, unit: 'workday' }]],
  ['20个工作日', [{ kind: 'publishWithin', amount: 20, unit: 'workday' }]],
  [
    '除处罚决定外其他内容：长期公开（动态调整）；处罚决定：20个工作日内',
    [
      { kind: 'longTerm', scope: '除处罚决定外其他内容' },
      { kind: 'publishWithin', amount: 20, unit: 'workday', scope: '处罚决定' },
    ],
  ],
  [
    '信息形成或者变更之日起20个工作日内公开',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '信息形成或者变更' }],
  ],
  [
    '自信息形成或者变更之日起20个工作日内予以公开',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '信息形成或者变更' }],
  ],
  [
    '自信息形成或者变更之日起7个工作日内予以公开',
    [{ kind: 'publishWithin', amount: 7, unit: 'workday', after: '信息形成或者变更' }],
  ],
  [
    '信息形成或变更之日起20个工作日内',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '信息形成或变更' }],
  ],
  ['按进展情况及时公开', [{ kind: 'promptly' }]],
  [
    '行政处罚决定形成之日起20个工作日内',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '行政处罚决定形成' }],
  ],
  [
    '自该政府信息形成或者变更之日起20个工作日内及时公开',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '该政府信息形成或者变更' }],
  ],
  ['及时公开', [{ kind: 'promptly' }]],
  [
    '信息形成20个工作日内公开；其中行政许可、行政处罚事项应自作出行政决定之日起7个工作日内公示',
    [
      { kind: 'publishWithin', amount: 20, unit: 'workday', after: '信息形成' },
      {
        kind: 'within',
        amount: 7,
        unit: 'workday',
        after: '作出行政决定',
        scope: '行政许可、行政处罚事项',
      },
    ],
  ],
  [
    '信息形成之日起20个工作日内',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '信息形成' }],
  ],
  [
    '自收到评标报告之日起3日内公示，公示期不得少于3日',
    [
      { kind: 'within', amount: 3, unit: 'day', after: '收到评标报告' },
      { kind: 'displayFor', amount: 3, unit: 'day', atLeast: true },
    ],
  ],
  [
    '自中标、成交供应商确定之日起2个工作日内',
    [{ kind: 'within', amount: 2, unit: 'workday', after: '中标、成交供应商确定' }],
  ],
  [
    '信息形成（变更）20个工作日内',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '信息形成（变更）' }],
  ],
  [
    '自信息形成或者变更之日起20个工作日内及时公开',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '信息形成或者变更' }],
  ],
  [
    '长期公开，发生变更及时更新并公开',
    [{ kind: 'longTerm' }, { kind: 'promptly', after: '发生变更' }],
  ],
  ['每季度公布一次', [{ kind: 'periodic', amount: 1, unit: 'quarter' }]],
  ['根据实际情况及时公开', [{ kind: 'promptly' }]],
  [
    '清单形成或者变更之日起20个工作日内',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '清单形成或者变更' }],
  ],
  ['公示7个工作日', [{ kind: 'displayFor', amount: 7, unit: 'workday' }]],
];

/** Wordings of other districts' tables. */
const others: [string, TimeLimitRule[]][] = [
  [
    '自信息形成之日起二十个工作日内',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '信息形成' }],
  ],
  [
    '信息形成后，２０个工作日内公开',
    [{ kind: 'publishWithin', amount: 20, unit: 'workday', after: '信息形成' }],
  ],
  ['长期', [{ kind: 'longTerm' }]],
  ['任期内', [{ kind: 'longTerm' }]],
  ['及时', [{ kind: 'promptly' }]],
  ['实时', [{ kind: 'realtime' }]],
  ['每年1月31日前', [{ kind: 'periodic', amount: 1, unit: 'year' }]],
  ['每半年公布一次', [{ kind: 'periodic', amount: 6, unit: 'month' }]],
  ['一个月内', [{ kind: 'publishWithin', amount: 1, unit: 'month' }]],
  ['公示期为5个工作日', [{ kind: 'displayFor', amount: 5, unit: 'workday' }]],
  [
    '公示时间：不少于5个工作日',
    [{ kind: 'displayFor', amount: 5, unit: 'workday', atLeast: true }],
  ],
  [
    '自然资源部门批准后20日内',
    [{ kind: 'within', amount: 20, unit: 'day', after: '自然资源部门批准' }],
  ],
  [
    '行政许可、行政处罚7个工作日内，其他信息20个工作日内',
    [
      { kind: 'publishWithin', amount: 7, unit: 'workday', scope: '行政许可、行政处罚' },
      { kind: 'publishWithin', amount: 20, unit: 'workday', scope: '其他信息' },
    ],
  ],
  [
    '1.政策文件：20个工作日内\n2.行政处罚：7个工作日内',
    [
      { kind: 'publishWithin', amount: 20, unit: 'workday', scope: '政策文件' },
      { kind: 'publishWithin', amount: 7, unit: 'workday', scope: '行政处罚' },
    ],
  ],
  [
    '2020年度预算批准后20日内',
    [{ kind: 'within', amount: 20, unit: 'day', after: '2020年度预算批准' }],
  ],
  ['每月10日前公开上月情况', [{ kind: 'periodic', amount: 1, unit: 'month' }]],
  ['半年内', [{ kind: 'publishWithin', amount: 6, unit: 'month' }]],
  ['公开时限：20 个工作日', [{ kind: 'publishWithin', amount: 20, unit: 'workday' }]],
];

const unread = [
  '',
  '2020年11月底前',
  '会议召开5日前公告',
  '提前10日公告',
  '按规定时限',
  '见附件',
  '24小时内',
];

for (const [text, rules] of [...wordings, ...others]) {
  test(`reads ${text}`, () => {
    assert.deepEqual(parseTimeLimit(text), { text, rules });
  });
}

for (const text of unread) {
  test(`keeps the text alone of 「${text}」`, () => {
    assert.deepEqual(parseTimeLimit(text), { text, rules: [] });
  });
}

const parts = fc.constantFrom(
  ...'自 从 应 之日起 后 内 前 每 按 公示 不得少于 半年 季度 个 工作日 日 月 年 ； ， ： 2020年 1. 二十 ２０ 7 长期 及时'.split(
    ' ',
  ),
);

test('never throws, keeps the text and gives only whole positive amounts', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.array(parts, { maxLength: 40 }).map((list) => list.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const limit = parseTimeLimit(text);
      assert.equal(limit.text, text);
      for (const { amount, unit } of limit.rules) {
        assert.equal(amount === undefined, unit === undefined);
        assert.ok(amount === undefined || (Number.isInteger(amount) && amount > 0));
      }
    }),
    { numRuns: 2000 },
  );
});
