import type { PlainCard } from '@open-info/contract/cards';
import {
  adoptStyles,
  html,
  nothing,
  type CSSResultOrNative,
  type LitElement,
  type TemplateResult,
} from 'lit';
import { withChinese } from '../../base/chinese.ts';
import { saveFile } from '../../base/download.ts';
import { folded } from '../../base/folded.ts';
import * as icons from '../../base/icons.ts';
import { phrased } from '../../base/phrases.ts';
import { printAlone } from '../../base/print-alone.ts';
import { qrPath, renderQr } from '../../base/qr.ts';
import { renderReading } from '../../base/reading.ts';
import type { Language } from '../../controllers/terms.ts';
import { countedItems, textOfCard, type CardWords } from '../card-words.ts';
import { paperStyles } from '../sheet/paper.styles.ts';
import { pngFile } from '../sheet/png.ts';
import { layOut, type Paper, type Sheet } from '../sheet/sheet.ts';
import { drawSheet, svgFile } from '../sheet/svg.ts';
import { cardStyles } from './card.styles.ts';

export { cardWords } from '../card-words.ts';

/** What was done with the card last, as far as it has to be said. */
export type Notice = 'copied' | 'copyByHand' | 'pictureFailed';

export interface CardPage {
  host: LitElement;
  card: PlainCard;
  words: CardWords;
  language: Language;
  /** Where the whole policy is; absent where no page of it is known. */
  address: string | undefined;
  paper: Paper;
  /** A hall screen: nothing leads away from the page, nothing is kept. */
  kiosk: boolean;
  headingLevel: number;
  notice: Notice | undefined;
  notify: (notice: Notice | undefined) => void;
}

/** Puts the styles of this code into the element that fetched it. */
export function styleCard(root: ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  adoptStyles(root, [...styles, cardStyles]);
}

function sheetOf({ card, words, address, paper }: CardPage): Sheet {
  return layOut({ card, words, code: address === undefined ? undefined : qrPath(address) }, paper);
}

/** The card as it is printed and kept. */
export function drawCard(page: CardPage): SVGSVGElement {
  const { card, words, address } = page;
  return drawSheet(sheetOf(page), card.title, textOfCard(card, words, address));
}

/** The card on screen, and what can be done with it. */
export function renderCard(page: CardPage): TemplateResult {
  const { card, words, language, headingLevel } = page;
  const { policy } = card;
  return html`<div class="card" part="card" role="group" aria-labelledby="card-title">
      <p class="kicker">${words.kicker}</p>
      <p id="card-title" class="title" role="heading" aria-level=${headingLevel} lang="zh-CN">
        ${phrased(card.title)}
      </p>
      <p class="policy">
        ${withChinese(words.policy(policy.title, policy.documentNumber), language)}
        <span class="badge" part="validity">${words.validity(policy.validity)}</span>
      </p>
      ${
        policy.validity === 'inForce'
          ? nothing
          : html`<p class="standing" part="standing">${words.standing(policy.validity)}</p>`
      }
      ${renderItems(page, 'who')} ${renderItems(page, 'what')} ${renderItems(page, 'how')}
      ${renderAsk(page)}
      <p class="origin" part="origin">
        ${words.originLines(card).map((line) => html`<span>${line}</span>`)}
      </p>
    </div>
    ${renderActions(page)} ${renderNotice(page)}`;
}

function renderHeading({ words, headingLevel }: CardPage, section: keyof CardWords['headings']) {
  return html`<p class="heading" role="heading" aria-level=${headingLevel + 1}>
    ${words.headings[section]}
  </p>`;
}

function renderItems(page: CardPage, section: 'who' | 'what' | 'how') {
  const items = countedItems(page.card[section]).map(({ text, number }) =>
    number === undefined
      ? html`<li class="lead">${text}</li>`
      : html`<li value=${section === 'how' ? number : nothing}>${text}</li>`,
  );
  if (items.length === 0) return nothing;
  return html`<section part=${section}>
    ${renderHeading(page, section)}
    ${
      section === 'how'
        ? html`<ol class="items" lang="zh-CN">
            ${items}
          </ol>`
        : html`<ul class="items" lang="zh-CN">
            ${items}
          </ul>`
    }
  </section>`;
}

