import {
  listCatalog,
  listCatalogChanges,
  type CatalogChangePage,
  type CatalogPage,
  type CatalogFilter,
  type CatalogItem,
  type CatalogItemSummary,
  type CatalogListQuery,
  type CatalogSort,
  type ExportFormat,
} from '@open-info/contract/catalog';
import { catalogExportUrl, getCatalogItem, suggestCatalog } from '@open-info/sdk/catalog';
import type { Client, RequestOptions } from '@open-info/sdk/client';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { causeOf } from '../base/failure.ts';
import { LateStyles } from '../base/late-styles.ts';
import { keepScrollPlace } from '../base/scroll-place.ts';
import { version } from '../base/version.ts';
import { ClientController } from '../controllers/client.ts';
import { latestValue, LoadController, type Load } from '../controllers/load.ts';
import { NearestAttribute } from '../controllers/nearest-attribute.ts';
import { Routing } from '../controllers/routing.ts';
import { TermsController } from '../controllers/terms.ts';
import { WidthController } from '../controllers/width.ts';
import {
  CatalogItemOpenedEvent,
  CatalogItemOpeningEvent,
  CatalogSearchedEvent,
} from './catalog-browser.events.ts';
import { styles } from './catalog-browser.styles.ts';
import { firstTerms, type CatalogBrowserTerms, type FirstTerms } from './catalog-browser.terms.ts';
import { renderItemPage, type ShownItem } from './parts/item-page.ts';
import { renderListPage, type ShownResults } from './parts/list-page.ts';
import { SearchBox } from './parts/search-box.ts';
import { Sheet } from './parts/sheet.ts';
import {
  countChosen,
  decodeView,
  emptyView,
  encodeView,
  filterQuery,
  toggled,
  type Limits,
  type View,
} from './view.ts';

type ResultsPart = typeof import('./parts/results.ts');

/**
 * The district's disclosure catalog (政务公开事项标准目录): search, filters, list, and a page for
 * each item.
 *
 * @summary Browses the catalog of what must be disclosed.
 * @status stable
 * @since 0.1.0
 * @slot - A plain link for browsers without script; shown again when nothing can be read.
 * @slot loading - In place of the skeleton.
 * @slot empty - In place of the advice when nothing matches.
 * @slot error - In place of the failure message; call `retry()` from it.
 * @fires {CatalogItemOpeningEvent} oi-catalog-item-opening - Cancelable: a person asked for an item.
 * @fires {CatalogItemOpenedEvent} oi-catalog-item-opened - The item is on show.
 * @fires {CatalogSearchedEvent} oi-catalog-searched - A person's search or filter was answered.
 * @csspart search-input - The search input.
 * @csspart items - The list of items.
 * @csspart item - One item of the list.
 * @csspart item-page - The page of an item.
 * @csspart promise - The time limit on the page of an item.
 */
export class CatalogBrowser extends LitElement {
  static readonly tag: string = 'oi-catalog-browser';
  static readonly version: string = version;
  static override styles = styles;

  /** A client made by the page; goes before provider, meta and `service`. */
  @property({ attribute: false }) client?: Client | undefined;
  /** Replaces single words: `{ heading: '民政局公开事项' }`. */
  @property({ attribute: false }) terms?: Partial<CatalogBrowserTerms> | undefined;
  /** Address of the data service, when no provider or `<meta>` names one. */
  @property() service?: string | undefined;
  /** Only items of these organs: ids, separated by spaces. */
  @property() organ?: string | undefined;
  /** Only items of these fields: ids, separated by spaces. */
  @property() field?: string | undefined;
  /** Only items of the organs of this area: a division code. */
  @property() area?: string | undefined;
  /** The catalog as it held on this date, `YYYY-MM-DD`. */
  @property({ attribute: 'as-of' }) asOf?: string | undefined;
  /** Title above the search box. */
  @property() heading?: string | undefined;
  /** Who stands behind the catalog, for the source line. */
  @property() source?: string | undefined;
  /** Level of the title in the outline of the page, 1 to 5. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;
  /** Items on a page, 1 to 100. */
  @property({ attribute: 'page-size', type: Number }) pageSize = 20;
  /** The item on show at first; without it the list is. */
  @property({ attribute: 'item-id' }) itemId?: string | undefined;
  /** What unfolds on the page of an item is open from the start. */
  @property({ type: Boolean }) expanded = false;
  /** Keeps search and item in the page's address, under the key `oi-catalog`. */
  @property({ type: Boolean }) routing = false;

