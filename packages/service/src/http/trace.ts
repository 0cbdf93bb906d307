import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from './log.ts';

/** What the log tells of a request; filled in while it is answered. */
export interface Trace {
  readonly requestId: string;
  /** Template of the route, `/api/v1/catalog/items/{id}`: the path itself may name a person. */
  route: string;
}

const traces = new WeakMap<IncomingMessage, Trace>();
const goodId = /^[A-Za-z0-9-]{8,64}$/;

/** Begins the trace of a request and writes its one log line when the answer has ended. */
export function beginTrace(incoming: IncomingMessage, outgoing: ServerResponse, log: Log): Trace {
  const asked = incoming.headers['x-request-id'];
  const requestId = typeof asked === 'string' && goodId.test(asked) ? asked : randomUUID();
  const trace: Trace = { requestId, route: 'unknown' };
  traces.set(incoming, trace);
  const start = performance.now();
  const { socket } = incoming;
  const sentBefore = socket.bytesWritten;
  outgoing.once('close', () => {
    log.info('request', {
      method: incoming.method,
      route: trace.route,
      status: outgoing.statusCode,
      ms: Math.round((performance.now() - start) * 100) / 100,
      bytes: socket.bytesWritten - sentBefore,
      requestId,
      ...(!outgoing.writableFinished && { aborted: true }),
    });
  });
  return trace;
}

/** The trace of a request that reached the application through the server. */
export function traceOf(incoming: IncomingMessage | undefined): Trace {
  return (incoming && traces.get(incoming)) ?? { requestId: randomUUID(), route: 'unknown' };
}
