import { getCalendar } from '@open-info/contract/calendar';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import { readCalendar } from './store.ts';

/** 工作日历: the working days every due date is counted by. */
export function calendarRoutes(service: Service): Route[] {
  return [
    route(getCalendar, async () => ({
      ...(await readCalendar(service.db)),
      updatedAt: service.published.updatedAt,
    })),
  ];
}
