import { html, nothing, type TemplateResult } from 'lit';
import { grouped } from '../../base/grouped.ts';
import * as icons from '../../base/icons.ts';
import type { PolicyListTerms } from '../policy-list.terms.ts';

export interface Pager {
  words: PolicyListTerms;
  page: number;
  /** Number of pages; undefined when it is not known. */
  pages: number | undefined;
  hasNext: boolean;
  turn: (by: 1 | -1) => void;
}

/** 上一页 · 第 n 页，共 m 页 · 下一页. Nothing where one page is all. */
export function renderPager(pager: Pager): TemplateResult | typeof nothing {
  const { words, page, pages, hasNext, turn } = pager;
  if (page === 1 && !hasNext) return nothing;
  return html`<nav class="pager no-print" aria-label=${words.pages}>
    <button class="button" type="button" ?disabled=${page === 1} @click=${() => turn(-1)}>
      ${icons.back}${words.previous}
    </button>
    <span class="pager-page"
      >${words.page(grouped(page), pages === undefined ? undefined : grouped(pages))}</span
    >
    <button class="button" type="button" ?disabled=${!hasNext} @click=${() => turn(1)}>
      ${words.next}${icons.next}
    </button>
  </nav>`;
}
