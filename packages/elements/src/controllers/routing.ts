/* eslint no-restricted-globals: ["error", "localStorage", "sessionStorage"] --
   The one file that may write the page's address, and only when `routing` is set. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface RoutingHost extends ReactiveControllerHost {
  routing: boolean;
}

/** What a person looks at, as far as the address knows it. */
export interface RoutedView {
  /** Cursor of each page up to the one on show; the first page has none. */
  readonly cursors: readonly string[];
}

/** How a view is put into the address. */
export interface Route<V> {
  /** Our one query key (`oi-catalog`); every other part of the address is the host page's. */
  key: string;
  encode: (view: V) => string;
  decode: (text: string) => V;
}

export interface RoutingListener<V> {
  /** The element begins on a page whose address asks for this view. */
  began: (view: V) => void;
  /** The person went back or forward to this view. */
  arrived: (view: V) => void;
}

interface Entry {
  cursors: readonly string[];
  /** The entry was opened from the list, which is one step back. */
  fromList: boolean;
}

/** Keeps the view in the page's address while `routing` is set; otherwise touches nothing. */
export class Routing<V extends RoutedView> implements ReactiveController {
  private readonly host: RoutingHost;
  private readonly route: Route<V>;
  private readonly listener: RoutingListener<V>;

  constructor(host: RoutingHost, route: Route<V>, listener: RoutingListener<V>) {
    this.host = host;
    this.route = route;
    this.listener = listener;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.onPopState);
    const asked = this.read();
    if (asked) this.listener.began(asked);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.onPopState);
  }

  /** The view the address asks for, or undefined when it asks for none. */
  read(): V | undefined {
    if (!this.host.routing) return undefined;
    const text = new URLSearchParams(location.search).get(this.route.key);
    if (text === null) return undefined;
    return { ...this.route.decode(text), cursors: this.entry?.cursors ?? [] };
  }

  /** Puts a view into the address: as a new step, or in place of the present one. */
  write(view: V, step: 'push' | 'replace', fromList = false): void {
    if (!this.host.routing) return;
    const state: unknown = history.state;
    const own: Entry = { cursors: view.cursors, fromList };
    const next = { ...(typeof state === 'object' ? state : {}), [this.route.key]: own };
    if (step === 'push') history.pushState(next, '', this.href(view));
    else history.replaceState(next, '', this.href(view));
  }

  /** The address of a view, or undefined without routing. */
  href(view: V): string | undefined {
    if (!this.host.routing) return undefined;
    const url = new URL(location.href);
    const text = this.route.encode(view);
    if (text) url.searchParams.set(this.route.key, text);
    else url.searchParams.delete(this.route.key);
    return url.href;
  }

  /** Steps back to the list when it is the step before this one. */
  back(): boolean {
    if (!this.host.routing || this.entry?.fromList !== true) return false;
    history.back();
    return true;
  }

  private readonly onPopState = (): void => {
    if (this.host.routing) this.listener.arrived(this.read() ?? this.route.decode(''));
  };

  private get entry(): Entry | undefined {
    const state = history.state as Record<string, Entry> | null;
    return state?.[this.route.key];
  }
}
