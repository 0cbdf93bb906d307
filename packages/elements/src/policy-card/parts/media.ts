import type { Interpretation, PolicyMedium } from '@open-info/contract/interpretations';
import { html, nothing, type TemplateResult } from 'lit';
import { renderBlocks, safeAddress, type BlockFrame } from '../../base/blocks.ts';
import { icons } from '../../base/icons.ts';
import type { CardFrame } from './card-frame.ts';

/** Pictures, recordings and videos. Nothing plays or is fetched by itself; the words stand open. */
export function renderMedia(
  { media }: Interpretation,
  frame: CardFrame,
  blocks: BlockFrame,
): TemplateResult[] {
  const { words, headingLevel } = frame;
  return media.map(
    (medium) =>
      html`<div class="medium" part="medium">
        <p class="medium-title" role="heading" aria-level=${headingLevel + 2}>
          ${medium.title} <span class="badge">${words.forms[medium.form] ?? medium.form}</span>
        </p>
        ${renderMedium(medium, frame)}
        ${
          medium.alternative.length > 0
            ? html`<div class="transcript">
                <p class="soft small">${words.transcript}</p>
                ${renderBlocks(medium.alternative, blocks)}
              </div>`
            : nothing
        }
      </div>`,
  );
}

function renderMedium({ form, title, url }: PolicyMedium, frame: CardFrame): unknown {
  const address = safeAddress(url);
  if (address === undefined) return nothing;
  if (form === 'picture') {
    // The words below say what it shows, so here it only needs its name.
    return html`<img class="picture" src=${address} alt=${title} loading="lazy" />`;
  }
  if (form === 'audio') {
    return html`<audio
      class="player"
      controls
      preload="none"
      src=${address}
      aria-label=${title}
    ></audio>`;
  }
  if (form === 'video') {
    return html`<video
      class="player"
      controls
      preload="none"
      src=${address}
      aria-label=${title}
    ></video>`;
  }
  if (frame.kiosk) return nothing;
  return html`<p class="no-print">
    <a class="button" href=${address} target="_blank" rel="noopener">
      ${icons.out}${frame.words.openMedium}<span class="visually-hidden"
        >${frame.words.cite('', title)}${frame.words.newWindow}</span
      >
    </a>
  </p>`;
}