  private readonly connection = new ClientController(this);
  private readonly words = new TermsController<FirstTerms>(this, firstTerms);
  private readonly mode = new NearestAttribute(this, 'data-oi-mode');
  private readonly width = new WidthController(this);
  private readonly list = new LoadController<CatalogPage>(this, (load) => this.onList(load));
  private readonly item = new LoadController<CatalogItem>(this, (load) => this.onItem(load));
  private readonly changes = new LoadController<CatalogChangePage>(this);
  private readonly sheet = new Sheet(this);
  private readonly lateStyles = new LateStyles(this, CatalogBrowser.styles);
  private readonly address = new Routing<View>(
    this,
    { key: 'oi-catalog', encode: encodeView, decode: decodeView },
    { began: (view) => this.show(view), arrived: (view) => this.arrive(view) },
  );
  private readonly search = new SearchBox(this, {
    suggest: async (q, signal) =>
      suggestCatalog(this.needClient(), { ...this.filters, q }, asking(signal)),
    changed: (q) => this.go({ ...this.view, q, cursors: [] }, this.view.q ? 'replace' : 'push'),
  });
  /** Filters, rows and an item; fetched beside the first answer. */
  private late: ResultsPart | undefined;
  private asked: { client?: Client; list?: string; item?: string } = {};
  private byPerson = { searched: false, opened: false, paged: false };
  /** The heading of the open item waits for the item to be read. */
  private headingDue = false;
  private backToPlace: (() => void) | undefined;
  @state() private view: View = emptyView;
  @state() private wholeFilters: ReadonlySet<CatalogFilter> = new Set();

  /** The first drawing waits a moment for the answer: one layout instead of two, rows sooner. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      if (this.address.read() === undefined) this.show({ ...this.view, item: this.itemId });
      this.ask();
      await this.list.endedWithin(firstDrawing);
    }
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && changed.has('itemId')) this.show({ ...this.view, item: this.itemId });
    const limits = ['organ', 'field', 'area', 'asOf', 'pageSize'] as const;
    if (this.hasUpdated && limits.some((limit) => changed.has(limit))) {
      this.view = { ...this.view, cursors: [] };
    }
    this.ask();
  }

  /** Asks again for what could not be read. */
  retry(): void {
    if (this.view.item !== undefined) this.item.retry();
    else this.list.retry();
  }

  /** Shows the page of an item. */
  async showItem(id: string): Promise<void> {
    this.backToPlace = keepScrollPlace(this);
    this.go({ ...this.view, item: id }, 'push', this.view.item === undefined);
    await this.focusOnHeading();
  }

  /** Shows the list, as it was left. */
  async showList(): Promise<void> {
    if (this.address.back()) return;
    const { item } = this.view;
    this.go({ ...this.view, item: undefined }, 'push');
    await this.comeBackFrom(item);
  }

  protected override render(): TemplateResult {
    const words = this.words.current;
    // The plain link stands in for the moment it takes to fetch another language.
    if (!words) return html`<slot></slot>`;
    const kiosk = this.mode.value === 'kiosk';
    const open = this.view.item !== undefined;
    return html`<div
      class="frame"
      data-mode=${this.mode.value || 'standard'}
      data-width=${this.widthName}
      lang=${this.words.language}
      @keydown=${this.sheet.onKeyDown}
    >
      <div class="ruler"></div>
      <div class="list-page" ?hidden=${open}>
        ${open && this.list.current.state === 'idle' ? nothing : this.renderList(words, kiosk)}
      </div>
      ${open ? this.renderItem(words, kiosk) : nothing}
    </div>`;
  }

  private renderList(words: FirstTerms, kiosk: boolean): TemplateResult {
    const heading = this.heading ?? words.heading;
    return renderListPage({
      words,
      heading,
      load: this.list.current,
      headingLevel: this.headingLevel,
      connected: this.connection.current !== undefined || this.connection.waiting,
      search: this.search,
      shown: this.results(heading, kiosk),
      retry: () => this.retry(),
    });
  }

