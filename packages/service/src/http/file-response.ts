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

/** Answers a download, compressed on its way where that helps; never whole in memory. */
export function fileResponse(
  file: FileAnswer,
  headers: Record<string, string>,
  encoding: Encoding,
  isHead: boolean,
): Response {
  const zip = compressible.test(file.contentType) && !isHead ? compressor(encoding) : undefined;
  const all = {
    ...headers,
    'Content-Type': file.contentType,
    'Content-Disposition': disposition(file),
    ...(zip && { 'Content-Encoding': encoding }),
  };
  if (isHead) return new Response(null, { headers: all });
  const source = stream(file.body);
  if (zip) source.on('error', (error) => zip.destroy(error));
  zip?.on('close', () => source.destroy());
  const web = Readable.toWeb(zip ? source.pipe(zip) : source);
  return new Response(web as ReadableStream<Uint8Array>, { headers: all });
}
