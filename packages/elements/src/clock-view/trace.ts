import type { ClockReason } from '@open-info/contract/clock';
import { reasonWords, receiptWords } from '@open-info/contract/clock-words';
import type { nothing, TemplateResult } from 'lit';
import type { CellMark } from './clock-view.terms.ts';
import { articleOf, datedWeekday, say, type ClockFigure } from './figure.ts';
import { renderReckoning } from './reckoning.ts';

/** The mark of each reason; a counted workday bears its number instead. */
const marks: Readonly<Record<ClockReason, CellMark | undefined>> = {
  counted: undefined,
  assumedWorkday: undefined,
  makeUpWorkday: 'makeUp',
  receiptDay: 'received',
  supplementDay: 'restarted',
  paymentDay: 'paid',
  weekend: 'off',
  holiday: 'off',
  statutoryHoliday: 'off',
  assumedWeekend: 'off',
  annulled: 'not',
  agreedDelay: 'not',
  supplement: 'paused',
  justification: 'paused',
  thirdParty: 'paused',
  organs: 'paused',
  fee: 'paused',
};

/** How the date of a disclosure request came about. */
export function renderTrace(figure: ClockFigure): TemplateResult | typeof nothing {
  const { clock, today, words, language, headingLevel } = figure;
  return renderReckoning({
    days: clock.trace.map(({ reason, article, ...day }) => ({
      ...day,
      mark: marks[reason],
      why: say(reasonWords[reason], language),
      article: articleOf(article, figure),
    })),
    dueOn: clock.dueOn,
    rule: ruleOf(figure),
    today,
    words,
    headingLevel,
  });
}

function ruleOf(figure: ClockFigure): string | undefined {
  const { words, language } = figure;
  const { receivedOn, receivedBy } = figure.clock;
  if (receivedOn === undefined || !receivedBy) return undefined;
  return words.received(
    datedWeekday(receivedOn, words),
    say(receiptWords[receivedBy.rule], language),
    articleOf(receivedBy.article, figure),
  );
}
