import type { LitElement, ReactiveController } from 'lit';

/** From this many characters (em) on there is room for a second column. */
const wideFrom = 46;

/**
 * Says whether an element is wide or narrow, measured in its own text size, so that large text on
 * a wide screen is laid out like a phone. Stands in for container queries, which the floor lacks.
 *
 * It watches `.ruler`, an empty block as wide as the element and as high as its text: no layout changes
 * either, so a new one cannot call the observer again in the same frame (a "ResizeObserver loop" error).
 */
export class WidthController implements ReactiveController {
  value: 'narrow' | 'wide' = 'narrow';
  private readonly host: LitElement;
  private readonly observer: ResizeObserver;
  private watched: Element | null = null;

  constructor(host: LitElement) {
    this.host = host;
    this.observer = new ResizeObserver(([entry]) => {
      if (entry) this.measure(entry.target, entry.contentRect.width);
    });
    host.addController(this);
  }

  /** Before the first drawing: a guess by the page's text size, so that most pages are drawn once. */
  hostUpdate(): void {
    if (this.host.hasUpdated) return;
    const { width } = this.host.getBoundingClientRect();
    const text = Math.max(16, parseFloat(getComputedStyle(document.documentElement).fontSize));
    this.value = width / text >= wideFrom ? 'wide' : 'narrow';
  }

  hostUpdated(): void {
    // What was still on its way when the element was removed is drawn afterwards.
    if (!this.host.isConnected) return;
    const ruler = this.host.renderRoot.querySelector('.ruler');
    // A new one is drawn when, between two drawings, the words of another language were awaited.
    if (ruler === this.watched) return;
    this.observer.disconnect();
    this.watched = ruler;
    if (ruler) this.observer.observe(ruler);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    this.watched = null;
  }

  hostConnected(): void {
    if (this.host.hasUpdated) this.hostUpdated();
  }

  private measure(ruler: Element, width: number): void {
    const characters = width / parseFloat(getComputedStyle(ruler).fontSize);
    const value = characters >= wideFrom ? 'wide' : 'narrow';
    if (value === this.value || width === 0) return;
    this.value = value;
    this.host.requestUpdate();
  }
}
