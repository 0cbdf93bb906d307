import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { mount, type App, type Route } from '../src/http/mount.ts';
import { createHttpServer } from '../src/server.ts';
import type { Service } from '../src/service.ts';

/** Routes of a test's own on a free port. */
export interface RunningRoutes {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves some routes as the service serves its own, over HTTP.
 *
 * @param service stays open when the routes are closed
 */
export async function startRoutes(service: Service, routes: Route[]): Promise<RunningRoutes> {
  const app: App = new Hono();
  mount(app, routes, service);
  const server = createHttpServer(service, app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
