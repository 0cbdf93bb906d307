import type { CatalogItem, CatalogItemSummary } from '@open-info/contract/catalog';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../base/icons.ts';
import { latestValue, type Load } from '../../controllers/load.ts';
import { renderFailure, renderSkeleton } from '../../load-view/load-view.ts';
import type { FirstTerms } from '../catalog-browser.terms.ts';
import type { ItemBody } from './item-body.ts';

/** The code that draws what an item states, and what it draws it with. */
export interface ShownItem {
  part: typeof import('./results.ts');
  body: ItemBody;
}

export interface ItemPage {
  load: Load<CatalogItem>;
  words: FirstTerms;
  /** What the list already knew; shown while the rest is read. */
  summary: CatalogItemSummary | undefined;
  /** Once its code is there. */
  shown: ShownItem | undefined;
  back: (event: Event) => void;
  retry: () => void;
}

/** One item with everything it states. */
export function renderItemPage(page: ItemPage): TemplateResult {
  const { load, words, shown } = page;
  const item = load.state === 'failed' ? undefined : latestValue(load);
  const known = item ?? page.summary;
  return html`<article class="item-page" part="item-page" aria-busy=${load.state === 'loading'}>
    <p class="no-print">
      <button class="button back" type="button" @click=${page.back}>
        ${icons.back}${words.back}
      </button>
    </p>
    ${known && shown ? shown.part.renderItemHead(known, shown.body) : nothing}
    ${load.state === 'failed' ? renderFailure(load.error, words, page.retry) : nothing}
    ${item && shown ? shown.part.renderItemBody(shown.body, item) : nothing}
    ${load.state === 'loading' && !item ? renderSkeleton(load, words, 6) : nothing}
  </article>`;
}
