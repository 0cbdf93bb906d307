import { once } from 'node:events';
import { createServer, STATUS_CODES, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { openControl } from './backup/control.ts';
import { startDueReviews } from './editing/due-reviews.ts';
import { ProblemError, problemOf, type Code } from './http/problem.ts';
import { respondProblem } from './http/respond.ts';
import { beginTrace, traceOf } from './http/trace.ts';
import { startPoller } from './exchange/poller.ts';
import { startOutbox } from './outbox/sender.ts';
import { startRetention } from './retention/schedule.ts';
import { openService, type Given, type Service } from './service.ts';
import type { Settings } from './settings.ts';
import { StopError } from './stop.ts';
import { startPush } from './subscriptions/sender.ts';

/** A service that answers. */
export interface RunningService {
  /** `http://127.0.0.1:8787`, without a slash at the end. */
  readonly url: string;
  readonly service: Service;
  /** Lets open requests end, then closes the database. */
  readonly close: () => Promise<void>;
}

/** How long open requests may take to end when the service stops, in milliseconds. */
const graceMs = 10_000;
const sweepMs = 100;

/**
 * Long enough to read, and to refuse by name, a search text far beyond what is allowed; the
 * default of 16 kB would cut the connection without a word.
 */
const maxHeaderSize = 128 * 1024;

/** Opens the database and listens. */
export async function startService(settings: Settings, given: Given = {}): Promise<RunningService> {
  const { service, close: closeService } = await openService(settings, given);
  try {
    const server = createHttpServer(service);
    await listen(server, settings);
    const closeControl = await openControl(service);
    const { port } = server.address() as AddressInfo;
    const outbox = startOutbox(service);
    const poller = startPoller(service);
    const push = startPush(service);
    const tasks = [startRetention(service), startDueReviews(service)];
    const close = async () => {
      await stop(server);
      await closeControl();
      await outbox.close();
      await poller.close();
      await push.close();
      await Promise.all(tasks.map((task) => task.close()));
      await closeService();
    };
    return { url: urlOf(settings.host, port), service, close };
  } catch (error) {
    await closeService();
    throw error;
  }
}

/** The server of an application; not listening yet. */
export function createHttpServer(service: Service, app = createApp(service)): Server {
  const listener = getRequestListener(app.fetch, {
    errorHandler: (error) => {
      // Only an address or a Host header that no URL can be made of comes here.
      const refused = new ProblemError('bad-path', { cause: error });
      return respondProblem(refused, new Headers(), traceOf(undefined), service.log);
    },
  });
  const server = createServer({ maxHeaderSize, keepAliveTimeout: 65_000 }, (incoming, outgoing) => {
    beginTrace(incoming, outgoing, service.log);
    void listener(incoming, outgoing);
  });
  server.on('clientError', refuseConnection);
  return server;
}

/** What is not even HTTP, or too long to read, is still answered as a problem. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const isLong = error.code === 'HPE_HEADER_OVERFLOW';
  const code: Code = isLong ? 'too-large' : 'bad-path';
  const { requestId } = traceOf(undefined);
  const refused = new ProblemError(code, {
    detail: isLong
      ? { zh: '请求的地址或请求头过长。', en: 'The address or the headers are too long.' }
      : { zh: '这不是正确的 HTTP 请求。', en: 'This is not a well-formed HTTP request.' },
  });
  const status = isLong ? 431 : 400;
  const body = JSON.stringify({ ...problemOf(refused, 'zh', requestId), status });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Request-Id: ${requestId}`,
      'Access-Control-Allow-Origin: *',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

async function listen(server: Server, { port, host }: Settings): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw cannotListen(error as NodeJS.ErrnoException, host, port);
  }
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): StopError {
  if (error.code === 'EADDRINUSE') {
    return new StopError({
      zh: `端口 ${port} 已被占用；请停止占用它的程序，或用 --port 指定另一个端口（0 为任意空闲端口）。`,
      en: `Port ${port} is taken; stop the program that holds it, or name another port with --port (0: any free port).`,
    });
  }
  if (error.code === 'EACCES') {
    return new StopError({
      zh: `无权使用端口 ${port}；请用 --port 指定 1024 以上的端口。`,
      en: `Port ${port} may not be used by this user; name a port above 1024 with --port.`,
    });
  }
  return new StopError({
    zh: `无法在地址 ${host} 上监听（${error.code ?? error.message}）；请用 --host 指定本机的地址，如 127.0.0.1 或 0.0.0.0。`,
    en: `The address ${host} cannot be listened on (${error.code ?? error.message}); name an address of this machine with --host, such as 127.0.0.1 or 0.0.0.0.`,
  });
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that is kept alive becomes idle only after its open answer has ended.
  const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
  const end = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
}

function urlOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
