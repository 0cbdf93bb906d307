import type { CatalogItemSummary, Match } from '@open-info/contract/catalog';
import { html, nothing, type TemplateResult } from 'lit';
import { daysBetween } from '../../base/moment.ts';
import type { CatalogBrowserTerms } from '../catalog-browser.terms.ts';
import { promises } from '../promise.ts';
import { marked } from './marked.ts';

/** A change is announced beside the name for so many days. */
const announcedFor = 90;

export interface ItemList {
  items: readonly CatalogItemSummary[];
  /** The date the list is read as of. */
  asOf: string;
  words: CatalogBrowserTerms;
  href: (item: CatalogItemSummary) => string | undefined;
  open: (item: CatalogItemSummary, event: Event) => void;
}

/** The items of one page. */
export function renderItems(list: ItemList): TemplateResult {
  return html`<ol class="items" part="items" aria-label=${list.words.results}>
    ${list.items.map((item) => renderItem(list, item))}
  </ol>`;
}

function renderItem(list: ItemList, item: CatalogItemSummary): TemplateResult {
  const { words } = list;
  const found = item.matches?.find(isHidden);
  return html`<li class="item" part="item">
    <p class="item-head">
      ${renderName(list, item)}${methodBadges(item, words)}${changeBadge(item, list.asOf, words)}
    </p>
    <p class="item-facts">
      <span>${item.field.name}<span aria-hidden="true"> › </span>${item.level1}</span>
      <span>${subjectOf(item, words)}</span>
    </p>
    <p class="item-promise">
      <span class="soft item-label">${words.promise}</span>${promises(item.timeLimit, words).join(
        words.andThen,
      )}
    </p>
    ${found ? renderMatch(found, words) : nothing}
  </li>`;
}

function renderName(list: ItemList, item: CatalogItemSummary): TemplateResult {
  const inName = item.matches?.find(({ element }) => element === 'name');
  const name = inName?.text === item.name ? marked(item.name, inName.ranges) : item.name;
  const href = list.href(item);
  const open = (event: Event): void => list.open(item, event);
  return href === undefined
    ? html`<button class="item-name" type="button" data-item=${item.id} @click=${open}>
        ${name}
      </button>`
    : html`<a class="item-name" href=${href} data-item=${item.id} @click=${open}>${name}</a>`;
}

/** The row shows name and field anyway. */
const isHidden = ({ element }: Match): boolean => element !== 'name' && element !== 'field';

function renderMatch({ element, text, ranges }: Match, words: CatalogBrowserTerms): TemplateResult {
  const names: Record<string, string | undefined> = words.elements;
  const name = names[element];
  return html`<p class="item-match">
    ${name === undefined ? nothing : words.matched(name)}${marked(text, ranges)}
  </p>`;
}

/** The organs of this district, else the wording of the guideline. */
export function subjectOf({ subject }: CatalogItemSummary, words: CatalogBrowserTerms): string {
  const [first, ...others] = subject.organs.map(({ name }) => name);
  if (first === undefined) return subject.text;
  if (others.length < 2) return [first, ...others].join(words.separator);
  return words.andOthers(first, others.length + 1);
}

export function methodBadges(
  { methods }: CatalogItemSummary,
  words: CatalogBrowserTerms,
): TemplateResult[] {
  const names: Record<string, string | undefined> = words.methods;
  return methods.map(
    (method) => html`<span class="badge" data-method=${method}>${names[method] ?? method}</span>`,
  );
}

/** 新 or 调整, while the change is recent. */
export function changeBadge(
  { change }: CatalogItemSummary,
  asOf: string,
  words: CatalogBrowserTerms,
): TemplateResult | typeof nothing {
  const badges: Record<string, string | undefined> = {
    added: words.added,
    adjusted: words.adjusted,
  };
  const badge = badges[change.reason];
  const age = daysBetween(change.effectiveFrom, asOf);
  if (badge === undefined || !(age >= 0 && age <= announcedFor)) return nothing;
  return html`<span class="badge change">${badge}</span>`;
}