function renderAsk(page: CardPage): TemplateResult {
  const { card, words, language, address } = page;
  const { ask, complaint } = card;
  const inChinese = (text: string | undefined): unknown => text && withChinese(text, language);
  return html`<section class="ask" part="ask">
    <div class="ask-text">
      ${renderHeading(page, 'ask')}
      <dl>
        ${renderFact(words.organ, inChinese(ask.organ))}
        ${renderFact(words.phone, renderPhone(page, ask.phone))}
        ${renderFact(words.address, inChinese(ask.address))}
        ${renderFact(words.complaint, renderPhone(page, complaint))}
      </dl>
    </div>
    ${
      address === undefined
        ? nothing
        : html`<div class="code">
            ${renderQr(address, words.qrLabel)}
            ${page.kiosk ? words.scan : html`<a class="link" href=${address}>${words.whole}</a>`}
          </div>`
    }
  </section>`;
}

function renderFact(name: string, content: unknown): TemplateResult | typeof nothing {
  if (!content) return nothing;
  return html`<div class="fact">
    <dt>${name}</dt>
    <dd>${content}</dd>
  </div>`;
}

/** A number that is one can be called by a touch; one with words beside it stays as it is. */
function renderPhone({ kiosk, language }: CardPage, phone: string | undefined): unknown {
  if (!phone) return undefined;
  if (kiosk || !/^[\d\s()+-]+$/.test(phone)) return withChinese(phone, language);
  return html`<a class="link" href=${`tel:${phone.replace(/[^\d+]/g, '')}`}>${phone}</a>`;
}

function renderActions(page: CardPage): TemplateResult {
  const { words, kiosk } = page;
  const button = (word: string, act: (event: Event) => void, icon: unknown = nothing) =>
    html`<button class="button" type="button" @click=${act}>${icon}${word}</button>`;
  return html`<div class="actions no-print">
    ${renderReading({ ...page, selector: '.card' })}
    ${button(words.print, (event) => print(page, event), icons.print)}
    ${
      kiosk
        ? nothing
        : folded(
            words.otherTools,
            html`${button(words.picture, () => void savePicture(page), icons.download)}
            ${button(words.drawing, () => saveDrawing(page), icons.download)}
            ${button(words.copy, () => void copy(page), icons.copy)}`,
          )
    }
  </div>`;
}

function renderNotice({ card, words, address, notice }: CardPage): TemplateResult {
  return html`<div class="notice no-print">
    <p role="status">${notice === undefined ? '' : words[notice]}</p>
    ${
      notice === 'copyByHand'
        ? html`<textarea
            class="by-hand"
            readonly
            aria-label=${words.copy}
            .value=${textOfCard(card, words, address)}
            @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
          ></textarea>`
        : nothing
    }
  </div>`;
}

function print(page: CardPage, event: Event): void {
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  printAlone(drawCard(page), root, [paperStyles(page.paper)]);
}

/** 明白卡-… without what file systems refuse. */
function fileName({ card }: CardPage, ending: string): string {
  return `明白卡-${card.title.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 60)}.${ending}`;
}

async function savePicture(page: CardPage): Promise<void> {
  page.notify(undefined);
  const blob = await pngFile(sheetOf(page));
  if (blob) saveFile(fileName(page, 'png'), blob);
  else page.notify('pictureFailed');
}

function saveDrawing(page: CardPage): void {
  page.notify(undefined);
  saveFile(fileName(page, 'svg'), svgFile(drawCard(page)));
}

async function copy({ card, words, address, notify }: CardPage): Promise<void> {
  try {
    // Absent on pages without https.
    await navigator.clipboard.writeText(textOfCard(card, words, address));
    notify('copied');
  } catch {
    notify('copyByHand');
  }
}
