import * as z from 'zod/mini';
import type {
  Calendar,
  CalendarDay,
  CalendarNotice,
  CalendarYear,
  LocalDays,
} from './calendar-days.ts';
import { endpoint } from './endpoint.ts';
import { shape } from './shape.ts';

// The rules stand in a file of their own, so that a bundle which only counts carries no schema.
export * from './calendar-days.ts';

/** The calendar as the service gives it. */
export interface PublishedCalendar extends Calendar {
  updatedAt: string;
}

export const CalendarDaySchema = shape<CalendarDay>()(
  z.object({ date: z.string(), name: z.string() }),
);

export const CalendarNoticeSchema = shape<CalendarNotice>()(
  z.object({ number: z.string(), title: z.optional(z.string()), url: z.string() }),
);

export const CalendarYearSchema = shape<CalendarYear>()(
  z.object({
    year: z.int(),
    notices: z.array(CalendarNoticeSchema),
    off: z.array(CalendarDaySchema),
    worked: z.array(CalendarDaySchema),
  }),
);

export const LocalDaysSchema = shape<LocalDays>()(
  z.object({
    reason: z.string(),
    url: z.string(),
    off: z.array(CalendarDaySchema),
    worked: z.array(CalendarDaySchema),
  }),
);

export const PublishedCalendarSchema = shape<PublishedCalendar>()(
  z.object({
    coveredFrom: z.string(),
    coveredTo: z.string(),
    years: z.array(CalendarYearSchema),
    local: z.optional(z.array(LocalDaysSchema)),
    updatedAt: z.string(),
  }),
);

/** 工作日历: workdays and rest days with the notices that set them. */
export const getCalendar = endpoint({
  id: 'calendar.get',
  method: 'GET',
  path: '/calendar',
  summary: 'The official working days, year by year, with the notices that set them',
  response: PublishedCalendarSchema,
  access: 'public',
  caching: 'published',
});
