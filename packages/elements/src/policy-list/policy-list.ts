import { listDocuments, type DocumentPage } from '@open-info/contract/documents';
import { getFeed } from '@open-info/contract/feeds';
import { listInterpretations, type InterpretationPage } from '@open-info/contract/interpretations';
import type { Page } from '@open-info/contract/shape';
import type { Client } from '@open-info/sdk/client';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { causeOf } from '../base/failure.ts';
import { filledIn } from '../base/fill-in.ts';
import { grouped } from '../base/grouped.ts';
import { formatInstant } from '../base/moment.ts';
import { version } from '../base/version.ts';
import { ClientController } from '../controllers/client.ts';
import { latestValue, LoadController, type Load } from '../controllers/load.ts';
import { NearestAttribute } from '../controllers/nearest-attribute.ts';
import { TermsController } from '../controllers/terms.ts';
import { WidthController } from '../controllers/width.ts';
import { loadView } from '../load-view/load-view.styles.ts';
import { renderFailure, renderSkeleton, renderUnconnected } from '../load-view/load-view.ts';
import { emptyTray, notFound } from '../load-view/vignettes.ts';
import { controls } from '../themes/controls.styles.ts';
import { listRows } from '../themes/list-rows.styles.ts';
import { tokens } from '../themes/tokens.styles.ts';
import { renderFilters } from './parts/filters.ts';
import { renderLevelTabs } from './parts/level-tabs.ts';
import { renderPager } from './parts/pager.ts';
import { renderRow } from './parts/row-item.ts';
import { PolicyListOpeningEvent } from './policy-list.events.ts';
import { styles } from './policy-list.styles.ts';
import { policyListTerms, type PolicyListTerms } from './policy-list.terms.ts';
import { rowOfDocument, rowOfInterpretation, type Row } from './row.ts';
import { isNarrowed, queryOf, wholeView, type Limits, type View } from './view.ts';

/** A page of either list. */
type Rows = ({ of: 'interpretations' } & InterpretationPage) | ({ of: 'documents' } & DocumentPage);

/**
 * The latest interpretations of policies (政策解读), or the documents themselves (政策文件), by level, topic,
 * validity and search.
 *
 * @summary Lists interpretations of policies, or policy documents.
 * @status stable
 * @since 0.3.0
 * @slot - A plain link for browsers without script; shown again when nothing can be read.
 * @fires {PolicyListOpeningEvent} oi-policy-list-opening - Cancelable: a person asked for a row.
 * @csspart search-input - The search input.
 * @csspart items - The list.
 * @csspart item - One row.
 */
export class PolicyList extends LitElement {
  static readonly tag: string = 'oi-policy-list';
  static readonly version: string = version;
  static override styles = [tokens, controls, loadView, listRows, styles];

  /** A client made by the page; goes before provider, meta and `service`. */
  @property({ attribute: false }) client?: Client | undefined;
  /** Replaces single words: `{ feed: '订阅' }`. */
  @property({ attribute: false }) terms?: Partial<PolicyListTerms> | undefined;
  /** Address of the data service, when no provider or `<meta>` names one. */
  @property() service?: string | undefined;
  /** `interpretations` (政策解读) or `documents` (政策文件). */
  @property() show = 'interpretations';
  /** Only those of these organs: ids, separated by spaces. */
  @property() organ?: string | undefined;
  /** Only those on these topics, separated by spaces. */
  @property() topic?: string | undefined;
  /** The level on show at first: `national`, `provincial`, `municipal`, `district`. */
  @property() level?: string | undefined;
  /** Page of a row with `{id}` in it: of the interpretation, with `show="documents"` of the document. */
  @property({ attribute: 'card-url' }) cardUrl?: string | undefined;
  /** Title above the list. */
  @property() heading?: string | undefined;
  /** Level of the title in the outline of the page, 1 to 5. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;
  /** Rows on a page, 1 to 100. */
  @property({ attribute: 'page-size', type: Number }) pageSize = 10;

