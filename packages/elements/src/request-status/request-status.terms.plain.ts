import { plain as clock } from '../clock-view/clock-view.terms.plain.ts';
import type { PlainWords } from '../controllers/terms.ts';
import { plain as request } from '../request-view/request-view.terms.plain.ts';
import type { RequestStatusTerms } from './request-status.terms.ts';

/** 大白话 of a request on its way; the words a counter uses stand once beside the plain ones. */
export const plain: PlainWords<RequestStatusTerms> = {
  'zh-CN': {
    ...request['zh-CN'],
    otherTools: '更多',
    heading: '我要的信息办到哪一步了',
    codeLost: '查询码丢了？请带身份证明到收申请的部门查；为保护您的信息，网上不能找回。',
    note: (text, note) => `${text}，${note}`,
    officeSays: '部门告诉您',
    fee: '要交多少钱',
    supplement: '现在补充',
    justify: '现在说理由',
    additionLabel: { supplement: '要补充的内容' },
    undoAsk: '撤销以后，就当没有提交过。确定撤销吗？',
    withdrawAsk: '撤回以后，部门不再办这个申请，也不能恢复。确定撤回吗？',
    done: { supplement: '补充已经交上去了。', justify: '理由已经交上去了。' },
    clock: '最晚哪天答复',
    timeline: '一步一步怎么办的',
    actors: { applicant: '您', organ: '部门' },
    decisions: {
      corrected: '已经改正',
      transferred: '转给有权改正的部门',
      referred: '告诉您向有权改正的部门提',
      refused: '不改（不予更正）',
    },
    reviews: { litigation: '到法院起诉（行政诉讼）' },
    remedies: '对答复不满意怎么办',
    bases: '按的规定',
    facts: '您申请了什么',
    factNames: { organ: '由谁办（受理机构）', description: '其他描述', delivery: '怎么给您' },
    deliveryForms: { electronic: '电子文件', paper: '纸质文件', onSite: '到现场看、抄' },
    deliveryWays: { pickUp: '自己去取' },
    clockView: clock['zh-CN'],
  },
  en: {
    otherTools: 'More',
    heading: 'How far is my request?',
    clock: 'When the answer comes',
    timeline: 'Step by step',
    remedies: 'If you are not satisfied',
    facts: 'What you asked for',
    clockView: clock.en,
  },
};
