import type * as z from 'zod/mini';

/** HTTP methods an endpoint may use. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * How long an answer may be kept. `published`: until published data changes (the ETag is made
 * from the data version); `revalidate`: until the next question, which its ETag (of the answer) may
 * spare the body; `none`: never.
 */
export type Caching = 'published' | 'revalidate' | 'none';

/**
 * An endpoint, declared once. The service mounts it, the SDK calls it and the OpenAPI document is
 * generated from it, so the three cannot differ.
 *
 * @typeParam P path parameters · @typeParam Q query · @typeParam B body · @typeParam R response
 */
export interface Endpoint<P = unknown, Q = unknown, B = unknown, R = unknown> {
  /** Stable operation id, `noun.verb`: `catalog.list`. */
  readonly id: string;
  readonly method: Method;
  /** Path below `/api/v1`, with `{name}` for each path parameter. */
  readonly path: string;
  /** One sentence for the reader of the API description. */
  readonly summary: string;
  readonly params?: z.ZodMiniType<P>;
  readonly query?: z.ZodMiniType<Q>;
  readonly body?: z.ZodMiniType<B>;
  /** Most bytes of the body; 256 kB when absent. */
  readonly bodyLimit?: number;
  /** The handler reads the body itself: its signature covers the bytes, and its rows are checked one by one. */
  readonly signed?: boolean;
  /** The body is `multipart/form-data` with one part `file`, read as a stream. */
  readonly upload?: boolean;
  /** Schema of a JSON answer; absent when the answer is a file. */
  readonly response?: z.ZodMiniType<R>;
  /** Media types of a file answer, the first one by default. */
  readonly files?: readonly string[];
  /**
   * `public`: anyone, without credentials; reads from any origin, writes from the configured ones.
   * `officer`: with the bearer token of an officer of an organ, from the configured origins.
   */
  readonly access: 'public' | 'officer';
  readonly caching: Caching;
  /** A write that may be repeated safely with the same `Idempotency-Key`. */
  readonly idempotent?: boolean;
  /** A POST that only reads, because what it asks with may stand in no address: it may be repeated. */
  readonly safe?: boolean;
}

/** Any endpoint, whatever it carries. */
export type AnyEndpoint = Endpoint;

export type ParamsOf<E> = E extends { readonly params?: z.ZodMiniType<infer P> } ? P : never;
export type QueryOf<E> = E extends { readonly query?: z.ZodMiniType<infer Q> } ? Q : never;
export type BodyOf<E> = E extends { readonly body?: z.ZodMiniType<infer B> } ? B : never;
export type ResponseOf<E> = E extends { readonly response?: z.ZodMiniType<infer R> } ? R : never;

/** Declares an endpoint; the type parameters are taken from the schemas. */
export function endpoint<P = undefined, Q = undefined, B = undefined, R = undefined>(
  declaration: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> {
  return declaration;
}