  private readonly connection = new ClientController(this);
  private readonly words = new TermsController(this, policyListTerms);
  private readonly mode = new NearestAttribute(this, 'data-oi-mode');
  private readonly width = new WidthController(this);
  private readonly list = new LoadController<Rows>(this, (load) => this.onList(load));
  /** Topics there are to choose from. */
  private readonly topics = new LoadController<string[]>(this);
  private asked: { client?: Client; list?: string; topics?: string } = {};
  private paged = false;
  @state() private view: View = wholeView;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('level')) this.view = { ...this.view, level: this.level ?? '' };
    const limits = ['show', 'organ', 'topic', 'level', 'pageSize'] as const;
    if (limits.some((limit) => changed.has(limit))) this.view = { ...this.view, cursors: [] };
    this.ask();
  }

  /** Asks again for what could not be read. */
  retry(): void {
    this.list.retry();
  }

  protected override render(): TemplateResult {
    const words = this.words.current;
    if (!words) return html`<slot></slot>`;
    const { language } = this.words;
    return html`<div
      class="frame"
      data-mode=${this.mode.value || 'standard'}
      data-width=${this.width.value}
      lang=${language}
    >
      <div class="ruler"></div>
      <p class="title" role="heading" aria-level=${this.headingLevel}>
        ${this.heading ?? words.headings[this.kind]}
      </p>
      ${renderLevelTabs({
        words,
        language,
        level: this.view.level,
        choose: (level) => this.change({ level }),
      })}
      <div id="panel" role="tabpanel" aria-labelledby="level-${this.view.level || 'all'}">
        ${renderFilters({
          words,
          view: this.view,
          topics: this.topicsToChoose,
          change: (change) => this.change(change),
        })}
        ${this.renderBody(words)}
      </div>
    </div>`;
  }

  private renderBody(words: PolicyListTerms): TemplateResult {
    const { current } = this.list;
    const rows = latestValue(current);
    const failed = current.state === 'failed';
    if (!this.connection.current && !this.connection.waiting) {
      return html`${renderUnconnected(words)}<slot></slot>`;
    }
    return html`<p id="count" class="count" role="status" tabindex="-1">
        ${this.countLine(words, rows)}
      </p>
      ${
        failed
          ? renderFailure(current.error, words, () => this.retry(), rows !== undefined)
          : nothing
      }
      ${rows ? this.renderRows(words, rows) : failed ? html`<slot></slot>` : renderSkeleton(current, words, 4)}`;
  }

  private renderRows(words: PolicyListTerms, page: Rows): TemplateResult {
    if (page.items.length === 0) return this.renderEmpty(words);
    const { language } = this.words;
    const rows =
      page.of === 'documents'
        ? page.items.map((one) => rowOfDocument(one, words))
        : page.items.map((one) => rowOfInterpretation(one, words));
    const item = {
      words,
      language,
      headingLevel: this.headingLevel,
      href: ({ id }: Row) => (this.cardUrl ? filledIn(this.cardUrl, id) : undefined),
      open: (row: Row, event: Event) => this.onOpen(row, event),
    };
    return html`<ul
        class="items"
        part="items"
        aria-busy=${this.list.current.state === 'loading' ? 'true' : 'false'}
      >
        ${rows.map((row) => renderRow(item, row))}
      </ul>
      ${renderPager({
        words,
        page: this.view.cursors.length + 1,
        pages: page.totalIsLowerBound ? undefined : Math.ceil(page.total / this.limit),
        hasNext: page.next !== undefined,
        turn: (by) => this.turn(by, page),
      })}
      <div class="foot">
        <p>${words.updatedAt(formatInstant(page.updatedAt))}</p>
        ${
          this.mode.value === 'kiosk'
            ? nothing
            : html`<a class="link no-print" type="application/atom+xml" href=${this.feedAddress}
                >${words.feed}</a
              >`
        }
      </div>`;
  }

  private renderEmpty(words: PolicyListTerms): TemplateResult {
    if (!isNarrowed(this.view)) {
      return html`<div class="message">
        ${emptyTray}
        <p class="message-title">${words.emptyTitle}</p>
      </div>`;
    }
    return html`<div class="message">
      ${notFound}
      <p class="message-title">${words.emptyFiltered}</p>
      <p>${words.emptyAdvice}</p>
      <p>
        <button class="button" type="button" @click=${() => this.change(wholeView)}>
          ${words.startOver}
        </button>
      </p>
    </div>`;
  }

  private countLine(words: PolicyListTerms, page: Page<unknown> | undefined): string {
    const { current } = this.list;
    if (current.state === 'loading' && current.slow && page) return words.slow;
    // After a failure the rows below are those of the question before.
    if (!page || current.state === 'failed') return '';
    const count = grouped(page.total);
    const text = page.totalIsLowerBound ? words.atLeast(count) : count;
    return (isNarrowed(this.view) ? words.found : words.count)(text);
  }

  private get kind(): 'interpretations' | 'documents' {
    return this.show === 'documents' ? 'documents' : 'interpretations';
  }

  private get limits(): Limits {
    return { organ: texts(this.organ), topic: texts(this.topic) };
  }

  private get limit(): number {
    return Math.min(100, Math.max(1, Math.trunc(this.pageSize) || 10));
  }

  /** Those the attribute names, or all that documents have. */
  private get topicsToChoose(): readonly string[] {
    const { topic } = this.limits;
    return topic.length > 0 ? topic : (latestValue(this.topics.current) ?? []);
  }

  /** The narrowest feed there is for what the attributes name. */
  private get feedAddress(): string {
    const { organ, topic } = this.limits;
    const only =
      organ.length === 1 && topic.length === 0
        ? `organ-${organ[0] ?? ''}`
        : topic.length === 1 && organ.length === 0
          ? `topic-${topic[0] ?? ''}`
          : 'all';
    return this.needClient().url(getFeed, { params: { feed: `${only}.atom` } });
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
    this.askList(client);
    this.askTopics(client);
  }

  private askList(client: Client): void {
    const query = queryOf(this.view, this.limits, this.limit);
    const { kind } = this;
    const key = JSON.stringify([kind, query]);
    if (key === this.asked.list) return;
    this.asked.list = key;
    // One page at a time: the SDK's walk over all pages would only add to what is loaded.
    void this.list.run(async (signal) => {
      if (kind === 'documents') {
        return { of: kind, ...(await client.call(listDocuments, { query }, { signal })).data };
      }
      return { of: kind, ...(await client.call(listInterpretations, { query }, { signal })).data };
    });
  }

  /** Only documents are counted by topic; without an answer there is no choice of topics, and no fault. */
  private askTopics(client: Client): void {
    const { organ, topic } = this.limits;
    const interpreted = this.kind === 'interpretations' ? 'true' : undefined;
    const query = {
      organ: organ.length > 0 ? organ : undefined,
      interpreted,
      facets: 'true',
      limit: 1,
    };
    const key = JSON.stringify(query);
    if (topic.length > 0 || key === this.asked.topics) return;
    this.asked.topics = key;
    void this.topics.run(async (signal) => {
      const { data } = await client.call(listDocuments, { query }, { signal });
      return (data.facets?.topic ?? []).map(({ value }) => value);
    });
  }

  private change(change: Partial<View>): void {
    this.view = { ...this.view, ...change, cursors: [] };
  }

  private turn(by: 1 | -1, { next = '' }: Page<unknown>): void {
    if (this.list.current.state !== 'ready') return;
    const { cursors } = this.view;
    this.paged = true;
    this.view = { ...this.view, cursors: by > 0 ? [...cursors, next] : cursors.slice(0, -1) };
  }

  private onOpen(row: Row, event: Event): void {
    // Ctrl, middle button and the like belong to the browser.
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    const opening = new PolicyListOpeningEvent(row.policyId, row.interpretationId);
    if (!this.dispatchEvent(opening)) event.preventDefault();
  }

  private onList(load: Load<Rows>): void {
    const { paged } = this;
    this.paged = false;
    if (load.state === 'ready' && paged) void this.focusOnCount();
    // A cursor that no longer fits the data: begin again at the first page.
    if (load.state !== 'failed' || causeOf(load.error) !== 'refused') return;
    if (this.view.cursors.length > 0) this.view = { ...this.view, cursors: [] };
  }

  private async focusOnCount(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#count')?.focus();
  }
}

/** Ids or words in an attribute, separated by spaces. */
function texts(attribute: string | undefined): string[] {
  return attribute?.split(/\s+/).filter(Boolean) ?? [];
}
