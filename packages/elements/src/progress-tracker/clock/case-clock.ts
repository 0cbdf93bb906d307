import type { Calendar } from '@open-info/contract/calendar-days';
import {
  runCaseClock,
  type CaseArticle,
  type CaseClock,
  type CaseDue,
  type CaseReason,
} from '@open-info/contract/case-clock';
import {
  caseArticleWords,
  caseDateWords,
  casePauseWords,
  caseReasonWords,
} from '@open-info/contract/case-clock-words';
import type { CaseView } from '@open-info/contract/cases';
import { html, nothing, type TemplateResult } from 'lit';
import { unbroken } from '../../base/unbroken.ts';
import { clockView } from '../../clock-view/clock-view.styles.ts';
import { say } from '../../clock-view/figure.ts';
import { renderReckoning } from '../../clock-view/reckoning.ts';
import type { Frame } from '../parts/journey.ts';
import type { CaseClockTerms } from './case-clock.terms.ts';

export { clockView as clockStyles };
export { caseClockTerms } from './case-clock.terms.ts';

/** The mark of each reason in the small calendar; a counted day bears its number instead. */
const marks: Readonly<Record<CaseReason, string | undefined>> = {
  acceptanceDay: 'accepted',
  counted: undefined,
  naturalDay: undefined,
  assumedWorkday: undefined,
  makeUpWorkday: 'makeUp',
  weekend: 'off',
  holiday: 'off',
  statutoryHoliday: 'off',
  assumedWeekend: 'off',
  movedEnd: 'moved',
  supplement: 'paused',
  specialProcedure: 'paused',
};

/** A clock to be shown. */
interface Figure {
  clock: CaseClock;
  today: string;
  words: CaseClockTerms;
  frame: Frame;
}

/**
 * Where the periods of a case stand, by the function the service uses: what was promised first, what
 * the law allows beside it, why the clock stands still, and every day of it for whoever wants to check.
 *
 * @returns `nothing` where there is nothing to say about time
 */
export function renderCaseClock(
  view: CaseView,
  calendar: Calendar,
  today: string,
  frame: Frame,
  words: CaseClockTerms,
): TemplateResult | typeof nothing {
  const { statutory, promised } = view;
  if (!statutory && !promised) {
    if (view.caseType === '1') return html`<p>${words.onTheSpot}</p>`;
    return view.result ? nothing : html`<p>${words.noPeriod}</p>`;
  }
  const clock = runCaseClock(view.events, { statutory, promised }, calendar, today, view.policy);
  const figure = { clock, today, words, frame };
  const due = clock.promised ?? clock.statutory;
  if (!due) {
    if (clock.state === 'stopped') return nothing;
    return html`<p>${words.notAccepted(periodsOf(view, words))}</p>
      ${renderNotes(figure)}`;
  }
  return html`<div class="dues">
      ${clock.promised ? renderDue(clock.promised, words.promised, figure) : nothing}
      ${clock.statutory ? renderDue(clock.statutory, words.statutory, figure) : nothing}
    </div>
    ${renderPause(figure)} ${renderNotes(figure)}
    ${clock.promised ? renderTrace(clock.promised, words.howPromised, figure) : nothing}
    ${clock.statutory ? renderTrace(clock.statutory, words.howStatutory, figure) : nothing}`;
}

const periodsOf = ({ statutory, promised }: CaseView, words: CaseClockTerms): string =>
  [
    promised && `${words.promised} ${words.period(promised)}`,
    statutory && `${words.statutory} ${words.period(statutory)}`,
  ]
    .filter(Boolean)
    .join(words.colon === '：' ? '，' : ', ');

/** A date the office has to keep does not alarm the applicant while it is still to come. */
type Urgency = 'calm' | 'overdue' | 'paused' | 'stopped';

function urgencyOf({ overdue }: CaseDue, { state }: CaseClock): Urgency {
  if (state === 'stopped') return overdue ? 'overdue' : 'stopped';
  if (overdue) return 'overdue';
  if (state === 'paused') return 'paused';
  return 'calm';
}

