import { adoptStyles, type CSSResult, type LitElement } from 'lit';

/** Style sheets of parts that are fetched later, put into the element beside its own. */
export class LateStyles {
  private readonly host: LitElement;
  private sheets: readonly CSSResult[];

  constructor(host: LitElement, own: readonly CSSResult[]) {
    this.host = host;
    this.sheets = own;
  }

  /** Those of the element and what was added, for a frame that prints a part of it. */
  get all(): readonly CSSResult[] {
    return this.sheets;
  }

  add(sheet: CSSResult): void {
    if (this.sheets.includes(sheet)) return;
    this.sheets = [...this.sheets, sheet];
    adoptStyles(this.host.renderRoot as ShadowRoot, [...this.sheets]);
  }
}
