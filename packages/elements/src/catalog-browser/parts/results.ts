/** Filters, rows and an item: fetched beside the first answer, so they cost no time of their own. */
import {
  catalogSorts,
  type CatalogFilter,
  type CatalogItemSummary,
  type CatalogPage,
  type ExportFormat,
} from '@open-info/contract/catalog';
import { html, nothing, type TemplateResult } from 'lit';
import { folded } from '../../base/folded.ts';
import { grouped } from '../../base/grouped.ts';
import * as icons from '../../base/icons.ts';
import { formatInstant } from '../../base/moment.ts';
import { phrased } from '../../base/phrases.ts';
import type { Load } from '../../controllers/load.ts';
import type { CatalogBrowserTerms } from '../catalog-browser.terms.ts';
import { countChosen, type Limits, type View } from '../view.ts';
import { renderChips } from './chips.ts';
import { renderDownloads } from './downloads.ts';
import { renderEmpty } from './empty.ts';
import { renderFacets } from './facet-panel.ts';
import { changeBadge, methodBadges, renderItems } from './item-list.ts';
import { itemBodyStyles } from './item-body.styles.ts';
import { renderPager } from './pager.ts';
import { resultsStyles } from './results.styles.ts';
import type { ItemBody } from './item-body.ts';
import type { Sheet } from './sheet.ts';

export { renderItemBody } from './item-body.ts';
export { pageTerms } from './page.terms.ts';

/** What filters, rows and an item wear. */
export const pageStyles = [resultsStyles, itemBodyStyles];

export interface Results {
  load: Load<CatalogPage>;
  /** The last page that was read. */
  page: CatalogPage | undefined;
  view: View;
  limits: Limits;
  words: CatalogBrowserTerms;
  kiosk: boolean;
  heading: string;
  /** Whose catalog it is, for the source line. */
  source: string | undefined;
  headingLevel: number;
  pageSize: number;
  wide: boolean;
  expanded: ReadonlySet<CatalogFilter>;
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
}

/** How many there are, their order, the way to the filters, and what is chosen. */
export function renderHead(results: Results): TemplateResult {
  return html`${renderTopics(results)} ${renderBar(results)}
  ${renderChips({ ...results, facets: results.page?.facets, remove: results.toggle })}`;
}

/** One page of items, or advice where there are none. */
export function renderPage(results: Results): TemplateResult | typeof nothing {
  const { page } = results;
  return page ? renderRows(results, page) : nothing;
}

/** What can be done where nothing matches. */
export function renderAdvice(results: Results): TemplateResult | typeof nothing {
  const { page } = results;
  if (page?.items.length !== 0) return nothing;
  return renderEmpty({ ...results, facets: page.facets, remove: results.toggle });
}

/** What the list knows of an item, above all it states. */
export function renderItemHead(
  item: CatalogItemSummary,
  { words, headingLevel, today }: ItemBody,
): TemplateResult {
  return html`
    <p class="item-path">${item.field.name}<span aria-hidden="true"> › </span>${item.level1}</p>
    <div
      id="item-heading"
      class="title item-title"
      role="heading"
      aria-level=${headingLevel}
      tabindex="-1"
    >
      ${phrased(item.name)}
    </div>
    <p class="item-facts">${methodBadges(item, words)}${changeBadge(item, today, words)}</p>
  `;
}

/** A column beside the list, or, where there is no room for it, a sheet over the page. */
export function renderFilters(list: Results): TemplateResult {
  const { sheet, wide, words, page } = list;
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
        ${asSheet && words.otherTools ? renderSort(list) : nothing}
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
function renderBar(list: Results): TemplateResult {
  const { words, view, wide, sheet, page } = list;
  const chosen = countChosen(view);
  return html`<div class="bar">
    <p id="count" class="count" role="status" tabindex="-1">${countLine(list)}</p>
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
    ${words.otherTools ? nothing : renderSort(list)}
  </div>`;
}

function renderSort(list: Results): TemplateResult {
  const { load, words, page } = list;
  return html`<label class="sort" ?hidden=${!page && load.state !== 'loading'}>
    <span class="sort-name">${words.sort}</span>
    <select
      class="select"
      @change=${(event: Event) => list.sort((event.target as HTMLSelectElement).value)}
    >
      ${renderSorts(list)}
    </select>
  </label>`;
}

/** Fields in view for older people, of all there are. */
const topicsShown = 4;

/** What most people look for, one touch away, while nothing has been searched for (适老). */
function renderTopics(list: Results): TemplateResult | typeof nothing {
  const { words, view, limits, page, toggle } = list;
  const fields = page?.facets.field ?? [];
  const asked = view.q !== '' || countChosen(view) > 0 || limits.field.length > 0;
  if (words.otherTools === undefined || asked || fields.length < 2) return nothing;
  const biggest = [...fields].sort((a, b) => b.count - a.count).slice(0, topicsShown);
  return html`<div class="topics no-print" role="group" aria-label=${words.filterNames.field}>
    ${biggest.map(
      ({ value, label }) =>
        html`<button class="button" type="button" @click=${() => toggle('field', value)}>
          ${label}
        </button>`,
    )}
  </div>`;
}

function renderSorts({ view, words }: Results): TemplateResult[] {
  const now = view.sort ?? (view.q ? 'relevance' : 'catalog');
  return catalogSorts
    .filter((sort) => sort !== 'relevance' || view.q !== '')
    .map(
      (sort) => html`<option value=${sort} .selected=${sort === now}>${words.sorts[sort]}</option>`,
    );
}

function countLine({ load, words, view, page }: Results): string {
  // Where there is no page yet the skeleton says so. After a failure the rows below are those of the
  // question before.
  if (!page || load.state === 'failed') return '';
  if (load.state === 'loading' && load.slow) return words.slow;
  const narrowed = view.q !== '' || countChosen(view) > 0;
  return (narrowed ? words.found : words.count)(countText(page, words));
}

function countText({ total, totalIsLowerBound }: CatalogPage, words: CatalogBrowserTerms): string {
  return totalIsLowerBound ? words.atLeast(grouped(total)) : grouped(total);
}

function renderRows(list: Results, page: CatalogPage): TemplateResult {
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
        <br />${words.source(list.source ?? words.sourceName)}
      </p>
      ${
        list.kiosk || page.items.length === 0
          ? nothing
          : folded(words.otherTools, renderDownloads(words.downloadList, words, list.download))
      }
    </div>
  `;
}
