import * as z from 'zod/mini';
import { openEnum, shape, type Open } from './shape.ts';

/**
 * Days an office is open: `workday` 工作日 (make-up workdays included, holidays not), `restday` 休息日,
 * or one day of the week, `1` Monday to `7` Sunday, unless it is a holiday by the calendar.
 */
export const openDays = ['workday', 'restday', '1', '2', '3', '4', '5', '6', '7'] as const;
export type OpenDay = Open<(typeof openDays)[number]>;

/** 办公时间: one stretch of time on some days. */
export interface OpeningHours {
  days: OpenDay[];
  /** `HH:MM`, Asia/Shanghai. */
  from: string;
  to: string;
}

export const OpeningHoursSchema = shape<OpeningHours>()(
  z.object({ days: z.array(openEnum(openDays)), from: z.string(), to: z.string() }),
);
