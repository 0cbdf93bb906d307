import type {
  SubscriptionOrder,
  SubscriptionPending,
  SubscriptionRules,
} from '@open-info/contract/subscriptions';
import type { Client } from '@open-info/sdk/client';
import { isOpenInfoError } from '@open-info/sdk/errors';
import { newIdempotencyKey } from '@open-info/sdk/idempotency';
import { getSubscriptionRules, subscribe } from '@open-info/sdk/subscriptions';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { withChinese } from '../../base/chinese.ts';
import { answerIn, faultsIn, sayFault, shortOf, type Fault } from '../../base/faults.ts';
import { renderRadioField, renderTextField } from '../../base/field.ts';
import { folded, unfoldFaults } from '../../base/folded.ts';
import { formatInstant } from '../../base/moment.ts';
import { unbroken } from '../../base/unbroken.ts';
import type { Language } from '../../controllers/terms.ts';
import type { FollowTerms } from '../follow.terms.ts';
import { renderFailure } from './failure.ts';
import { panelTerms } from './panel.terms.ts';
import { quietOf, renderTimes, timesOf, type Times } from './times.ts';

export { sheets } from './panel.styles.ts';

export interface OrderFormOptions {
  client: () => Client;
  /** The service took it. */
  taken: (pending: SubscriptionPending) => void;
  cancel: () => void;
}

export interface OrderFormView {
  words: FollowTerms;
  language: Language;
  headingLevel: number;
  kind: string;
  subject: string;
  label: string | undefined;
}

export interface PendingView {
  words: FollowTerms;
  headingLevel: number;
  /** The same once more, for another address. */
  again: () => void;
}

/** Fields that say themselves what is wrong with them. */
const shownFields: readonly string[] = [
  'subject.id',
  'subject.code',
  'channel',
  'to',
  'quiet.from',
  'quiet.to',
  'consent',
];

/** What is wrong with an order; worded when it is shown. */
type OrderFault = Fault | { field: string; said: 'mismatch' };

type Sending = 'no' | 'yes' | 'proving';

/**
 * The form of an order. What is typed stays in this object through every failure, and leaves it only
 * in the body of the question.
 */
export class OrderForm {
  readonly terms = panelTerms;
  private readonly host: LitElement;
  private readonly options: OrderFormOptions;
  private readonly rules: SubscriptionRules;
  private channel: string;
  /** By channel, so that nothing is lost by looking at another. */
  private readonly to: Record<string, string> = {};
  private number = '';
  private code = '';
  private times: Times;
  private agreed = false;
  private sending: Sending = 'no';
  private faults: readonly OrderFault[] = [];
  private failure: unknown;
  private running: AbortController | undefined;
  /** Of what was last sent: the same again is still the first time. */
  private key = { of: '', value: '' };

  constructor(host: LitElement, rules: SubscriptionRules, options: OrderFormOptions) {
    this.host = host;
    this.rules = rules;
    this.options = options;
    this.channel =
      rules.channels.find((channel) => channel !== 'webhook') ?? rules.channels[0] ?? '';
    this.times = timesOf(rules.quiet, rules.quiet);
  }

  /** Stops what is on its way. */
  abort(): void {
    this.running?.abort();
  }

  render(view: OrderFormView): TemplateResult {
    const { words, label } = view;
    const { sending } = this;
    return html`<form
      class="panel"
      part="form"
      novalidate
      aria-label=${words.formTitle(label)}
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.submit(view);
      }}
    >
      <p class="title" role="heading" aria-level=${view.headingLevel} id="title" tabindex="-1">
        ${withChinese(words.formTitle(label), view.language)}
      </p>
      <p class="soft intro">${words.intro}</p>
      <div role="alert">
        ${
          this.faults.length === 0
            ? nothing
            : html`<p class="field-fault">${words.mend(this.faults.length)}</p>
                ${this.faults
                  .filter(({ field }) => !shownFields.includes(field))
                  .map((fault) => html`<p class="field-fault">${say(fault, view)}</p>`)}`
        }
      </div>
      ${this.failure === undefined ? nothing : renderFailure(this.failure, words, { text: words.kept })}
      ${view.kind === 'case' ? this.renderKey(view) : nothing} ${this.renderChannel(view)}
      ${this.renderTo(view)}
      ${folded(words.moreFields, this.renderTimes(view), this.times.choice !== 'usual')}
      ${this.renderConsent(view)}
      <div class="website" aria-hidden="true">
        <label for="website">${words.website}</label>
        <input id="website" name="website" type="text" tabindex="-1" autocomplete="off" />
      </div>
      <p class="actions">
        <button
          class="button primary"
          type="submit"
          aria-disabled=${sending === 'no' ? nothing : 'true'}
        >
          ${sending === 'no' ? words.submit : words.sending}
        </button>
        <button class="button" type="button" @click=${this.options.cancel}>${words.cancel}</button>
      </p>
      <p class="visually-hidden" role="status">
        ${sending === 'proving' ? words.proving : sending === 'yes' ? words.sending : ''}
      </p>
    </form>`;
  }