function renderDue(due: CaseDue, label: string, { clock, words }: Figure): TemplateResult {
  const { period, dueOn } = due;
  return html`<div class="due" part="due" data-urgency=${urgencyOf(due, clock)}>
    <p class="due-label">${label} <span>${words.bracketed(words.period(period))}</span></p>
    <p class="due-date">
      ${dueOn === undefined ? words.dueOpen : html`<time datetime=${dueOn}>${dueOn}</time>`}
    </p>
    <p class="due-left" part="days-left">${unbroken(leftOf(due, clock, words))}</p>
  </div>`;
}

function leftOf(due: CaseDue, { state }: CaseClock, words: CaseClockTerms): string {
  const { daysLeft, used, dueOn, overdue, period } = due;
  if (state === 'stopped') {
    const told = words.used(used, period.unit);
    return overdue && dueOn !== undefined ? `${told}${words.bracketed(words.late(dueOn))}` : told;
  }
  if (daysLeft === undefined) return '';
  if (state === 'paused' && !overdue) return words.leftAfterPause(daysLeft, period.unit);
  return words.left(daysLeft, period.unit);
}

const articleOf = (article: CaseArticle, { frame }: Figure): string =>
  say(caseArticleWords[article], frame.language);

/** Why the clock stands still. */
function renderPause(figure: Figure): TemplateResult | typeof nothing {
  const { clock, words, frame } = figure;
  const pause = clock.pausedBecause;
  if (!pause) return nothing;
  const { reason, since, until, article } = pause;
  const why = say(casePauseWords[reason], frame.language);
  return html`<p class="pause" part="pause">
    <b>${unbroken(words.paused(why, articleOf(article, figure), since))}</b>
    ${until === undefined ? nothing : unbroken(words.pausedUntil[reason](until))}
  </p>`;
}

function renderNotes(figure: Figure): TemplateResult | typeof nothing {
  const notes = notesOf(figure);
  if (notes.length === 0) return nothing;
  return html`<ul class="due-notes" part="notes">
    ${notes.map((note) => html`<li>${unbroken(note)}</li>`)}
  </ul>`;
}

function notesOf(figure: Figure): string[] {
  const { clock, words, frame } = figure;
  const { pausedBecause: pause, acceptedOn, acceptedBy } = clock;
  const notes: string[] = [];
  if (acceptedOn !== undefined && acceptedBy) {
    const told = acceptedBy.rule === 'silence' ? words.silence : words.accepted;
    notes.push(told(acceptedOn, articleOf(acceptedBy.article, figure)));
  }
  const extension = extensionOf(clock);
  if (extension > 0) notes.push(words.extended(extension, articleOf('licence42', figure)));
  if (clock.provisional && clock.provisionalFrom !== undefined) {
    notes.push(words.coveredTo(clock.provisionalFrom));
  }
  for (const { kind, on, article } of clock.otherDates) {
    // Said with the pause itself, or with what is to be done.
    if (article === pause?.article && on === pause.until) continue;
    const what = say(caseDateWords[kind], frame.language);
    notes.push(words.otherDate(what, on, articleOf(article, figure)));
  }
  return notes;
}

/** What was added to a period in workdays. */
function extensionOf({ statutory, promised }: CaseClock): number {
  const due = [statutory, promised].find((one) => one?.period.unit === 'workday');
  return due ? due.allowed - due.period.amount : 0;
}

function renderTrace(due: CaseDue, how: string, figure: Figure): unknown {
  const { today, words, frame } = figure;
  const natural = due.period.unit !== 'workday';
  return renderReckoning({
    days: due.trace.map(({ reason, article, ...day }) => ({
      ...day,
      mark: marks[reason],
      why: say(caseReasonWords[reason], frame.language),
      article: articleOf(article, figure),
    })),
    dueOn: due.dueOn,
    today,
    words: {
      ...words,
      how,
      ...(natural && {
        counted: words.naturalDays,
        countedCell: words.naturalCell,
        legendCounted: words.legendNatural,
      }),
    },
    headingLevel: frame.headingLevel + 2,
  });
}
