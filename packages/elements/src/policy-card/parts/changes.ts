import type { PolicyChange } from '@open-info/contract/interpretations';
import { html, type TemplateResult } from 'lit';
import type { CardFrame } from './card-frame.ts';

/** 新旧政策差异: a table where there is room for one, pairs below one another where there is not. */
export function renderChanges(changes: readonly PolicyChange[], frame: CardFrame): TemplateResult {
  const { words, wide, language } = frame;
  const rows = changes.map((change) => ({ topic: change.topic, ...sides(change, frame) }));
  if (wide) {
    return html`<table class="changes" part="changes">
      <thead lang=${language}>
        <tr>
          <th scope="col">${words.topic}</th>
          <th scope="col">${words.before}</th>
          <th scope="col">${words.after}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ topic, before, after }) =>
            html`<tr>
              <th scope="row">${topic}</th>
              <td class="before">${before}</td>
              <td class="after">${after}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
  return html`<ul class="changes stacked" part="changes">
    ${rows.map(
      ({ topic, before, after }) =>
        html`<li>
          <p class="change-topic">${topic}</p>
          <dl class="pair">
            <dt lang=${language}>${words.before}</dt>
            <dd class="before">${before}</dd>
            <dt lang=${language}>${words.after}</dt>
            <dd class="after">${after}</dd>
          </dl>
        </li>`,
    )}
  </ul>`;
}

function sides(
  { before, after }: PolicyChange,
  { words, language, marked }: CardFrame,
): { before: unknown; after: unknown } {
  if (before === undefined)
    return { before: html`<span class="soft" lang=${language}>${words.newItem}</span>`, after };
  return marked?.(before, after) ?? { before, after };
}
