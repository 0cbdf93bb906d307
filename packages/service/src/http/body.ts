import type { IncomingMessage } from 'node:http';
import * as z from 'zod/mini';
import { bodyFaults } from './body-faults.ts';
import type { Property } from './expected.ts';
import { ProblemError } from './problem.ts';

/** A JSON body may have this many bytes unless its endpoint says otherwise. */
export const defaultBodyLimit = 256 * 1024;

/** Where the bytes of a body come from; a `Call` is one. */
export interface BodySource {
  request: Request;
  /** Absent when the application is asked without a server. */
  incoming: IncomingMessage | undefined;
}

function wrongType(given: string | null): ProblemError {
  return new ProblemError('unsupported-media-type', {
    detail: {
      zh: `请求内容应为 JSON，请求头写作 Content-Type: application/json（UTF-8，不压缩）${given === null ? '；现在没有写' : ''}。`,
      en: `Send JSON with the header Content-Type: application/json (UTF-8, not compressed)${given === null ? '; none was given' : ''}.`,
    },
    headers: { Accept: 'application/json' },
  });
}

function checkType(headers: Headers): void {
  const given = headers.get('content-type');
  const [type = '', ...parameters] = (given ?? '').toLowerCase().split(/\s*;\s*/);
  const charset = parameters.find((one) => one.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const encoding = headers.get('content-encoding');
  const isPlain = encoding === null || encoding.toLowerCase() === 'identity';
  if (type.trim() === 'application/json' && isUtf8 && isPlain) return;
  throw wrongType(given);
}

function tooLarge(limit: number): ProblemError {
  const kb = Math.floor(limit / 1024);
  return new ProblemError('too-large', {
    detail: {
      zh: `请求内容最多 ${kb} kB。`,
      en: `The body may have at most ${kb} kB.`,
    },
  });
}

const unreadable = (zh: string, en: string, cause?: unknown): ProblemError =>
  new ProblemError('bad-body', { detail: { zh, en }, cause });

/**
 * The bytes of a body as they come in, for uploads. Who stops early leaves the rest unread; the
 * server drains it after the answer, so the connection stays of use.
 */
export async function* chunksOf({ incoming, request }: BodySource): AsyncGenerator<Uint8Array> {
  if (incoming) yield* incoming.iterator({ destroyOnReturn: false });
  else if (request.body) yield* request.body.values({ preventCancel: true });
}

/**
 * All bytes of a body.
 *
 * @param limit most bytes
 * @throws ProblemError `too-large`, or `bad-body` when it broke off
 */
export async function readBytes(source: BodySource, limit = defaultBodyLimit): Promise<Buffer> {
  // Said in advance, it is refused before the first byte is read.
  if (Number(source.request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of chunksOf(source)) {
      length += chunk.length;
      if (length > limit) throw tooLarge(limit);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw unreadable('请求内容没有传完。', 'The body broke off.', error);
  }
  return Buffer.concat(chunks);
}

/** Deeper than any form; what reads the value after this may go down by calling itself. */
const mostLevels = 32;

function checkDepth(value: unknown): void {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) {
      throw unreadable(
        `请求内容的嵌套超过 ${mostLevels} 层。`,
        `The body is nested more than ${mostLevels} levels deep.`,
      );
    }
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : [],
    );
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads JSON in UTF-8. @throws ProblemError `bad-body` */
export function parseJson(bytes: Buffer): unknown {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw unreadable('请求内容不是 UTF-8 编码的文字。', 'The body is not text in UTF-8.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the body.
    throw unreadable('请求内容不是完整的 JSON。', 'The body is not well-formed JSON.');
  }
  checkDepth(value);
  return value;
}

/**
 * Makes the reader of an endpoint's JSON body.
 *
 * @param limit most bytes
 * @throws ProblemError (from the reader) `unsupported-media-type`, `too-large`, or `bad-body`
 * naming every field that is wrong
 */
export function bodyReader(schema: z.ZodMiniType, limit = defaultBodyLimit) {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Property;
  return async (source: BodySource): Promise<unknown> => {
    checkType(source.request.headers);
    const value = parseJson(await readBytes(source, limit));
    const checked = schema.safeParse(value);
    const errors = bodyFaults(json, value, checked.error?.issues ?? []);
    if (errors.length > 0) throw new ProblemError('bad-body', { errors });
    return checked.data;
  };
}
