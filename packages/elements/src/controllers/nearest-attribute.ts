import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearest } from '../base/nearest.ts';

/** Follows one attribute (`lang`, `data-oi-mode`) at or above an element, across shadow roots. */
export class NearestAttribute implements ReactiveController {
  value = '';
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly attribute: string;
  private readonly observer: MutationObserver;

  constructor(host: ReactiveControllerHost & HTMLElement, attribute: string) {
    this.host = host;
    this.attribute = attribute;
    this.observer = new MutationObserver(this.read);
    host.addController(this);
  }

  hostConnected(): void {
    this.observer.observe(document.documentElement, {
      subtree: true,
      attributeFilter: [this.attribute],
    });
    this.read();
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  private readonly read = (): void => {
    const found = nearest(this.host, `[${this.attribute}]`);
    const value = found?.getAttribute(this.attribute) ?? '';
    if (value === this.value) return;
    this.value = value;
    this.host.requestUpdate();
  };
}
