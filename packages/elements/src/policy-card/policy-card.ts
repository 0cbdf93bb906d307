import type { PolicyMatter } from '@open-info/contract/interpretations';
import type { Client } from '@open-info/sdk/client';
import { documentFileUrl, getDocument } from '@open-info/sdk/documents';
import { interpretationFileUrl } from '@open-info/sdk/interpretations';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { safeAddress } from '../base/blocks.ts';
import { filledIn } from '../base/fill-in.ts';
import * as icons from '../base/icons.ts';
import { LateStyles } from '../base/late-styles.ts';
import { formatInstant } from '../base/moment.ts';
import { version } from '../base/version.ts';
import { ClientController } from '../controllers/client.ts';
import { latestValue, LoadController, type Load } from '../controllers/load.ts';
import { NearestAttribute } from '../controllers/nearest-attribute.ts';
import { TermsController } from '../controllers/terms.ts';
import { WidthController } from '../controllers/width.ts';
import { loadView } from '../load-view/load-view.styles.ts';
import { renderFailure, renderSkeleton, renderUnconnected } from '../load-view/load-view.ts';
import { emptyTray } from '../load-view/vignettes.ts';
import { controls } from '../themes/controls.styles.ts';
import { tokens } from '../themes/tokens.styles.ts';
import type { Comparison } from './comparison/comparison.ts';
import type { CardFrame, MarkedChange } from './parts/card-frame.ts';
import type { Section } from './parts/sections.ts';
import type { Tools } from './parts/tools.ts';
import {
  PolicyMatterOpeningEvent,
  PolicyOpeningEvent,
  PolicyUnfoldingEvent,
  type PolicyOpeningCause,
} from './policy-card.events.ts';
import {
  firstTerms,
  type CardSection,
  type FirstTerms,
  type PolicyCardTerms,
} from './policy-card.terms.ts';
import { readPolicy, type Policy, type PolicyKey } from './policy.ts';

type Card = typeof import('./parts/card.ts');

/** A policy, and the code that draws it. */
interface OpenPolicy {
  policy: Policy;
  card: Card;
}

type MarkChange = typeof import('./comparison/comparison.ts').markedChange;

/**
 * 政策明白看: a policy and its interpretation in one card. Whether it is still in force, who may use it
 * and how, what has changed from the old one, key terms where they stand, questions, whom to ask.
 *
 * @summary A policy that explains itself.
 * @status stable
 * @since 0.3.0
 * @slot - A plain link for browsers without script; shown again when nothing can be read.
 * @fires {PolicyOpeningEvent} oi-policy-opening - Cancelable: a person asked for another policy.
 * @fires {PolicyUnfoldingEvent} oi-policy-unfolding - Cancelable: a person asked for the whole card.
 * @fires {PolicyMatterOpeningEvent} oi-policy-matter-opening - Cancelable: a person asked for a matter.
 * @csspart title - The title.
 * @csspart form - Which kind of interpretation it is.
 * @csspart summary - What it is about, in one sentence.
 * @csspart policy - A policy it explains, with 文号 and 有效性.
 * @csspart validity - 有效性.
 * @csspart banner - That the policy may not be relied upon as it stands.
 * @csspart section - One section.
 * @csspart term - A key term in a text.
 * @csspart meaning - Its meaning, unfolded behind it.
 * @csspart changes - Old and new, row by row.
 * @csspart comparison - The comparison with the older document.
 * @csspart matters - Where to apply.
 * @csspart medium - A picture, recording or video with its words.
 * @csspart document - The text of the document.
 * @csspart interpreter - Whom to ask.
 * @csspart tools - Read aloud, print, share, copy.
 * @csspart read - The button that reads aloud.
 * @csspart share - The QR code.
 * @csspart foot - Dates and source.
 */
export class PolicyCard extends LitElement {
  static readonly tag: string = 'oi-policy-card';
  static readonly version: string = version;
  static override styles = [tokens, controls, loadView];

