import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';

/** A department's web server: pages of its own, on an origin of its own. */
export interface Host {
  origin: string;
  /** Puts a page there. @returns its address */
  put: (body: string, policy?: string, head?: string) => string;
  /** Puts a file there. @returns its address */
  putFile: (type: string, text: string) => string;
  /** What was posted to it, whatever the address. */
  posted: readonly string[];
  close: () => void;
}

export async function startHost(): Promise<Host> {
  const pages: { text: string; type: string; policy?: string | undefined }[] = [];
  const posted: string[] = [];
  const server = createServer((incoming, outgoing) => {
    if (incoming.method === 'POST') {
      let body = '';
      incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
      incoming.on('end', () => {
        posted.push(body);
        outgoing.writeHead(204).end();
      });
      return;
    }
    const page = pages[Number((incoming.url ?? '').slice(1))];
    if (!page) {
      outgoing.writeHead(404).end();
      return;
    }
    outgoing.setHeader('content-type', `${page.type}; charset=utf-8`);
    if (page.policy !== undefined) outgoing.setHeader('content-security-policy', page.policy);
    outgoing.end(page.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    put(body, policy, head = '') {
      const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>部门网页</title>${head}</head><body>${body}</body></html>`;
      return `${origin}/${pages.push({ text: html, type: 'text/html', policy }) - 1}`;
    },
    putFile: (type, text) => `${origin}/${pages.push({ text, type }) - 1}`,
    posted,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Opens a page of a host and notes what goes wrong on it; both origins may be asked. */
export async function open(
  browser: Browser,
  url: string,
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    // The browser asks for it, unasked.
    const isIcon = message.location().url.endsWith('/favicon.ico');
    if (message.type() !== 'log' && !isIcon) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(url);
  return { page, faults };
}
