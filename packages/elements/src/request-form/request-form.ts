import type { RequestReceipt } from '@open-info/contract/requests';
import type { Client } from '@open-info/sdk/client';
import { isOpenInfoError } from '@open-info/sdk/errors';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LateStyles } from '../base/late-styles.ts';
import { version } from '../base/version.ts';
import { ClientController } from '../controllers/client.ts';
import { Late } from '../controllers/late.ts';
import { NearestAttribute } from '../controllers/nearest-attribute.ts';
import { TermsController } from '../controllers/terms.ts';
import { controls } from '../themes/controls.styles.ts';
import { fields } from '../themes/fields.styles.ts';
import { tokens } from '../themes/tokens.styles.ts';
import type { AttachmentTerms } from './beside/attachment.terms.ts';
import type { OfferTerms } from './beside/offer.terms.ts';
import type { Entry, Filing } from './entry.ts';
import type { FilingController, FilingState, Sending } from './filing.ts';
import { takeArrival } from './hall/arrival.ts';
import type { HallTerms } from './hall/hall.terms.ts';
import type { ReceiptTerms } from './receipt/receipt.terms.ts';
import { renderForm, type WholeForm } from './parts/form.ts';
import type { FormPage } from './parts/page.ts';
import { renderUnconnected, type SaidFault } from './parts/frame.ts';
import { Readings } from './readings.ts';
import {
  RequestFormSubmittedEvent,
  RequestFormSubmittingEvent,
  RequestFormUndoneEvent,
} from './request-form.events.ts';
import { styles } from './request-form.styles.ts';
import { firstTerms, type FirstTerms, type RequestFormTerms } from './request-form.terms.ts';
import type { Speech } from './speech.ts';
import { Walk } from './walk.ts';
import { Writing, type HeldFile, type Written } from './writing.ts';

const foldedPicker = { search: '', isOpen: false };

/** Words of what is fetched after the form. */
type LateTerms = AttachmentTerms & OfferTerms & ReceiptTerms & HallTerms;

/**
 * The disclosure request (依申请公开): from what is sought to the receipt, by the fields of
 * 《政府信息公开条例》第二十九条 and no others. With `kind="correction"` the request of art. 41.
 *
 * @summary Files a request for government information.
 * @status stable
 * @since 0.2.0
 * @slot - A plain link for browsers without script; shown again when no service is connected.
 * @slot deadline - Inside the receipt, for an `<oi-deadline-clock>` of the page.
 * @fires {RequestFormStepEvent} oi-request-form-step - A person went to another step.
 * @fires {RequestFormSubmittingEvent} oi-request-form-submitting - Cancelable: a person submits.
 * @fires {RequestFormSubmittedEvent} oi-request-form-submitted - The request is filed.
 * @fires {RequestFormUndoneEvent} oi-request-form-undone - The filing was taken back.
 * @fires {RequestFormOfferOpeningEvent} oi-request-form-offer-opening - Cancelable: something public is opened.
 * @csspart offers - What may be public already.
 * @csspart privacy - The notice on personal data.
 * @csspart receipt - The receipt.
 */
export class RequestForm extends LitElement {
  static readonly tag: string = 'oi-request-form';
  static readonly version: string = version;
  static override styles = [tokens, controls, fields, styles];

  /** A client made by the page; goes before provider, meta and `service`. */
  @property({ attribute: false }) client?: Client | undefined;
  /** Replaces single words: `{ submit: '递交' }`. */
  @property({ attribute: false }) terms?: Partial<RequestFormTerms & LateTerms> | undefined;
  /** Address of the data service, when no provider or `<meta>` names one. */
  @property() service?: string | undefined;
  /** Id of the organ that is asked; without it a person chooses. */
  @property() organ?: string | undefined;
  /** `disclosure` 信息公开申请, or `correction` 更正申请 (art. 41). */
  @property() kind: 'disclosure' | 'correction' = 'disclosure';
  /** Title above the form. */
  @property() heading?: string | undefined;
  /** Level of the title in the outline of the page, 1 to 5. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;
  /** Page where progress is followed, for the QR code of the receipt. */
  @property({ attribute: 'status-url' }) statusUrl?: string | undefined;
  /** Page with this form that a phone opens from a hall screen; the present page when absent. */
  @property({ attribute: 'phone-url' }) phoneUrl?: string | undefined;
  /** On a hall screen: seconds without a touch until the countdown to the wipe is shown. */
  @property({ attribute: 'idle-seconds', type: Number }) idleSeconds = 60;

