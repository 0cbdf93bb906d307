/** Type tests: each line below compiles, or is expected not to. `tsc` runs them. */
import { endpoint } from '@open-info/contract/endpoint';
import type { CatalogPage } from '@open-info/contract/catalog';
import type { DeskPage } from '@open-info/contract/desk';
import type { RequestView } from '@open-info/contract/requests';
import * as z from 'zod/mini';
import { getCatalogItem, listCatalog, suggestCatalog } from '../src/catalog.ts';
import { createClient, type Client } from '../src/client.ts';
import { call, type Call } from '../src/core/call.ts';
import { list, type Listing } from '../src/core/listing.ts';
import { isOpenInfoError } from '../src/errors.ts';
import { createOpenInfo } from '../src/index.ts';
import { createMockClient } from '../src/testing.ts';
import type { watchRequest } from '../src/watch.ts';
import { submission } from './server.ts';

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(equal: Equal<A, B>): boolean => equal;

declare const client: Client;

/** A contract that has drifted: `total` became a text, `q` a number. */
const drifted = endpoint({
  id: 'catalog.list',
  method: 'GET',
  path: '/catalog/items',
  summary: '',
  query: z.object({ q: z.optional(z.number()) }),
  response: z.object({ items: z.array(z.object({ id: z.string() })), total: z.string() }),
  access: 'public',
  caching: 'none',
});

export async function types(): Promise<void> {
  const page = await listCatalog(client, { q: '预算' });
  page.items.map(({ name }) => name.length);
  same<typeof page.total, number>(true);
  same<typeof page.facets, CatalogPage['facets']>(true);
  same<(typeof page.items)[number]['id'], string>(true);
  // @ts-expect-error after the last page there is none
  same<Awaited<ReturnType<typeof page.next>>['items'], unknown>(false);

  // @ts-expect-error a number where the contract wants text
  void listCatalog(client, { q: 1 });
  // @ts-expect-error no such filter
  void listCatalog(client, { colour: 'red' });
  // @ts-expect-error one value where the contract wants several
  void listCatalog(client, { field: 'health' });
  // @ts-expect-error the words are required
  void suggestCatalog(client, {});
  // @ts-expect-error the limit is required
  void listCatalog(client).toArray();
  // @ts-expect-error an id is a text
  void getCatalogItem(client, 7);

  // @ts-expect-error a drifted answer is no catalog page
  const listing: Listing<CatalogPage> = list(client, drifted, {});
  // @ts-expect-error a drifted query takes no text
  void call(client, drifted, { query: { q: '预算' } });
  // @ts-expect-error its total is no number
  const total: Call<{ total: number }> = call(client, drifted, {});
  void listing;
  void total;

  const api = createOpenInfo({ baseUrl: '' });
  same<ReturnType<typeof api.catalog.list>, Listing<CatalogPage>>(true);
  // @ts-expect-error the same checks behind the object
  void api.catalog.get({ id: 'a' });
  // @ts-expect-error a fixture has the shape of its answer
  void createMockClient({ 'health.live': { status: 1 } });
  // @ts-expect-error no such operation
  void createMockClient({ 'catalog.lst': { items: [] } });

  same<ReturnType<typeof api.requests.track>, Call<RequestView>>(true);
  same<ReturnType<typeof api.desk.list>, Listing<DeskPage>>(true);
  same<ReturnType<typeof api.requests.watch>, ReturnType<typeof watchRequest>>(true);
  same<Awaited<ReturnType<typeof api.requests.wait>>, RequestView>(true);
  // @ts-expect-error there is no purpose in a request
  void api.requests.submit({ ...submission, purpose: '研究' });
  // @ts-expect-error a supplement says something
  void api.requests.supplement({ number: '', code: '' });
  // @ts-expect-error an extension says by how much
  void api.desk.move('', { kind: 'extend', text: '', approvedBy: '' });
  // @ts-expect-error a token is for the desk
  void api.requests.track({ number: '', code: '' }, { token: '' });
  // @ts-expect-error a client has no token; createOpenInfo has
  void createClient({ baseUrl: '', token: '' });

  const error: unknown = undefined;
  if (isOpenInfoError(error, 'http')) same<typeof error.status, number>(true);
  if (isOpenInfoError(error, 'timeout')) same<typeof error.limit, 'attempt' | 'deadline'>(true);
}
