import {
  disclosureAttributes,
  stampTexts,
  type DisclosureAttribute,
} from '@open-info/contract/disclosure-attribute';
import type { DocumentGround } from '@open-info/contract/documents';
import { isKnown } from '@open-info/contract/shape';
import type { Client } from '@open-info/sdk/client';
import { getDocument } from '@open-info/sdk/documents';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { withChinese } from '../base/chinese.ts';
import { filledIn } from '../base/fill-in.ts';
import { version } from '../base/version.ts';
import { warn } from '../base/warn.ts';
import { ClientController } from '../controllers/client.ts';
import { latestValue, LoadController } from '../controllers/load.ts';
import { NearestAttribute } from '../controllers/nearest-attribute.ts';
import { TermsController } from '../controllers/terms.ts';
import { loadView } from '../load-view/load-view.styles.ts';
import { renderFailure, renderSkeleton, renderUnconnected } from '../load-view/load-view.ts';
import { controls } from '../themes/controls.styles.ts';
import { tokens } from '../themes/tokens.styles.ts';
import { styles } from './stamp.styles.ts';
import { stampTerms, type StampTerms } from './stamp.terms.ts';

/** What a document says of its own disclosure. */
interface Stamped {
  attribute: DisclosureAttribute;
  /** 附注 as printed on it. */
  stamp: string;
  reason?: string | undefined;
  ground?: DocumentGround | undefined;
}

/**
 * 公开属性: how a document is disclosed, with the exact words it carries (此件公开发布), what they mean, and
 * the reason where one may be told.
 *
 * @summary The disclosure attribute of a document.
 * @status stable
 * @since 0.3.0
 * @slot - A plain sentence for browsers without script; shown again when nothing can be said.
 * @csspart stamp - The words of the stamp.
 * @csspart meaning - What they mean.
 * @csspart reason - The reason.
 * @csspart ground - The ground in law.
 */
export class Stamp extends LitElement {
  static readonly tag: string = 'oi-stamp';
  static readonly version: string = version;
  static override styles = [tokens, controls, loadView, styles];

  /** A client made by the page; goes before provider, meta and `service`. */
  @property({ attribute: false }) client?: Client | undefined;
  /** Replaces single words: `{ request: '我要申请' }`. */
  @property({ attribute: false }) terms?: Partial<StampTerms> | undefined;
  /** Address of the data service, when no provider or `<meta>` names one. */
  @property() service?: string | undefined;
  /** `open`, `onRequest` or `closed`; goes before `document-id`. */
  @property() attribute?: string | undefined;
  /** The document whose attribute is asked from the service. */
  @property({ attribute: 'document-id' }) documentId?: string | undefined;
  /** Why it is not simply open, where that may be told; goes before what the document says. */
  @property() reason?: string | undefined;
  /** Page where a document that is `onRequest` is asked for; `{id}` becomes `document-id`. */
  @property({ attribute: 'request-url' }) requestUrl?: string | undefined;
  /** Only the words of the stamp. */
  @property({ type: Boolean }) compact = false;

  private readonly connection = new ClientController(this);
  private readonly words = new TermsController(this, stampTerms);
  private readonly mode = new NearestAttribute(this, 'data-oi-mode');
  private readonly load = new LoadController<Stamped>(this);
  private asked: { client?: Client; id?: string } = {};

  protected override willUpdate(): void {
    const id = this.documentId;
    if (this.attribute !== undefined || id === undefined) return;
    const client = this.connection.current;
    if (!client || (client === this.asked.client && id === this.asked.id)) return;
    this.asked = { client, id };
    this.load.clear();
    void this.load.run(async (signal) => getDocument(client, id, { signal }));
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
      lang=${this.words.language}
    >
      ${this.renderBody(words)}
    </div>`;
  }

  private renderBody(words: StampTerms): TemplateResult {
    const { attribute, documentId } = this;
    if (attribute !== undefined) {
      return this.renderStamp({ attribute, stamp: '' }, words);
    }
    if (documentId === undefined) return html`<slot></slot>`;
    const { current } = this.load;
    const stamped = latestValue(current);
    if (stamped) return this.renderStamp(stamped, words);
    if (current.state === 'failed') {
      return html`${renderFailure(current.error, words, () => this.retry())}<slot></slot>`;
    }
    if (!this.connection.current && !this.connection.waiting) {
      return html`${renderUnconnected(words)}<slot></slot>`;
    }
    return renderSkeleton(current, words, 1);
  }

  private renderStamp(stamped: Stamped, words: StampTerms): TemplateResult {
    const { attribute, stamp } = stamped;
    if (!isKnown(disclosureAttributes, attribute)) {
      warn(
        'bad-attribute',
        `<${this.localName}> knows no attribute "${attribute}": ${disclosureAttributes.join(', ')}.`,
      );
      return html`<slot></slot>`;
    }
    // The words are law's own, in every language of the page.
    return html`<p class="stamp" part="stamp" data-attribute=${attribute} lang="zh-CN">
        ${stamp || stampTexts[attribute]}
      </p>
      ${this.compact ? nothing : this.renderMeaning(attribute, stamped, words)}`;
  }

  private renderMeaning(
    attribute: (typeof disclosureAttributes)[number],
    { reason = '', ground }: Stamped,
    words: StampTerms,
  ): TemplateResult {
    const { requestUrl, documentId = '' } = this;
    const why = this.reason ?? reason;
    const { language } = this.words;
    const label = ground?.label[language === 'en' ? 'en' : 'zh'];
    return html`<p class="meaning" part="meaning">${words.meanings[attribute]}</p>
      ${why ? html`<p class="reason" part="reason">${withChinese(words.reason(why), language)}</p>` : nothing}
      ${
        ground && label
          ? html`<p class="reason" part="ground">
              ${withChinese(words.ground(label, ground.article), language)}
            </p>`
          : nothing
      }
      ${
        requestUrl && attribute === 'onRequest'
          ? html`<p class="no-print">
              <a class="link" href=${filledIn(requestUrl, documentId)}>${words.request}</a>
            </p>`
          : nothing
      }`;
  }
}