  private results(heading: string, kiosk: boolean): ShownResults | undefined {
    const { late: part } = this;
    const words = part && this.words.withPart(part.pageTerms);
    if (!words) return undefined;
    const results: ShownResults['results'] = {
      words,
      kiosk,
      heading,
      load: this.list.current,
      page: latestValue(this.list.current),
      view: this.view,
      limits: this.limits,
      source: this.source,
      headingLevel: this.headingLevel,
      pageSize: this.limit,
      wide: this.widthName === 'wide',
      expanded: this.wholeFilters,
      sheet: this.sheet,
      toggle: (filter, value) => this.choose(toggled(this.view, filter, value)),
      expand: (filter) => this.expand(filter),
      clear: () => this.choose({ ...this.view, chosen: {}, cursors: [] }),
      startOver: () => this.choose(emptyView),
      sort: (sort) => this.choose({ ...this.view, sort: sort as CatalogSort, cursors: [] }),
      turn: (by) => this.turn(by),
      href: (item) => this.address.href({ ...this.view, item: item.id }) ?? item.url,
      open: (item, event) => this.onOpen(item, event),
      download: (format) => this.fileAddress(format),
    };
    return { part, results };
  }

  private renderItem(words: FirstTerms, kiosk: boolean): TemplateResult {
    const page = latestValue(this.list.current);
    return renderItemPage({
      words,
      load: this.item.current,
      summary: page?.items.find(({ id }) => id === this.view.item),
      shown: this.itemBody(page?.asOf ?? this.asOf ?? '', kiosk),
      back: () => void this.showList(),
      retry: () => this.retry(),
    });
  }

  private itemBody(today: string, kiosk: boolean): ShownItem | undefined {
    const { late: part } = this;
    const words = part && this.words.withPart(part.pageTerms);
    if (!words) return undefined;
    const body: ShownItem['body'] = {
      words,
      kiosk,
      today,
      changes: this.changes.current,
      host: this,
      language: this.words.language,
      headingLevel: this.headingLevel,
      styles: this.lateStyles.all,
      expanded: this.expanded,
      download: (format) => this.fileAddress(format, this.view.item),
      readChanges: () => this.readChanges(),
    };
    return { part, body };
  }

  /** Older people have no filters beside the list: they open them when they want to (适老). */
  private get widthName(): string {
    const { value } = this.width;
    return value === 'wide' && this.mode.value === 'elder' ? 'middle' : value;
  }

  private get limits(): Limits {
    const { area, asOf } = this;
    return { organ: ids(this.organ), field: ids(this.field), area, asOf };
  }

  private get limit(): number {
    return Math.min(100, Math.max(1, Math.trunc(this.pageSize) || 20));
  }

  private get filters(): ReturnType<typeof filterQuery> {
    return filterQuery(this.view, this.limits);
  }

  private needClient(): Client {
    const client = this.connection.current;
    if (!client) throw new Error('No service is connected.');
    return client;
  }

  /** Starts what the present view needs and has not been asked for yet. */
  private ask(): void {
    const client = this.connection.current;
    if (!client) return;
    if (client !== this.asked.client) this.asked = { client };
    if (this.view.item === undefined) this.askList(client);
    else this.askItem(client, this.view.item);
  }

  private askList(client: Client): void {
    const { cursors, sort } = this.view;
    const cursor = cursors[cursors.length - 1];
    const query: CatalogListQuery = { ...this.filters, sort, cursor, limit: this.limit };
    const key = JSON.stringify(query);
    if (key === this.asked.list) return;
    this.asked.list = key;
    // One page at a time: the SDK's walk over all pages would only add to what is loaded.
    void this.list.run(async (signal) => {
      const reading = client.call(listCatalog, { query }, asking(signal));
      const [{ data }] = await Promise.all([reading, this.fetchPart()]);
      return data;
    });
  }

  private askItem(client: Client, id: string): void {
    const key = JSON.stringify([id, this.asOf]);
    if (key === this.asked.item) return;
    this.asked.item = key;
    this.item.clear();
    this.changes.clear();
    const { asOf } = this;
    void this.item.run(async (signal) => {
      const reading = getCatalogItem(client, id, { asOf }, asking(signal));
      const [item] = await Promise.all([reading, this.fetchPart()]);
      return item;
    });
  }

