import { exportFormats, type ExportFormat } from '@open-info/contract/catalog';
import { html, type TemplateResult } from 'lit';
import type { CatalogBrowserTerms } from '../catalog-browser.terms.ts';

/** Links to the files of what is on show. */
export function renderDownloads(
  label: string,
  words: CatalogBrowserTerms,
  address: (format: ExportFormat) => string,
): TemplateResult {
  return html`<span class="downloads" role="group" aria-label=${label}>
    <span aria-hidden="true">${label}</span>
    ${[...exportFormats]
      .reverse()
      .map(
        (format) =>
          html`<a class="link" href=${address(format)} download>${words.formats[format]}</a>`,
      )}
  </span>`;
}
