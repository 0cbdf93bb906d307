import { html, type TemplateResult } from 'lit';

/** Single characters that go with what follows: 和、及、对. Any other goes with what stands before it: 残疾|人. */
const leading = /^[和及与或对在为以将从由第]$/;

/**
 * Not before a figure: a break between them would take the room that stands around it. Two characters at least
 * stay at the end of a line, so the text so far is asked as well as its last word: “：人” is none.
 */
const mayPart = (text: string, before: string, after: string): boolean =>
  /[\u4e00-\u9fff]{2}$/.test(text) &&
  /^[\u4e00-\u9fff]/.test(after) &&
  !leading.test(before) &&
  (after.length > 1 || leading.test(after));

/** What browsers tell of words, newer than the language the elements are written in. */
type WordFinder = new (
  language: string,
  options: { granularity: 'word' },
) => { segment: (text: string) => Iterable<{ segment: string }> };

/**
 * A Chinese heading that is broken between words only: 办法 stays whole, and no character stands alone.
 * Browsers break Chinese between any two characters, their `auto-phrase` knows Japanese alone. Where a browser
 * knows no words (Chromium before 87, Firefox before 125) it is broken as ever.
 */
export function phrased(text: string): string | TemplateResult {
  const { Segmenter } = Intl as { Segmenter?: WordFinder };
  if (!Segmenter) return text;
  const words = new Segmenter('zh', { granularity: 'word' }).segment(text);
  let before = '';
  let parted = '';
  for (const { segment } of words) {
    parted += mayPart(parted, before, segment) ? `\n${segment}` : segment;
    before = segment;
  }
  const phrases = parted.split('\n');
  return html`<span class="phrases"
    >${phrases.map((phrase, place) => (place === 0 ? phrase : html`<wbr />${phrase}`))}</span
  >`;
}
