import type { Calendar } from '@open-info/contract/calendar-days';
import { runClock } from '@open-info/contract/clock';
import type { RequestEvent } from '@open-info/contract/request-events';
import type { RequestReply, RequestView } from '@open-info/contract/requests';
import { html, nothing, type TemplateResult } from 'lit';
import { formatInstant } from '../../base/moment.ts';
import { clockView } from '../../clock-view/clock-view.styles.ts';
import { renderDue, renderDueNotes } from '../../clock-view/due.ts';
import { renderTrace } from '../../clock-view/trace.ts';
import type { Files, Frame, Journey, Phase, Stop, Todo } from '../parts/journey.ts';
import { renderFiles } from '../parts/result.ts';
import type { RequestTerms } from './request.terms.ts';

export { clockView as clockStyles };
export { requestTerms } from './request.terms.ts';

/** What the page around may offer. */
export interface RequestOffers {
  files: Files;
  /** The page where the request is dealt with. */
  statusUrl?: string | undefined;
}

const told = (text: string): TemplateResult => html`<span lang="zh-CN">${text}</span>`;

/** 申请状态 in words; what nobody here knows in the words it came with. */
export function requestStatusName(
  { status }: RequestView,
  { words }: Frame,
  terms: RequestTerms,
): string {
  return terms.statuses[status] ?? words.other(status);
}

const beforeKinds: readonly string[] = ['submitted', 'confirmed', 'undone'];
const endKinds: readonly string[] = [
  'replied',
  'transferAdvised',
  'corrected',
  'withdrawn',
  'lapsed',
  'reviewFiled',
  'archived',
];

/** A disclosure request in the three phases of a case; what can be done about it has its own page. */
export function requestJourney(
  view: RequestView,
  frame: Frame,
  terms: RequestTerms,
  offers: RequestOffers,
): Journey {
  const { words } = frame;
  const { status, sought, number } = view;
  const names = words.factNames;
  return {
    title: terms.kinds[view.kind] ?? view.kind,
    titleTold: false,
    number,
    state: status,
    status: requestStatusName(view, frame, terms),
    explained: terms.statusText[status],
    overdue: (view.daysLeft ?? 0) < 0 && !isOver(view),
    todo: todoOf(view, terms, offers),
    phases: phasesOf(view, frame, terms, offers),
    told: view,
    isOver: isOver(view),
    facts: [
      [terms.sought, told(sought.name ?? sought.documentNumber ?? sought.description ?? '')],
      [names.number, number],
      [names.organ, told(view.organ.name)],
      [names.applicant, told(view.applicantName)],
      [names.submitted, formatInstant(view.submittedAt)],
    ],
    asOf: view.asOf,
  };
}

const isOver = ({ events }: RequestView): boolean =>
  events.some(({ kind }) => endKinds.includes(kind) || kind === 'undone');

function todoOf(
  { expected, number }: RequestView,
  terms: RequestTerms,
  { statusUrl }: RequestOffers,
): Todo | undefined {
  if (!expected) return undefined;
  const { action, by, text, amount } = expected;
  const sum = amount === undefined ? '' : terms.amount((amount / 100).toFixed(2));
  return {
    title: terms.expected[action] ?? action,
    by,
    text,
    note: [sum, terms.expectedText[action]].filter(Boolean).join(' '),
    ...(statusUrl !== undefined && {
      link: html`<p class="no-print">
        <a class="button primary" href="${statusUrl}#oi-request=${number}">${terms.goOn}</a>
      </p>`,
    }),
  };
}

