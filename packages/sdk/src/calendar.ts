import {
  getCalendar as calendarEndpoint,
  type PublishedCalendar,
} from '@open-info/contract/calendar';
import type { Client, RequestOptions } from './client.ts';
import { call, type Call } from './core/call.ts';

/** 工作日历: the official working days, for `runClock` and `dayKind` of `/clock`. */
export function getCalendar(client: Client, options?: RequestOptions): Call<PublishedCalendar> {
  return call(client, calendarEndpoint, {}, options);
}
