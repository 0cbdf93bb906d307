/** 期限: when an answer is due and how that was reckoned, by the same functions as in the service. */
export * from '@open-info/contract/calendar-days';
export * from '@open-info/contract/clock';
