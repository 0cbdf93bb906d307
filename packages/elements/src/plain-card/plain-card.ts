import type { PlainCard } from '@open-info/contract/cards';
import { getCard } from '@open-info/sdk/cards';
import type { Client } from '@open-info/sdk/client';
import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { version } from '../base/version.ts';
import { ClientController } from '../controllers/client.ts';
import { latestValue, LoadController } from '../controllers/load.ts';
import { NearestAttribute } from '../controllers/nearest-attribute.ts';
import { TermsController } from '../controllers/terms.ts';
import { WidthController } from '../controllers/width.ts';
import { loadView } from '../load-view/load-view.styles.ts';
import { renderFailure, renderSkeleton, renderUnconnected } from '../load-view/load-view.ts';
import { controls } from '../themes/controls.styles.ts';
import { tokens } from '../themes/tokens.styles.ts';
import { policyAddress } from './address.ts';
import type * as CardPages from './parts/card-page.ts';
import { styles } from './plain-card.styles.ts';
import { plainCardTerms, type PlainCardTerms } from './plain-card.terms.ts';

/** A card as read, with the code that shows it. */
interface OpenCard {
  card: PlainCard;
  /** Address of the service it came from. */
  service: string;
  pages: typeof CardPages;
}

/**
 * 明白卡: who gets what, how, and whom to ask, on one page for screen, print (A5 or A4) and as a picture.
 * It is read anew from the service each time, so it cannot differ from its policy.
 *
 * @summary One page that makes a policy plain.
 * @status stable
 * @since 0.3.0
 * @slot - A plain link for browsers without script; shown again when nothing can be read.
 * @csspart card - The card.
 * @csspart validity - Whether the policy is in force.
 * @csspart standing - What a policy that is not simply in force tells its reader.
 * @csspart who - 谁能享受.
 * @csspart what - 享受什么.
 * @csspart how - 怎么办.
 * @csspart ask - 找谁问.
 * @csspart origin - Version and 数据截至.
 */
export class PlainCardElement extends LitElement {
  static readonly tag: string = 'oi-plain-card';
  static readonly version: string = version;
  static override styles = [tokens, controls, loadView, styles];

  /** A client made by the page; goes before provider, meta and `service`. */
  @property({ attribute: false }) client?: Client | undefined;
  /** Replaces single words: `{ kicker: '民政惠民明白卡' }`. */
  @property({ attribute: false }) terms?: Partial<PlainCardTerms> | undefined;
  /** Address of the data service, when no provider or `<meta>` names one. */
  @property() service?: string | undefined;
  /** Id of the document. */
  @property({ attribute: 'policy-id' }) policyId?: string | undefined;
  /** Paper: `a5` or `a4`. */
  @property() format = 'a5';
  /** Page of the policy the QR code leads to, with `{id}`; where the service says when absent. */
  @property({ attribute: 'policy-url' }) policyUrl?: string | undefined;
  /** Level of the title in the outline of the page, 1 to 5. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  private readonly connection = new ClientController(this);
  private readonly words = new TermsController(this, plainCardTerms);
  private readonly mode = new NearestAttribute(this, 'data-oi-mode');
  private readonly width = new WidthController(this);
  private readonly load = new LoadController<OpenCard>(this);
  private asked: { client?: Client; id?: string } = {};
  @state() private notice: CardPages.Notice | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.onBeforePrint);
    window.addEventListener('afterprint', this.onAfterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.onBeforePrint);
    window.removeEventListener('afterprint', this.onAfterPrint);
  }

  protected override willUpdate(): void {
    const client = this.connection.current;
    const id = this.policyId;
    if (!client || id === undefined) return;
    if (client === this.asked.client && id === this.asked.id) return;
    this.asked = { client, id };
    this.notice = undefined;
    this.load.clear();
    void this.load.run(async (signal) => {
      const [card, pages] = await Promise.all([
        getCard(client, id, { signal }),
        import('./parts/card-page.ts'),
      ]);
      pages.styleCard(this.renderRoot as ShadowRoot, PlainCardElement.styles);
      return { card, service: client.baseUrl, pages };
    });
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
      <div class="sheet" data-paper=${this.paper}></div>
      <div class="screen">${this.renderBody(words)}</div>
    </div>`;
  }

  private renderBody(words: PlainCardTerms): TemplateResult {
    const { current } = this.load;
    const open = latestValue(current);
    if (open) {
      return html`${
        current.state === 'failed'
          ? renderFailure(current.error, words, () => this.retry(), true)
          : ''
      }
      ${open.pages.renderCard(this.pageOf(open, words))}`;
    }
    if (current.state === 'failed') {
      return html`${renderFailure(current.error, words, () => this.retry())}<slot></slot>`;
    }
    if (!this.connection.current && !this.connection.waiting) {
      return html`${renderUnconnected(words)}<slot></slot>`;
    }
    return this.policyId === undefined ? html`<slot></slot>` : renderSkeleton(current, words, 4);
  }

  private get paper(): 'a5' | 'a4' {
    return this.format.toLowerCase() === 'a4' ? 'a4' : 'a5';
  }

  private pageOf({ card, service, pages }: OpenCard, words: PlainCardTerms): CardPages.CardPage {
    return {
      host: this,
      card,
      words: pages.cardWords(words, this.words.language),
      language: this.words.language,
      address: policyAddress(card, service, this.policyUrl),
      paper: this.paper,
      kiosk: this.mode.value === 'kiosk',
      headingLevel: this.headingLevel,
      notice: this.notice,
      notify: (notice) => {
        this.notice = notice;
      },
    };
  }

  /** The page around is printed: the card goes with it as it is drawn, on one page. */
  private readonly onBeforePrint = (): void => {
    const open = latestValue(this.load.current);
    const words = this.words.current;
    if (!open || !words) return;
    const sheet = this.renderRoot.querySelector('.sheet');
    sheet?.replaceChildren(open.pages.drawCard(this.pageOf(open, words)));
  };

  private readonly onAfterPrint = (): void => {
    this.renderRoot.querySelector('.sheet')?.replaceChildren();
  };
}
