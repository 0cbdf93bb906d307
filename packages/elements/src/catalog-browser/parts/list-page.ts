import {
  catalogSorts,
  type CatalogFilter,
  type CatalogItemSummary,
  type CatalogPage,
  type ExportFormat,
} from '@open-info/contract/catalog';
import { html, nothing, type TemplateResult } from 'lit';
import { grouped } from '../../base/grouped.ts';
import { formatInstant } from '../../base/moment.ts';
import { latestValue, type Load } from '../../controllers/load.ts';
import type { CatalogBrowserTerms } from '../catalog-browser.terms.ts';
import { countChosen, type Limits, type View } from '../view.ts';
import { renderChips } from './chips.ts';
import { renderFacets } from './facet-panel.ts';
import * as icons from '../../base/icons.ts';
import { renderDownloads } from './downloads.ts';
import { renderItems } from './item-list.ts';
import { renderEmpty, renderFailure, renderSkeleton, renderUnconnected } from './messages.ts';
import { renderPager } from './pager.ts';
import type { SearchBox } from './search-box.ts';
import type { Sheet } from './sheet.ts';

export interface ListPage {
  load: Load<CatalogPage>;
  view: View;
  limits: Limits;
  words: CatalogBrowserTerms;
  kiosk: boolean;
  heading: string;
  /** Whose catalog it is, for the source line. */
  source: string;
  headingLevel: number;
  pageSize: number;
  wide: boolean;
  connected: boolean;
  expanded: ReadonlySet<CatalogFilter>;
  search: SearchBox;
  sheet: Sheet;
  toggle: (filter: CatalogFilter, value: string) => void;
  expand: (filter: CatalogFilter) => void;
  clear: () => void;
  startOver: () => void;
  sort: (sort: string) => void;
  turn: (by: 1 | -1) => void;
  href: (item: CatalogItemSummary) => string | undefined;
  open: (item: CatalogItemSummary, event: Event) => void;
  download: (format: ExportFormat) => string;
  retry: () => void;
}

/** Search, filters and one page of items. */
export function renderListPage(list: ListPage): TemplateResult {
  const { load, words } = list;
  const page = latestValue(load);
  const failed = load.state === 'failed';
  return html`
    <div class="title" role="heading" aria-level=${list.headingLevel}>${list.heading}</div>
    ${list.search.render(words, list.heading)}
    <div class="columns">
      ${renderFilters(list, page)}
      <div class="main" aria-busy=${load.state === 'loading'}>
        ${renderBar(list, page)}
        ${renderChips({ ...list, facets: page?.facets, remove: list.toggle })}
        <div class="slow" ?hidden=${!(load.state === 'loading' && load.slow)}></div>
        <div ?hidden=${!failed}>
          <slot name="error">
            ${
              failed
                ? renderFailure({
                    error: load.error,
                    words,
                    kept: Boolean(page),
                    retry: list.retry,
                  })
                : nothing
            }
          </slot>
        </div>
        ${list.connected ? nothing : renderUnconnected(words)}
        <div ?hidden=${list.connected && !(failed && !page)}><slot></slot></div>
        <div ?hidden=${page !== undefined || failed || !list.connected}>
          <slot name="loading"> ${renderSkeleton(load.state === 'loading' && load.slow, 6)} </slot>
        </div>
        <div ?hidden=${page?.items.length !== 0}>
          <slot name="empty">
            ${page?.items.length === 0 ? renderEmpty({ ...list, facets: page.facets, remove: list.toggle }) : nothing}
          </slot>
        </div>
        ${page ? renderPage(list, page) : nothing}
      </div>
    </div>
  `;
}

