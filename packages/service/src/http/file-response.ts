import { Readable } from 'node:stream';
import { compressor, type Encoding } from './encoding.ts';
import type { FileAnswer } from './route.ts';

const compressible = /^(text\/|application\/(json|xml|.*\+(json|xml)))/;

function stream(body: FileAnswer['body']): Readable {
  // A string or a buffer is one chunk, not a sequence of characters or bytes.
  const whole = typeof body === 'string' || body instanceof Uint8Array;
  return Readable.from(whole ? [body] : body, { objectMode: false });
}

function disposition({ fileName: name, inline }: FileAnswer): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `${inline === true ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** First and last byte asked for. */
interface Range {
  from: number;
  to: number;
}

/**
 * The one part a `Range` header asks for (RFC 9110, 14). Nothing for what need not be answered in
 * parts: no header, several parts, another edition of the file than `If-Range` names.
 *
 * @returns `unsatisfiable` when it begins behind the end
 */
function rangeOf(asked: Headers, etag: string, size: number): Range | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(asked.get('range') ?? '') ?? [];
  const edition = asked.get('if-range');
  if (first === undefined || last === undefined || first + last === '') return undefined;
  if (edition !== null && edition !== etag) return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && first !== '' && Number(last) < from) return undefined;
  return from < size ? { from, to } : 'unsatisfiable';
}

/** Bytes `from` to `to` of a stream; what lies behind is not read. */
async function* partOf(source: AsyncIterable<Uint8Array>, { from, to }: Range) {
  let place = 0;
  for await (const chunk of source) {
    const end = place + chunk.length;
    if (end > from) yield chunk.subarray(Math.max(0, from - place), to + 1 - place);
    place = end;
    if (place > to) return;
  }
}

/** Answers a file of a known size: whole, or the part that was asked for. */
function sizedResponse(
  file: FileAnswer,
  size: number,
  headers: Record<string, string>,
  asked: Headers,
  isHead: boolean,
): Response {
  const range = rangeOf(asked, headers.ETag ?? '', size);
  const all = { ...headers, 'Accept-Ranges': 'bytes' };
  if (range === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...all, 'Content-Range': `bytes */${size}` },
    });
  }
  const { from, to } = range ?? { from: 0, to: size - 1 };
  const source = stream(file.body);
  if (isHead) source.destroy();
  const part = range ? Readable.from(partOf(source, range), { objectMode: false }) : source;
  part.on('close', () => source.destroy());
  return new Response(isHead ? null : (Readable.toWeb(part) as ReadableStream<Uint8Array>), {
    status: range ? 206 : 200,
    headers: {
      ...all,
      'Content-Length': String(to + 1 - from),
      ...(range && { 'Content-Range': `bytes ${from}-${to}/${size}` }),
    },
  });
}

/** Answers a download, compressed on its way where that helps; never whole in memory. */
export function fileResponse(
  file: FileAnswer,
  headers: Record<string, string>,
  asked: Headers,
  encoding: Encoding,
  isHead: boolean,
): Response {
  const named = {
    ...headers,
    'Content-Type': file.contentType,
    'Content-Disposition': disposition(file),
  };
  if (file.size !== undefined && !compressible.test(file.contentType)) {
    return sizedResponse(file, file.size, named, asked, isHead);
  }
  const zip = compressible.test(file.contentType) && !isHead ? compressor(encoding) : undefined;
  const all = { ...named, ...(zip && { 'Content-Encoding': encoding }) };
  if (isHead) return new Response(null, { headers: all });
  const source = stream(file.body);
  if (zip) source.on('error', (error) => zip.destroy(error));
  zip?.on('close', () => source.destroy());
  const web = Readable.toWeb(zip ? source.pipe(zip) : source);
  return new Response(web as ReadableStream<Uint8Array>, { headers: all });
}
