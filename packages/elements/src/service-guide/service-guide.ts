import type { Calendar } from '@open-info/contract/calendar-days';
import type { Answers } from '@open-info/contract/matter-checklist';
import {
  listMatters,
  type Checklist,
  type Matter,
  type MatterOffice,
  type MatterPage,
} from '@open-info/contract/matters';
import type { Client } from '@open-info/sdk/client';
import { documentArticleUrl } from '@open-info/sdk/documents';
import { isOpenInfoError } from '@open-info/sdk/errors';
import { getMatter, matterFileUrl } from '@open-info/sdk/matters';
import {
  html,
  LitElement,
  nothing,
  type CSSResult,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property, state } from 'lit/decorators.js';
import { causeOf } from '../base/failure.ts';
import { filledIn } from '../base/fill-in.ts';
import * as icons from '../base/icons.ts';
import { LateStyles } from '../base/late-styles.ts';
import { keepScrollPlace } from '../base/scroll-place.ts';
import { version } from '../base/version.ts';
import { ServiceTime } from '../clock-view/service-time.ts';
import { ClientController } from '../controllers/client.ts';
import { Late } from '../controllers/late.ts';
import { latestValue, LoadController, type Load } from '../controllers/load.ts';
import { NearestAttribute } from '../controllers/nearest-attribute.ts';
import { Routing } from '../controllers/routing.ts';
import { TermsController } from '../controllers/terms.ts';
import { WidthController } from '../controllers/width.ts';
import { loadView } from '../load-view/load-view.styles.ts';
import { renderFailure, renderSkeleton, renderUnconnected } from '../load-view/load-view.ts';
import { noEntry } from '../load-view/vignettes.ts';
import { controls } from '../themes/controls.styles.ts';
import { tokens } from '../themes/tokens.styles.ts';
import type { Hall } from './hall.ts';
import type { OpenState } from './open-now.ts';
import type { GuideFrame } from './guide/guide-frame.ts';
import { fragmentOf, readFragment } from './scanned.ts';
import {
  ServiceGuideAnsweredEvent,
  ServiceGuideLeavingEvent,
  ServiceGuideOpenedEvent,
  ServiceGuideOpeningEvent,
  ServiceGuidePolicyOpeningEvent,
  ServiceGuideSearchedEvent,
  ServiceGuideUnfoldingEvent,
} from './service-guide.events.ts';
import { styles } from './service-guide.styles.ts';
import {
  firstTerms,
  guideSections,
  type FirstTerms,
  type GuideSection,
  type ServiceGuideTerms,
} from './service-guide.terms.ts';
import { keepTicks, readTicks } from './ticks.ts';
import {
  decodeView,
  encodeView,
  isNarrowed,
  queryOf,
  wholeView,
  type Limits,
  type View,
} from './view.ts';

/** A page of the list with the code that shows it. */
interface Found {
  page: MatterPage;
  part: typeof import('./search/search-page.ts');
}

/** A matter with the code that shows it. */
interface Read {
  matter: Matter;
  part: typeof import('./guide/guide-page.ts');
}

/** What tells whether an office is open. */
interface Hours {
  calendar: Calendar;
  part: typeof import('./open-now.ts');
}

