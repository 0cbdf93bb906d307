import { createHash } from 'node:crypto';
import type { Service } from '../service.ts';
import { bodyOf, fitEncoding, makeAnswer } from './answers.ts';
import { encodingFor } from './encoding.ts';
import { publicHeaders, publishedCaching } from './headers.ts';
import { mountRest, type App } from './mount.ts';
import { traceOf } from './trace.ts';

/** Serves a JSON text that changes only with the software. */
export function mountDocument(app: App, path: string, text: string, service: Service): void {
  const stamp = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  const answer = makeAnswer(`W/"${stamp}"`, text);

  app.get(path, async (c) => {
    const trace = traceOf(c.env.incoming);
    trace.route = path;
    const { headers } = c.req.raw;
    const all = {
      ...publicHeaders,
      ETag: answer.etag,
      'Cache-Control': publishedCaching,
      Vary: 'Accept-Encoding',
      'X-Request-Id': trace.requestId,
    };
    if (headers.get('if-none-match')?.includes(stamp)) {
      return new Response(null, { status: 304, headers: all });
    }
    const encoding = fitEncoding(answer, encodingFor(headers.get('accept-encoding')));
    const body = await bodyOf(answer, encoding);
    return new Response(body as Uint8Array<ArrayBuffer>, {
      headers: {
        ...all,
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': String(body.length),
        ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
      },
    });
  });
  mountRest(app, path, path, ['GET'], service);
}
