import { addWorkdays, dayKind, type Calendar } from '@open-info/contract/calendar-days';
import { runClock } from '@open-info/contract/clock';
import type { RequestReceipt } from '@open-info/contract/requests';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { saveFile } from '../../base/download.ts';
import { folded as foldedAway } from '../../base/folded.ts';
import * as icons from '../../base/icons.ts';
import { formatInstant } from '../../base/moment.ts';
import { printAlone } from '../../base/print-alone.ts';
import { renderQr } from '../../base/qr.ts';
import { renderReading } from '../../base/reading.ts';
import { unbroken } from '../../base/unbroken.ts';
import type { Language } from '../../controllers/terms.ts';
import { controls } from '../../themes/controls.styles.ts';
import { tokens } from '../../themes/tokens.styles.ts';
import { styles } from '../request-form.styles.ts';
import type { RequestFormTerms } from '../request-form.terms.ts';
import { receiptStyles } from './receipt.styles.ts';
import type { ReceiptTerms } from './receipt.terms.ts';

export { getCalendar } from '@open-info/sdk/calendar';
export { receiptStyles } from './receipt.styles.ts';
export { receiptTerms } from './receipt.terms.ts';

export interface ReceiptMore {
  host: LitElement;
  language: Language;
  words: RequestFormTerms & ReceiptTerms;
  receipt: RequestReceipt;
  /** Absent when it could not be read: the rules are said without dates. */
  calendar: Calendar | undefined;
  policy: Record<string, boolean>;
  /** Page where progress is followed. */
  statusUrl: string | undefined;
  kiosk: boolean;
}

/** What can be foreseen on the day of filing: the due day, supposing the day of receipt. */
interface Foreseen {
  receivedOn?: string | undefined;
  dueOn?: string | undefined;
  provisional: boolean;
}

/**
 * What is filed online is received the day both sides confirm it (art. 31), for which the law sets no
 * date; the first workday is supposed, and said to be.
 */
function foresee({ receipt, calendar, policy }: ReceiptMore): Foreseen {
  if (!calendar) return { provisional: false };
  const filedOn = formatInstant(receipt.submittedAt).slice(0, 10);
  const rests = dayKind(calendar, filedOn).kind === 'rest';
  const receivedOn = rests ? addWorkdays(calendar, filedOn, 1).date : filedOn;
  const events = [...receipt.events, { kind: 'confirmed', on: receivedOn }];
  return { receivedOn, ...runClock(events, calendar, receivedOn, policy) };
}

function nextSteps(more: ReceiptMore): string[] {
  const { words, receipt } = more;
  const { receivedOn, dueOn, provisional } = foresee(more);
  const due = words.nextDue(receivedOn, dueOn);
  return [
    words.nextConfirm,
    provisional ? `${due}${words.nextProvisional}` : due,
    words.nextNotCounted,
    receipt.kind === 'correction' ? words.nextCorrection : words.nextExtend,
  ];
}

/** The rest of the receipt: what happens next and by when, and the ways to take it home. */
export function renderReceiptMore(more: ReceiptMore): TemplateResult {
  const { words, receipt, statusUrl, kiosk } = more;
  return html`<section class="section">
      <p class="section-title">${words.nextTitle}</p>
      <ol class="next">
        ${nextSteps(more).map((step) => html`<li>${unbroken(step)}</li>`)}
      </ol>
      <slot name="deadline"></slot>
    </section>
    <section class="section follow">
      <p class="section-title">${words.followTitle}</p>
      <div class="follow-ways">
        <div class="follow-text">
          <p>${words.followText}</p>
          ${
            statusUrl === undefined || kiosk
              ? nothing
              : html`<p>
                  <a class="link" href=${statusAddress(statusUrl, receipt.number)}
                    >${words.followLink}</a
                  >
                </p>`
          }
          <p class="soft facts" lang="zh-CN">
            ${officeWays(receipt).map((way) => html`<span>${way}</span>`)}
          </p>
        </div>
        ${
          statusUrl === undefined
            ? nothing
            : html`<div class="follow-code">
                ${renderQr(statusAddress(statusUrl, receipt.number), words.qrLabel)}
                <p class="field-hint">${words.qrText}</p>
              </div>`
        }
      </div>
    </section>
    <div class="actions no-print">
      ${renderReading({ ...more, selector: '.receipt' })}
      <button class="button primary" type="button" @click=${printReceipt}>
        ${icons.print}${words.print}
      </button>
      ${
        kiosk
          ? nothing
          : foldedAway(
              words.otherTools,
              html`<button class="button" type="button" @click=${() => saveText(more)}>
                  ${icons.download}${words.saveFile}
                </button>
                <button class="button" type="button" @click=${() => saveCalendar(more)}>
                  ${words.saveCalendar}
                </button>`,
            )
      }
    </div>`;
}

/** The number may stand in an address, the code never: it opens the request. */
function statusAddress(page: string, number: string): string {
  const url = new URL(page, document.baseURI);
  url.hash = `oi-request=${number}`;
  return url.href;
}

function officeWays({ organ: { office } }: RequestReceipt): string[] {
  return [office?.name, office?.phone, office?.address].filter((way) => way !== undefined);
}

function printReceipt(event: Event): void {
  const part = (event.target as Element).closest('.receipt');
  if (part)
    printAlone(part, part.getRootNode() as ShadowRoot, [tokens, controls, styles, receiptStyles]);
}

function saveText(more: ReceiptMore): void {
  const { words, receipt } = more;
  const text = [
    words.heading[receipt.kind === 'correction' ? 'correction' : 'disclosure'],
    '',
    `${words.number}：${receipt.number}`,
    `${words.code}：${receipt.code}`,
    `${words.organ}：${receipt.organ.name}`,
    `${words.submittedAt}：${formatInstant(receipt.submittedAt)}`,
    '',
    words.nextTitle,
    ...nextSteps(more).map((step, index) => `${index + 1}. ${step}`),
    '',
    words.followTitle,
    words.followText,
    officeWays(receipt).join('　'),
  ];
  // Old editors of Windows tell UTF-8 by the mark at the beginning.
  saveFile(`${words.fileName(receipt.number)}.txt`, `\uFEFF${text.join('\r\n')}\r\n`);
}

const compact = (date: string): string => date.replace(/-/g, '');

/** Commas, semicolons and backslashes mean something in a calendar file (RFC 5545). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&');

/** Lines of at most 75 bytes, continued by a space. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > 74) {
      pieces.push(piece);
      piece = '';
      bytes = 1;
    }
    piece += character;
    bytes += size;
  }
  return [...pieces, piece].join('\r\n ');
}

/** A calendar file with the day the answer is due, as far as it can be foreseen. */
export function calendarFile(more: ReceiptMore): string | undefined {
  const { words, receipt } = more;
  const { dueOn } = foresee(more);
  if (dueOn === undefined) return undefined;
  const stamp = new Date(receipt.submittedAt).toISOString().replace(/[-:]|\.\d+/g, '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//open-info//request-form//ZH',
    'BEGIN:VEVENT',
    `UID:${receipt.number}@open-info`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(dueOn)}`,
    `SUMMARY:${escaped(words.calendarTitle(receipt.number))}`,
    `DESCRIPTION:${escaped(`${receipt.organ.name} ${words.calendarText}`)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P1D',
    `DESCRIPTION:${escaped(words.calendarTitle(receipt.number))}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

function saveCalendar(more: ReceiptMore): void {
  const file = calendarFile(more);
  if (file === undefined) return;
  saveFile(`${more.words.fileName(more.receipt.number)}.ics`, file, 'text/calendar');
}