/**
 * 办事指南: what has to be known before a matter is done. Without `matter` a search in plain words; with it
 * one guide: how long, how many visits, what it costs, questions that narrow the one complete list of
 * materials (一次性告知), ways and offices, steps, basis, whom to ask.
 *
 * @summary From "what do I need" to one list to tick, print and take along.
 * @status stable
 * @since 0.4.0
 * @slot - A plain link for browsers without script; shown again when nothing can be read.
 * @fires {ServiceGuideOpeningEvent} oi-service-guide-opening - Cancelable: a person asked for a matter.
 * @fires {ServiceGuideOpenedEvent} oi-service-guide-opened - The matter is on show.
 * @fires {ServiceGuideSearchedEvent} oi-service-guide-searched - A person's search or filter was answered.
 * @fires {ServiceGuideAnsweredEvent} oi-service-guide-answered - A person answered a question.
 * @fires {ServiceGuideUnfoldingEvent} oi-service-guide-unfolding - Cancelable: a person asked for the whole guide.
 * @fires {ServiceGuidePolicyOpeningEvent} oi-service-guide-policy-opening - Cancelable: a person asked for a policy.
 * @fires {ServiceGuideLeavingEvent} oi-service-guide-leaving - Cancelable: a person goes to apply or book online.
 * @csspart search-input - The search input.
 * @csspart items - The list of matters.
 * @csspart item - One matter of the list.
 * @csspart title - The name of the matter.
 * @csspart summary - What it is, in one sentence.
 * @csspart facts - Time, visits, fee and ways at a glance.
 * @csspart parts - The matters a bundle merges.
 * @csspart tools - Print, take along, copy.
 * @csspart share - The QR code.
 * @csspart questions - The questions about the own case.
 * @csspart checklist - What has to be brought.
 * @csspart material - One material.
 * @csspart exempt - What nobody has to bring.
 * @csspart ways - The choice of ways.
 * @csspart way - What the chosen way needs.
 * @csspart office - One office.
 * @csspart open-now - Whether it is open now.
 * @csspart section - A part that unfolds.
 * @csspart special - Special procedures.
 * @csspart basis - The legal basis.
 * @csspart lines - Whom to ask and where to complain.
 * @csspart foot - Code, version, date and source.
 */
export class ServiceGuide extends LitElement {
  static readonly tag: string = 'oi-service-guide';
  static readonly version: string = version;
  static override styles = [tokens, controls, loadView, styles];

  /** A client made by the page; goes before provider, meta and `service`. */
  @property({ attribute: false }) client?: Client | undefined;
  /** Replaces single words: `{ heading: '民政办事' }`. */
  @property({ attribute: false }) terms?: Partial<ServiceGuideTerms> | undefined;
  /** Address of the data service, when no provider or `<meta>` names one. */
  @property() service?: string | undefined;
  /** The matter, by id or 实施编码; without it a search is shown. */
  @property() matter?: string | undefined;
  /** Only matters of these organs: ids, separated by spaces. */
  @property() organ?: string | undefined;
  /** Only matters on these topics (服务主题), separated by spaces. */
  @property() theme?: string | undefined;
  /** Only matters for these (服务对象 codes), separated by spaces. */
  @property() audience?: string | undefined;
  /** Page of a matter with `{id}` in it; without one a matter opens in place. */
  @property({ attribute: 'guide-url' }) guideUrl?: string | undefined;
  /** Page of a policy with `{id}` in it; the service's own plain page of its text when absent. */
  @property({ attribute: 'policy-url' }) policyUrl?: string | undefined;
  /** Page the QR code leads to, with `{id}`; `guide-url` or this page when absent. */
  @property({ attribute: 'share-url' }) shareUrl?: string | undefined;
  /** Title above the search. */
  @property() heading?: string | undefined;
  /** Level of the title in the outline of the page, 1 to 5. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;
  /** Matters on a page, 1 to 100. */
  @property({ attribute: 'page-size', type: Number }) pageSize = 10;
  /** Every way and every section is open from the start. */
  @property({ type: Boolean }) expanded = false;
  /** Only what is asked first, and a way to the rest. */
  @property({ type: Boolean }) compact = false;
  /** Keeps search and matter in the page's address, under the key `oi-guide`. */
  @property({ type: Boolean }) routing = false;
  /** On a hall screen: seconds without a touch until it counts down and begins anew. */
  @property({ attribute: 'idle-seconds', type: Number }) idleSeconds = 60;