function phasesOf(
  view: RequestView,
  frame: Frame,
  terms: RequestTerms,
  { files }: RequestOffers,
): Phase[] {
  const { events, reply, status } = view;
  const confirmedOn = events.find(({ kind }) => kind === 'confirmed')?.on;
  const over = isOver(view);
  const begun = confirmedOn !== undefined;
  const shown = events.filter(({ kind }) => kind !== 'noted');
  const stops = (wanted: (kind: string) => boolean): Stop[] =>
    shown.filter(({ kind }) => wanted(kind)).map((event) => stopOf(event, view, terms, frame));
  return [
    {
      name: 'before',
      standing: begun || over ? 'done' : 'current',
      ...((begun || over) && {
        summary: terms.beforeSummary(formatInstant(view.submittedAt).slice(0, 10), confirmedOn),
      }),
      stops: [
        ...stops((kind) => beforeKinds.includes(kind)),
        ...(begun || over
          ? []
          : [{ name: terms.events.confirmed ?? '', standing: 'coming' as const }]),
      ],
    },
    {
      name: 'during',
      standing: over ? (begun ? 'done' : 'skipped') : begun ? 'current' : 'coming',
      summary: over ? endedOn(view, terms) : begun ? undefined : terms.duringComing,
      stops: [
        ...stops((kind) => !beforeKinds.includes(kind) && !endKinds.includes(kind)),
        ...(over || !begun
          ? []
          : [
              {
                name: terms.reply,
                standing: status === 'confirmed' ? ('current' as const) : ('coming' as const),
                expectedOn: view.dueOn,
              },
            ]),
      ],
    },
    {
      name: 'after',
      standing: over ? 'done' : 'coming',
      summary: over ? undefined : terms.afterComing,
      first: reply && renderReply(reply, frame, terms, files),
      stops: stops((kind) => endKinds.includes(kind)),
    },
  ];
}

function endedOn({ events }: RequestView, terms: RequestTerms): string | undefined {
  const end = events.find(({ kind }) => endKinds.includes(kind));
  return end && `${end.on} ${terms.events[end.kind] ?? ''}`;
}

/** An entry of the log that still waits for its answer. */
const waiting: Readonly<Record<string, string>> = {
  supplementAsked: 'awaitingSupplement',
  justificationAsked: 'awaitingJustification',
  feeNoticed: 'awaitingFee',
};

function stopOf(
  event: RequestEvent,
  { status }: RequestView,
  terms: RequestTerms,
  { words }: Frame,
): Stop {
  const { kind, consulted, on, dueOn, workdays } = event;
  const asks = kind === 'consultationSent' ? terms.consulted : terms.opinion;
  const isConsultation = kind === 'consultationSent' || kind === 'consultationAnswered';
  const known = isConsultation ? asks[consulted ?? 'organs'] : terms.events[kind];
  const name = known ?? words.other(kind);
  return {
    name: workdays === undefined ? name : words.note(name, words.workdays(workdays)),
    standing: waiting[kind] === status ? 'current' : 'done',
    on,
    dueOn,
    ...(!endKinds.includes(kind) && { text: event.text }),
  };
}

function renderReply(
  { label, on, text, attachments, remedies }: RequestReply,
  frame: Frame,
  terms: RequestTerms,
  files: Files,
): TemplateResult {
  const { words, headingLevel } = frame;
  const ordered = [...remedies].sort((a, b) => Number(b.first ?? false) - Number(a.first ?? false));
  const subtitle = (title: string) =>
    html`<p class="subtitle" role="heading" aria-level=${headingLevel + 2}>${title}</p>`;
  return html`<div class="result" part="result">
    <p class="outcome">
      <span class="outcome-label">${terms.reply}</span> <b lang="zh-CN">${label}</b>
      <time class="soft" datetime=${on}>${on}</time>
    </p>
    ${
      text
        ? html`${subtitle(terms.replyLetter)}
            <blockquote class="told" lang="zh-CN">${text}</blockquote>`
        : nothing
    }
    ${
      attachments.length > 0
        ? html`${subtitle(words.files)}${renderFiles(attachments, frame, files)}`
        : nothing
    }
    ${
      ordered.length > 0
        ? html`${subtitle(words.remedies)}
            <ul class="remedies" part="remedies">
              ${ordered.map(
                (remedy) =>
                  html`<li>
                    <b>${terms.remedyKinds[remedy.kind] ?? words.other(remedy.kind)}</b>
                    ${remedy.first ? html`<span class="badge">${terms.first}</span>` : nothing}
                    ${remedy.until === undefined ? nothing : html`<b>${terms.remedyUntil(remedy.until)}</b>`}
                    <span lang="zh-CN">${remedy.text}</span>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
  </div>`;
}

/** The clock of a request, by the function the service uses. */
export function renderRequestClock(
  { events, policy }: RequestView,
  calendar: Calendar,
  today: string,
  { language, headingLevel }: Frame,
  { clockView: words }: RequestTerms,
): TemplateResult {
  const clock = runClock(events, calendar, today, policy);
  const figure = { clock, today, words, language, headingLevel: headingLevel + 2 };
  return html`${renderDue(figure)} ${renderDueNotes(figure)} ${renderTrace(figure)}`;
}
