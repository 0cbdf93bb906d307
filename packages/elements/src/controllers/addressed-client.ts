import { createClient, type Client } from '@open-info/sdk/client';
import { warn } from '../base/warn.ts';

/** Makes the client for an address, once for each address. */
export class AddressedClient {
  private address: string | undefined;
  private client: Client | undefined;

  /** @returns undefined, with a warning, when the address cannot be one of a service */
  clientFor(address: string): Client | undefined {
    if (this.address === address) return this.client;
    this.address = address;
    this.client = undefined;
    try {
      this.client = createClient({ baseUrl: new URL(address, document.baseURI).href });
    } catch (error) {
      warn('no-service', `"${address}" is no address of a service: ${String(error)}`);
    }
    return this.client;
  }
}
