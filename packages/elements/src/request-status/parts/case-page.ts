import { runClock } from '@open-info/contract/clock';
import type { ExpectedAction, RequestView } from '@open-info/contract/requests';
import { isOpenInfoError } from '@open-info/sdk/errors';
import { adoptStyles, html, nothing, type TemplateResult } from 'lit';
import { unbroken } from '../../base/unbroken.ts';
import { daysBetween, formatInstant } from '../../base/moment.ts';
import { causeOf, requestIdOf } from '../../base/failure.ts';
import { idleNotice } from '../../base/idle-notice.ts';
import { printAlone } from '../../base/print-alone.ts';
import { renderReading } from '../../base/reading.ts';
import { doorStyles } from '../../case-view/door.styles.ts';
import { casePageStyles } from '../../case-view/page.styles.ts';
import { renderNews, renderPageBar, renderPart } from '../../case-view/page.ts';
import { clockView } from '../../clock-view/clock-view.styles.ts';
import { renderDue, renderDueNotes, renderToldDue } from '../../clock-view/due.ts';
import { weekdayName } from '../../clock-view/figure.ts';
import { renderTrace } from '../../clock-view/trace.ts';
import { latestValue } from '../../controllers/load.ts';
import { controls } from '../../themes/controls.styles.ts';
import { fields } from '../../themes/fields.styles.ts';
import { tokens } from '../../themes/tokens.styles.ts';
import { caseStyles } from './case.styles.ts';
import type { CaseFrame, OpenCase, PlainMove } from './open-case.ts';
import { renderFiles, renderReply } from './reply.ts';
import { renderTimeline, yuan } from './timeline.ts';

const sheets = [
  tokens,
  controls,
  fields,
  idleNotice,
  clockView,
  doorStyles,
  casePageStyles,
  caseStyles,
];

/** Puts the styles of this code into the element that fetched it. */
export function styleCase(root: ShadowRoot): void {
  adoptStyles(root, sheets);
}

/** Everything about one open request, the most urgent first. */
export function renderCasePage(
  open: OpenCase,
  view: RequestView,
  frame: CaseFrame,
): TemplateResult {
  const { words, headingLevel: level } = frame;
  return html`<article class="case" aria-labelledby="case-title">
    ${renderPageBar({
      words,
      leave: () => open.leave(),
      reading: renderReading({
        host: open.host,
        words,
        language: frame.language,
        selector: '.case',
      }),
      print: (page) => printAlone(page, page.getRootNode() as ShadowRoot, sheets),
    })}
    <p class="title" id="case-title" role="heading" aria-level=${level} tabindex="-1">
      <span class="kind">${words.kinds[view.kind] ?? view.kind}</span>
      <span class="number">${view.number}</span>
    </p>
    ${renderStatus(open, view, frame)}
    ${renderNews(open.news && (words.statuses[open.news] ?? open.news), open.stale, words)}
    ${view.expected ? renderExpected(open, view, view.expected, frame) : nothing}
    ${renderUndo(open, frame)}
    ${
      view.reply
        ? renderPart(
            'reply',
            words.reply,
            level + 1,
            renderReply(view.reply, frame, open.downloads),
          )
        : nothing
    }
    ${renderPart('clock', words.clock, level + 1, renderClock(open, view, frame))}
    ${renderPart('timeline', words.timeline, level + 1, renderTimeline(view.events, words))}
    ${renderPart('facts', words.facts, level + 1, renderFacts(open, view, frame))}
    ${renderWithdraw(open, view, frame)}
    <p class="soft page-foot">
      ${view.asOf === undefined ? nothing : words.asOf(formatInstant(view.asOf))}
    </p>
  </article>`;
}

function renderStatus(open: OpenCase, view: RequestView, { words }: CaseFrame): TemplateResult {
  const explained = view.expected ? undefined : words.statusText[view.status];
  return html`<p class="status" part="status" data-status=${view.status}>
      ${words.statuses[view.status] ?? view.status}
    </p>
    ${explained === undefined ? nothing : html`<p>${explained}</p>`}
    ${
      open.done === undefined
        ? nothing
        : html`<p class="done" id="done" tabindex="-1">✓ ${words.done[open.done]}</p>`
    }`;
}

/** A move that was not taken: in the service's words where a rule refuses it, with its article. */
function renderFailure(
  { moving, tried }: OpenCase,
  moves: readonly string[],
  { words }: CaseFrame,
): TemplateResult {
  const { current } = moving;
  if (current.state !== 'failed' || !moves.includes(tried ?? '')) {
    return html`<div role="alert"></div>`;
  }
  const { error } = current;
  const problem = isOpenInfoError(error) ? error.problem : undefined;
  const told = problem && (problem.status === 409 || problem.status === 422 || problem.article);
  const id = requestIdOf(error);
  return html`<div role="alert">
    <div class="message failure no-print">
      <p class="message-title">${words.refusedTitle}</p>
      <p>
        ${told ? [problem.title, problem.detail].filter(Boolean).join(words.clockView.stop) : words.failedText[causeOf(error)]}
        ${told && problem.article ? html`<span class="soft">（${problem.article}）</span>` : nothing}
      </p>
      ${
        isOpenInfoError(error) && error.retryable
          ? html`<p>
              <button class="button" type="button" @click=${() => moving.retry()}>
                ${words.retry}
              </button>
            </p>`
          : nothing
      }
      ${id === undefined ? nothing : html`<p class="message-id">${words.requestId(id)}</p>`}
    </div>
  </div>`;
}

