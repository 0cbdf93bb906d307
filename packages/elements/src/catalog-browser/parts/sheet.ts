import type { LitElement, ReactiveController } from 'lit';

const focusable = 'button, input, summary, a[href]';

/** The filters as a sheet over the page on a narrow screen: focus stays inside, Escape closes it. */
export class Sheet implements ReactiveController {
  open = false;
  private readonly host: LitElement;

  constructor(host: LitElement) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.open = false;
  }

  async show(): Promise<void> {
    this.open = true;
    this.host.requestUpdate();
    await this.host.updateComplete;
    const sheet = this.element;
    // In the top layer no ancestor of the host page can clip or cover the sheet.
    if (sheet && 'showPopover' in sheet) sheet.showPopover();
    this.host.renderRoot.querySelector<HTMLElement>('#sheet-heading')?.focus();
  }

  async close(): Promise<void> {
    if (!this.open) return;
    this.open = false;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('#open-sheet')?.focus();
  }

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (!this.open) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      void this.close();
    }
    if (event.key === 'Tab') this.keepInside(event);
  };

  private keepInside(event: KeyboardEvent): void {
    const inside = [...(this.element?.querySelectorAll<HTMLElement>(focusable) ?? [])].filter(
      (element) => element.getClientRects().length > 0,
    );
    const first = inside[0];
    const last = inside[inside.length - 1];
    const at = (this.host.renderRoot as ShadowRoot).activeElement;
    const leaving = event.shiftKey
      ? at === first || !inside.includes(at as HTMLElement)
      : at === last;
    if (!leaving) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }

  private get element(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.filters');
  }
}
