import { html } from 'lit';
import type { Language } from '../../controllers/terms.ts';
import type { PolicyCardTerms } from '../policy-card.terms.ts';
import { comparePassage, type Stretch } from './passage.ts';

/** What marks are said in. */
export interface Told {
  words: PolicyCardTerms;
  language: Language;
}

/** Both sides of a change with what differs marked; where all of it differs, marks would say nothing. */
export function markedChange(
  before: string,
  after: string,
  told: Told,
): { before: unknown; after: unknown } {
  const sides = comparePassage(before, after);
  if (sides.before.every(({ changed }) => changed) && sides.after.every(({ changed }) => changed)) {
    return { before, after };
  }
  return { before: removedIn(sides.before, told), after: addedIn(sides.after, told) };
}

/** Struck out for who sees it, said for who hears it: never by colour alone. */
export function removedIn(stretches: readonly Stretch[], told: Told): unknown {
  return stretches.map(({ text, changed }) =>
    changed ? html`<del>${said(told, 'removed')}${text}${said(told, 'removedEnd')}</del>` : text,
  );
}

/** Underlined and said. */
export function addedIn(stretches: readonly Stretch[], told: Told): unknown {
  // A sentence that is new as a whole needs no more than its line.
  const whole = stretches.every(({ changed }) => changed);
  return stretches.map(({ text, changed }) =>
    changed
      ? html`<ins class=${whole ? 'whole' : 'part'}
          >${said(told, 'added')}${text}${said(told, 'addedEnd')}</ins
        >`
      : text,
  );
}

const said = (
  { words, language }: Told,
  word: 'removed' | 'removedEnd' | 'added' | 'addedEnd',
): unknown => html`<span class="visually-hidden" lang=${language}>${words[word]}</span>`;
