import { html, type TemplateResult } from 'lit';

/** Text with its matched parts in `<mark>`. Offsets are UTF-16 units; wrong ones mark nothing. */
export function marked(
  text: string,
  ranges: readonly (readonly [number, number])[],
): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let done = 0;
  for (const [start, end] of ranges) {
    if (start < done || end <= start || end > text.length) continue;
    parts.push(text.slice(done, start), html`<mark>${text.slice(start, end)}</mark>`);
    done = end;
  }
  parts.push(text.slice(done));
  return parts;
}
