import { html } from 'lit';

const dates = /(\d{4}-\d{2}-\d{2})/;

/** A sentence whose dates stay in one piece: Chromium breaks 2026-11-26 after either hyphen. */
export function dated(text: string): unknown {
  const parts = text.split(dates);
  if (parts.length === 1) return text;
  return parts.map((part, place) =>
    place % 2 === 0 ? part : html`<span class="date">${part}</span>`,
  );
}
