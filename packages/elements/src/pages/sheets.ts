import { createHash } from 'node:crypto';
import { css, type CSSResult, type LitElement } from 'lit';
import { CatalogBrowser } from '../catalog-browser/catalog-browser.ts';
import { itemBodyStyles } from '../catalog-browser/parts/item-body.styles.ts';
import { resultsStyles } from '../catalog-browser/parts/results.styles.ts';
import { cardStyles } from '../policy-card/parts/card.ts';
import { PolicyCard } from '../policy-card/policy-card.ts';
import { sheets as guideSheets } from '../service-guide/guide/guide-page.ts';
import { ServiceGuide } from '../service-guide/service-guide.ts';
import type { Noun } from './asked.ts';

/** The element that shows a record of each noun, and what comes to its styles with its late parts. */
const shown: Readonly<Record<Noun, { element: typeof LitElement; late: readonly CSSResult[] }>> = {
  catalog: { element: CatalogBrowser, late: [itemBodyStyles, resultsStyles] },
  policies: { element: PolicyCard, late: cardStyles },
  matters: { element: ServiceGuide, late: guideSheets },
};

/** Holds in a shadow root as long as no script has taken it over. */
const waiting = css`
  :host([data-part='served']) button {
    visibility: hidden;
  }
  [data-said] {
    cursor: default;
  }
  .section-button[data-said]::after {
    content: none;
  }
  @media (scripting: none) {
    :host([data-part='served']) button,
    :host([data-part='served']) .tools,
    :host([data-part='served']) [data-part='own'],
    :host([data-part='served']) .material-row input {
      display: none;
    }
  }
  :host([data-arriving]) {
    position: relative;
  }
  :host([data-arriving]) > .frame,
  :host([data-arriving]) .frame {
    position: absolute !important;
    top: 0;
    right: 0;
    left: 0;
    visibility: hidden !important;
  }
`;

/** A style sheet as a file of its own, named by what is in it, so that it may be kept for good. */
export interface SheetFile {
  name: string;
  text: string;
}

/** Names a sheet by its place and by what is in it. */
export function sheetFile(place: string, text: string): SheetFile {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 12);
  return { name: `${place}-${hash}.css`, text };
}

function fileOf(noun: Noun): SheetFile {
  const { element, late } = shown[noun];
  const sheets = [element.styles ?? [], late, waiting].flat(9) as CSSResult[];
  return sheetFile(noun, sheets.map(({ cssText }) => cssText).join('\n'));
}

/** The sheet of the element of each noun. */
export const sheetFiles: Readonly<Record<Noun, SheetFile>> = {
  catalog: fileOf('catalog'),
  policies: fileOf('policies'),
  matters: fileOf('matters'),
};