  private readonly connection = new ClientController(this);
  private readonly words = new TermsController<FirstTerms>(this, firstTerms);
  private readonly mode = new NearestAttribute(this, 'data-oi-mode');
  private readonly lateStyles = new LateStyles(this, RequestForm.styles);
  private readonly readings = new Readings(this);
  private readonly writing = new Writing(this);
  /** Comes with the steps that lead to filing. */
  private filing: FilingController | undefined;
  private readonly offers = new Late(this, async () => {
    const { AlreadyPublic } = await import('./beside/already-public.ts');
    return new AlreadyPublic(this, {
      ...this.speech,
      asked: () => this.asked,
      askOther: () => (this.organ === undefined ? (organId) => this.write({ organId }) : undefined),
    });
  });
  private readonly attaching = new Late(this, async () => {
    const { Attaching } = await import('./beside/attaching.ts');
    const attaching = new Attaching(this, {
      ...this.speech,
      client: () => this.needClient(),
      rules: () => this.readings.rules.current,
      retry: () => this.retry(),
      held: (files) => this.hold(files),
    });
    attaching.show(this.writing.now.files);
    return attaching;
  });
  /** The steps behind the first, and what checks every one; fetched beside the first answer. */
  private readonly further = new Late(this, async () => {
    const further = await import('./parts/further.ts');
    this.lateStyles.add(further.furtherStyles);
    this.filing ??= new further.FilingController(this, (ended) => this.onEnded(ended));
    return further;
  });
  private readonly walk = new Walk(this, {
    writing: this.writing,
    checks: () => this.further.value,
    fileFault: () => this.attaching.value?.fault,
    filing: () => this.facts,
  });
  private readonly hall = new Late(this, async () => {
    const { Hall } = await import('./hall/hall.ts');
    const hall = new Hall(this, {
      ...this.speech,
      writing: this.writing,
      client: () => this.needClient(),
      page: () => this.phoneUrl ?? location.href,
      arrived: (written) => this.arrive(written),
      isUsed: () => this.isKiosk && !(this.writing.isBlank && this.walk.step === 'sought'),
      idleSeconds: () => this.idleSeconds,
      wipe: () => this.wipe(),
    });
    if (this.arrival !== undefined) hall.arrive(this.arrival);
    this.arrival = undefined;
    return hall;
  });
  private readonly speech: Speech = {
    language: () => this.words.language,
    words: (both) => {
      const own = both[this.words.language];
      return this.words.withPart(own) ?? own;
    },
    style: (sheet) => this.lateStyles.add(sheet),
  };
  /** What was scanned from a hall screen, until it is taken. */
  private arrival: string | undefined;
  @state() private picker = foldedPicker;
  @state() private clearAsked = false;
  /** Language in which the service was last asked to do something: it answers in it. */
  private askedIn: 'zh' | 'en' = 'zh';
  /** A person wants to go on to a step whose code is not there yet. */
  private goesOn = false;

  /** @internal */
  get draftKey(): string | undefined {
    if (this.isKiosk) return undefined;
    return `oi-request-form:${this.organ ?? '*'}${this.kind === 'correction' ? ':correction' : ''}`;
  }

  override connectedCallback(): void {
    this.arrival ??= takeArrival();
    super.connectedCallback();
  }

  protected override willUpdate(): void {
    this.readings.ask(this.connection.current);
    this.further.want();
    if (this.walk.step === 'check') this.readings.prepareReceipt();
    if (this.walk.step !== 'sought') this.picker = foldedPicker;
    const isArriving = this.arrival !== undefined && this.connection.current !== undefined;
    if (this.isKiosk || isArriving) this.hall.want();
  }

  /** What is not needed to begin is fetched once the form is on show. */
  protected override firstUpdated(): void {
    setTimeout(() => {
      this.offers.want();
      this.attaching.want();
    });
  }

  protected override updated(): void {
    if (!this.goesOn || !this.further.value) return;
    this.goesOn = false;
    void this.updateComplete.then(() => this.walk.next());
  }

  /** Asks again for what could not be read. */
  retry(): void {
    this.readings.retry();
    this.further.retry();
  }

  /** Forgets everything that was typed, on the device as well, and begins again. */
  wipe(): void {
    const late = [this.attaching, this.offers, this.hall].map(({ value }) => value);
    for (const part of [this.filing, this.writing, ...late]) part?.clear();
    this.picker = foldedPicker;
    this.clearAsked = false;
    this.goesOn = false;
    this.renderRoot.querySelector('form')?.reset();
    void this.walk.begin();
  }

