import type { QuietHours } from '@open-info/contract/subscriptions';
import { html, nothing, type TemplateResult } from 'lit';
import { renderRadioField } from '../../base/field.ts';
import type { FollowTerms } from '../follow.terms.ts';

/** When messages may come, as a form holds it. */
export interface Times {
  choice: 'usual' | 'any' | 'own';
  own: QuietHours;
}

export const sameTimes = (a: QuietHours, b: QuietHours): boolean =>
  a.from === b.from && a.to === b.to;

/** @param quiet of a subscription; undefined: told at any time */
export function timesOf(quiet: QuietHours | undefined, usual: QuietHours): Times {
  if (!quiet) return { choice: 'any', own: usual };
  return { choice: sameTimes(quiet, usual) ? 'usual' : 'own', own: quiet };
}

/** Quiet hours as they are sent; two equal times are none. */
export function quietOf({ choice, own }: Times, usual: QuietHours): QuietHours {
  if (choice === 'any') return { from: '00:00', to: '00:00' };
  return choice === 'usual' ? usual : own;
}

/** A choice of quiet hours: the usual ones, none, or one's own. */
export function renderTimes(
  times: Times,
  usual: QuietHours,
  words: FollowTerms,
  faultOf: (field: string) => string | undefined,
  change: (edit: (times: Times) => Times) => void,
): TemplateResult {
  const time = (end: keyof QuietHours, label: string): TemplateResult => {
    const name = `quiet.${end}`;
    const fault = faultOf(name);
    return html`<div class="field" ?data-faulty=${fault !== undefined}>
      <label class="field-label" for=${name}>${label}</label>
      ${fault === undefined ? nothing : html`<p class="field-fault" id="${name}-fault">${fault}</p>`}
      <input
        id=${name}
        class="input"
        type="time"
        aria-invalid=${fault === undefined ? nothing : 'true'}
        aria-describedby=${fault === undefined ? nothing : `${name}-fault`}
        .value=${times.own[end]}
        @input=${(event: Event) => {
          const { value } = event.target as HTMLInputElement;
          change((now) => ({ ...now, own: { ...now.own, [end]: value } }));
        }}
      />
    </div>`;
  };
  return html`${renderRadioField({
    name: 'times',
    label: words.when,
    hint: words.whenHint,
    value: times.choice,
    choices: [
      { value: 'usual', label: words.quiet(usual.from, usual.to) },
      { value: 'any', label: words.anyTime },
      { value: 'own', label: words.ownTimes },
    ],
    choose: (choice) => change((now) => ({ ...now, choice: choice as Times['choice'] })),
  })}
  ${
    times.choice === 'own'
      ? html`<div class="times">${time('from', words.quietFrom)}${time('to', words.quietTo)}</div>`
      : nothing
  }`;
}
