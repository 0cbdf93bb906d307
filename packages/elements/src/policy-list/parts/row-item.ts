import { html, nothing, type TemplateResult } from 'lit';
import { withChinese } from '../../base/chinese.ts';
import { phrased } from '../../base/phrases.ts';
import type { Language } from '../../controllers/terms.ts';
import type { PolicyListTerms } from '../policy-list.terms.ts';
import type { Row } from '../row.ts';

export interface RowItem {
  words: PolicyListTerms;
  language: Language;
  headingLevel: number;
  /** Where a row leads; without one a row is a button that only tells the page. */
  href: (row: Row) => string | undefined;
  open: (row: Row, event: Event) => void;
}

/** One row: title, form, policy with 文号 and validity, date and organ. */
export function renderRow(item: RowItem, row: Row): TemplateResult {
  const { words, language } = item;
  const { policy, documentNumber, validity } = row;
  return html`<li class="item" part="item">
    <p class="item-head">
      <span role="heading" aria-level=${item.headingLevel + 1} lang="zh-CN"
        >${renderTitle(item, row)}</span
      >
      <span class="badge">${withChinese(row.badge, language)}</span>
    </p>
    ${row.text ? html`<p class="item-text" lang="zh-CN">${marked(row.text)}</p>` : nothing}
    <p class="item-policy">
      ${policy === undefined ? nothing : html`<span class="soft">${words.explains}</span>${withChinese(policy, language)}`}
      ${documentNumber ? html`<span class="number" lang="zh-CN">${documentNumber}</span>` : nothing}
      ${
        validity === undefined
          ? nothing
          : html`<span class="badge validity" data-validity=${validity}
              >${words.validities[validity] ?? validity}</span
            >`
      }
    </p>
    <p class="item-facts">
      ${row.facts.map((fact) => html`<span>${withChinese(fact, language)}</span>`)}
    </p>
  </li>`;
}

function renderTitle({ href, open }: RowItem, row: Row): TemplateResult {
  const address = href(row);
  if (address === undefined) {
    return html`<button
      class="item-name"
      type="button"
      data-id=${row.id}
      @click=${(event: Event) => open(row, event)}
    >
      ${phrased(row.title)}
    </button>`;
  }
  return html`<a
    class="item-name"
    data-id=${row.id}
    href=${address}
    @click=${(event: Event) => open(row, event)}
    >${phrased(row.title)}</a
  >`;
}

/** Matches stand between U+0002 and U+0003. */
function marked(text: string): (string | TemplateResult)[] {
  const [before = '', ...matches] = text.split('\u0002');
  return [
    before,
    ...matches.flatMap((part) => {
      const [match = '', after = ''] = part.split('\u0003');
      return [html`<mark>${match}</mark>`, after];
    }),
  ];
}