  protected override render(): TemplateResult {
    const words = this.words.current;
    // The plain link stands in for the moment it takes to fetch another language.
    if (!words) return html`<slot></slot>`;
    const isConnected = this.connection.current !== undefined || this.connection.waiting;
    return html`<div
      class="frame"
      data-mode=${this.mode.value || 'standard'}
      lang=${this.words.language}
    >
      ${isConnected ? this.renderWhole(words) : renderUnconnected(words)}
      ${this.hall.value?.renderIdle()}
    </div>`;
  }

  private renderWhole(words: FirstTerms): TemplateResult {
    const { writing, walk } = this;
    const organ = this.readings.organ(this.facts.organId);
    const faults = this.sayFaults();
    const page: FormPage = {
      words,
      language: this.words.language,
      entry: writing.now.entry,
      faults: new Map(faults.map(({ field, text }) => [field, text])),
      kind: this.kind,
      kiosk: this.isKiosk,
      set: (changes) => this.write(changes),
    };
    return renderForm({
      page,
      heading: this.heading ?? words.heading[this.kind],
      headingLevel: this.headingLevel,
      walk,
      faults,
      writing,
      filing: this.filingState,
      organ,
      sought: {
        fixedOrgan: this.organ === undefined ? undefined : (organ?.name ?? ''),
        picker: {
          ...this.picker,
          load: this.readings.organs.current,
          find: (search) => (this.picker = { search, isOpen: true }),
          choose: (organId) => this.write({ organId }),
          open: () => this.openPicker(),
          retry: () => this.retry(),
        },
        offers: this.offers.value,
        // A hall screen opens no files.
        attaching: this.isKiosk ? undefined : this.attaching.value,
      },
      further: this.furtherSteps(page, organ?.name ?? ''),
      late: {
        isAwaited: this.goesOn,
        error: this.further.error,
        retry: () => this.further.retry(),
      },
      clearing: {
        asked: this.clearAsked,
        ask: (asked) => void this.askToClear(asked),
        clear: () => this.wipe(),
      },
      hall: this.hall.value,
      next: () => this.next(),
      submit: () => this.submit(),
    });
  }

  private sayFaults(): SaidFault[] {
    const part = this.further.value;
    const words = part && this.words.withPart(part.furtherTerms);
    if (!words) return [];
    const ofFiles = this.attaching.value?.words;
    return this.walk.faults.map((fault) => ({
      field: fault.field,
      text: part.sayFormFault(fault, this.language, words, ofFiles),
    }));
  }

  private furtherSteps(page: FormPage, organ: string): WholeForm['further'] {
    const part = this.further.value;
    const words = part && this.words.withPart(part.furtherTerms);
    const { writing, walk, filing } = this;
    if (!words || !filing) return undefined;
    const rules = this.readings.knownRules;
    const steps: NonNullable<WholeForm['further']>['steps'] = {
      page: { ...page, words },
      filing: filing.current,
      quotes: this.askedIn === this.language,
      applicant: { organ, retentionDays: rules?.retentionDays },
      check: {
        organ,
        organIsFixed: this.organ !== undefined,
        fileNames: writing.now.files.map(({ name }) => name),
        undoMinutes: rules?.undoMinutes,
        sent: writing.restored?.sent ?? false,
        change: (step, field) => void walk.go(step, field),
        tryNow: filing.tryNow,
        cancel: () => filing.cancel(),
      },
      receipt: {
        undoMinutes: filing.undoMinutes,
        undo: () => void this.undo(),
        again: () => this.again(),
        another: this.isKiosk ? undefined : () => this.wipe(),
        more: this.renderRest(words),
      },
    };
    return { part, steps };
  }

  private renderRest(words: RequestFormTerms): unknown {
    const current = this.filingState;
    if (current.state !== 'filed') return nothing;
    const found = this.readings.receiptPart;
    if (!found) return nothing;
    const { part, calendar } = found;
    this.lateStyles.add(part.receiptStyles);
    const { language } = this.words;
    return part.renderReceiptMore({
      host: this,
      language,
      words: { ...part.receiptTerms[language], ...words },
      receipt: current.receipt,
      calendar,
      policy: this.readings.knownRules?.policy ?? {},
      statusUrl: this.statusUrl,
      kiosk: this.isKiosk,
    });
  }

  private get filingState(): FilingState {
    return this.filing?.current ?? { state: 'idle' };
  }

  private get isKiosk(): boolean {
    return this.mode.value === 'kiosk';
  }