  /** The order was taken; it waits for the answer to a message. */
  renderPending(
    { to, channel, confirmBy }: SubscriptionPending,
    { words, headingLevel, again }: PendingView,
  ): TemplateResult {
    const hint = words.pendingHint[channel];
    return html`<div class="panel" part="pending">
      <p class="title" role="heading" aria-level=${headingLevel} id="title" tabindex="-1">
        ${words.pendingTitle[channel] ?? words.confirmTitle}
      </p>
      <p>${unbroken(words.pendingText(to, formatInstant(confirmBy)))}</p>
      ${hint === undefined ? nothing : html`<p class="soft">${hint}</p>`}
      <p class="actions no-print">
        <button class="button" type="button" @click=${again}>${words.another}</button>
        <button class="button" type="button" @click=${this.options.cancel}>${words.close}</button>
      </p>
    </div>`;
  }

  private renderKey(view: OrderFormView): TemplateResult {
    const { words, subject } = view;
    return html`${
      subject === ''
        ? renderTextField({
            name: 'subject.id',
            label: words.number,
            hint: this.hintOf('subject.id', words.numberHint),
            fault: this.faultOf('subject.id', view),
            value: this.number,
            width: 'middle',
            input: (value) => {
              this.number = value;
              this.mended('subject.id');
            },
          })
        : nothing
    }
    ${renderTextField({
      name: 'subject.code',
      label: words.code,
      hint: this.hintOf('subject.code', words.codeHint),
      fault: this.faultOf('subject.code', view),
      value: this.code,
      width: 'middle',
      input: (value) => {
        this.code = value;
        this.mended('subject.code');
      },
    })}`;
  }

  private renderChannel(view: OrderFormView): TemplateResult | typeof nothing {
    const { words } = view;
    // Nobody types the address of a program on a hall screen.
    const channels = this.rules.channels.filter(
      (channel) => channel !== 'webhook' || channel === this.channel || !this.isPublicScreen,
    );
    // People first: few have a program that reads messages.
    channels.sort((a, b) => Number(a === 'webhook') - Number(b === 'webhook'));
    if (channels.length < 2) return nothing;
    return renderRadioField({
      name: 'channel',
      label: words.channel,
      fault: this.faultOf('channel', view),
      value: this.channel,
      choices: channels.map((value) => ({ value, label: words.channels[value] ?? value })),
      choose: (channel) => {
        this.channel = channel;
        this.mended('channel', 'to');
      },
    });
  }

  private renderTo(view: OrderFormView): unknown {
    const { words } = view;
    const { channel } = this;
    const types: Record<string, 'email' | 'tel' | undefined> = { email: 'email', sms: 'tel' };
    const field = renderTextField({
      name: 'to',
      label: words.to[channel] ?? channel,
      hint: this.hintOf('to', words.toHint[channel]),
      fault: this.faultOf('to', view),
      value: this.to[channel] ?? '',
      type: types[channel] ?? 'text',
      inputmode: types[channel],
      autocomplete: this.isPublicScreen ? 'off' : (types[channel] ?? 'off'),
      input: (value) => {
        this.to[channel] = value;
        this.mended('to');
      },
    });
    // Another channel is another field: what was typed into the one stays there.
    return keyed(channel, field);
  }

  private renderTimes(view: OrderFormView): TemplateResult {
    const faultOf = (name: string) => this.faultOf(name, view);
    return renderTimes(this.times, this.rules.quiet, view.words, faultOf, (edit) => {
      this.times = edit(this.times);
      this.mended('quiet.from', 'quiet.to');
    });
  }

