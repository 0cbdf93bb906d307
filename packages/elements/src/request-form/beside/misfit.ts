/** Matters this form is not for (art. 38, 39), as far as words give them away; never an obstacle. */
export type Misfit = 'petition' | 'analysis' | 'publication';

const misfitWords: readonly [Misfit, RegExp][] = [
  ['petition', /投诉|举报|信访|上访|控告|检举/],
  ['publication', /报纸|期刊|杂志|年鉴|公报|书籍/],
  ['analysis', /统计分析|分析报告|汇总整理|帮我(?:统计|汇总|分析|整理)|为什么|是否合法/],
];

export function misfitOf(text: string): Misfit | undefined {
  return misfitWords.find(([, words]) => words.test(text))?.[0];
}