function renderExpected(
  open: OpenCase,
  view: RequestView,
  expected: ExpectedAction,
  frame: CaseFrame,
): TemplateResult {
  const { words, kiosk } = frame;
  const { action, by, text, amount } = expected;
  const content = html`
    <p class="todo-what">${words.expected[action] ?? action}</p>
    ${
      by === undefined
        ? nothing
        : html`<p class="todo-by">
            ${unbroken(words.by(by, weekdayName(by, words.clockView), words.daysTo(daysBetween(open.today, by))))}
          </p>`
    }
    ${amount === undefined ? nothing : renderFee(amount, frame)}
    ${
      text
        ? html`<p class="soft">${words.officeSays}</p>
            <blockquote class="told">${text}</blockquote>`
        : nothing
    }
    <p class="soft">${words.expectedText[action]}</p>
    ${
      isAddition(action) && view.moves.includes(action)
        ? open.addition.render({ action, words, kiosk, busy: open.busy, rules: open.rules })
        : nothing
    }
    ${renderFailure(open, ['supplement', 'justify'], frame)}
  `;
  return renderPart('expected', words.yourTurn, frame.headingLevel + 1, content, 'urgent');
}

function isAddition(action: string): action is 'supplement' | 'justify' {
  return action === 'supplement' || action === 'justify';
}

function renderFee(amount: number, { words }: CaseFrame): TemplateResult {
  return html`<p>
    ${words.fee} <b class="amount">${words.yuan(yuan(amount))}</b>
    <span class="soft">${words.feeBasis}</span>
  </p>`;
}

function renderUndo(open: OpenCase, frame: CaseFrame): TemplateResult | typeof nothing {
  const { words } = frame;
  const minutes = open.minutesToUndo;
  if (minutes === 0) return nothing;
  return html`<div class="strip no-print">
    <p>${words.undoText(minutes)}</p>
    ${renderPlainMove(open, 'undo', words.undo, words.undoAsk, words.undoYes, words.keep)}
    ${renderFailure(open, ['undo'], frame)}
  </div>`;
}

function renderWithdraw(
  open: OpenCase,
  view: RequestView,
  frame: CaseFrame,
): TemplateResult | typeof nothing {
  const { words } = frame;
  // While the filing can be undone, withdrawing it would only leave more behind.
  if (!view.moves.includes('withdraw') || open.minutesToUndo > 0) return nothing;
  return html`<div class="strip no-print">
    <p>${words.withdrawText}</p>
    ${renderPlainMove(
      open,
      'withdraw',
      words.withdraw,
      words.withdrawAsk,
      words.withdrawYes,
      words.keep,
    )}
    ${renderFailure(open, ['withdraw'], frame)}
  </div>`;
}

/** Asks once more before it is done, in the place where it was asked for. */
function renderPlainMove(
  open: OpenCase,
  move: PlainMove,
  label: string,
  question: string,
  yes: string,
  no: string,
): TemplateResult {
  if (open.confirming !== move) {
    return html`<button
      class="button"
      id="ask-${move}"
      type="button"
      @click=${() => open.confirm(move)}
    >
      ${label}
    </button>`;
  }
  return html`<div class="confirm" role="group" aria-label=${label}>
    <p id="confirm-${move}" tabindex="-1"><b>${question}</b></p>
    <button
      class="button danger"
      type="button"
      aria-disabled=${open.busy ? 'true' : nothing}
      @click=${() => open.carryOut(move)}
    >
      ${yes}
    </button>
    <button class="button" type="button" @click=${() => open.confirm(undefined)}>${no}</button>
  </div>`;
}

/** The same function as in the service; without a calendar, what the service has reckoned. */
function renderClock(
  { calendar, today }: OpenCase,
  view: RequestView,
  { words, language, headingLevel }: CaseFrame,
): TemplateResult {
  const days = latestValue(calendar.current);
  const terms = words.clockView;
  if (days) {
    const clock = runClock(view.events, days, today, view.policy);
    const figure = { clock, today, words: terms, language, headingLevel: headingLevel + 2 };
    return html`${renderDue(figure)} ${renderDueNotes(figure)} ${renderTrace(figure)}`;
  }
  const { dueOn, daysLeft, provisional } = view;
  if (dueOn === undefined) return html`<p>${terms.dueOpen}</p>`;
  return renderToldDue({ dueOn, daysLeft, provisional }, { words: terms, language });
}

function renderFacts(open: OpenCase, view: RequestView, frame: CaseFrame): TemplateResult {
  const { words, kiosk } = frame;
  const { sought, delivery, organ, attachments } = view;
  const names = words.factNames;
  const form = words.deliveryForms[delivery.form] ?? delivery.form;
  const way = words.deliveryWays[delivery.way] ?? delivery.way;
  const rows: [string, unknown][] = [
    [names.organ, organ.name],
    [names.office, organ.office && words.officeContact(organ.office.name, organ.office.phone)],
    [names.applicant, view.applicantName],
    [names.submitted, formatInstant(view.submittedAt)],
    [names.name, sought.name],
    [names.documentNumber, sought.documentNumber],
    [names.description, sought.description],
    [names.delivery, words.note(form, way)],
    [
      names.files,
      attachments.length > 0 ? renderFiles(attachments, words, kiosk, open.downloads) : undefined,
    ],
  ];
  return html`<dl class="facts">
    ${rows
      .filter(([, content]) => content !== undefined)
      .map(
        ([name, content]) =>
          html`<div class="fact">
            <dt>${name}</dt>
            <dd>${content}</dd>
          </div>`,
      )}
  </dl>`;
}