  private async fetchPart(): Promise<void> {
    if (this.late) return;
    const part = await import('./parts/results.ts');
    this.late = part;
    for (const sheet of part.pageStyles) this.lateStyles.add(sheet);
  }

  private readChanges(): void {
    const { item } = this.view;
    const query = { item, limit: 50 };
    void this.changes.run(
      async (signal) =>
        (await this.needClient().call(listCatalogChanges, { query }, asking(signal))).data,
    );
  }

  private show(view: View): void {
    this.view = view;
    this.search.show(view.q);
  }

  /** A step of the person: shows a view and, with routing, puts it into the address. */
  private go(view: View, step: 'push' | 'replace', fromList = false): void {
    this.byPerson.searched ||= view.item === undefined && this.view.item === undefined;
    this.show(view);
    this.address.write(view, step, fromList);
  }

  private choose(view: View): void {
    this.go(view, 'push');
  }

  private arrive(view: View): void {
    const { item } = this.view;
    this.show(view);
    if (view.item !== undefined) void this.focusOnHeading();
    else if (item !== undefined) void this.comeBackFrom(item);
  }

  private turn(by: 1 | -1): void {
    const { current } = this.list;
    if (current.state !== 'ready') return;
    const { cursors } = this.view;
    const next = current.value.next ?? '';
    this.byPerson.paged = true;
    this.go({ ...this.view, cursors: by > 0 ? [...cursors, next] : cursors.slice(0, -1) }, 'push');
  }

  private expand(filter: CatalogFilter): void {
    const whole = new Set(this.wholeFilters);
    if (!whole.delete(filter)) whole.add(filter);
    this.wholeFilters = whole;
  }

  private fileAddress(format: ExportFormat, item?: string): string {
    const scope = item === undefined ? this.filters : { item, asOf: this.asOf };
    return catalogExportUrl(this.needClient(), { ...scope, format });
  }

  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private async focusOnHeading(): Promise<void> {
    await this.focusOn('#item-heading');
    this.headingDue = this.renderRoot.querySelector('#item-heading') === null;
  }

  private async comeBackFrom(item: string | undefined): Promise<void> {
    await this.updateComplete;
    this.backToPlace?.();
    this.backToPlace = undefined;
    const link = this.renderRoot.querySelector<HTMLElement>(
      `[data-item="${CSS.escape(item ?? '')}"]`,
    );
    (link ?? this.renderRoot.querySelector<HTMLElement>('#count'))?.focus({ preventScroll: true });
  }

  private onOpen(item: CatalogItemSummary, event: Event): void {
    // Ctrl, middle button and the like belong to the browser.
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    if (!this.dispatchEvent(new CatalogItemOpeningEvent(item.id))) return;
    this.byPerson.opened = true;
    void this.showItem(item.id);
  }

  private onList(load: Load<CatalogPage>): void {
    const { searched, paged } = this.byPerson;
    this.byPerson = { ...this.byPerson, searched: false, paged: false };
    if (load.state === 'ready') {
      if (searched) {
        this.dispatchEvent(new CatalogSearchedEvent(load.value.total, countChosen(this.view)));
      }
      if (paged) void this.focusOn('#count');
      return;
    }
    // A cursor that no longer fits the data: begin again at the first page.
    if (
      load.state === 'failed' &&
      causeOf(load.error) === 'refused' &&
      this.view.cursors.length > 0
    ) {
      this.view = { ...this.view, cursors: [] };
    }
  }

  private onItem(load: Load<CatalogItem>): void {
    if (load.state !== 'ready') return;
    if (this.expanded) this.readChanges();
    if (this.headingDue) void this.focusOnHeading();
    if (this.byPerson.opened) this.dispatchEvent(new CatalogItemOpenedEvent(load.value.id));
    this.byPerson.opened = false;
  }
}

/** How long the first drawing waits for an answer, in milliseconds; hardly seen, and mostly enough. */
const firstDrawing = 100;

/** Ids in an attribute, separated by spaces. */
function ids(attribute: string | undefined): string[] {
  return attribute?.split(/\s+/).filter(Boolean) ?? [];
}

/** Without a network a repeat is useless; the element asks again by itself when it is back. */
function asking(signal: AbortSignal): RequestOptions {
  return navigator.onLine ? { signal } : { signal, maxRetries: 0 };
}
