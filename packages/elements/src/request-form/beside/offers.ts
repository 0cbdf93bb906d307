import { html, nothing, type TemplateResult } from 'lit';
import { withChinese } from '../../base/chinese.ts';
import * as icons from '../../base/icons.ts';
import type { FormPage } from '../parts/page.ts';
import type { Offer } from './already-public.ts';
import { misfitOf, type Misfit } from './misfit.ts';
import type { OfferTerms } from './offer.terms.ts';

export interface Offers {
  offers: readonly Offer[];
  /** Who seems to be responsible instead. */
  other: { id: string; name: string } | undefined;
  /** Who is asked now. */
  asked: string | undefined;
  /** Lets a person ask the other organ; absent where the page has fixed it. */
  askOther: ((id: string) => void) | undefined;
  open: (offer: Offer, event: Event) => void;
}

/** What is public already, said politely as it is found and never in the way. */
export function renderOffers(page: FormPage, words: OfferTerms, offers: Offers): TemplateResult {
  return html`<div class="offers-place" role="status">
    ${
      offers.offers.length === 0
        ? nothing
        : html`<div class="offers" part="offers">
            <p class="offers-title">${words.publicTitle}</p>
            <p class="field-hint">${words.publicLead}</p>
            <ul>
              ${offers.offers.map((offer) => renderOffer(page, words, offers, offer))}
            </ul>
            ${renderOther(page, words, offers)}
          </div>`
    }
  </div>`;
}

function renderOffer(
  { kiosk, language }: FormPage,
  words: OfferTerms,
  { open }: Offers,
  offer: Offer,
): TemplateResult {
  const [first, ...others] = offer.organs;
  // Nothing on a hall screen leads away from it.
  const name =
    offer.url === undefined || kiosk
      ? html`<span class="offer-name" lang="zh-CN">${offer.name}</span>`
      : html`<a
          class="offer-link"
          href=${offer.url}
          target="_blank"
          rel="noopener"
          @click=${(event: Event) => open(offer, event)}
          ><span lang="zh-CN">${offer.name}</span>${icons.out}<span class="visually-hidden"
            >${words.newWindow}</span
          ></a
        >`;
  return html`<li class="offer">
    ${name}${
      first
        ? html`<span class="offer-by"
            >${withChinese(words.publicBy(first.name, others.length + 1), language)}</span
          >`
        : nothing
    }
  </li>`;
}

function renderOther(
  { language }: FormPage,
  words: OfferTerms,
  { other, asked, askOther }: Offers,
): unknown {
  if (!other) return nothing;
  return html`<p class="other-organ">
    ${withChinese(words.otherOrgan(other.name, asked), language)}
    ${
      askOther
        ? html`<button class="link" type="button" @click=${() => askOther(other.id)}>
            ${withChinese(words.askThatOrgan(other.name), language)}
          </button>`
        : nothing
    }
  </p>`;
}

const misfits: readonly Misfit[] = ['petition', 'analysis', 'publication'];

/** 哪些事不能用这张表办 (art. 38, 39); opens by itself when what is written looks like one of them. */
export function renderMisfits({ entry }: FormPage, words: OfferTerms): TemplateResult {
  const seen = misfitOf(`${entry['sought.name']} ${entry['sought.description']}`);
  return html`<details class="misfits" ?open=${seen !== undefined}>
    <summary>${words.misfitTitle}</summary>
    <ul>
      ${misfits.map(
        (misfit) => html`<li ?data-seen=${misfit === seen}>${words.misfits[misfit]}</li>`,
      )}
    </ul>
  </details>`;
}
