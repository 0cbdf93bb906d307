import type { LitElement, ReactiveController } from 'lit';

/** From this many characters (em) on there is room for a second column. */
const wideFrom = 46;

/**
 * Says whether an element is wide or narrow, measured in its own text size, so that large text on
 * a wide screen is laid out like a phone. Stands in for container queries, which the floor lacks.
 */
export class WidthController implements ReactiveController {
  value: 'narrow' | 'wide' = 'narrow';
  private readonly host: LitElement;
  private readonly observer: ResizeObserver;

  constructor(host: LitElement) {
    this.host = host;
    this.observer = new ResizeObserver(([entry]) => {
      if (entry) this.measure(entry.contentRect.width);
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  private measure(width: number): void {
    const frame = this.host.renderRoot.firstElementChild ?? this.host;
    const value =
      width / parseFloat(getComputedStyle(frame).fontSize) >= wideFrom ? 'wide' : 'narrow';
    if (value === this.value || width === 0) return;
    this.value = value;
    this.host.requestUpdate();
  }
}
