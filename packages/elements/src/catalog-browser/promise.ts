import { timeLimitUnits, type TimeLimit, type TimeLimitRule } from '@open-info/contract/time-limit';
import { isKnown } from '@open-info/contract/shape';
import type { CatalogBrowserTerms } from './catalog-browser.terms.ts';

type Say = (words: CatalogBrowserTerms, rule: TimeLimitRule, time: Time) => string;
interface Time {
  amount: number;
  unit: (typeof timeLimitUnits)[number];
}

const timed: Record<string, Say> = {
  publishWithin: (words, { after }, { amount, unit }) =>
    words.publishWithin(after ?? '', words.time(amount, unit)),
  within: (words, { after }, { amount, unit }) =>
    words.within(after ?? '', words.time(amount, unit)),
  displayFor: (words, { after, atLeast }, { amount, unit }) =>
    words.displayFor(after ?? '', words.time(amount, unit), atLeast ?? false),
  periodic: (words, _rule, { amount, unit }) => words.periodic(words.each(amount, unit)),
};

const plain: Record<string, (words: CatalogBrowserTerms) => string> = {
  realtime: (words) => words.realtime,
  promptly: (words) => words.promptly,
  longTerm: (words) => words.longTerm,
};

/**
 * What a time limit promises, in plain words, one promise each. Where a rule cannot be said, the
 * legal wording stands for all of them: half a promise would mislead.
 */
export function promises(limit: TimeLimit, words: CatalogBrowserTerms): string[] {
  const said = limit.rules.map((rule) => promise(rule, words));
  return said.length === 0 || said.includes('') ? [limit.text] : said;
}

function promise(rule: TimeLimitRule, words: CatalogBrowserTerms): string {
  const text = plain[rule.kind]?.(words) ?? timedPromise(rule, words);
  return text && rule.scope ? words.scoped(rule.scope, text) : text;
}

function timedPromise(rule: TimeLimitRule, words: CatalogBrowserTerms): string {
  const unit = rule.unit ?? '';
  if (rule.amount === undefined || !isKnown(timeLimitUnits, unit)) return '';
  return timed[rule.kind]?.(words, rule, { amount: rule.amount, unit }) ?? '';
}
