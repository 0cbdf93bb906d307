import { describeApi } from '@open-info/contract/openapi';
import { Hono } from 'hono';
import { areasRoutes } from './areas/routes.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { casesRoutes } from './cases/routes.ts';
import { catalogRoutes } from './catalog/routes.ts';
import { cardsRoutes } from './cards/routes.ts';
import { challengeRoutes } from './challenge/routes.ts';
import { cleanupsRoutes } from './cleanups/routes.ts';
import { deskRoutes } from './desk/routes.ts';
import { documentsRoutes } from './documents/routes.ts';
import { editingRoutes } from './editing/routes.ts';
import { mountEmbed } from './embed/mount.ts';
import { exchangeRoutes } from './exchange/routes.ts';
import { feedsRoutes } from './feeds/routes.ts';
import { fieldsRoutes } from './fields/routes.ts';
import { handoffsRoutes } from './handoffs/routes.ts';
import { healthRoutes } from './health/routes.ts';
import { mountDocument } from './http/document.ts';
import { checkComplete, mount, type App, type Route } from './http/mount.ts';
import { mountSite } from './http/site.ts';
import { interpretationsRoutes } from './interpretations/routes.ts';
import { mattersRoutes } from './matters/routes.ts';
import { organsRoutes } from './organs/routes.ts';
import { outcomesRoutes } from './outcomes/routes.ts';
import { mountPages } from './pages/mount.ts';
import { mountRobots } from './pages/robots.ts';
import { requestsRoutes } from './requests/routes.ts';
import type { Service } from './service.ts';
import { subscriptionsRoutes } from './subscriptions/routes.ts';
import { mountStopPage } from './subscriptions/stop-page.ts';
import { uploadsRoutes } from './uploads/routes.ts';
import { version } from './version.ts';
import { watchRoutes } from './watch/routes.ts';

/** The rooms of the service; a new noun adds its line here. */
const rooms: ((service: Service) => Route[])[] = [
  organsRoutes,
  areasRoutes,
  fieldsRoutes,
  catalogRoutes,
  calendarRoutes,
  outcomesRoutes,
  requestsRoutes,
  deskRoutes,
  editingRoutes,
  uploadsRoutes,
  handoffsRoutes,
  watchRoutes,
  healthRoutes,
  challengeRoutes,
  documentsRoutes,
  interpretationsRoutes,
  cleanupsRoutes,
  cardsRoutes,
  feedsRoutes,
  subscriptionsRoutes,
  mattersRoutes,
  casesRoutes,
  exchangeRoutes,
];

/** Everything the service answers, as one application. */
export function createApp(service: Service): App {
  const app: App = new Hono();
  const routes = rooms.flatMap((room) => room(service));
  checkComplete(routes);
  mountStopPage(app, service);
  mount(app, routes, service);
  mountDocument(app, '/api/v1/openapi.json', JSON.stringify(describeApi(version)), service);
  mountEmbed(app, service);
  mountPages(app, service);
  mountRobots(app, service);
  mountSite(app, service);
  return app;
}
