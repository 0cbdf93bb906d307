import type { PolicyTerm } from '@open-info/contract/interpretations';
import { html, nothing } from 'lit';
import type { CardFrame } from './card-frame.ts';

/**
 * Makes the first mention of each key term (关键词注释) in one section a button that unfolds its meaning
 * behind it, in the line: nothing has to be hovered, placed or closed.
 */
export function termMarks(
  terms: readonly PolicyTerm[],
  section: string,
  frame: CardFrame,
): (text: string) => unknown {
  const meanings = new Map(terms.map(({ term, meaning }) => [term, meaning]));
  if (meanings.size === 0) return (text) => text;
  // The longest first, so that 低保边缘家庭 is not taken for 低保.
  const longestFirst = [...meanings.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${longestFirst.map(literally).join('|')})`);
  const seen = new Set<string>();
  return (text) => {
    const pieces = text.split(pattern);
    return pieces.map((piece, place) => {
      const meaning = meanings.get(piece);
      if (meaning === undefined || seen.has(piece)) return piece;
      seen.add(piece);
      const [mark = ''] = closingMarks.exec(pieces[place + 1] ?? '') ?? [];
      pieces[place + 1] = (pieces[place + 1] ?? '').slice(mark.length);
      return renderTerm({ term: piece, meaning }, mark, `${section} ${piece}`, frame);
    });
  };
}

/** What closes a clause stays with its term: below an unfolded meaning it would stand alone. */
const closingMarks = /^[，。；：！？、）》”’」』〉】]+/;

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function renderTerm(
  { term, meaning }: PolicyTerm,
  mark: string,
  key: string,
  frame: CardFrame,
): unknown {
  const open = frame.isExplained(key);
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    frame.explain(key);
  };
  // A <button> is a box: a long term would not break with its line, and would leave its mark alone.
  return html`<span
      class="term"
      role="button"
      tabindex="0"
      part="term"
      aria-expanded=${open ? 'true' : 'false'}
      @click=${() => frame.explain(key)}
      @keydown=${press}
      >${term}</span
    >${mark}${
      open
        ? html`<span class="meaning" part="meaning">${frame.words.cite(term, meaning)}</span>`
        : nothing
    }`;
}
