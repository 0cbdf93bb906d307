import type { AreaTree } from '@open-info/contract/areas';
import type { PlainCard } from '@open-info/contract/cards';
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
import type { Cleanup, CleanupList } from '@open-info/contract/cleanups';
import type {
  DocumentListQuery,
  DocumentPage,
  PolicyDocument,
} from '@open-info/contract/documents';
import type { FieldList } from '@open-info/contract/fields';
import type { Health } from '@open-info/contract/health';
import type {
  Interpretation,
  InterpretationListQuery,
  InterpretationPage,
} from '@open-info/contract/interpretations';
import type {
  Checklist,
  ChecklistQuery,
  Matter,
  MatterListQuery,
  MatterPage,
} from '@open-info/contract/matters';
import type { Organ, OrganList, OrganQuery } from '@open-info/contract/organs';
import type { CatalogVersionList } from './catalog.ts';
import { createClient, type Client, type Input, type RequestOptions, type Wire } from './client.ts';
import type { FileAnswer } from './core/file-answer.ts';
import type { OpenInfoError } from './errors.ts';
import { openHall, type CaseOperations } from './testing/cases.ts';
import { changesOfSample, listSample, sampleUpdatedAt, suggestSample } from './testing/catalog.ts';
import { checklistOfSample, listSampleMatters, sampleMatters } from './testing/matters.ts';
import { openOffice, type RequestOperations } from './testing/office.ts';
import {
  listSampleCleanups,
  listSampleDocuments,
  listSampleInterpretations,
  sampleCards,
  sampleCleanups,
  sampleDocuments,
  sampleFileUrls,
  sampleInterpretations,
} from './testing/policies.ts';
import { problem } from './testing/problem.ts';
import { openSender, type SubscriptionOperations } from './testing/subscriptions.ts';
import {
  sampleAreas,
  sampleFields,
  sampleItems,
  sampleOrgans,
  sampleVersions,
} from './testing/sample.ts';

export { problem } from './testing/problem.ts';
export { sampleSubscriptionTokens } from './testing/subscriptions.ts';
export { sampleCaseKeys, sampleCaseNames, type SampleCaseName } from './testing/sample-cases.ts';
export {
  sampleRequestKeys,
  sampleRequestNames,
  sampleToday,
  type SampleRequestName,
} from './testing/sample-requests.ts';

