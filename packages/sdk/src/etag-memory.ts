import type { Middleware } from './client.ts';

interface Kept {
  etag: string;
  text: string;
  headers: Headers;
}

/** Answers kept at most, the oldest go first. */
const size = 200;

/**
 * Remembers answers by their `ETag` and asks only whether they changed. For Node: in a browser the
 * HTTP cache does this, and a hand-set `If-None-Match` would cost a preflight.
 */
export function etagMemory(): Middleware {
  const memory = new Map<string, Kept>();

  const keep = async (key: string, response: Response): Promise<void> => {
    const etag = response.headers.get('etag');
    if (!etag || response.status !== 200) return;
    const copy = response.clone();
    memory.delete(key);
    memory.set(key, { etag, text: await copy.text(), headers: copy.headers });
    for (const oldest of memory.keys()) {
      if (memory.size <= size) break;
      memory.delete(oldest);
    }
  };

  return async (request, next) => {
    const isOurs = request.method === 'GET' && request.cache !== 'no-store';
    // What an officer was told is not for the next one.
    if (!isOurs || request.headers.has('authorization')) return next(request);
    const key = request.url + '\n' + (request.headers.get('accept-language') ?? '');
    const kept = request.cache === 'reload' ? undefined : memory.get(key);
    if (kept) request.headers.set('If-None-Match', kept.etag);
    let response = await next(request);
    if (response.status === 304) {
      if (kept) return new Response(kept.text, { headers: kept.headers });
      const plain = new Request(request, { cache: 'reload' });
      plain.headers.delete('If-None-Match');
      response = await next(plain);
    }
    await keep(key, response);
    return response;
  };
}
