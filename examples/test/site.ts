import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** A department's web server that shows the pages of this folder its own way. */
export interface Site {
  origin: string;
  close: () => void;
}

/** A page as it is sent: under another policy, with the service elsewhere, encoded. */
export type Send = (
  html: string,
  path: string,
) => { body: string | Uint8Array; headers?: Record<string, string> };

const folder = new URL('../', import.meta.url);

/** A page whose service has an address of its own. */
export const withService = (html: string, service: string): string =>
  html
    .replaceAll('"/embed/', `"${service}/embed/`)
    .replaceAll('service="/"', `service="${service}"`);

/** Starts it on a free port of this machine. */
export async function startSite(send: Send): Promise<Site> {
  const server = createServer((incoming, outgoing) => {
    const path = new URL(incoming.url ?? '/', 'http://host').pathname;
    try {
      const file = readFileSync(new URL(`.${path.replace(/\/$/, '/index.html')}`, folder));
      const type = types[extname(path)] ?? 'text/html';
      const { body, headers } =
        type === 'text/html' ? send(file.toString(), path) : { body: file, headers: {} };
      outgoing.writeHead(200, { 'content-type': type, ...headers }).end(body);
    } catch {
      outgoing.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
