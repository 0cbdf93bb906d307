import { html, nothing, type TemplateResult } from 'lit';
import { renderFailure, renderSkeleton, renderUnconnected } from '../../load-view/load-view.ts';
import type { Load } from '../../controllers/load.ts';
import type { FirstTerms } from '../catalog-browser.terms.ts';
import type { Results } from './results.ts';
import type { SearchBox } from './search-box.ts';

/** The code that draws filters and rows, and what it draws. */
export interface ShownResults {
  part: typeof import('./results.ts');
  results: Results;
}

export interface ListPage {
  load: Load<unknown>;
  words: FirstTerms;
  heading: string;
  headingLevel: number;
  connected: boolean;
  search: SearchBox;
  /** Once their code is there. */
  shown: ShownResults | undefined;
  retry: () => void;
}

/** Search, filters and one page of items. */
export function renderListPage(list: ListPage): TemplateResult {
  const { load, words, connected, shown } = list;
  const page = shown?.results.page;
  const failed = load.state === 'failed';
  return html`
    <div class="title" role="heading" aria-level=${list.headingLevel}>${list.heading}</div>
    ${list.search.render(words, list.heading)}
    <div class="columns">
      ${shown ? shown.part.renderFilters(shown.results) : html`<div class="filters" ?hidden=${failed}></div>`}
      <div class="main" aria-busy=${load.state === 'loading'}>
        ${shown ? shown.part.renderHead(shown.results) : html`<div class="bar-place"></div>`}
        <div class="slow" ?hidden=${!(load.state === 'loading' && load.slow)}></div>
        <div ?hidden=${!failed}>
          <slot name="error">
            ${failed ? renderFailure(load.error, words, list.retry, Boolean(page)) : nothing}
          </slot>
        </div>
        ${connected ? nothing : renderUnconnected(words)}
        <div ?hidden=${connected && !(failed && !page)}><slot></slot></div>
        <div ?hidden=${page !== undefined || failed || !connected}>
          <slot name="loading"> ${page || failed ? nothing : renderSkeleton(load, words, 6)} </slot>
        </div>
        <div ?hidden=${page?.items.length !== 0}>
          <slot name="empty">${shown ? shown.part.renderAdvice(shown.results) : nothing}</slot>
        </div>
        ${shown ? shown.part.renderPage(shown.results) : nothing}
      </div>
    </div>
  `;
}
