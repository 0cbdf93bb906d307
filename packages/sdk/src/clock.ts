/**
 * 期限和收费: when an answer is due, how that was reckoned and what it may cost, by the same functions
 * as in the service.
 */
export * from '@open-info/contract/calendar-days';
export * from '@open-info/contract/clock';
export * from '@open-info/contract/fees';
export * from '@open-info/contract/review-period';
