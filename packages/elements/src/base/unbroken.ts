import { html, type TemplateResult } from 'lit';

/** `2026-11-23`, with or without the time of day. */
const moment = /(\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)/;

/** A text whose dates and times stay on one line each: browsers break them at their hyphens. */
export const unbroken = (text: string): (string | TemplateResult)[] =>
  text
    .split(moment)
    .map((part, place) => (place % 2 === 1 ? html`<span class="unbroken">${part}</span>` : part));
