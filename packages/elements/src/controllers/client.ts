import { ContextEvent, type ContextCallback } from '@lit/context';
import type { Client } from '@open-info/sdk/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearest } from '../base/nearest.ts';
import { warn } from '../base/warn.ts';
import { AddressedClient } from './addressed-client.ts';
import { openInfoContext, type Provided } from './context.ts';

/** An element that asks a service: a client may be handed to it, or the address of a service. */
export interface ClientHost extends ReactiveControllerHost, HTMLElement {
  client?: Client | undefined;
  service?: string | undefined;
}

/**
 * Finds the client of an element: its `client` property, else the nearest `<oi-provider>`, else
 * `<meta name="open-info-service">`, else its own `service` attribute.
 */
export class ClientController implements ReactiveController {
  private readonly host: ClientHost;
  private provided: Provided | undefined;
  private unsubscribe: (() => void) | undefined;
  private readonly own = new AddressedClient();
  private warned = false;

  constructor(host: ClientHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.onProvider);
    this.ask();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.onProvider);
    this.unsubscribe?.();
    this.unsubscribe = undefined;
  }

  /** The client, or undefined when there is none (yet). */
  get current(): Client | undefined {
    if (this.host.client) return this.host.client;
    if (this.provided?.client) return this.provided.client;
    if (this.waiting) return undefined;
    return this.addressed(pageService() ?? this.host.service);
  }

  /** A provider, or a frame that is one, is above this element but its script has not run yet. */
  get waiting(): boolean {
    return nearest(this.host, 'oi-provider:not(:defined),oi-kiosk:not(:defined)') !== null;
  }

  private addressed(address: string | undefined): Client | undefined {
    if (address === undefined) {
      this.warnOnce();
      return undefined;
    }
    return this.own.clientFor(address);
  }

  private warnOnce(): void {
    if (this.warned) return;
    this.warned = true;
    warn(
      'no-service',
      `<${this.host.localName}> has no service: name one by <oi-provider>, <meta name="open-info-service"> or service="…".`,
    );
  }

  /** What was provided before is kept until here: an element that was taken out may still be drawing. */
  private ask(): void {
    this.unsubscribe?.();
    this.unsubscribe = undefined;
    if (this.provided) this.host.requestUpdate();
    this.provided = undefined;
    this.host.dispatchEvent(new ContextEvent(openInfoContext, this.host, this.onProvided, true));
  }

  private readonly onProvided: ContextCallback<Provided> = (provided, unsubscribe) => {
    this.unsubscribe = unsubscribe;
    this.provided = provided;
    this.host.requestUpdate();
  };

  /** A provider that upgrades after this element announces itself; it may be the nearer one. */
  private readonly onProvider = (event: Event): void => {
    if (event.target !== this.host) this.ask();
  };
}

function pageService(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="open-info-service"]')?.content;
}