  /** A client made by the page; goes before provider, meta and `service`. */
  @property({ attribute: false }) client?: Client | undefined;
  /** Replaces single words: `{ copy: '复制全文' }`. */
  @property({ attribute: false }) terms?: Partial<PolicyCardTerms> | undefined;
  /** Address of the data service, when no provider or `<meta>` names one. */
  @property() service?: string | undefined;
  /** The document, by id or 索引号; its latest interpretation is shown. */
  @property({ attribute: 'policy-id' }) policyId?: string | undefined;
  /** The interpretation; without `policy-id` its first document is shown. */
  @property({ attribute: 'interpretation-id' }) interpretationId?: string | undefined;
  /** Page the QR code leads to, `{id}` becomes the id of the document; this page when absent. */
  @property({ attribute: 'share-url' }) shareUrl?: string | undefined;
  /** Page of the guide of a matter with `{id}` in it; goes before the address the record gives. */
  @property({ attribute: 'matter-url' }) matterUrl?: string | undefined;
  /** Page of another policy with `{id}` in it; without one it opens in place. */
  @property({ attribute: 'policy-url' }) policyUrl?: string | undefined;
  /** Every section is open from the start. */
  @property({ type: Boolean }) expanded = false;
  /** Level of the title in the outline of the page, 1 to 4. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;
  /** Title, validity, who may use it and how; the rest when a person asks for it. */
  @property({ type: Boolean }) compact = false;

