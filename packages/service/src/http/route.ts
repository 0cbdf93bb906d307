import type { IncomingMessage } from 'node:http';
import type {
  AnyEndpoint,
  BodyOf,
  Endpoint,
  ParamsOf,
  QueryOf,
  ResponseOf,
} from '@open-info/contract/endpoint';
import type { Officer } from '../access/officer.ts';
import type { Language } from './words.ts';

/** A download. It is streamed, never kept in memory. */
export interface FileAnswer {
  /** Media type, one of the endpoint's `files`. */
  contentType: string;
  /** Name offered to the reader, `目录.csv`. */
  fileName: string;
  body: Uint8Array | string | AsyncIterable<Uint8Array | string>;
  /** Bytes of the body, where they are known: then a part of it may be asked for, as players do. */
  size?: number | undefined;
  /** It is read where it is, as a feed; without it, it is saved as a file. */
  inline?: boolean | undefined;
}

/** A JSON answer that is already text, for what is kept ready. */
export class ReadyJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A request after its parts have been checked against the endpoint's schemas. */
export interface Call<E> {
  params: ParamsOf<E>;
  query: QueryOf<E>;
  /** Checked against the endpoint's body; undefined where it declares none. */
  body: BodyOf<E>;
  /** Who asks an endpoint for officers; undefined elsewhere. */
  officer: Officer | undefined;
  /** `Idempotency-Key` of a write that may be repeated. */
  idempotencyKey: string | undefined;
  /** Network address of the caller (IPv6: its /64), for limits; never stored or logged as it is. */
  address: string;
  /** Further headers of the answer, good or bad; the limits write theirs here. */
  answerHeaders: Headers;
  request: Request;
  /** Node's side of the request; `chunksOf(call)` reads an upload from it. */
  incoming: IncomingMessage | undefined;
  /** Language of the reader; `zh` unless English was asked for. */
  language: Language;
  requestId: string;
}

/** What a handler gives back: a file where the endpoint declares files, else its response. */
export type AnswerOf<E> = ResponseOf<E> extends undefined ? FileAnswer : ResponseOf<E> | ReadyJson;

export type Handler<E> = (call: Call<E>) => Promise<AnswerOf<E>>;

/** An endpoint with what answers it. */
export interface Route {
  readonly endpoint: AnyEndpoint;
  readonly handler: (call: Call<AnyEndpoint>) => Promise<unknown>;
}

/**
 * Ties a handler to a declared endpoint; a handler that answers anything else than the endpoint's
 * response does not compile.
 */
export function route<P, Q, B, R>(
  endpoint: Endpoint<P, Q, B, R>,
  handler: Handler<Endpoint<P, Q, B, R>>,
): Route {
  return { endpoint, handler };
}
