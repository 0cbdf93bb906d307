import { createServer, request as ask } from 'node:http';

const script = `const wait = async () => {
  try {
    const answer = await fetch('/@reload', { cache: 'no-store' });
    if (answer.status === 205) return location.reload();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return wait();
};
void wait();
`;
const tag = '<script type="module" src="/@reload.js"></script>';

/**
 * Stands before the service and lets its pages reload themselves: each page asks for `/@reload`,
 * which is answered when something was built. Works under the pages' own strict policy.
 * @param {string} service address of the service
 */
export function reloadProxy(service) {
  /** @type {Set<import('node:http').ServerResponse>} */
  const waiting = new Set();

  const server = createServer((incoming, outgoing) => {
    if (incoming.url === '/@reload.js') {
      outgoing.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
      return;
    }
    if (incoming.url === '/@reload') {
      waiting.add(outgoing);
      outgoing.on('close', () => waiting.delete(outgoing));
      return;
    }
    // Not compressed, so that the tag can be put in; not kept, so that what was built is seen.
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    const passed = ask(
      new URL(incoming.url ?? '/', service),
      { method: incoming.method, headers },
      (answer) => {
        const isPage = answer.headers['content-type']?.startsWith('text/html') ?? false;
        const { 'content-length': length, ...kept } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 502, {
          ...kept,
          ...(!isPage && length !== undefined && { 'content-length': length }),
          'cache-control': 'no-store',
        });
        answer.pipe(outgoing, { end: !isPage });
        if (isPage) answer.on('end', () => outgoing.end(tag));
      },
    );
    passed.on('error', () => {
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end('The service is starting; reload in a moment.');
    });
    incoming.pipe(passed);
  });

  const reload = () => {
    for (const response of waiting) response.writeHead(205).end();
    waiting.clear();
  };
  return { server, reload };
}