  private readonly connection = new ClientController(this);
  private readonly words = new TermsController<FirstTerms>(this, firstTerms);
  private readonly mode = new NearestAttribute(this, 'data-oi-mode');
  private readonly width = new WidthController(this);
  private readonly load = new LoadController<OpenPolicy>(this, (load) => this.onLoad(load));
  private asked: PolicyKey & { client?: Client } = {};
  private readonly lateStyles = new LateStyles(this, PolicyCard.styles);
  private tools: Tools | undefined;
  private comparison: Comparison | undefined;
  private markChange: MarkChange | undefined;
  private lateWanted = false;
  private headingDue = false;
  private shownSections: readonly CardSection[] = [];
  /** What a person went on to from what the page names. */
  @state() private trail: readonly PolicyKey[] = [];
  /** Undefined until a person opens or closes one. */
  @state() private openSections: ReadonlySet<CardSection> | undefined;
  @state() private explained: ReadonlySet<string> = new Set();
  @state() private unfolded = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('policyId') || changed.has('interpretationId')) this.trail = [];
    this.ask();
  }

  /** Asks again for what could not be read. */
  retry(): void {
    this.load.retry();
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
      ${this.renderBody(words)}
    </div>`;
  }

  private renderBody(words: FirstTerms): TemplateResult {
    const { current } = this.load;
    const open = latestValue(current);
    if (open) {
      return html`${
        current.state === 'failed'
          ? renderFailure(current.error, words, () => this.retry(), true)
          : nothing
      }${this.renderCard(open)}`;
    }
    if (current.state === 'failed') {
      return html`${renderFailure(current.error, words, () => this.retry())}${this.renderBack(words)}<slot
        ></slot>`;
    }
    if (!this.hasKey) return html`<slot></slot>`;
    if (!this.connection.current && !this.connection.waiting) {
      return html`${renderUnconnected(words)}<slot></slot>`;
    }
    return renderSkeleton(current, words, 3);
  }

  private renderCard({ policy, card }: OpenPolicy): unknown {
    const words = this.words.withPart(card.cardTerms);
    if (!words) return nothing;
    const { document, interpretation } = policy;
    const short = this.compact && !this.unfolded;
    const frame = this.frame(policy, words);
    const sections = card.sectionsOf(policy, frame, short);
    this.shownSections = sections.map(({ name }) => name);
    const address = this.address(document?.id);
    return html`<article class="card" aria-labelledby="card-title">
      ${this.renderBack(words)} ${card.renderHead(policy, frame)}
      ${document ? card.renderBanner(document, frame) : nothing} ${this.renderChoice(policy, words)}
      ${
        interpretation
          ? nothing
          : html`<div class="message none">
              ${emptyTray}
              <p class="message-title">${words.none}</p>
              ${document?.body.length ? html`<p>${words.noneText}</p>` : nothing}
            </div>`
      }
      ${short ? nothing : (this.tools?.render({ policy, sections, frame, address }) ?? card.renderToolsPlace(frame))}
      ${this.renderSections(sections, frame, short)}
      ${interpretation ? card.renderInterpreter(interpretation.interpreter, frame) : nothing}
      ${
        short && interpretation
          ? html`<p class="no-print">
              <button class="button primary" type="button" @click=${() => this.unfold()}>
                ${words.unfold}
              </button>
            </p>`
          : nothing
      }
      ${card.renderFoot(policy, frame)}
    </article>`;
  }

  private renderBack(words: FirstTerms): unknown {
    if (this.trail.length === 0) return nothing;
    return html`<p class="no-print">
      <button class="link back" type="button" @click=${() => this.goBack()}>
        ${icons.back}${words.back}
      </button>
    </p>`;
  }

  private renderChoice({ document, interpretation }: Policy, words: PolicyCardTerms): unknown {
    const all = document?.interpretationList ?? [];
    if (!document || all.length < 2) return nothing;
    return html`<nav class="choice no-print" aria-label=${words.choose}>
      <p class="small soft">${words.choose}</p>
      <ul>
        ${all.map(
          ({ id, title, form, publishedAt }) =>
            html`<li>
              <button
                class="choice-button"
                type="button"
                aria-current=${id === interpretation?.id ? 'true' : 'false'}
                @click=${() => this.follow({ policyId: document.id, interpretationId: id }, true)}
              >
                <span class="badge">${words.forms[form] ?? form}</span>
                <span lang="zh-CN"
                  >${title}
                  <span class="soft small number"
                    >${formatInstant(publishedAt).slice(0, 10)}</span
                  ></span
                >
              </button>
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  private renderSections(
    sections: readonly Section[],
    frame: CardFrame,
    short: boolean,
  ): TemplateResult {
    const { words, headingLevel } = frame;
    const all = sections.every(({ name }) => frame.isOpen(name));
    return html`${
        short || sections.length < 2
          ? nothing
          : html`<p class="expand no-print">
              <button class="link" type="button" @click=${() => this.openAll(sections, !all)}>
                ${all ? words.collapseAll : words.expandAll}
              </button>
            </p>`
      }
      <div class="sections">
        ${sections.map(({ name, content }) => {
          const open = frame.isOpen(name);
          return html`<section class="section" part="section" data-section=${name}>
            <p class="section-head" role="heading" aria-level=${headingLevel + 1}>
              <button
                class="section-button"
                id="head-${name}"
                type="button"
                aria-expanded=${open ? 'true' : 'false'}
                aria-controls="panel-${name}"
                @click=${() => frame.toggle(name)}
              >
                ${words.sections[name]}
              </button>
            </p>
            <div class="panel" id="panel-${name}" lang="zh-CN" ?hidden=${!open}>${content()}</div>
          </section>`;
        })}
      </div>`;
  }

  private frame(policy: Policy, words: PolicyCardTerms): CardFrame {
    const { document } = policy;
    const wide = this.width.value === 'wide';
    const { language } = this.words;
    const mark = this.markChange;
    const marked: MarkedChange | undefined =
      mark && ((before, after) => mark(before, after, { words, language }));
    return {
      words,
      language,
      wide,
      marked,
      kiosk: this.mode.value === 'kiosk',
      headingLevel: this.headingLevel,
      isOpen: (section) => this.opened.has(section),
      toggle: (section) => (this.openSections = toggled(this.opened, section)),
      isExplained: (key) => this.explained.has(key),
      explain: (key) => (this.explained = toggled(this.explained, key)),
      policyHref: (id) => this.policyHref(id),
      openPolicy: (id, cause, event) => this.openPolicy(id, cause, event),
      matterHref: (matter) => this.matterHref(matter),
      openMatter: (matter, event) => this.openMatter(matter, event),
      documentFile: (id, file) => documentFileUrl(this.needClient(), id, file),
      interpretationFile: (id, file) => interpretationFileUrl(this.needClient(), id, file),
      comparison: () =>
        document && this.comparison
          ? this.comparison.render(document, { words, language, wide })
          : nothing,
    };
  }

  /** Until a person decides otherwise the first section is open, or all; in a compact card none is. */
  private get opened(): ReadonlySet<CardSection> {
    if (this.openSections) return this.openSections;
    const short = this.compact && !this.unfolded;
    return new Set(short ? [] : this.shownSections.slice(0, this.expanded ? undefined : 1));
  }

  private openAll(sections: readonly Section[], open: boolean): void {
    this.openSections = new Set(open ? sections.map(({ name }) => name) : []);
  }

  private unfold(): void {
    if (!this.dispatchEvent(new PolicyUnfoldingEvent())) return;
    this.unfolded = true;
    this.headingDue = true;
    this.wantLate();
    void this.focusOnTitle();
  }

  private get key(): PolicyKey {
    const { policyId, interpretationId, trail } = this;
    return trail[trail.length - 1] ?? { policyId, interpretationId };
  }

  private get hasKey(): boolean {
    const { policyId, interpretationId } = this.key;
    return Boolean(policyId ?? interpretationId);
  }

  private ask(): void {
    const client = this.connection.current;
    const { policyId, interpretationId } = this.key;
    const { asked } = this;
    if (!client || !this.hasKey) return;
    if (
      asked.client === client &&
      asked.policyId === policyId &&
      asked.interpretationId === interpretationId
    ) {
      return;
    }
    this.asked = { client, policyId, interpretationId };
    this.load.clear();
    void this.load.run(async (signal) => {
      const [policy, card] = await Promise.all([
        readPolicy(client, { policyId, interpretationId }, { signal }),
        import('./parts/card.ts'),
      ]);
      card.cardStyles.forEach((sheet) => this.lateStyles.add(sheet));
      return { policy, card };
    });
  }

  private onLoad(load: Load<OpenPolicy>): void {
    if (load.state !== 'ready') return;
    if (!this.compact || this.unfolded) this.wantLate();
    void this.focusOnTitle();
  }

  /** Fetches what a reader needs a moment later than the words. */
  private wantLate(): void {
    if (this.lateWanted) return;
    this.lateWanted = true;
    void this.fetchLate().catch(() => (this.lateWanted = false));
  }

  private async fetchLate(): Promise<void> {
    const [{ Tools: LateTools }, { Comparison: LateComparison, markedChange }] = await Promise.all([
      import('./parts/tools.ts'),
      import('./comparison/comparison.ts'),
    ]);
    this.tools = new LateTools(this, this.lateStyles.all);
    this.comparison = new LateComparison(this, (id, signal) =>
      getDocument(this.needClient(), id, { signal }),
    );
    this.markChange = markedChange;
    this.requestUpdate();
  }

  private openPolicy(id: string, cause: PolicyOpeningCause, event: Event): void {
    if (!this.dispatchEvent(new PolicyOpeningEvent(id, cause))) event.preventDefault();
    else if (this.policyHref(id) === undefined) this.follow({ policyId: id });
  }

  /** Where a policy has a page of its own; on a hall screen all opens in place. */
  private policyHref(id: string): string | undefined {
    const { policyUrl } = this;
    return policyUrl === undefined || this.mode.value === 'kiosk'
      ? undefined
      : filledIn(policyUrl, id);
  }

  private matterHref({ matterId, url }: PolicyMatter): string | undefined {
    if (this.mode.value === 'kiosk') return undefined;
    const own = this.matterUrl;
    return own === undefined || matterId === undefined ? safeAddress(url) : filledIn(own, matterId);
  }

  private openMatter({ matterId, url }: PolicyMatter, event: Event): void {
    if (!this.dispatchEvent(new PolicyMatterOpeningEvent(matterId, url))) event.preventDefault();
  }

  /** @param sideways another view of the same policy, so that going back passes it by */
  private follow(key: PolicyKey, sideways = false): void {
    const { trail } = this;
    this.show(sideways && trail.length > 0 ? [...trail.slice(0, -1), key] : [...trail, key]);
  }

  private goBack(): void {
    this.show(this.trail.slice(0, -1));
  }

  private show(trail: readonly PolicyKey[]): void {
    this.trail = trail;
    this.openSections = undefined;
    this.explained = new Set();
    this.headingDue = true;
    this.tools?.reset();
    this.comparison?.close();
  }

  private async focusOnTitle(): Promise<void> {
    if (!this.headingDue) return;
    this.headingDue = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#card-title')?.focus();
  }

  private address(id: string | undefined): string {
    if (this.shareUrl === undefined) return location.href;
    return new URL(filledIn(this.shareUrl, id ?? ''), document.baseURI).href;
  }

  private needClient(): Client {
    const client = this.connection.current;
    if (!client) throw new Error('No service is connected.');
    return client;
  }
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
