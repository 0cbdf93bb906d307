import type { Endpoint } from '@open-info/contract/endpoint';
import { plainJson } from '@open-info/contract/plain-json';
import type * as z from 'zod/mini';
import { UsageError } from '../errors.ts';
import { fieldProblems, inWords } from './issues.ts';

/** Sends once, as the client's own `fetch`. */
export type Send = (request: Request) => Promise<Response>;

/** How a call travels where it is not a JSON text there and back. Only who needs it carries it. */
export interface Wire {
  init?: RequestInit;
  /** Sends once, in the place of `fetch`. */
  send?: (request: Request, own: Send | undefined) => Promise<Response>;
  /** The file that is sent, for a client that has no service to send it to. */
  file?: { name: string; type: string; size: number };
  onProgress?: ((sent: number, total: number) => void) | undefined;
  /** Reads a good answer to its end. */
  read?: (response: Response) => Promise<unknown>;
}

/** What a call sends, before it is checked. */
export interface Input {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  wire?: Wire | undefined;
}

const dots = /^(\.|%2e){1,2}$/i;

/** Where the service's API begins below its base URL. */
const root = '/api/v1';

/**
 * The base URL as calls use it: the service's origin, or any prefix it is mounted under.
 * `/api/v1` is appended to it; an address that already ends so is taken as well.
 * @throws UsageError unless it is an http(s) URL or begins with `/`, without user, query or hash.
 */
export function normalizeBaseUrl(baseUrl: unknown): string {
  const text = typeof baseUrl === 'string' ? baseUrl.trim().replace(/\/+$/, '') : '?';
  if (text !== '' && !/^(https?:\/)?\/[^@?#]*$/i.test(text)) {
    throw new UsageError(
      'baseUrl must be an http(s) address or begin with "/", without user, query or hash.',
      { fields: [{ field: 'baseUrl', message: 'not an address', expected: 'https://host' }] },
    );
  }
  return text.endsWith(root) ? text.slice(0, -root.length) : text;
}

/**
 * One value as one segment of a path.
 * @throws UsageError for what would leave the segment: nothing, `.`, `..` and their encodings.
 */
export function encodeSegment(name: string, value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text === '' || dots.test(text)) {
    throw new UsageError(`${name} cannot be part of an address.`, {
      fields: [{ field: name, message: 'empty or dots', expected: 'an id' }],
    });
  }
  return encode(name, text);
}

function encode(name: string, text: string): string {
  try {
    return encodeURIComponent(text);
  } catch (cause) {
    throw new UsageError(`${name} is not well-formed text.`, {
      cause,
      fields: [{ field: name, message: 'half a character', expected: 'well-formed text' }],
    });
  }
}

/** A query string with its `?`, or nothing. Arrays repeat their key; undefined is left out. */
export function encodeQuery(query: object): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined)
      .map((one) => `${encode(name, name)}=${encode(name, String(one))}`),
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** Checks a part of a request with the schema the service uses. */
function checked(schema: z.ZodMiniType | undefined, value: unknown, part: string): object {
  if (!schema) return {};
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data as object;
  const fields = fieldProblems(result.error.issues);
  throw new UsageError(`The ${part} is wrong: ${inWords(fields)}.`, { fields });
}

/**
 * The address of a call, checked strictly.
 * @throws UsageError naming the fields that are wrong.
 */
export function encodeUrl(base: string, endpoint: Endpoint, input: Input): string {
  const params = checked(endpoint.params, input.params, 'path') as Record<string, unknown>;
  const query = checked(endpoint.query, input.query, 'query');
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeSegment(name, params[name]),
  );
  return base + root + path + encodeQuery(query);
}

/** The body of a call as text, checked strictly; undefined when the endpoint takes none. */
export function encodeBody(endpoint: Endpoint, input: Input): string | undefined {
  if (!endpoint.body) return undefined;
  return plainJson(checked(endpoint.body, input.body, 'body'));
}
