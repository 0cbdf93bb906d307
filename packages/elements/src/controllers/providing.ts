import { ContextConsumer, ContextProvider } from '@lit/context';
import type { Client } from '@open-info/sdk/client';
import type { ReactiveController, ReactiveElement } from 'lit';
import { AddressedClient } from './addressed-client.ts';
import { openInfoContext, type Provided } from './context.ts';

/** An element that gives a client to what is inside it. */
export interface ProvidingHost extends ReactiveElement {
  client?: Client | undefined;
  service?: string | undefined;
}

/** Gives one client to every element inside: the page's own, else by address, else that of further out. */
export class Providing implements ReactiveController {
  private readonly host: ProvidingHost;
  private readonly provider: ContextProvider<typeof openInfoContext>;
  private readonly own = new AddressedClient();
  private outer: Provided | undefined;

  constructor(host: ProvidingHost) {
    this.host = host;
    this.provider = new ContextProvider(host, {
      context: openInfoContext,
      initialValue: { client: undefined },
    });
    // Before the elements inside ask, so that none of them starts with another service.
    host.addController(this);
    new ContextConsumer(host, {
      context: openInfoContext,
      subscribe: true,
      callback: (outer) => {
        this.outer = outer;
        this.hostUpdate();
      },
    });
  }

  hostConnected(): void {
    this.hostUpdate();
  }

  hostUpdate(): void {
    const { client, service } = this.host;
    const addressed = service === undefined ? undefined : this.own.clientFor(service);
    const current = client ?? addressed ?? this.outer?.client;
    if (current !== this.current) this.provider.setValue({ client: current });
  }

  /** What is given at present. */
  get current(): Client | undefined {
    return this.provider.value.client;
  }
}
