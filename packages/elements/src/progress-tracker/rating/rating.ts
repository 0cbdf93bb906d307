import { ratingWords, type CaseKey, type CaseView } from '@open-info/contract/cases';
import { rateCase } from '@open-info/sdk/cases';
import type { Client } from '@open-info/sdk/client';
import { isOpenInfoError } from '@open-info/sdk/errors';
import { newIdempotencyKey } from '@open-info/sdk/idempotency';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { causeOf, requestIdOf } from '../../base/failure.ts';
import { renderManyField, renderRadioField, renderTextField } from '../../base/field.ts';
import { LoadController } from '../../controllers/load.ts';
import type { TermsController } from '../../controllers/terms.ts';
import type { Frame } from '../parts/journey.ts';
import type { RatingTerms } from './rating.terms.ts';

export { ratingStyles } from './rating.styles.ts';
export { ratingTerms } from './rating.terms.ts';

export interface RatingOptions {
  words: TermsController<RatingTerms>;
  client: () => Client;
  key: () => CaseKey;
  rated: (view: CaseView) => void;
}

const longest = 500;
/** Only who is dissatisfied is asked why. */
const dissatisfied: readonly string[] = ['4', '5'];

/** 好差评: five levels, reasons and words as one likes, once. What is typed stays until it is taken. */
export class Rating {
  private level = '';
  private reasons: string[] = [];
  private text = '';
  private levelMissing = false;
  /** The same words sent again after a failure are one rating. */
  private attempt: { content: string; key: string } | undefined;
  private readonly host: LitElement;
  private readonly options: RatingOptions;
  private readonly sending: LoadController<CaseView>;

  constructor(host: LitElement, options: RatingOptions) {
    this.host = host;
    this.options = options;
    this.sending = new LoadController(host, (load) => {
      if (load.state !== 'ready') return;
      this.wipe();
      options.rated(load.value);
    });
  }

  wipe(): void {
    this.sending.clear();
    this.level = '';
    this.reasons = [];
    this.text = '';
    this.levelMissing = false;
    this.attempt = undefined;
  }

  render(frame: Frame): TemplateResult | typeof nothing {
    const words = this.options.words.current;
    if (!words) return nothing;
    const busy = this.sending.current.state === 'loading';
    return html`<form
      class="rating no-print"
      part="rating"
      novalidate
      aria-labelledby="rating-title"
      @submit=${(event: Event) => this.submit(event, frame)}
    >
      <p class="subtitle" id="rating-title" role="heading" aria-level=${frame.headingLevel + 2}>
        ${words.title}
      </p>
      <p class="soft rating-intro">${words.intro}</p>
      <div class="levels">
        ${renderRadioField({
          name: 'level',
          label: words.level,
          fault: this.levelMissing ? words.levelMissing : undefined,
          value: this.level,
          choices: Object.keys(ratingWords).map((value) => ({
            value,
            label: frame.words.levels[value] ?? value,
          })),
          choose: (level) => {
            this.level = level;
            this.levelMissing = false;
            this.host.requestUpdate();
          },
        })}
      </div>
      ${dissatisfied.includes(this.level) ? this.renderReasons(words) : nothing}
      ${this.level === '' || frame.mode === 'elder' ? nothing : this.renderText(words)}
      <p>
        <button class="button primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
          ${busy ? words.sending : words.send}
        </button>
      </p>
      <div role="alert">${this.renderFailure(words, frame)}</div>
    </form>`;
  }

  private renderReasons(words: RatingTerms): TemplateResult {
    return renderManyField({
      name: 'reasons',
      label: words.reasons,
      note: words.optional,
      hint: words.reasonsHint,
      values: this.reasons,
      choices: Object.entries(words.reasonNames).map(([value, label]) => ({ value, label })),
      choose: (reasons) => {
        this.reasons = reasons;
        this.host.requestUpdate();
      },
    });
  }

  private renderText(words: RatingTerms): TemplateResult {
    return renderTextField({
      name: 'rating-text',
      label: words.text,
      note: words.optional,
      hint: words.textHint,
      value: this.text,
      rows: 3,
      longest,
      tooMany: words.tooMany,
      input: (text) => {
        this.text = text;
        this.host.requestUpdate();
      },
    });
  }

  private renderFailure(words: RatingTerms, frame: Frame): TemplateResult | typeof nothing {
    const { current } = this.sending;
    if (current.state !== 'failed') return nothing;
    const { error } = current;
    const isRated = isOpenInfoError(error) && error.status === 409;
    const id = requestIdOf(error);
    return html`<div class="message failure">
      <p class="message-title">${words.failedTitle}</p>
      <p>
        ${isRated ? words.ratedBefore : `${frame.words.failedText[causeOf(error)]} ${words.kept}`}
      </p>
      ${id === undefined ? nothing : html`<p class="message-id">${frame.words.requestId(id)}</p>`}
    </div>`;
  }

  private submit(event: Event, { mode }: Frame): void {
    event.preventDefault();
    if (this.sending.current.state === 'loading') return;
    this.levelMissing = this.level === '';
    this.host.requestUpdate();
    const wrong = this.levelMissing
      ? '#level input'
      : [...this.text].length > longest
        ? '#rating-text'
        : undefined;
    if (wrong !== undefined) {
      this.focusSoon(wrong);
      return;
    }
    const text = this.text.trim();
    const rating = {
      level: this.level,
      channel: channelOf(mode),
      ...(dissatisfied.includes(this.level) &&
        this.reasons.length > 0 && { reasons: this.reasons }),
      ...(text !== '' && { text }),
    };
    const content = JSON.stringify(rating);
    if (this.attempt?.content !== content) this.attempt = { content, key: newIdempotencyKey() };
    const { key: idempotencyKey } = this.attempt;
    const key = this.options.key();
    void this.sending.run((signal) =>
      Promise.resolve(
        rateCase(this.options.client(), { ...key, ...rating }, { signal, idempotencyKey }),
      ),
    );
  }

  private focusSoon(selector: string): void {
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }
}

/** 评价渠道: a hall screen, a phone, or any other page. */
function channelOf(mode: string): string {
  if (mode === 'kiosk') return 'hallOther';
  return matchMedia('(pointer: coarse) and (max-width: 48em)').matches ? 'mobile' : 'web';
}
