import { audienceWords, type MatterPage, type MatterSummary } from '@open-info/contract/matters';
import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { folded } from '../../base/folded.ts';
import { grouped } from '../../base/grouped.ts';
import * as icons from '../../base/icons.ts';
import { formatInstant } from '../../base/moment.ts';
import { phrased } from '../../base/phrases.ts';
import type { Language } from '../../controllers/terms.ts';
import { emptyTray, notFound } from '../../load-view/vignettes.ts';
import { fields } from '../../themes/fields.styles.ts';
import { listRows } from '../../themes/list-rows.styles.ts';
import { feeText, timeText } from '../wording.ts';
import type { ServiceGuideTerms } from '../service-guide.terms.ts';
import { isNarrowed, wholeView, type Choice, type View } from '../view.ts';
import { searchStyles } from './search.styles.ts';

export { pageTerms } from '../page.terms.ts';

export const sheets: readonly CSSResult[] = [fields, listRows, searchStyles];

export interface SearchPage {
  words: ServiceGuideTerms;
  language: Language;
  heading: string;
  headingLevel: number;
  wide: boolean;
  view: View;
  page: MatterPage | undefined;
  pageSize: number;
  busy: boolean;
  /** What failed, said in place of the count. */
  failure: unknown;
  change: (change: Partial<View>) => void;
  turn: (by: 1 | -1, next: string) => void;
  href: (id: string) => string | undefined;
  open: (id: string, event: Event) => void;
}

/** 查事项: plain words, topics, and what fits them. */
export function renderSearch(search: SearchPage): TemplateResult {
  const { words, page, failure } = search;
  return html`<p class="title" role="heading" aria-level=${search.headingLevel}>
      ${search.heading}
    </p>
    ${renderBox(search)} ${search.wide ? renderThemes(search) : nothing} ${renderFilters(search)}
    <p id="count" class="count" role="status" tabindex="-1">${countLine(search)}</p>
    ${failure}
    ${page ? (page.items.length > 0 ? renderRows(search, page) : renderEmpty(search)) : nothing}
    ${
      page
        ? html`<p class="list-foot">${words.cite(words.asOf, formatInstant(page.updatedAt))}</p>`
        : nothing
    }`;
}

function renderBox({ words, view, change }: SearchPage): TemplateResult {
  return html`<form
    class="search no-print"
    role="search"
    aria-label=${words.heading}
    @submit=${(event: Event) => {
      event.preventDefault();
      const input = (event.currentTarget as Element).querySelector('input');
      change({ q: input?.value.trim() ?? '' });
    }}
  >
    <label class="search-label" for="q">${words.searchLabel}</label>
    <div class="search-row">
      <input
        id="q"
        class="input"
        part="search-input"
        type="search"
        name="q"
        maxlength="200"
        autocomplete="off"
        enterkeyhint="search"
        aria-describedby="q-hint"
        .value=${view.q}
        @search=${(event: Event) => {
          // The cross within the field empties it; Enter submits the form.
          if ((event.target as HTMLInputElement).value === '') change({ q: '' });
        }}
      />
      <button class="button primary" type="submit">${icons.search}${words.search}</button>
    </div>
    <p class="soft small" id="q-hint">${words.searchHint}</p>
  </form>`;
}

/** What the service counts for a filter; what is chosen stays though it counts nothing now. */
function optionsOf({ page, view }: SearchPage, choice: Choice) {
  const counted = page?.facets?.[choice] ?? [];
  const value = view[choice];
  if (value === '' || counted.some((option) => option.value === value)) return counted;
  return [...counted, { value, label: value, count: 0 }];
}

function renderThemes(search: SearchPage): TemplateResult | typeof nothing {
  const { words, view, change } = search;
  const themes = optionsOf(search, 'theme');
  if (themes.length < 2 && view.theme === '') return nothing;
  const options = [{ value: '', label: words.all, count: undefined }, ...themes];
  return html`<div class="themes no-print" role="group" aria-label=${words.themes}>
    ${options.map(
      ({ value, label, count }) =>
        html`<button
          class="theme"
          type="button"
          aria-pressed=${view.theme === value ? 'true' : 'false'}
          @click=${() => change({ theme: value })}
        >
          <span lang=${value === '' ? nothing : 'zh-CN'}>${label}</span>
          ${count === undefined ? nothing : html`<span class="theme-count">${grouped(count)}</span>`}
        </button>`,
    )}
  </div>`;
}

function renderFilters(search: SearchPage): TemplateResult {
  const { words, language, view, change } = search;
  const audience = (value: string, label: string) =>
    audienceWords[value]?.[language === 'en' ? 'en' : 'zh'] ?? label;
  const themes = search.wide
    ? nothing
    : renderSelect(search, 'theme', words.themes, (_, label) => label);
  const others = html`${renderSelect(search, 'audience', words.audience, audience)}
    ${renderSelect(search, 'organ', words.office, (_, label) => label)}
    <label class="only">
      <input
        type="checkbox"
        .checked=${view.bundle}
        @change=${(event: Event) => change({ bundle: (event.target as HTMLInputElement).checked })}
      />
      <span>${words.onlyBundles}</span>
    </label>`;
  return html`<div class="filters no-print">${themes} ${folded(words.moreFilters, others)}</div>`;
}