/** What each operation is asked and what it answers. */
export interface Operations extends RequestOperations, CaseOperations, SubscriptionOperations {
  'catalog.list': { query: CatalogListQuery; answer: CatalogPage };
  'catalog.get': { params: { id: string }; query: { asOf?: string }; answer: CatalogItem };
  'catalog.changes': { query: CatalogChangeQuery; answer: CatalogChangePage };
  'catalog.versions': { answer: CatalogVersionList };
  'catalog.suggest': { query: SuggestionQuery; answer: SuggestionList };
  'documents.list': { query: DocumentListQuery; answer: DocumentPage };
  'documents.get': { params: { id: string }; answer: PolicyDocument };
  'interpretations.list': { query: InterpretationListQuery; answer: InterpretationPage };
  'interpretations.get': { params: { id: string }; answer: Interpretation };
  'cards.get': { params: { id: string }; answer: PlainCard };
  'cleanups.list': { answer: CleanupList };
  'cleanups.get': { params: { id: string }; answer: Cleanup };
  'matters.list': { query: MatterListQuery; answer: MatterPage };
  'matters.get': { params: { id: string }; answer: Matter };
  'matters.checklist': { params: { id: string }; query: ChecklistQuery; answer: Checklist };
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
export interface Asked extends Omit<Input, 'wire'> {
  operation: string;
  /** What an upload was to send. */
  file?: Wire['file'];
  /** Key of a write that may be repeated. */
  idempotencyKey?: string;
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

const notFound = (id: string) => problem(404, 'not-found', `没有编号为“${id}”的记录`);

function found<T extends { id: string }>(all: readonly T[], id: string): T {
  const one = all.find((each) => each.id === id);
  if (!one) throw notFound(id);
  return one;
}

const updatedAt = sampleUpdatedAt;

/** Answers of a district of its own: what is filed with one client is not seen by another. */
function openDistrict(): Required<Fixtures> {
  const office = openOffice();
  const { watched, ...hall } = openHall();
  const watch: Fixtures['watch.get'] = (asked) =>
    watched(asked.params.ticket) ?? office['watch.get'](asked);
  return { ...published, ...office, ...hall, ...openSender(), 'watch.get': watch };
}

const published = {
  'catalog.list': ({ query }) => listSample(query),
  'catalog.get': ({ params }) => found(sampleItems, params.id),
  'catalog.changes': ({ query }) => changesOfSample(query),
  'catalog.versions': { items: sampleVersions, updatedAt },
  'catalog.suggest': ({ query }) => suggestSample(query),
  'documents.list': ({ query }) => listSampleDocuments(query),
  'documents.get': ({ params }) => found(sampleDocuments, params.id),
  'interpretations.list': ({ query }) => listSampleInterpretations(query),
  'interpretations.get': ({ params }) => found(sampleInterpretations, params.id),
  'cards.get': ({ params }) => found(sampleCards, params.id),
  'cleanups.list': listSampleCleanups(),
  'cleanups.get': ({ params }) => found(sampleCleanups, params.id),
  'matters.list': ({ query }) => listSampleMatters(query),
  'matters.get': ({ params }) => found(sampleMatters, params.id),
  'matters.checklist': ({ params, query }) =>
    checklistOfSample(found(sampleMatters, params.id), query),
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
} satisfies Fixtures;

const emptyPage = { items: [], total: 0, asOf: '2026-11-20', updatedAt };

const noRequest = () => problem(404, 'not-found', '没有找到这件申请，请核对编号和查询码');

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
  'documents.list': emptyPage,
  'documents.get': ({ params }) => found([], params.id),
  'interpretations.list': emptyPage,
  'interpretations.get': ({ params }) => found([], params.id),
  'cards.get': ({ params }) => found([], params.id),
  'cleanups.list': { items: [], updatedAt },
  'cleanups.get': ({ params }) => found([], params.id),
  'matters.list': emptyPage,
  'matters.get': ({ params }) => found([], params.id),
  'matters.checklist': ({ params }) => found([], params.id),
  'organs.list': { items: [], updatedAt },
  'organs.get': ({ params }) => found([], params.id),
  'areas.list': { items: [], source: '示例数据', updatedAt },
  'fields.list': { items: [], updatedAt },
  'requests.track': noRequest(),
  'cases.track': problem(404, 'not-found', '没有查到：请核对编号和查询密码'),
  'cases.board': { items: [], today: { accepted: 0, completed: 0, open: 0 }, updatedAt },
  'outcomes.list': { items: [], reportFormat: '2021-30', updatedAt },
  'desk.list': {
    ...emptyPage,
    counts: { open: 0, dueSoon: 0, overdue: 0, paused: 0, unconfirmed: 0 },
  },
  'desk.get': noRequest(),
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

/** An answer over the wire: a file with its name, anything else as JSON. */
function toResponse(value: unknown): Response {
  const file = value as Partial<FileAnswer> | undefined;
  if (!(file?.blob instanceof Blob)) {
    return new Response(JSON.stringify(value), { headers: { 'x-request-id': 'mock' } });
  }
  const name = encodeURIComponent(file.name ?? '');
  return new Response(file.blob, {
    headers: {
      'content-type': file.type ?? '',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    },
  });
}

const steps = 4;

/** Waits, and tells of an upload that goes its way meanwhile. */
async function travel(delay: number, wire: Wire | undefined, signal: AbortSignal): Promise<void> {
  const { file, onProgress } = wire ?? {};
  for (let step = 1; step <= steps; step++) {
    if (delay > 0) await pause(delay / steps, signal);
    if (signal.aborted) return;
    if (file) onProgress?.(Math.round((file.size * step) / steps), file.size);
  }
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
        const { wire, ...input } = attempt.context.input as Input;
        const file = wire?.file && { file: wire.file };
        const key = request.headers.get('idempotency-key');
        const question = {
          operation: attempt.operation,
          ...input,
          ...file,
          ...(key !== null && { idempotencyKey: key }),
        };
        asked.push(question);
        await travel(delay, wire, request.signal);
        return toResponse(await answer(behaviour, question));
      },
    ],
  });
  const vary = (change: Partial<Behaviour>) => mockClient({ ...behaviour, ...change });
  return {
    ...client,
    call: (endpoint, input = {}, options: RequestOptions = {}) =>
      client.call(endpoint, input, { ...options, context: { ...options.context, input } }),
    // What a file holds stands in its address: a picture would ask the network by itself.
    url: (endpoint, input) => {
      const { file = '' } = (input?.params ?? {}) as { file?: string };
      const isSample = endpoint.id === 'interpretations.file' && file in sampleFileUrls;
      return isSample ? (sampleFileUrls[file] ?? '') : client.url(endpoint, input);
    },
    asked,
    with: (fixtures) => vary({ fixtures: { ...behaviour.fixtures, ...fixtures } }),
    slow: (milliseconds) => vary({ delay: milliseconds }),
    failing: (error = problem(503, 'unavailable', '服务暂时不可用')) => vary({ error }),
    empty: () => vary({ fixtures: { ...behaviour.fixtures, ...nothing } }),
  };
}

/**
 * A client that answers from fixtures by operation id. Without any it is a small district: 34 catalog
 * items that can be searched, filtered and paged, with their organs, areas and fields; twelve disclosure
 * requests, one in each state (`sampleRequestKeys`), and an office that takes what is filed; twelve
 * cases (`sampleCaseKeys`) and a hall that takes ratings; a policy (`meals-2026`) with two
 * interpretations and the one it replaced (`meals-2021`); three service matters
 * (`shop-registration`, `food-licence`, `meal-registration`) and a bundle (`open-restaurant`). Questions
 * and answers are checked with the contract, so a fixture cannot drift from it unseen.
 *
 * @example
 * const client = createMockClient({ 'catalog.suggest': { items: [] } });
 * const offline = createMockClient().failing(new ConnectionError('offline'));
 */
export function createMockClient(fixtures: Fixtures = {}): MockClient {
  return mockClient({ fixtures: { ...openDistrict(), ...fixtures }, delay: 0 });
}
