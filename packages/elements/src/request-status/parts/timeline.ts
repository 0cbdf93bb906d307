import type { RequestEvent } from '@open-info/contract/request-events';
import { html, nothing, type TemplateResult } from 'lit';
import type { Names } from '../../request-view/request-view.terms.ts';
import type { RequestStatusTerms } from '../request-status.terms.ts';

/** The article an event rests on (《政府信息公开条例》), by number. */
const articles: Record<string, string> = {
  confirmed: '31',
  supplementAsked: '30',
  supplemented: '30',
  justificationAsked: '35',
  justified: '35',
  extended: '33',
  feeNoticed: '42',
  feePaid: '42',
  replied: '36',
  transferAdvised: '36',
  corrected: '41',
  reviewFiled: '51',
  archived: '45',
};

function articleOf({ kind, consulted }: RequestEvent): string | undefined {
  if (kind === 'consultationSent' || kind === 'consultationAnswered') {
    return consulted === 'organs' ? '34' : '32';
  }
  return articles[kind];
}

/** What an event is called: its most telling name, with what is particular to it. */
function nameOf(event: RequestEvent, words: RequestStatusTerms): string {
  const { kind, consulted } = event;
  const named = (names: Names<string>, code: string | undefined): string | undefined =>
    code === undefined ? undefined : (names[code] ?? code);
  const name = words.events[kind] ?? kind;
  if (kind === 'consultationSent') return named(words.consulted, consulted) ?? name;
  if (kind === 'consultationAnswered') return named(words.opinion, consulted) ?? name;
  const particular = [
    named(words.channels, event.channel),
    named(words.decisions, event.decision),
    named(words.reviews, event.review),
    event.workdays === undefined ? undefined : words.workdays(event.workdays),
    event.amount === undefined ? undefined : words.yuan(yuan(event.amount)),
  ].filter((each) => each !== undefined);
  return particular.length > 0 ? words.note(name, particular.join(words.separator)) : name;
}

/** 分 as 元: 1230 → 12.30. */
export function yuan(fen: number): string {
  return (fen / 100).toFixed(2).replace(/\.00$/, '');
}

/** 办理经过: what has happened, newest last, as it was entered in the log. */
export function renderTimeline(
  events: readonly RequestEvent[],
  words: RequestStatusTerms,
): TemplateResult {
  return html`<ol class="timeline" part="timeline">
    ${events.map((event) => renderEvent(event, words))}
  </ol>`;
}

function renderEvent(event: RequestEvent, words: RequestStatusTerms): TemplateResult {
  const article = articleOf(event);
  return html`<li class="event" data-kind=${event.kind}>
    <p class="event-head">
      <time class="event-date" datetime=${event.on}>${event.on}</time>
      <span class="event-name">${nameOf(event, words)}</span>
    </p>
    <p class="event-facts soft">
      <span>${words.actors[event.by] ?? event.by}</span>
      ${article === undefined ? nothing : html`<span>${words.article(article)}</span>`}
      ${event.dueOn === undefined ? nothing : html`<span>${words.lastDay(event.dueOn)}</span>`}
    </p>
    ${event.text ? html`<p class="event-text">${event.text}</p>` : nothing}
  </li>`;
}
