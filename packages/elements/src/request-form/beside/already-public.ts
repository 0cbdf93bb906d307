import { listCatalog } from '@open-info/contract/catalog';
import { listDocuments } from '@open-info/contract/documents';
import { getArticle } from '@open-info/contract/feeds';
import type { OrganRef } from '@open-info/contract/organs';
import type { Client } from '@open-info/sdk/client';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { latestValue, LoadController } from '../../controllers/load.ts';
import type { FormPage } from '../parts/page.ts';
import type { Speech } from '../speech.ts';
import { besideStyles } from './beside.styles.ts';
import { RequestFormOfferOpeningEvent } from './offer.events.ts';
import { offerTerms, type OfferTerms } from './offer.terms.ts';
import { renderMisfits, renderOffers } from './offers.ts';

/** Something that is public already and may be what a person is about to ask for. */
export interface Offer {
  kind: 'catalog' | 'document';
  id: string;
  name: string;
  /** Who publishes it. */
  organs: readonly OrganRef[];
  url?: string | undefined;
}

/** Where offers come from; one for each kind of public matter. */
export type OfferSource = (
  client: Client,
  words: string,
  signal: AbortSignal,
) => Promise<readonly Offer[]>;

const most = 3;
const restMilliseconds = 350;
const longestSearch = 40;

const fromCatalog: OfferSource = async (client, q, signal) => {
  const query = { q, limit: most };
  const { data } = await client.call(listCatalog, { query }, { signal, maxRetries: 0 });
  return data.items.map(({ id, name, level1, url, subject }) => ({
    kind: 'catalog',
    id,
    // Names of the lowest level say little alone: 审核信息.
    name: level1 === name ? name : `${level1} · ${name}`,
    url,
    organs: subject.organs,
  }));
};

/** Only those whose text is public: a document disclosed on request may still have to be asked for. */
const fromDocuments: OfferSource = async (client, q, signal) => {
  const query = { q, sort: 'relevance', limit: most } as const;
  const { data } = await client.call(listDocuments, { query }, { signal, maxRetries: 0 });
  return data.items
    .filter(({ attribute }) => attribute === 'open')
    .map(({ id, title, documentNumber, issuers }) => ({
      kind: 'document',
      id,
      name: documentNumber === undefined ? title : `${title} · ${documentNumber}`,
      url: client.url(getArticle, { params: { id } }),
      organs: issuers.map(({ organId = '', name }) => ({ id: organId, name })),
    }));
};

const sources: readonly OfferSource[] = [fromCatalog, fromDocuments];

/** The best of each source in turn; what two sources know by one name is said once. */
function merged(found: readonly (readonly Offer[])[]): readonly Offer[] {
  const inTurn = Array.from({ length: most }, (_, place) =>
    found.flatMap((offers) => offers.slice(place, place + 1)),
  ).flat();
  const names = new Map(inTurn.reverse().map((offer) => [offer.name, offer]));
  return [...names.values()].reverse().slice(0, most);
}

/** What every source finds; one that cannot answer leaves the others standing. */
async function ask(client: Client, words: string, signal: AbortSignal): Promise<readonly Offer[]> {
  const answers = sources.map((source) => source(client, words, signal).catch(() => []));
  return merged(await Promise.all(answers));
}

/** What people write is longer than what things are called: where the whole finds nothing, its halves may. */
function searchesFor(words: string): string[] {
  const half = Math.ceil(words.length / 2);
  return half < 2 ? [words] : [words, words.slice(0, half), words.slice(half)];
}

export interface AlreadyPublicOptions extends Speech {
  /** Who is asked now, as far as it is known. */
  asked: () => { id: string; name: string | undefined };
  /** Lets a person ask another organ; absent where the page has fixed it. */
  askOther: () => ((id: string) => void) | undefined;
}

/** Looks, while a person writes what they seek, whether it is public already. Never in the way. */
export class AlreadyPublic implements ReactiveController {
  private readonly host: LitElement;
  private readonly options: AlreadyPublicOptions;
  private readonly found: LoadController<readonly Offer[]>;
  private typed = '';

  constructor(host: LitElement, options: AlreadyPublicOptions) {
    this.host = host;
    this.options = options;
    options.style(besideStyles);
    this.found = new LoadController(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.typed = '';
  }

  look(client: Client | undefined, typed: string): void {
    const words = typed.trim().slice(0, longestSearch);
    if (words === this.typed) return;
    this.typed = words;
    if (words.length < 2 || !client) {
      this.found.clear();
      return;
    }
    void this.found.run(async (signal) => {
      await new Promise((resolve) => setTimeout(resolve, restMilliseconds));
      for (const part of searchesFor(words)) {
        if (signal.aborted) return [];
        const found = await ask(client, part, signal);
        if (found.length > 0) return found;
      }
      return [];
    });
  }

  /** 可能已经公开: what was found, and who seems to be responsible. */
  render(page: FormPage): TemplateResult {
    const { asked, askOther } = this.options;
    const { id, name } = asked();
    return renderOffers(page, this.words, {
      offers: this.offers,
      other: this.otherOrgan(id),
      asked: name,
      askOther: askOther(),
      open: (offer, event) => this.open(offer, event),
    });
  }

  /** 哪些事不能用这张表办 (art. 38, 39). */
  renderMisfits(page: FormPage): TemplateResult {
    return renderMisfits(page, this.words);
  }

  clear(): void {
    this.typed = '';
    this.found.clear();
  }

  private open({ kind, id }: Offer, event: Event): void {
    const opening = new RequestFormOfferOpeningEvent(kind, id);
    if (!this.host.dispatchEvent(opening)) event.preventDefault();
  }

  private get words(): OfferTerms {
    return this.options.words(offerTerms);
  }

  private get offers(): readonly Offer[] {
    return latestValue(this.found.current) ?? [];
  }

  /** Who is responsible for the best of them, when that is one organ and not the one asked. */
  private otherOrgan(asked: string): OrganRef | undefined {
    const organs = this.offers[0]?.organs ?? [];
    const isAsked = this.offers.some((offer) => offer.organs.some(({ id }) => id === asked));
    return organs.length === 1 && !isAsked ? organs[0] : undefined;
  }
}