function renderSelect(
  search: SearchPage,
  choice: Choice,
  name: string,
  labelOf: (value: string, label: string) => string,
): TemplateResult | typeof nothing {
  const { words, view, change } = search;
  const options = optionsOf(search, choice);
  if (options.length < 2 && view[choice] === '') return nothing;
  return html`<label class="choice">
    <span class="choice-name">${name}</span>
    <select
      class="select"
      @change=${(event: Event) => change({ [choice]: (event.target as HTMLSelectElement).value })}
    >
      <option value="" .selected=${view[choice] === ''}>${words.all}</option>
      ${options.map(
        ({ value, label, count }) =>
          html`<option value=${value} .selected=${value === view[choice]}>
            ${labelOf(value, label)} (${grouped(count)})
          </option>`,
      )}
    </select>
  </label>`;
}

function countLine({ words, page, view, busy, failure }: SearchPage): string {
  // What stands below still answers the question before.
  if (busy && page) return words.slow;
  // After a failure the rows below are those of the question before.
  if (!page || failure) return '';
  const count = grouped(page.total);
  const text = page.totalIsLowerBound ? words.atLeast(count) : count;
  return (isNarrowed(view) ? words.found : words.count)(text);
}

function renderRows(search: SearchPage, page: MatterPage): TemplateResult {
  return html`<ul class="items" part="items" aria-busy=${search.busy ? 'true' : 'false'}>
      ${page.items.map((matter) => renderRow(search, matter))}
    </ul>
    ${renderPager(search, page)}`;
}

function renderRow(search: SearchPage, matter: MatterSummary): TemplateResult {
  const { words, headingLevel } = search;
  const { bundle, organ, visits, summary, excerpt } = matter;
  return html`<li class="item" part="item">
    <p class="item-head">
      <span role="heading" aria-level=${headingLevel + 1}>${renderName(search, matter)}</span>
      ${bundle ? html`<span class="badge strong">${words.bundle}</span>` : nothing}
    </p>
    <p class="item-text" lang="zh-CN">${marked(excerpt ?? summary)}</p>
    <p class="item-facts">
      <span class="item-time">${timeText(matter, words)}</span>
      <span>${words.visitCount(visits)}</span>
      <span>${feeText(matter, words)}</span>
      <span lang="zh-CN">${organ.name}</span>
    </p>
  </li>`;
}

function renderName({ href, open }: SearchPage, { id, name }: MatterSummary): TemplateResult {
  const address = href(id);
  const press = (event: Event): void => open(id, event);
  return address === undefined
    ? html`<button class="item-name" type="button" data-matter=${id} lang="zh-CN" @click=${press}>
        ${phrased(name)}
      </button>`
    : html`<a class="item-name" href=${address} data-matter=${id} lang="zh-CN" @click=${press}
        >${phrased(name)}</a
      >`;
}

function renderEmpty({ words, view, change }: SearchPage): TemplateResult {
  if (!isNarrowed(view)) {
    return html`<div class="message">
      ${emptyTray}
      <p class="message-title">${words.empty}</p>
    </div>`;
  }
  return html`<div class="message">
    ${notFound}
    <p class="message-title">${words.emptyFiltered}</p>
    <p>${words.emptyAdvice}</p>
    <p>
      <button class="button" type="button" @click=${() => change(wholeView)}>
        ${words.startOver}
      </button>
    </p>
  </div>`;
}

function renderPager(search: SearchPage, page: MatterPage): TemplateResult | typeof nothing {
  const { words, view, turn, pageSize } = search;
  const { next, total, totalIsLowerBound } = page;
  const at = view.cursors.length + 1;
  if (at === 1 && next === undefined) return nothing;
  const pages = totalIsLowerBound ? undefined : grouped(Math.ceil(total / pageSize));
  return html`<nav class="pager no-print" aria-label=${words.pages}>
    <button class="button" type="button" ?disabled=${at === 1} @click=${() => turn(-1, '')}>
      ${icons.back}${words.previous}
    </button>
    <span class="pager-page">${words.page(grouped(at), pages)}</span>
    <button
      class="button"
      type="button"
      ?disabled=${next === undefined}
      @click=${() => turn(1, next ?? '')}
    >
      ${words.next}${icons.next}
    </button>
  </nav>`;
}

/** Matches stand between U+0002 and U+0003. */
function marked(text: string): (string | TemplateResult)[] {
  const [before = '', ...matches] = text.split('\u0002');
  return [
    before,
    ...matches.flatMap((part) => {
      const [match = '', after = ''] = part.split('\u0003');
      return [html`<mark>${match}</mark>`, after];
    }),
  ];
}