  private get language(): 'zh' | 'en' {
    return this.words.language === 'en' ? 'en' : 'zh';
  }

  private get facts(): Filing {
    const { entry, files } = this.writing.now;
    const organId = this.organ ?? entry.organId;
    return { kind: this.kind, organId, attachments: files.map(({ token }) => token) };
  }

  private get asked(): { id: string; name: string | undefined } {
    const { organId: id } = this.facts;
    return { id, name: this.readings.organ(id)?.name };
  }

  private hold(files: readonly HeldFile[]): void {
    this.writing.change({ files });
    this.walk.recheckFiles();
  }

  private needClient(): Client {
    const client = this.connection.current;
    if (!client) throw new Error('No service is connected.');
    return client;
  }

  private needFurther(): typeof import('./parts/further.ts') {
    const part = this.further.value;
    if (!part) throw new Error('The steps behind the first are not there.');
    return part;
  }

  private write(changes: Partial<Entry>): void {
    this.writing.set(changes);
    this.walk.recheck(changes);
    // Not folded away at once: arrow keys choose each organ they pass.
    if (changes.organId !== undefined) this.picker = { ...this.picker, isOpen: true };
    if (changes['sought.name'] !== undefined) {
      this.offers.value?.look(this.connection.current, changes['sought.name']);
    }
  }

  private openPicker(): void {
    this.picker = { search: '', isOpen: true };
    void this.walk.focusOn('organ-search');
  }

  private async askToClear(asked: boolean): Promise<void> {
    this.clearAsked = asked;
    await this.walk.focusOn(asked ? 'clear-yes' : 'clear');
  }

  /** Goes on; where the code of the next step is still on its way, as soon as it is there. */
  private next(): void {
    if (this.further.value) {
      this.walk.next();
      return;
    }
    this.goesOn = true;
    this.further.retry();
    this.requestUpdate();
  }

  private submit(): void {
    const { filing } = this;
    if (!filing || filing.isUnderWay || !this.walk.checkAll()) return;
    if (!this.dispatchEvent(new RequestFormSubmittingEvent())) return;
    void filing.submit((sending) => this.send(sending));
  }

  private async send({ signal, onChallenge }: Sending): Promise<RequestReceipt> {
    const { language } = this;
    this.askedIn = language;
    const trap = this.renderRoot.querySelector<HTMLInputElement>('#website')?.value;
    const { answerIn, submitRequest, toSubmission } = this.needFurther();
    const submission = toSubmission(this.writing.now.entry, this.facts);
    // Before it leaves: if the page dies now, the same key finds the receipt again.
    this.writing.change({ sent: true });
    this.writing.flush();
    return submitRequest(
      this.needClient(),
      { ...submission, website: trap === '' ? undefined : trap },
      { signal, headers: answerIn(language), onChallenge, idempotencyKey: this.writing.now.key },
    );
  }

  private onEnded(ended: FilingState): void {
    if (ended.state === 'filed') {
      void this.walk.go('receipt');
      this.writing.forget();
      this.dispatchEvent(new RequestFormSubmittedEvent(ended.receipt.number));
    }
    if (ended.state === 'failed') this.onRefused(ended.error);
  }

  /** The service said no: nothing was filed, and it may have said which field is to blame. */
  private onRefused(error: unknown): void {
    this.writing.change({ sent: false });
    if (!isOpenInfoError(error)) return;
    if (error.problem?.code === 'key-reused') this.writing.renewKey();
    const faults = this.needFurther().faultsIn(error, this.askedIn);
    if (!this.walk.show(faults)) void this.walk.focusOn('failure');
  }

  private async undo(): Promise<void> {
    const done = await this.filing?.undo(async (receipt) => {
      const { undoFiling } = await import('./receipt/undo.ts');
      this.askedIn = this.language;
      return undoFiling(this.needClient(), receipt, this.needFurther().answerIn(this.askedIn));
    });
    const current = this.filingState;
    if (done && current.state === 'undone') {
      this.dispatchEvent(new RequestFormUndoneEvent(current.receipt.number));
    }
    await this.walk.focusOn(done ? 'step-heading' : 'failure');
  }

  /** After taking a filing back: the same words once more, as another request. */
  private again(): void {
    this.filing?.clear();
    this.attaching.value?.clear();
    this.writing.change({ files: [] });
    this.writing.renewKey();
    void this.walk.go('check');
  }

  private arrive(written: Written): void {
    this.writing.take(written);
    this.attaching.value?.show(written.files);
    void this.walk.focusOn('step-heading');
  }
}
