import type {
  QuietHours,
  Subscription,
  SubscriptionRules,
} from '@open-info/contract/subscriptions';
import type { Client } from '@open-info/sdk/client';
import { isOpenInfoError } from '@open-info/sdk/errors';
import type { SubscriptionFragment } from '@open-info/sdk/subscription-fragment';
import {
  changeSubscription,
  confirmSubscription,
  getSubscriptionRules,
  stopSubscription,
  viewSubscription,
} from '@open-info/sdk/subscriptions';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { withChinese } from '../../base/chinese.ts';
import { answerIn, faultsIn, sayFault, shortOf, type Fault } from '../../base/faults.ts';
import { renderSelectField } from '../../base/field.ts';
import { formatInstant } from '../../base/moment.ts';
import type { Language } from '../../controllers/terms.ts';
import type { FollowTerms } from '../follow.terms.ts';
import { renderFailure } from './failure.ts';
import { panelTerms } from './panel.terms.ts';
import { quietOf, renderTimes, timesOf, type Times } from './times.ts';

export { sheets } from './panel.styles.ts';

export interface HolderOptions {
  client: () => Client;
  /** Of what the service answers. */
  language: () => Language;
  changed: (change: 'confirmed' | 'changed' | 'stopped') => void;
}

export interface HolderView {
  words: FollowTerms;
  language: Language;
  headingLevel: number;
}

const usualWhenUnknown: QuietHours = { from: '22:00', to: '08:00' };

/** A subscription opened by the link of a message: confirmed, changed, stopped. */
export class Holder {
  readonly terms = panelTerms;
  private readonly host: LitElement;
  private readonly options: HolderOptions;
  private readonly fragment: SubscriptionFragment;
  private subscription: Subscription | undefined;
  private rules: SubscriptionRules | undefined;
  private times: Times = timesOf(undefined, usualWhenUnknown);
  private language = 'zh-CN';
  private faults: readonly Fault[] = [];
  private failure: unknown;
  private again: () => Promise<void> = () => this.open();
  private busy = false;
  private said: 'confirmed' | 'saved' | undefined;

  constructor(host: LitElement, fragment: SubscriptionFragment, options: HolderOptions) {
    this.host = host;
    this.fragment = fragment;
    this.options = options;
  }

  /** What the link asks for: to stop is done at once, to confirm waits for the person. */
  async open(): Promise<void> {
    if (this.fragment.action === 'stop') await this.stop();
    else await this.ask(viewSubscription);
  }

  render(view: HolderView): TemplateResult {
    const { words } = view;
    return html`<div class="panel" part="holder" aria-busy=${this.busy ? 'true' : nothing}>
      ${this.failure === undefined || this.isGone ? nothing : this.renderFailure(words)}
      ${this.renderState(view)}
      <p class="visually-hidden" role="status">${this.busy ? words.looking : ''}</p>
    </div>`;
  }

  private renderState(view: HolderView): TemplateResult | typeof nothing {
    const { words, headingLevel: level } = view;
    const { subscription, said } = this;
    if (this.isGone) return titled(words.goneTitle, level, html`<p>${words.goneText}</p>`);
    if (!subscription) {
      return this.failure === undefined ? html`<p class="soft">${words.looking}</p>` : nothing;
    }
    if (subscription.state === 'stopped') {
      return titled(words.stoppedTitle, level, html`<p>${words.stoppedText}</p>`);
    }
    if (subscription.state === 'pending') {
      return titled(
        words.confirmTitle,
        level,
        html`${renderFacts(subscription, view)}
          <p>${words.confirmText}</p>
          <p class="actions">${this.renderButton(words.confirm, () => this.confirm(), true)}</p>`,
      );
    }
    return titled(
      said === 'confirmed' ? words.confirmedTitle : words.activeTitle,
      level,
      html`${renderFacts(subscription, view)}${this.renderSettings(view)}`,
    );
  }

