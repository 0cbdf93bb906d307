import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One message as a webhook's receiver saw it. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

type Answer = (response: ServerResponse, nth: number, asked: IncomingMessage) => void;

/** A real HTTP server that notes what is posted to it and answers as it is told. */
export interface Receiver {
  url: string;
  received: Received[];
  /** Waits until so many messages have come. */
  until(count: number): Promise<void>;
  close(): void;
}

/** @param answer by the number of the message, from 1; 204 to all when absent */
export async function startReceiver(
  answer: Answer = (response) => response.writeHead(204).end(),
): Promise<Receiver> {
  const received: Received[] = [];
  let wake: () => void = () => undefined;
  const server = createServer((asked, response) => {
    void text(asked).then((body) => {
      received.push({ headers: asked.headers, body });
      answer(response, received.length, asked);
      wake();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    async until(count) {
      while (received.length < count) await new Promise<void>((resolve) => (wake = resolve));
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
