import type { PolicyCard } from '@open-info/elements/policy-card/policy-card';
import type { PolicyUnfoldingEvent } from '@open-info/elements/policy-card/policy-card.events';
import type { Provider } from '@open-info/elements/provider/provider';
import type { Client } from '@open-info/sdk/client';

/** What a page shows: a provider with a card inside, as every framework is told it. */
export interface Page {
  client: Client;
  mode: Provider['mode'];
  show: boolean;
  policyId: string;
  /** Set as an attribute. */
  headingLevel: number;
  terms: PolicyCard['terms'];
  compact: boolean;
  /** The plain link inside the card. */
  link: string;
  onUnfolding: (event: PolicyUnfoldingEvent) => void;
}

/** A framework that shows the page at a place. */
export interface Host {
  /** Shows it, or what has changed of it, before it returns or its promise is kept. */
  show: (page: Page) => void | Promise<void>;
  /** Takes all of it away. */
  close: () => void | Promise<void>;
}

/** Each host module exports one of these. */
export type OpenHost = (place: Element) => Host;
