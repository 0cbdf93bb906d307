import type { CatalogItem, CatalogItemSummary } from '@open-info/contract/catalog';
import { html, nothing, type TemplateResult } from 'lit';
import { latestValue, type Load } from '../../controllers/load.ts';
import type { ItemBody, renderItemBody } from './item-body.ts';
import * as icons from '../../base/icons.ts';
import { changeBadge, methodBadges } from './item-list.ts';
import { renderFailure, renderSkeleton } from './messages.ts';

/** An item that was read, with the code that shows it. */
export interface OpenItem {
  item: CatalogItem;
  renderBody: typeof renderItemBody;
}

export interface ItemPage extends ItemBody {
  load: Load<OpenItem>;
  /** What the list already knew; shown while the rest is read. */
  summary: CatalogItemSummary | undefined;
  today: string;
  headingLevel: number;
  back: (event: Event) => void;
  retry: () => void;
}

/** One item with everything it states. */
export function renderItemPage(page: ItemPage): TemplateResult {
  const { load, words } = page;
  const open = load.state === 'failed' ? undefined : latestValue(load);
  const known = open?.item ?? page.summary;
  return html`<article class="item-page" part="item-page" aria-busy=${load.state === 'loading'}>
    <p class="no-print">
      <button class="button back" type="button" @click=${page.back}>
        ${icons.back}${words.back}
      </button>
    </p>
    ${
      load.state === 'failed'
        ? renderFailure({ error: load.error, words, kept: false, retry: page.retry })
        : nothing
    }
    ${known ? renderHead(page, known) : nothing}
    ${open ? open.renderBody(page, open.item) : nothing}
    ${load.state === 'loading' && !open ? renderSkeleton(load.slow, 6) : nothing}
  </article>`;
}

function renderHead(page: ItemPage, item: CatalogItemSummary): TemplateResult {
  const { words } = page;
  return html`
    <p class="item-path">${item.field.name}<span aria-hidden="true"> › </span>${item.level1}</p>
    <div
      id="item-heading"
      class="item-title"
      role="heading"
      aria-level=${page.headingLevel}
      tabindex="-1"
    >
      ${item.name}
    </div>
    <p class="item-facts">${methodBadges(item, words)}${changeBadge(item, page.today, words)}</p>
  `;
}
