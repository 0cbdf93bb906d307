import { css, unsafeCSS, type CSSResult } from 'lit';
import type { Paper } from './sheet.ts';

/** Half a millimetre less than the paper, so that rounding never begins a second page. */
const sizes = {
  a5: { paper: '148mm 210mm', width: '147.5mm', height: '209.5mm' },
  a4: { paper: '210mm 297mm', width: '209.5mm', height: '296.5mm' },
} as const;

/** The page a sheet is printed on alone. Only a document's own styles may say this, never an element's. */
export function paperStyles(paper: Paper): CSSResult {
  const { paper: size, width, height } = sizes[paper];
  return css`
    @page {
      size: ${unsafeCSS(size)};
      margin: 0;
    }
    body {
      margin: 0;
    }
    svg {
      display: block;
      width: ${unsafeCSS(width)};
      max-width: 100%;
      height: ${unsafeCSS(height)};
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
  `;
}
