import { html } from 'lit';
import type { PolicyCardTerms } from '../policy-card.terms.ts';
import { comparePassage, type Stretch } from './passage.ts';

/** Both sides of a change with what differs marked; where all of it differs, marks would say nothing. */
export function markedChange(
  before: string,
  after: string,
  words: PolicyCardTerms,
): { before: unknown; after: unknown } {
  const sides = comparePassage(before, after);
  if (sides.before.every(({ changed }) => changed) && sides.after.every(({ changed }) => changed)) {
    return { before, after };
  }
  return { before: removedIn(sides.before, words), after: addedIn(sides.after, words) };
}

/** Struck out for who sees it, said for who hears it: never by colour alone. */
export function removedIn(stretches: readonly Stretch[], words: PolicyCardTerms): unknown {
  return stretches.map(({ text, changed }) =>
    changed ? html`<del>${told(words.removed)}${text}${told(words.removedEnd)}</del>` : text,
  );
}

/** Underlined and said. */
export function addedIn(stretches: readonly Stretch[], words: PolicyCardTerms): unknown {
  // A sentence that is new as a whole needs no more than its line.
  const whole = stretches.every(({ changed }) => changed);
  return stretches.map(({ text, changed }) =>
    changed
      ? html`<ins class=${whole ? 'whole' : 'part'}
          >${told(words.added)}${text}${told(words.addedEnd)}</ins
        >`
      : text,
  );
}

const told = (text: string): unknown => html`<span class="visually-hidden">${text}</span>`;
