import type { CatalogChangePage, CatalogItem, ExportFormat } from '@open-info/contract/catalog';
import { html, nothing, type CSSResult, type LitElement, type TemplateResult } from 'lit';
import { folded } from '../../base/folded.ts';
import { formatInstant } from '../../base/moment.ts';
import { renderReading } from '../../base/reading.ts';
import type { Load } from '../../controllers/load.ts';
import type { Language } from '../../controllers/terms.ts';
import type { CatalogBrowserTerms } from '../catalog-browser.terms.ts';
import { promises } from '../promise.ts';
import { renderDownloads } from './downloads.ts';
import * as icons from '../../base/icons.ts';
import { renderFailure, renderSkeleton } from '../../load-view/load-view.ts';
import { printAlone } from '../../base/print-alone.ts';

export interface ItemBody {
  host: LitElement;
  language: Language;
  changes: Load<CatalogChangePage>;
  words: CatalogBrowserTerms;
  /** The day changes are new by. */
  today: string;
  headingLevel: number;
  /** What the element wears, for a frame that prints the item. */
  styles: readonly CSSResult[];
  /** A hall screen: nothing leads away from the page. */
  kiosk: boolean;
  /** What unfolds is open from the start. */
  expanded: boolean;
  download: (format: ExportFormat) => string;
  readChanges: () => void;
}

type Row = readonly [name: string, content: unknown];

/** Everything an item states, and what can be done with it.  */
export function renderItemBody(page: ItemBody, item: CatalogItem): TemplateResult {
  const { words } = page;
  return html`
    <div class="promise" part="promise">
      <p class="promise-name">${words.promise}</p>
      <ul class="promise-list">
        ${promises(item.timeLimit, words).map((text) => html`<li>${text}</li>`)}
      </ul>
      <p class="promise-wording"><span class="tag">${words.wording}</span>${item.timeLimit.text}</p>
    </div>
    ${renderActions(page, item)} ${renderRows(elementRows(item, words))}
    ${renderRows(originRows(item, words), 'origin')} ${renderChanges(page)}
    <p class="source">
      ${words.updatedAt(formatInstant(item.version.publishedAt))}　${words.source(
        item.version.source,
      )}
    </p>
  `;
}

function renderActions(page: ItemBody, item: CatalogItem): TemplateResult {
  const { words } = page;
  return html`<div class="actions no-print">
    ${renderReading({ ...page, selector: '.item-page' })}
    <button class="button" type="button" @click=${(event: Event) => print(event, page.styles)}>
      ${icons.print}${words.print}
    </button>
    ${page.kiosk ? nothing : folded(words.otherTools, renderLinks(page, item))}
  </div>`;
}

function print(event: Event, styles: readonly CSSResult[]): void {
  const part = (event.currentTarget as Element).closest('.item-page');
  if (part) printAlone(part, part.getRootNode() as ShadowRoot, styles);
}

function renderLinks(page: ItemBody, item: CatalogItem): TemplateResult {
  const { words } = page;
  return html`
    ${
      item.url
        ? html`<a class="button" href=${item.url} target="_blank" rel="noopener">
            ${icons.out}${words.officialPage}<span class="visually-hidden">${words.newWindow}</span>
          </a>`
        : nothing
    }
    ${renderDownloads(words.download, words, page.download)}
  `;
}

function renderRows(rows: readonly Row[], kind = 'elements'): TemplateResult {
  return html`<dl class="rows ${kind}">
    ${rows.map(
      ([name, content]) =>
        html`<div class="row">
          <dt>${name}</dt>
          <dd>${content}</dd>
        </div>`,
    )}
  </dl>`;
}

function elementRows(item: CatalogItem, words: CatalogBrowserTerms): Row[] {
  const names = words.elements;
  return [
    [names.name, [item.level1, item.level2, item.level3].filter(Boolean).join(' › ')],
    [names.content, lines(item.content)],
    [names.basis, lines(item.basis)],
    [names.timeLimit, item.timeLimit.text],
    [names.subject, renderSubject(item, words)],
    [names.method, known(item.methods, words.methods, words)],
    [names.channel, renderChannels(item, words)],
    [names.audience, renderAudiences(item, words)],
    ...(item.tiers.length > 0
      ? [[words.elements.tier, known(item.tiers, words.tiers, words)] as const]
      : []),
    ...Object.entries(item.extensions),
    ...(item.reportingUnit ? [[words.elements.reportingUnit, item.reportingUnit] as const] : []),
  ];
}

