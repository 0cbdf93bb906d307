import { createContext, type Context } from '@lit/context';
import type { Client } from '@open-info/sdk/client';

/** What a provider gives to the elements inside it. */
export interface Provided {
  client: Client | undefined;
}

export const openInfoContext: Context<symbol, Provided> = createContext<Provided, symbol>(
  // A registered symbol is equal across bundles, so elements of two builds find one provider.
  Symbol.for('open-info/provided'),
);
