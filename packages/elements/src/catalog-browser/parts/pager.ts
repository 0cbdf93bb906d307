import { html, nothing, type TemplateResult } from 'lit';
import { grouped } from '../../base/grouped.ts';
import type { CatalogBrowserTerms } from '../catalog-browser.terms.ts';
import * as icons from '../../base/icons.ts';

export interface Pager {
  page: number;
  /** Number of pages; undefined when it is not known. */
  pages: number | undefined;
  hasNext: boolean;
  words: CatalogBrowserTerms;
  label: string;
  go: (by: 1 | -1) => void;
}

/** 上一页 · 第 n 页，共 m 页 · 下一页. Nothing where one page is all. */
export function renderPager({
  page,
  pages,
  hasNext,
  words,
  label,
  go,
}: Pager): TemplateResult | typeof nothing {
  if (page === 1 && !hasNext) return nothing;
  const text = words.page(grouped(page), pages === undefined ? undefined : grouped(pages));
  return html`<nav class="pager" aria-label=${label}>
    <button class="button" type="button" ?disabled=${page === 1} @click=${() => go(-1)}>
      ${icons.back}${words.previous}
    </button>
    <span class="pager-page">${text}</span>
    <button class="button" type="button" ?disabled=${!hasNext} @click=${() => go(1)}>
      ${words.next}${icons.next}
    </button>
  </nav>`;
}
