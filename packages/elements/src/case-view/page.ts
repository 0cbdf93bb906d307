import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../base/icons.ts';

/** Words of the frame around what number and code have opened. */
export interface CasePageTerms {
  leave: string;
  print: string;
  updated: string;
  staleWatch: string;
}

export interface PageTools {
  words: CasePageTerms;
  leave: () => void;
  /** 朗读, where it is offered. */
  reading: unknown;
  /** @param page the article the tools stand in */
  print: (page: Element) => void;
}

/** What can be done with the page: leave it on the one side, hear and print it on the other. */
export function renderPageBar({ words, leave, reading, print }: PageTools): TemplateResult {
  const onPrint = (event: Event): void => {
    const page = (event.currentTarget as Element).closest('article');
    if (page) print(page);
  };
  return html`<div class="page-bar no-print">
    <button class="button" type="button" @click=${leave}>${icons.back}${words.leave}</button>
    <div class="page-tools">
      ${reading}
      <button class="button" type="button" @click=${onPrint}>${icons.print}${words.print}</button>
    </div>
  </div>`;
}

/**
 * Said politely when something has changed while the page was open.
 *
 * @param news what has changed, in words
 * @param stale progress cannot be asked for at present
 */
export function renderNews(
  news: string | undefined,
  stale: boolean,
  words: CasePageTerms,
): TemplateResult {
  return html`<div role="status">
    ${news === undefined ? nothing : html`<p class="news no-print">${words.updated}${news}</p>`}
    ${stale ? html`<p class="soft no-print">${words.staleWatch}</p>` : nothing}
  </div>`;
}

/**
 * A part of the page with its title.
 *
 * @param level of the title in the outline
 * @param tone `urgent` for what the person has to do now
 */
export function renderPart(
  name: string,
  title: string,
  level: number,
  content: unknown,
  tone = '',
): TemplateResult {
  return html`<section
    class="part ${name}-part ${tone}"
    part=${name}
    aria-labelledby="${name}-title"
  >
    <p class="part-title" id="${name}-title" role="heading" aria-level=${level}>${title}</p>
    ${content}
  </section>`;
}
