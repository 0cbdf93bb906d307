import type { Endpoint } from '@open-info/contract/endpoint';
import type { Client, RequestOptions, Result } from '../client.ts';
import { ContractError, UsageError, type ErrorContext } from '../errors.ts';

/** An answer that carries rows, with a cursor where it has pages. */
export interface Rows {
  items: unknown[];
  next?: string | undefined;
}

type Row<P extends Rows> = P['items'][number];

/** One page: everything the answer says, and the way to the next page. */
export type ListPage<P extends Rows> = Omit<P, 'next'> & {
  /** Cursor of the next page; absent on the last one. */
  cursor: string | undefined;
  hasNext: boolean;
  /** Rows left out because they broke the contract. */
  skipped: number;
  /** The next page, asked with the same options; undefined after the last. After a failure, ask again. */
  next(): Promise<ListPage<P> | undefined>;
};

/** The first page when awaited, every item when iterated. Awaiting twice asks once. */
export interface Listing<P extends Rows> extends Promise<ListPage<P>>, AsyncIterable<Row<P>> {
  /** Page by page. After a failure, `next()` asks for the failed page again. */
  pages(): AsyncIterableIterator<ListPage<P>>;
  /** The first `limit` items of all pages. */
  toArray(options: { limit: number }): Promise<Row<P>[]>;
  /** The first page with the HTTP answer it came in. */
  withResponse(): Promise<Result<ListPage<P>>>;
}

type Ask<P extends Rows> = (cursor: string | undefined) => Promise<Result<P>>;

/** Turns answers into pages. `depths` knows at which page each cursor appeared, to see a circle. */
function pageMaker<P extends Rows>(ask: Ask<P>, context: ErrorContext) {
  const depths = new Map<string, number>();
  const get = async (cursor: string | undefined, depth: number): Promise<Result<ListPage<P>>> => {
    const result = await ask(cursor);
    const { next, ...envelope } = result.data;
    if (next !== undefined && (depths.get(next) ?? depth) !== depth) {
      const endless = new ContractError('The service gave the same cursor twice.');
      throw Object.assign(endless, { context: { ...context, requestId: result.requestId } });
    }
    if (next !== undefined) depths.set(next, depth);
    const page = {
      ...envelope,
      cursor: next,
      hasNext: next !== undefined,
      skipped: result.skipped,
      next: async () => (next === undefined ? undefined : (await get(next, depth + 1)).data),
    } as unknown as ListPage<P>;
    return { ...result, data: page };
  };
  return () => get(undefined, 0);
}

type Step<P extends Rows> = () => Promise<ListPage<P> | undefined>;

/** Pages one after the other. Written by hand: a generator would be over after one failure. */
function iteratePages<P extends Rows>(
  first: Promise<ListPage<P>>,
  again: Step<P>,
): AsyncIterableIterator<ListPage<P>> {
  let step: Step<P> | undefined = () => first;
  let ifFailed = again;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      const ask = step;
      step = ask && ifFailed;
      const page = await ask?.();
      if (!page) return { done: true, value: undefined };
      step = page.hasNext ? () => page.next() : undefined;
      ifFailed = () => page.next();
      return { done: false, value: page };
    },
    async return() {
      step = undefined;
      return { done: true, value: undefined };
    },
  };
}

function iterateItems<P extends Rows>(
  pages: AsyncIterableIterator<ListPage<P>>,
): AsyncIterator<Row<P>> {
  let items: unknown[] = [];
  let index = 0;
  return {
    async next() {
      while (index >= items.length) {
        const page = await pages.next();
        if (page.done) return page;
        items = (page.value as unknown as Rows).items;
        index = 0;
      }
      return { done: false, value: items[index++] as Row<P> };
    },
    async return() {
      items = [];
      await pages.return?.();
      return { done: true, value: undefined };
    },
  };
}

async function collect<T>(items: AsyncIterable<T>, limit: number): Promise<T[]> {
  if (!(limit > 0)) {
    throw new UsageError('toArray needs a limit of 1 or more.', {
      fields: [{ field: 'limit', message: 'missing', expected: '1 or more' }],
    });
  }
  const found: T[] = [];
  for await (const item of items) {
    found.push(item);
    if (found.length >= limit) break;
  }
  return found;
}

/** Answers of a list, asked for by `askFor`, as a promise of the first page that can be iterated. */
export function listBy<Q extends object, P extends Rows>(
  { id, method }: Endpoint,
  query: Q,
  askFor: (query: Q) => Promise<Result<P>>,
): Listing<P> {
  const ask: Ask<P> = (cursor) => askFor(cursor === undefined ? query : { ...query, cursor });
  const start = pageMaker(ask, { operation: id, method });
  const result = start();
  const page = result.then(({ data }) => data);
  const pages = () => iteratePages(page, () => start().then(({ data }) => data));
  const items = { [Symbol.asyncIterator]: () => iterateItems(pages()) };
  return Object.assign(page, items, {
    pages,
    toArray: ({ limit }: { limit: number }) => {
      page.catch(() => undefined);
      return collect(items, limit);
    },
    withResponse: () => {
      page.catch(() => undefined);
      return result;
    },
  });
}

/** A list endpoint as a promise of its first page that can also be iterated. */
export function list<Q extends object, P extends Rows>(
  client: Client,
  endpoint: Endpoint<undefined, Q, undefined, P>,
  query: Q,
  options?: RequestOptions,
): Listing<P> {
  return listBy(endpoint, query, (following) =>
    client.call(endpoint, { query: following }, options),
  );
}
