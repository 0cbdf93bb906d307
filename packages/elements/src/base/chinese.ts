import { html, type TemplateResult } from 'lit';
import type { Language } from '../controllers/terms.ts';

/** From the first Chinese character to the last one before any Latin word. */
const chinese = /([\u2e80-\u9fff\uff00-\uff60](?:[^A-Za-z]*[\u2e80-\u9fff\uff00-\uff60])?)/;

/**
 * A text of the interface with names and titles in it: in English its Chinese parts are marked, so that a
 * voice pronounces them and a browser takes the right glyphs (WCAG 3.1.2).
 */
export function withChinese(
  text: string,
  language: Language,
): string | readonly (string | TemplateResult)[] {
  if (language !== 'en') return text;
  return text
    .split(chinese)
    .map((part, place) => (place % 2 === 1 ? html`<span lang="zh-CN">${part}</span>` : part));
}