  private readonly connection = new ClientController(this);
  private readonly words = new TermsController<FirstTerms>(this, firstTerms);
  private readonly mode = new NearestAttribute(this, 'data-oi-mode');
  private readonly width = new WidthController(this);
  private readonly time = new ServiceTime(this);
  private readonly late = new LateStyles(this, ServiceGuide.styles);
  private readonly list = new LoadController<Found>(this, (load) => this.onList(load));
  private readonly guide = new LoadController<Read>(this, (load) => this.onGuide(load));
  private readonly hours = new LoadController<Hours>(this);
  private readonly take = new Late(this, () => import('./take/take.ts'));
  private readonly hall = new Late<Hall>(this, async () => this.openHall());
  private readonly address = new Routing<View>(
    this,
    { key: 'oi-guide', encode: encodeView, decode: decodeView },
    { began: (view) => this.show(view), arrived: (view) => this.arrive(view) },
  );
  private asked: { client?: Client; list?: string; matter?: string } = {};
  private byPerson = { searched: false, opened: false, paged: false };
  private headingDue = false;
  private backToPlace: (() => void) | undefined;
  /** Matters a person came from, oldest first; undefined stands for the list. */
  private came: (string | undefined)[] = [];
  @state() private view: View = wholeView;
  @state() private answers: Answers = {};
  @state() private ready: ReadonlySet<string> = new Set();
  @state() private way: string | undefined;
  /** Stays chosen from matter to matter: most are done at the same place. */
  @state() private office: string | undefined;
  /** Undefined until a person opens or closes one. */
  @state() private openSections: ReadonlySet<GuideSection> | undefined;
  @state() private unfolded = false;
  @state() private sharing = false;
  @state() private said: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const scanned = this.matter === undefined ? readFragment(location.hash) : undefined;
    if (scanned) this.show({ ...this.view, matter: scanned.matter });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { matter } = this;
    if (
      changed.has('matter') &&
      matter !== undefined &&
      this.address.read()?.matter === undefined
    ) {
      this.came = [];
      this.show({ ...this.view, matter });
    }
    const limits = ['organ', 'theme', 'audience', 'pageSize'] as const;
    if (this.hasUpdated && limits.some((limit) => changed.has(limit))) {
      this.view = { ...this.view, cursors: [] };
    }
    if (this.isKiosk) this.hall.want();
    this.ask();
  }

  /** Asks again for what could not be read. */
  retry(): void {
    if (this.view.matter !== undefined) this.guide.retry();
    else this.list.retry();
  }

  /** Shows a matter in place. */
  async showMatter(id: string): Promise<void> {
    this.backToPlace ??= keepScrollPlace(this);
    this.came.push(this.view.matter);
    this.headingDue = true;
    this.go({ ...this.view, matter: id }, 'push', true);
    await this.focusOnTitle();
  }

  /** Shows what was on show before: another matter, or the list as it was left. */
  async goBack(): Promise<void> {
    if (this.address.back()) {
      this.came.pop();
      return;
    }
    const from = this.view.matter;
    const to = this.came.pop() ?? (from === this.matter ? undefined : this.matter);
    this.go({ ...this.view, matter: to }, 'push');
    await this.comeFrom(from);
  }

  protected override render(): TemplateResult {
    const words = this.words.current;
    if (!words) return html`<slot></slot>`;
    return html`<div
      class="frame"
      data-mode=${this.mode.value || 'standard'}
      data-width=${this.width.value}
      lang=${this.words.language}
    >
      <div class="ruler"></div>
      ${this.view.matter === undefined ? this.renderList(words) : this.renderMatter(words)}
      ${this.isKiosk ? (this.hall.value?.render(words) ?? nothing) : nothing}
    </div>`;
  }

  private renderList(words: FirstTerms): unknown {
    const { current } = this.list;
    const found = latestValue(current);
    const failed = current.state === 'failed';
    if (!this.isConnectedToService) return html`${renderUnconnected(words)}<slot></slot>`;
    const failure = failed
      ? renderFailure(current.error, words, () => this.retry(), found !== undefined)
      : undefined;
    if (!found) return failed ? html`${failure}<slot></slot>` : renderSkeleton(current, words, 4);
    const pageWords = this.words.withPart(found.part.pageTerms);
    if (!pageWords) return nothing;
    return found.part.renderSearch({
      words: pageWords,
      failure,
      language: this.words.language,
      heading: this.heading ?? words.heading,
      headingLevel: this.headingLevel,
      wide: this.width.value === 'wide',
      view: this.view,
      page: found.page,
      pageSize: this.limit,
      busy: current.state === 'loading',
      change: (change) => this.change(change),
      turn: (by, next) => this.turn(by, next),
      href: (id) => this.matterHref(id),
      open: (id, event) => this.openMatter(id, event),
    });
  }

  private renderMatter(words: FirstTerms): TemplateResult {
    const { current } = this.guide;
    const read = latestValue(current);
    const back = this.renderBack(words);
    if (read) {
      return html`${
          current.state === 'failed'
            ? renderFailure(current.error, words, () => this.retry(), true)
            : nothing
        }
        <article class="guide" aria-labelledby="guide-title">
          ${back} ${this.renderArticle(read)}
        </article>`;
    }
    if (current.state === 'failed') {
      return html`${back}${this.renderMatterFailure(current.error, words)}<slot></slot>`;
    }
    if (!this.isConnectedToService) return html`${renderUnconnected(words)}<slot></slot>`;
    return renderSkeleton(current, words, 4);
  }

  private renderArticle({ matter, part }: Read): unknown {
    const words = this.words.withPart(part.pageTerms);
    if (!words) return nothing;
    const frame = this.frame(matter, words);
    if (this.compact && !this.unfolded) {
      const stays = this.guideUrl === undefined || this.isKiosk;
      return part.renderCompact(frame, stays ? () => this.unfold() : undefined);
    }
    return part.renderGuide(frame, {
      sharing: this.sharing,
      address: this.shareAddress(matter.id),
      said: this.said,
      print: () => void this.print(),
      share: () => this.share(),
      copy: () => void this.copy(),
    });
  }

  private renderBack(words: FirstTerms): unknown {
    if (this.view.matter === this.matter && this.came.length === 0) return nothing;
    return html`<p class="no-print">
      <button class="link back" type="button" @click=${() => void this.goBack()}>
        ${icons.back}${words.back}
      </button>
    </p>`;
  }

  /** A matter that is no longer handled (410) is told apart from one that never was. */
  private renderMatterFailure(error: unknown, words: FirstTerms): TemplateResult {
    const withdrawn = isOpenInfoError(error) && error.status === 410;
    const lost = withdrawn || causeOf(error) === 'gone';
    return html`${
      withdrawn
        ? html`<div class="message" role="alert" data-cause="withdrawn">
            ${noEntry}
            <p class="message-title">${words.withdrawnTitle}</p>
            <p>${words.withdrawnText}</p>
          </div>`
        : renderFailure(error, words, () => this.retry())
    }${
      lost && this.matter === undefined
        ? html`<p class="no-print">
            <button class="button" type="button" @click=${() => void this.startOver()}>
              ${words.toSearch}
            </button>
          </p>`
        : nothing
    }`;
  }

  private frame(matter: Matter, words: ServiceGuideTerms): GuideFrame {
    const checklist = this.checklistOf(matter);
    return {
      words,
      matter,
      checklist,
      language: this.words.language,
      kiosk: this.isKiosk,
      host: this,
      headingLevel: this.headingLevel,
      answers: this.answers,
      answer: (question, option) => this.answer(matter, question, option),
      startAgain: () => this.startAgain(matter),
      ready: this.ready,
      tick: (material) => this.tick(matter, material),
      forget: () => this.forget(matter),
      expanded: this.expanded,
      way: this.wayOf(matter),
      chooseWay: (way) => (this.way = way),
      office: this.office,
      chooseOffice: (office) => (this.office = office),
      isOpen: (section) => this.opened.has(section),
      toggle: (section) => (this.openSections = toggled(this.opened, section)),
      matterHref: (id) => this.matterHref(id),
      policyHref: (id) => this.policyHref(id),
      openMatter: (id, event) => this.openMatter(id, event),
      openPolicy: (id, event) => {
        if (!this.dispatchEvent(new ServiceGuidePolicyOpeningEvent(id))) event.preventDefault();
      },
      leave: (url, event) => {
        if (!this.dispatchEvent(new ServiceGuideLeavingEvent(matter.id, url)))
          event.preventDefault();
      },
      fileUrl: (file) => matterFileUrl(this.needClient(), matter.id, file),
      openState: (office) => this.openState(office, words),
      qr: (text, label) => this.take.value?.renderQr(text, label) ?? nothing,
    };
  }

  private get pageWords(): ServiceGuideTerms | undefined {
    const read = latestValue(this.guide.current);
    return read && this.words.withPart(read.part.pageTerms);
  }

  private get shownMatter(): Matter | undefined {
    return latestValue(this.guide.current)?.matter;
  }

  /** What has to be brought, once the code of a guide is there. */
  private checklistOf(matter: Matter): Checklist {
    const read = latestValue(this.guide.current);
    if (!read) throw new Error('No guide is on show.');
    return read.part.checklistOf(matter, this.answers);
  }

  private wayOf({ channels }: Matter): string {
    const { way } = this;
    return way !== undefined && channels.includes(way) ? way : (channels[0] ?? '1');
  }

  private openState(office: MatterOffice, words: ServiceGuideTerms): OpenState | undefined {
    const hours = latestValue(this.hours.current);
    return hours?.part.openStateOf(office, hours.calendar, this.time.now, words);
  }

  private get opened(): ReadonlySet<GuideSection> {
    return this.openSections ?? new Set(this.expanded ? guideSections : ['steps']);
  }

  private get isKiosk(): boolean {
    return this.mode.value === 'kiosk';
  }

  private get isConnectedToService(): boolean {
    return this.connection.current !== undefined || this.connection.waiting;
  }

  private get limits(): Limits {
    return { organ: texts(this.organ), theme: texts(this.theme), audience: texts(this.audience) };
  }

  private get limit(): number {
    return Math.min(100, Math.max(1, Math.trunc(this.pageSize) || 10));
  }

  private needClient(): Client {
    const client = this.connection.current;
    if (!client) throw new Error('No service is connected.');
    return client;
  }

  /** Where a matter stands on a page of its own; nowhere on a hall screen. */
  private matterHref(id: string): string | undefined {
    if (this.isKiosk) return undefined;
    if (this.guideUrl !== undefined) return filledIn(this.guideUrl, id);
    return this.address.href({ ...this.view, matter: id });
  }

  private policyHref(id: string): string | undefined {
    if (this.isKiosk) return undefined;
    if (this.policyUrl !== undefined) return filledIn(this.policyUrl, id);
    return documentArticleUrl(this.needClient(), id);
  }

  /** The address of a guide with the answers given: what another device opens, or another person. */
  private shareAddress(id: string): string {
    const page = this.shareUrl ?? this.guideUrl;
    const url = new URL(page === undefined ? location.href : filledIn(page, id), document.baseURI);
    const given = this.shownMatter;
    const asked = given ? this.checklistOf(given).answers : [];
    const answers = Object.fromEntries(asked.map(({ question, option }) => [question, option]));
    url.hash = fragmentOf(id, answers);
    return url.href;
  }

  /** Starts what the present view needs and has not been asked for yet. */
  private ask(): void {
    const client = this.connection.current;
    if (!client) return;
    if (client !== this.asked.client) this.asked = { client };
    if (this.view.matter === undefined) this.askList(client);
    else this.askMatter(client, this.view.matter);
  }

  private askList(client: Client): void {
    const query = queryOf(this.view, this.limits, this.limit);
    const key = JSON.stringify(query);
    if (key === this.asked.list) return;
    this.asked.list = key;
    // One page at a time: the SDK's walk over all pages would only add to what is loaded.
    void this.list.run(async (signal) => {
      const reading = client.call(listMatters, { query }, { signal });
      const [{ data }, part] = await Promise.all([reading, import('./search/search-page.ts')]);
      this.wear(part.sheets);
      return { page: data, part };
    });
  }

  private askMatter(client: Client, id: string): void {
    if (id === this.asked.matter) return;
    this.asked.matter = id;
    this.forgetMatter();
    void this.guide.run(async (signal) => {
      const reading = getMatter(client, id, { signal });
      const [matter, part] = await Promise.all([reading, import('./guide/guide-page.ts')]);
      this.wear(part.sheets);
      return { matter, part };
    });
  }

  private wear(sheets: readonly CSSResult[]): void {
    for (const sheet of sheets) this.late.add(sheet);
  }

  private forgetMatter(): void {
    this.guide.clear();
    this.answers = {};
    this.ready = new Set();
    this.way = undefined;
    this.openSections = undefined;
    this.unfolded = false;
    this.sharing = false;
    this.said = undefined;
  }

  private onList({ state }: Load<Found>): void {
    const { searched, paged } = this.byPerson;
    this.byPerson = { ...this.byPerson, searched: false, paged: false };
    const { current } = this.list;
    if (current.state === 'ready') {
      if (searched) this.dispatchEvent(new ServiceGuideSearchedEvent(current.value.page.total));
      if (paged) void this.focusOn('#count');
      return;
    }
    // A cursor that no longer fits the data: begin again at the first page.
    const isRefused =
      state === 'failed' && current.state === 'failed' && causeOf(current.error) === 'refused';
    if (isRefused && this.view.cursors.length > 0) this.view = { ...this.view, cursors: [] };
  }

  private onGuide(load: Load<Read>): void {
    if (load.state !== 'ready') return;
    const { matter } = load.value;
    this.bringBack(matter);
    if (!this.compact || this.unfolded) this.wantLate(matter);
    if (this.headingDue) void this.focusOnTitle();
    if (this.byPerson.opened) this.dispatchEvent(new ServiceGuideOpenedEvent(matter.id));
    this.byPerson.opened = false;
  }

  /** The answers that came with the address, else what this browser was asked to keep. */
  private bringBack(matter: Matter): void {
    const scanned = readFragment(location.hash);
    const isOurs = scanned && [matter.id, matter.code].includes(scanned.matter);
    const kept = this.isKiosk ? undefined : readTicks(matter.id);
    this.answers = isOurs ? scanned.answers : (kept?.answers ?? {});
    this.ready = new Set(kept?.ready);
  }

  /** Fetches what a reader needs a moment later than the words. */
  private wantLate({ offices }: Matter): void {
    this.take.want();
    if (offices.length === 0 || latestValue(this.hours.current)) return;
    const client = this.needClient();
    void this.hours.run(async (signal) => {
      const part = await import('./open-now.ts');
      // Not from a cache, whose answer would say what time it was.
      const asking = part.getCalendar(client, { signal, cache: 'reload' }).withResponse();
      const { data, response } = await asking;
      this.time.tell(response.headers.get('date'));
      return { calendar: data, part };
    });
  }

  private async openHall(): Promise<Hall> {
    const { Hall: LateHall, idleNotice } = await import('./hall.ts');
    this.late.add(idleNotice);
    return new LateHall(this, {
      isUsed: () => this.isKiosk && this.isUsed,
      idleSeconds: () => this.idleSeconds,
      wipe: () => this.wipe(),
    });
  }

  private get isUsed(): boolean {
    const { view, matter, answers, ready } = this;
    return (
      view.matter !== matter ||
      isNarrowed(view) ||
      Object.keys(answers).length > 0 ||
      ready.size > 0
    );
  }

  /** Begins anew for the next person. */
  private wipe(): void {
    this.came = [];
    this.office = undefined;
    this.asked = { ...this.asked, matter: '' };
    this.forgetMatter();
    this.go({ ...wholeView, matter: this.matter }, 'replace');
  }

  private show(view: View): void {
    this.view = view;
  }

  /** A step of the person: shows a view and, with routing, puts it into the address. */
  private go(view: View, step: 'push' | 'replace', fromList = false): void {
    this.byPerson.searched ||= view.matter === undefined && this.view.matter === undefined;
    this.show(view);
    this.address.write(view, step, fromList);
  }

  private arrive(view: View): void {
    const from = this.view.matter;
    // An address that names no matter may still be that of a page for one, or of a scanned code.
    const matter = view.matter ?? this.matter ?? readFragment(location.hash)?.matter;
    this.show({ ...view, matter });
    if (matter === from) return;
    this.headingDue = matter !== undefined;
    if (matter === undefined) void this.comeFrom(from);
  }

  private change(change: Partial<View>): void {
    this.go({ ...this.view, ...change, cursors: [] }, 'push');
  }

  private turn(by: 1 | -1, next: string): void {
    if (this.list.current.state !== 'ready') return;
    const { cursors } = this.view;
    this.byPerson.paged = true;
    this.go({ ...this.view, cursors: by > 0 ? [...cursors, next] : cursors.slice(0, -1) }, 'push');
  }

  private openMatter(id: string, event: Event): void {
    // Ctrl, middle button and the like belong to the browser.
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    const goesAway = this.guideUrl !== undefined && !this.isKiosk;
    if (!goesAway) event.preventDefault();
    if (!this.dispatchEvent(new ServiceGuideOpeningEvent(id))) {
      event.preventDefault();
      return;
    }
    if (goesAway) return;
    this.byPerson.opened = true;
    void this.showMatter(id);
  }

  private async startOver(): Promise<void> {
    const from = this.view.matter;
    this.came = [];
    this.go({ ...wholeView }, 'push');
    await this.comeFrom(from);
  }

  private unfold(): void {
    const matter = this.shownMatter;
    if (!matter || !this.dispatchEvent(new ServiceGuideUnfoldingEvent(matter.id))) return;
    this.unfolded = true;
    this.headingDue = true;
    this.wantLate(matter);
    void this.focusOnTitle();
  }

  private answer(matter: Matter, question: string, option: string): void {
    this.answers = { ...this.answers, [question]: option };
    this.said = undefined;
    this.keep(matter);
    const { open, items } = this.checklistOf(matter);
    const bring = items.filter((item) => item.bring).length;
    this.dispatchEvent(new ServiceGuideAnsweredEvent(matter.id, open.length, bring));
  }

  private startAgain(matter: Matter): void {
    this.answers = {};
    this.keep(matter);
    void this.focusOn('.questions input');
  }

  private tick(matter: Matter, material: string): void {
    this.ready = toggled(this.ready, material);
    this.said = undefined;
    this.keep(matter, true);
  }

  private forget(matter: Matter): void {
    this.ready = new Set();
    this.said = this.pageWords?.forgotten;
    this.keep(matter, true);
    void this.focusOn('[part="checklist"] input');
  }

  /** Only ticks make this browser keep anything; a hall screen keeps nothing. */
  private keep({ id }: Matter, ticked = false): void {
    const { answers, ready } = this;
    if (this.isKiosk || (!ticked && ready.size === 0)) return;
    keepTicks(id, { answers, ready: [...ready] });
  }

  private share(): void {
    this.sharing = !this.sharing;
    this.take.want();
  }

  private async print(): Promise<void> {
    await this.withList(async (frame, address) => {
      const { printList } = await import('./take/take.ts');
      printList(frame, address, this.renderRoot as ShadowRoot, [tokens, controls]);
    });
  }

  private async copy(): Promise<void> {
    await this.withList(async (frame, address) => {
      const { copyList } = await import('./take/take.ts');
      const done = await copyList(frame, address, this.renderRoot as ShadowRoot);
      this.said = frame.words[done ? 'copied' : 'copyFailed'];
    });
  }

  /** Does something with the list as it stands; says so when its code cannot be fetched. */
  private async withList(
    act: (frame: GuideFrame, address: string) => Promise<void>,
  ): Promise<void> {
    const words = this.pageWords;
    const matter = this.shownMatter;
    if (!words || !matter) return;
    try {
      await act(this.frame(matter, words), this.shareAddress(matter.id));
    } catch {
      this.said = words.failedTitle;
    }
  }

  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private async focusOnTitle(): Promise<void> {
    await this.updateComplete;
    const title = this.renderRoot.querySelector<HTMLElement>('#guide-title');
    title?.focus();
    this.headingDue = title === null;
  }

  /** Back on the list: where it was left, at the matter that was open. */
  private async comeFrom(matter: string | undefined): Promise<void> {
    await this.updateComplete;
    if (this.view.matter !== undefined) {
      this.headingDue = true;
      await this.focusOnTitle();
      return;
    }
    this.backToPlace?.();
    this.backToPlace = undefined;
    const link = this.renderRoot.querySelector<HTMLElement>(
      `[data-matter="${CSS.escape(matter ?? '')}"]`,
    );
    (link ?? this.renderRoot.querySelector<HTMLElement>('#count'))?.focus({ preventScroll: true });
  }
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** Ids or words in an attribute, separated by spaces. */
function texts(attribute: string | undefined): string[] {
  return attribute?.split(/\s+/).filter(Boolean) ?? [];
}
