import type { AreaTree } from '@open-info/contract/areas';
import {
  catalogFilters,
  type CatalogChangePage,
  type CatalogChangeQuery,
  type CatalogFacets,
  type CatalogItem,
  type CatalogListQuery,
  type CatalogPage,
  type SuggestionList,
  type SuggestionQuery,
} from '@open-info/contract/catalog';
import type { FieldList } from '@open-info/contract/fields';
import type { Health } from '@open-info/contract/health';
import type { Organ, OrganList, OrganQuery } from '@open-info/contract/organs';
import type { ProblemCode } from '@open-info/contract/problem';
import type { CatalogVersionList } from './catalog.ts';
import { createClient, type Client, type Input, type RequestOptions } from './client.ts';
import { apiError, type ApiError, type OpenInfoError } from './errors.ts';
import { changesOfSample, listSample, sampleUpdatedAt, suggestSample } from './testing/catalog.ts';
import {
  sampleAreas,
  sampleFields,
  sampleItems,
  sampleOrgans,
  sampleVersions,
} from './testing/sample.ts';

/** What each operation is asked and what it answers. */
export interface Operations {
  'catalog.list': { query: CatalogListQuery; answer: CatalogPage };
  'catalog.get': { params: { id: string }; query: { asOf?: string }; answer: CatalogItem };
  'catalog.changes': { query: CatalogChangeQuery; answer: CatalogChangePage };
  'catalog.versions': { answer: CatalogVersionList };
  'catalog.suggest': { query: SuggestionQuery; answer: SuggestionList };
  'organs.list': { query: OrganQuery; answer: OrganList };
  'organs.get': { params: { id: string }; answer: Organ };
  'areas.list': { answer: AreaTree };
  'fields.list': { answer: FieldList };
  'health.live': { answer: Health };
  'health.ready': { answer: Health };
}

/** An answer, or a function of the question that gives or throws one. */
export type Fixture<O> = O extends { answer: infer A }
  ? A | OpenInfoError | ((asked: Omit<O, 'answer'>) => A | Promise<A>)
  : never;

/** Answers by operation id. */
export type Fixtures = { [K in keyof Operations]?: Fixture<Operations[K]> };

/** One call a mock client was asked. */
export interface Asked extends Input {
  operation: string;
}

/** A client without a service, for stories and tests. */
export interface MockClient extends Client {
  /** Every call that would have been sent, oldest first. */
  readonly asked: readonly Asked[];
  /** The same, with these answers in place of the former ones. */
  with(fixtures: Fixtures): MockClient;
  /** The same, answering after so many ms; `Infinity`: never. */
  slow(milliseconds: number): MockClient;
  /** The same, failing always; with 503 unless an error is given. */
  failing(error?: OpenInfoError): MockClient;
  /** The same, with nothing to show: empty lists, and 404 for every item. */
  empty(): MockClient;
}

/** An error answer as the service gives it: `problem(404, 'not-found', '没有这个事项')`. */
export function problem(status: number, code: ProblemCode, title: string): ApiError {
  const type = `https://open-info.example/problems/${code}`;
  return apiError({
    status,
    headers: new Headers(),
    problem: { type, title, status, code, requestId: 'mock' },
  });
}

const notFound = (id: string) => problem(404, 'not-found', `没有编号为“${id}”的记录`);

function found<T extends { id: string }>(all: readonly T[], id: string): T {
  const one = all.find((each) => each.id === id);
  if (!one) throw notFound(id);
  return one;
}

const updatedAt = sampleUpdatedAt;