/** A column beside the list, or, where there is no room for it, a sheet over the page. */
function renderFilters(list: ListPage, page: CatalogPage | undefined): TemplateResult {
  const { sheet, wide, words } = list;
  const asSheet = sheet.open && !wide;
  return html`
    <button
      class="backdrop"
      type="button"
      tabindex="-1"
      aria-label=${words.close}
      ?hidden=${!asSheet}
      @click=${() => void sheet.close()}
    ></button>
    <div
      class="filters"
      role=${asSheet ? 'dialog' : 'group'}
      aria-modal=${asSheet ? 'true' : nothing}
      aria-labelledby="sheet-heading"
      popover=${asSheet ? 'manual' : nothing}
      ?hidden=${(!wide && !asSheet) || (!page && list.load.state === 'failed')}
    >
      <div class="sheet-head">
        <div id="sheet-heading" tabindex="-1" role="heading" aria-level=${list.headingLevel + 1}>
          ${words.filters}
        </div>
        <button
          class="button icon-only sheet-only"
          type="button"
          aria-label=${words.close}
          @click=${() => void sheet.close()}
        >
          ${icons.close}
        </button>
      </div>
      <div class="facets">
        ${wide || asSheet ? renderFacets({ ...list, facets: page?.facets }) : nothing}
      </div>
      <div class="sheet-foot sheet-only">
        <button
          class="button"
          type="button"
          ?disabled=${countChosen(list.view) === 0}
          @click=${list.clear}
        >
          ${words.clear}
        </button>
        <button class="button primary" type="button" @click=${() => void sheet.close()}>
          ${words.showResults(page ? countText(page, words) : '…')}
        </button>
      </div>
    </div>
  `;
}

/** How many there are, their order, and on a phone the way to the filters. */
function renderBar(list: ListPage, page: CatalogPage | undefined): TemplateResult {
  const { load, words, view, wide, sheet } = list;
  const chosen = countChosen(view);
  return html`<div class="bar">
    <p id="count" class="count" role="status" tabindex="-1">${countLine(list, page)}</p>
    ${
      wide
        ? nothing
        : html`<button
            id="open-sheet"
            class="button"
            type="button"
            aria-haspopup="dialog"
            aria-expanded=${sheet.open ? 'true' : 'false'}
            ?disabled=${!page}
            @click=${() => void sheet.show()}
          >
            ${icons.filter}${chosen > 0 ? words.filtersChosen(chosen) : words.filters}
          </button>`
    }
    <label class="sort" ?hidden=${!page && load.state !== 'loading'}>
      <span class="sort-name">${words.sort}</span>
      <select
        class="select"
        @change=${(event: Event) => list.sort((event.target as HTMLSelectElement).value)}
      >
        ${renderSorts(list)}
      </select>
    </label>
  </div>`;
}

function renderSorts({ view, words }: ListPage): TemplateResult[] {
  const now = view.sort ?? (view.q ? 'relevance' : 'catalog');
  return catalogSorts
    .filter((sort) => sort !== 'relevance' || view.q !== '')
    .map(
      (sort) => html`<option value=${sort} .selected=${sort === now}>${words.sorts[sort]}</option>`,
    );
}

function countLine({ load, words, view }: ListPage, page: CatalogPage | undefined): string {
  if (load.state === 'loading' && load.slow) return page ? words.slow : words.loading;
  // After a failure the rows below are those of the question before.
  if (!page || load.state === 'failed') return '';
  const narrowed = view.q !== '' || countChosen(view) > 0;
  return (narrowed ? words.found : words.count)(countText(page, words));
}

function countText({ total, totalIsLowerBound }: CatalogPage, words: CatalogBrowserTerms): string {
  return totalIsLowerBound ? words.atLeast(grouped(total)) : grouped(total);
}

function renderPage(list: ListPage, page: CatalogPage): TemplateResult {
  const { words, view, limits } = list;
  return html`
    ${page.items.length > 0 ? renderItems({ ...list, items: page.items, asOf: page.asOf }) : nothing}
    ${renderPager({
      words,
      label: `${list.heading} ${words.pages}`,
      page: view.cursors.length + 1,
      pages: page.totalIsLowerBound ? undefined : Math.ceil(page.total / list.pageSize),
      hasNext: page.next !== undefined,
      go: list.turn,
    })}
    <div class="foot">
      <p class="source">
        ${words.updatedAt(formatInstant(page.updatedAt))}
        ${limits.asOf ? html`<br />${words.asOf(page.asOf)}` : nothing}
        <br />${words.source(list.source)}
      </p>
      ${
        list.kiosk || page.items.length === 0
          ? nothing
          : renderDownloads(words.downloadList, words, list.download)
      }
    </div>
  `;
}
