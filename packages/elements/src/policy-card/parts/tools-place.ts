import { html, type TemplateResult } from 'lit';
import type { CardFrame } from './card-frame.ts';

/** The room of the tools until they are fetched, so that nothing below moves when they come. */
export function renderToolsPlace({ words, kiosk }: CardFrame): TemplateResult {
  const names = [
    ...('speechSynthesis' in window ? [words.read] : []),
    words.print,
    ...(words.otherTools === undefined
      ? [words.share, ...(kiosk ? [] : [words.copy])]
      : [words.otherTools]),
  ];
  return html`<div class="tools tools-place no-print" aria-hidden="true">
    ${names.map((name) => html`<span class="button"><span class="icon"></span>${name}</span>`)}
  </div>`;
}