  private renderSettings({ words, language }: HolderView): TemplateResult {
    const faultOf = (name: string): string | undefined => {
      const fault = this.faults.find(({ field }) => field === name);
      return fault && sayFault(fault, shortOf(language), words);
    };
    const usual = this.rules?.quiet ?? usualWhenUnknown;
    return html`<form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.save();
      }}
    >
      ${renderTimes(this.times, usual, words, faultOf, (edit) => {
        this.times = edit(this.times);
        this.said = undefined;
        this.faults = [];
        this.host.requestUpdate();
      })}
      ${renderSelectField({
        name: 'language',
        label: words.language,
        value: this.language,
        choices: ['zh-CN', 'en'].map((value) => ({
          value,
          label: words.languages[value] ?? value,
        })),
        choose: (value) => {
          this.language = value;
          this.said = undefined;
          this.host.requestUpdate();
        },
      })}
      <p class="actions">
        <button class="button primary" type="submit" aria-disabled=${this.busy ? 'true' : nothing}>
          ${words.save}
        </button>
        ${this.renderButton(words.stop, () => this.stop())}
      </p>
      <p role="status">${this.said === 'saved' ? words.saved : ''}</p>
    </form>`;
  }

  private renderButton(word: string, act: () => Promise<void>, primary = false): TemplateResult {
    return html`<button
      class=${primary ? 'button primary' : 'button'}
      type="button"
      aria-disabled=${this.busy ? 'true' : nothing}
      @click=${() => void act()}
    >
      ${word}
    </button>`;
  }

  private renderFailure(words: FollowTerms): TemplateResult {
    return renderFailure(this.failure, words, { retry: () => void this.again() });
  }

  private get isGone(): boolean {
    return isOpenInfoError(this.failure) && this.failure.status === 404;
  }

  private async confirm(): Promise<void> {
    if (await this.ask(confirmSubscription, () => this.confirm())) {
      this.said = 'confirmed';
      this.host.requestUpdate();
      this.options.changed('confirmed');
      this.focus();
    }
  }

  private async stop(): Promise<void> {
    if (await this.ask(stopSubscription, () => this.stop())) {
      this.options.changed('stopped');
      this.focus();
    }
  }

  private async save(): Promise<void> {
    const quiet = quietOf(this.times, this.rules?.quiet ?? usualWhenUnknown);
    const language = this.language === 'en' ? 'en' : 'zh-CN';
    const change: typeof viewSubscription = (client, token, options) =>
      changeSubscription(client, token, { quiet, language }, options);
    if (await this.ask(change, () => this.save())) {
      this.said = 'saved';
      this.options.changed('changed');
      this.host.requestUpdate();
    }
  }

  /** @returns whether it was done */
  private async ask(
    call: typeof viewSubscription,
    again: () => Promise<void> = () => this.open(),
  ): Promise<boolean> {
    if (this.busy) return false;
    const asked = shortOf(this.options.language());
    this.busy = true;
    this.failure = undefined;
    this.faults = [];
    this.again = again;
    this.host.requestUpdate();
    try {
      const client = this.options.client();
      const subscription = await call(client, this.fragment.token, { headers: answerIn(asked) });
      this.rules ??= await getSubscriptionRules(client).catch(() => undefined);
      this.subscription = subscription;
      this.times = timesOf(subscription.quiet, this.rules?.quiet ?? usualWhenUnknown);
      this.language = subscription.language;
      return true;
    } catch (error) {
      this.faults = faultsIn(error, asked).filter(({ field }) => field.startsWith('quiet.'));
      if (this.faults.length === 0) this.failure = error;
      return false;
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  private focus(): void {
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector<HTMLElement>('#title')?.focus(),
    );
  }
}

function titled(title: string, level: number, body: TemplateResult): TemplateResult {
  return html`<p class="title" role="heading" aria-level=${level} id="title" tabindex="-1">
      ${title}
    </p>
    ${body}`;
}

function renderFacts(
  { subject, to, consent }: Subscription,
  { words, language }: HolderView,
): TemplateResult {
  // eslint-disable-next-line no-restricted-properties -- the moment of a consent, not Array.at
  const since = formatInstant(consent.at);
  const rows: [string, string][] = [
    [words.subject, subject.label],
    [words.sentTo, to],
    [words.since, since],
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${withChinese(value, language)}</dd>`,
    )}
  </dl>`;
}