function originRows({ provenance, version }: CatalogItem, words: CatalogBrowserTerms): Row[] {
  const kinds: Record<string, string | undefined> = words.provenances;
  const kind = kinds[provenance.kind] ?? provenance.kind;
  return [
    [words.provenance, provenance.note ? words.note(kind, provenance.note) : kind],
    [words.version, words.note(version.title, words.effective(version.effectiveFrom))],
  ];
}

function lines(texts: readonly string[]): unknown {
  if (texts.length < 2) return texts[0] ?? '';
  return html`<ul class="lines">
    ${texts.map((text) => html`<li>${text}</li>`)}
  </ul>`;
}

function renderSubject({ subject }: CatalogItem, words: CatalogBrowserTerms): TemplateResult {
  const organs = subject.organs.map(({ name }) => name).join(words.separator);
  return html`${subject.text}${
    organs && organs !== subject.text
      ? html`<br /><span class="soft">${words.responsible}</span>${organs}`
      : nothing
  }`;
}

function renderChannels({ channels }: CatalogItem, words: CatalogBrowserTerms): TemplateResult {
  return html`<ul class="channels">
      ${channels.map(
        ({ name, required }) =>
          html`<li>
            <span aria-hidden="true">${required ? '■' : '□'}</span> ${name}<span
              class="visually-hidden"
              >（${required ? words.required : words.optional}）</span
            >
          </li>`,
      )}
    </ul>
    <p class="soft legend" aria-hidden="true">${words.legend}</p>`;
}

function renderAudiences({ audiences }: CatalogItem, words: CatalogBrowserTerms): string {
  const names: Record<string, string | undefined> = words.audiences;
  return audiences
    .map(({ scope, note }) =>
      note ? words.note(names[scope] ?? scope, note) : (names[scope] ?? scope),
    )
    .join(words.separator);
}

function known(
  codes: readonly string[],
  names: Record<string, string | undefined>,
  words: CatalogBrowserTerms,
): string {
  return codes.map((code) => names[code] ?? code).join(words.separator) || words.notStated;
}

/** Read only when the person opens it. */
function renderChanges(page: ItemBody): TemplateResult {
  const { changes, words } = page;
  const onToggle = (event: Event): void => {
    if ((event.target as HTMLDetailsElement).open && changes.state === 'idle') page.readChanges();
  };
  return html`<details class="changes no-print" ?open=${page.expanded} @toggle=${onToggle}>
    <summary class="facet-name">${words.changes}</summary>
    ${changes.state === 'failed' ? renderFailure(changes.error, words, page.readChanges) : nothing}
    ${changes.state === 'loading' ? renderSkeleton(changes, words, 2) : nothing}
    ${changes.state === 'ready' ? renderChangeList(changes.value, words) : nothing}
  </details>`;
}

function renderChangeList(
  { items }: CatalogChangePage,
  words: CatalogBrowserTerms,
): TemplateResult {
  if (items.length === 0) return html`<p class="soft">${words.noChanges}</p>`;
  const reasons: Record<string, string | undefined> = words.reasons;
  return html`<ol class="change-list">
    ${items.map(
      ({ effectiveFrom, reason, versionTitle, changed }) =>
        html`<li>
          <time datetime=${effectiveFrom}>${effectiveFrom}</time>
          <span
            ><b>${reasons[reason] ?? reason}</b> ${versionTitle}${
              changed.length > 0
                ? html`<br /><span class="soft">${changedText(changed, words)}</span>`
                : nothing
            }</span
          >
        </li>`,
    )}
  </ol>`;
}

function changedText(changed: readonly string[], words: CatalogBrowserTerms): string {
  const names: Record<string, string | undefined> = words.changedNames;
  return words.changed(changed.map((name) => names[name] ?? name).join(words.separator));
}