const sample: Required<Fixtures> = {
  'catalog.list': ({ query }) => listSample(query),
  'catalog.get': ({ params }) => found(sampleItems, params.id),
  'catalog.changes': ({ query }) => changesOfSample(query),
  'catalog.versions': { items: sampleVersions, updatedAt },
  'catalog.suggest': ({ query }) => suggestSample(query),
  'organs.list': ({ query: { kind, area } }) => ({
    items: sampleOrgans.filter(
      (organ) =>
        (!kind?.length || kind.includes(organ.kind)) && (!area || organ.areaCode.startsWith(area)),
    ),
    updatedAt,
  }),
  'organs.get': ({ params }) => found(sampleOrgans, params.id),
  'areas.list': { items: sampleAreas, source: '示例数据', updatedAt },
  'fields.list': { items: sampleFields, updatedAt },
  'health.live': { status: 'ok', version: 'mock' },
  'health.ready': { status: 'ok', version: 'mock' },
};

const emptyPage = { items: [], total: 0, asOf: '2026-11-20', updatedAt };

const nothing: Fixtures = {
  'catalog.list': {
    ...emptyPage,
    facets: Object.fromEntries(
      catalogFilters.map((filter) => [filter, []]),
    ) as unknown as CatalogFacets,
  },
  'catalog.get': ({ params }) => found([], params.id),
  'catalog.changes': emptyPage,
  'catalog.versions': { items: [], updatedAt },
  'catalog.suggest': { items: [] },
  'organs.list': { items: [], updatedAt },
  'organs.get': ({ params }) => found([], params.id),
  'areas.list': { items: [], source: '示例数据', updatedAt },
  'fields.list': { items: [], updatedAt },
};

interface Behaviour {
  fixtures: Fixtures;
  delay: number;
  error?: OpenInfoError | undefined;
}

/** Waits, unless the call is over before. `Infinity` needs no timer. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (milliseconds === Infinity) return;
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

async function answer({ fixtures, error }: Behaviour, asked: Asked): Promise<unknown> {
  if (error) throw error;
  const fixture = fixtures[asked.operation as keyof Operations] as unknown;
  const value: unknown =
    typeof fixture === 'function'
      ? await (fixture as (asked: Asked) => unknown)({ ...asked, query: asked.query ?? {} })
      : fixture;
  if (value instanceof Error) throw value;
  return value;
}

const forever = 2 ** 31 - 1;

function mockClient(behaviour: Behaviour): MockClient {
  const asked: Asked[] = [];
  const { delay } = behaviour;
  const time = delay > 5_000 ? { timeout: forever, deadline: forever } : {};
  const client = createClient({
    baseUrl: 'https://mock.invalid',
    contract: 'strict',
    maxRetries: 0,
    ...time,
    middleware: [
      async (request, _, attempt) => {
        const question = { operation: attempt.operation, ...(attempt.context.input as Input) };
        asked.push(question);
        if (delay > 0) await pause(delay, request.signal);
        const value = await answer(behaviour, question);
        return new Response(JSON.stringify(value), { headers: { 'x-request-id': 'mock' } });
      },
    ],
  });
  const vary = (change: Partial<Behaviour>) => mockClient({ ...behaviour, ...change });
  return {
    ...client,
    call: (endpoint, input = {}, options: RequestOptions = {}) =>
      client.call(endpoint, input, { ...options, context: { ...options.context, input } }),
    asked,
    with: (fixtures) => vary({ fixtures: { ...behaviour.fixtures, ...fixtures } }),
    slow: (milliseconds) => vary({ delay: milliseconds }),
    failing: (error = problem(503, 'unavailable', '服务暂时不可用')) => vary({ error }),
    empty: () => vary({ fixtures: { ...behaviour.fixtures, ...nothing } }),
  };
}

/**
 * A client that answers from fixtures by operation id. Without any it is a small district: 34 catalog
 * items that can be searched, filtered and paged, with their organs, areas and fields. Questions and
 * answers are checked with the contract, so a fixture cannot drift from it unseen.
 *
 * @example
 * const client = createMockClient({ 'catalog.suggest': { items: [] } });
 * const offline = createMockClient().failing(new ConnectionError('offline'));
 */
export function createMockClient(fixtures: Fixtures = {}): MockClient {
  return mockClient({ fixtures: { ...sample, ...fixtures }, delay: 0 });
}
