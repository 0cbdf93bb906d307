import { describeApi } from '@open-info/contract/openapi';
import { Hono } from 'hono';
import { areasRoutes } from './areas/routes.ts';
import { catalogRoutes } from './catalog/routes.ts';
import { mountEmbed } from './embed/mount.ts';
import { fieldsRoutes } from './fields/routes.ts';
import { healthRoutes } from './health/routes.ts';
import { mountDocument } from './http/document.ts';
import { mount, type App, type Route } from './http/mount.ts';
import { mountSite } from './http/site.ts';
import { organsRoutes } from './organs/routes.ts';
import type { Service } from './service.ts';
import { version } from './version.ts';

/** The rooms of the service; a new noun adds its line here. */
const rooms: ((service: Service) => Route[])[] = [
  organsRoutes,
  areasRoutes,
  fieldsRoutes,
  catalogRoutes,
  healthRoutes,
];

/** Everything the service answers, as one application. */
export function createApp(service: Service): App {
  const app: App = new Hono();
  const routes = rooms.flatMap((room) => room(service));
  mount(app, routes, service);
  mountDocument(app, '/api/v1/openapi.json', JSON.stringify(describeApi(version)), service);
  mountEmbed(app, service);
  mountSite(app, service);
  return app;
}
