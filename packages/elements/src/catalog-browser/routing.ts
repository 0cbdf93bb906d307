/* eslint no-restricted-globals: ["error", "localStorage", "sessionStorage"] --
   The one file that may write the page's address, and only when `routing` is set. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { decodeView, encodeView, type View } from './view.ts';

/** Our one query key; every other part of the address is the host page's. */
export const routingKey = 'oi-catalog';

export interface RoutingHost extends ReactiveControllerHost {
  routing: boolean;
}

export interface RoutingListener {
  /** The element begins on a page whose address asks for this view. */
  began: (view: View) => void;
  /** The person went back or forward to this view. */
  arrived: (view: View) => void;
}

interface Entry {
  cursors: readonly string[];
  /** The entry was opened from the list, which is one step back. */
  fromList: boolean;
}

/** Keeps the view in the page's address while `routing` is set; otherwise touches nothing. */
export class Routing implements ReactiveController {
  private readonly host: RoutingHost;
  private readonly listener: RoutingListener;

  constructor(host: RoutingHost, listener: RoutingListener) {
    this.host = host;
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
  read(): View | undefined {
    if (!this.host.routing) return undefined;
    const text = new URLSearchParams(location.search).get(routingKey);
    if (text === null) return undefined;
    return { ...decodeView(text), cursors: entry()?.cursors ?? [] };
  }

  /** Puts a view into the address: as a new step, or in place of the present one. */
  write(view: View, step: 'push' | 'replace', fromList = false): void {
    if (!this.host.routing) return;
    const state: unknown = history.state;
    const own: Entry = { cursors: view.cursors, fromList };
    const next = { ...(typeof state === 'object' ? state : {}), [routingKey]: own };
    if (step === 'push') history.pushState(next, '', this.href(view));
    else history.replaceState(next, '', this.href(view));
  }

  /** The address of a view, or undefined without routing. */
  href(view: View): string | undefined {
    if (!this.host.routing) return undefined;
    const url = new URL(location.href);
    const text = encodeView(view);
    if (text) url.searchParams.set(routingKey, text);
    else url.searchParams.delete(routingKey);
    return url.href;
  }

  /** Steps back to the list when it is the step before this one. */
  back(): boolean {
    if (!this.host.routing || entry()?.fromList !== true) return false;
    history.back();
    return true;
  }

  private readonly onPopState = (): void => {
    if (this.host.routing) this.listener.arrived(this.read() ?? decodeView(''));
  };
}

function entry(): Entry | undefined {
  const state = history.state as Record<string, Entry> | null;
  return state?.[routingKey];
}