  private renderConsent(view: OrderFormView): TemplateResult {
    const { words, language } = view;
    const { consent } = this.rules;
    const text = language === 'en' ? consent.en : consent.zh;
    const fault = this.faultOf('consent', view);
    return html`<div class="field" ?data-faulty=${fault !== undefined}>
      <p class="field-label" id="notice-title">${words.consentTitle}</p>
      <div class="notice" id="notice">${text.split('\n').map((line) => html`<p>${line}</p>`)}</div>
      ${fault === undefined ? nothing : html`<p class="field-fault" id="consent-fault">${fault}</p>`}
      <label class="group-option"
        ><input
          type="checkbox"
          id="consent"
          aria-describedby="notice"
          aria-invalid=${fault === undefined ? nothing : 'true'}
          .checked=${this.agreed}
          @change=${(event: Event) => {
            this.agreed = (event.target as HTMLInputElement).checked;
            this.mended('consent');
          }}
        /><span>${words.consent}</span></label
      >
    </div>`;
  }

  private get isPublicScreen(): boolean {
    return this.host.renderRoot.querySelector('.frame')?.getAttribute('data-mode') === 'kiosk';
  }

  private faultOf(name: string, view: OrderFormView): string | undefined {
    const fault = this.faults.find(({ field }) => field === name);
    return fault && say(fault, view);
  }

  /** What helps to fill a field in, unless what is wrong with it says the same. */
  private hintOf(name: string, hint: string | undefined): string | undefined {
    const saysIt = this.faults.some(
      (fault) => fault.field === name && 'expected' in fault && fault.expected,
    );
    return saysIt ? undefined : hint;
  }

  /** A field that is touched is not called wrong any longer. */
  private mended(...names: string[]): void {
    this.faults = this.faults.filter(({ field }) => !names.includes(field));
    this.host.requestUpdate();
  }

  private orderOf({ kind, subject, language }: OrderFormView): SubscriptionOrder {
    const isCase = kind === 'case';
    const website = this.host.renderRoot.querySelector<HTMLInputElement>('#website')?.value ?? '';
    return {
      subject: {
        kind,
        id: isCase && subject === '' ? this.number : subject,
        ...(isCase && { code: this.code }),
      },
      channel: this.channel,
      to: this.to[this.channel] ?? '',
      language,
      quiet: quietOf(this.times, this.rules.quiet),
      consent: this.agreed ? this.rules.consent.version : '',
      ...(website !== '' && { website }),
    };
  }

  private keyFor(order: SubscriptionOrder): string {
    const of = JSON.stringify(order);
    if (this.key.of !== of) this.key = { of, value: newIdempotencyKey() };
    return this.key.value;
  }

  private async submit(view: OrderFormView): Promise<void> {
    if (this.sending !== 'no') return;
    const order = this.orderOf(view);
    this.running = new AbortController();
    const { signal } = this.running;
    const asked = shortOf(view.language);
    this.become('yes');
    this.failure = undefined;
    this.faults = [];
    try {
      const pending = await subscribe(this.options.client(), order, {
        signal,
        headers: answerIn(asked),
        channels: this.rules.channels,
        idempotencyKey: this.keyFor(order),
        onChallenge: () => this.become('proving'),
      });
      if (!signal.aborted) this.options.taken(pending);
    } catch (error) {
      if (!signal.aborted) this.fail(error, asked);
    } finally {
      if (!signal.aborted) this.become('no');
    }
  }

  private fail(error: unknown, asked: 'zh' | 'en'): void {
    this.faults = mendable(error, asked);
    if (this.faults.length === 0) this.failure = error;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      unfoldFaults(this.host.renderRoot);
      const first = this.host.renderRoot.querySelector<HTMLElement>(
        '[aria-invalid="true"], .group[data-faulty] input',
      );
      first?.focus();
    });
  }

  private become(sending: Sending): void {
    this.sending = sending;
    this.host.requestUpdate();
  }
}

/** Opens a form by the rules of the service; undefined where it sends nothing. */
export async function openOrderForm(
  host: LitElement,
  options: OrderFormOptions,
  signal: AbortSignal,
): Promise<OrderForm | undefined> {
  const rules = await getSubscriptionRules(options.client(), { signal });
  return rules.channels.length === 0 ? undefined : new OrderForm(host, rules, options);
}

/** A fault in the words of the moment. */
const say = (fault: OrderFault, { words, language }: OrderFormView): string =>
  'said' in fault ? words[fault.said] : sayFault(fault, shortOf(language), words);

/** What a person has to mend. */
function mendable(error: unknown, asked: 'zh' | 'en'): readonly OrderFault[] {
  if (isOpenInfoError(error, 'http') && error.status === 404) {
    return [{ field: 'subject.code', said: 'mismatch' }];
  }
  return faultsIn(error, asked);
}
