import { calendarDayWords, holidayRulesWords } from './calendar-day-words.ts';
import type { ClockArticle, ClockReason, OtherDate, PauseReason, ReceiptRule } from './clock.ts';
import type { Words } from './words.ts';

// Apart from the clock, so that whoever only counts carries no sentences.

/** The rules by name and article. */
export const articleWords: Readonly<Record<ClockArticle, Words>> = {
  regulation30: {
    zh: '《政府信息公开条例》第三十条',
    en: 'Regulation on Open Government Information, article 30',
  },
  regulation31: {
    zh: '《政府信息公开条例》第三十一条',
    en: 'Regulation on Open Government Information, article 31',
  },
  regulation32: {
    zh: '《政府信息公开条例》第三十二条、第三十三条',
    en: 'Regulation on Open Government Information, articles 32 and 33',
  },
  regulation33: {
    zh: '《政府信息公开条例》第三十三条',
    en: 'Regulation on Open Government Information, article 33',
  },
  regulation34: {
    zh: '《政府信息公开条例》第三十三条、第三十四条',
    en: 'Regulation on Open Government Information, articles 33 and 34',
  },
  regulation35: {
    zh: '《政府信息公开条例》第三十五条',
    en: 'Regulation on Open Government Information, article 35',
  },
  feeRules: {
    zh: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
    en: 'Measures on information processing fees (国办函〔2020〕109号)',
  },
  holidayRules: holidayRulesWords,
};

/** Why a day counts or not, as a sentence of its own. */
export const reasonWords: Readonly<Record<ClockReason, Words>> = {
  ...calendarDayWords,
  receiptDay: {
    zh: '收到申请之日，不计入，从次日起算',
    en: 'Day of receipt: not counted, the period starts the day after',
  },
  supplementDay: {
    zh: '收到补正之日，答复期限从次日起重新计算',
    en: 'Day the supplement came in: the period starts afresh the day after',
  },
  paymentDay: {
    zh: '缴费之日，答复期限从次日起重新计算',
    en: 'Day of payment: the period starts afresh the day after',
  },
  annulled: {
    zh: '期限已重新计算，此前的日子不再计入',
    en: 'The period started afresh later: this day no longer counts',
  },
  agreedDelay: {
    zh: '已用满期限，在约定的延迟答复期限内',
    en: 'Period used up; within the later date agreed for the reply',
  },
  justification: {
    zh: '等待申请人说明理由，不计入',
    en: 'Waiting for the reasons of the applicant, not counted',
  },
  thirdParty: { zh: '征求第三方意见，不计入', en: 'Asking a third party, not counted' },
  organs: { zh: '征求其他机关意见，不计入', en: 'Asking other organs, not counted' },
  fee: {
    zh: '等待申请人缴纳信息处理费，不计入',
    en: 'Waiting for the processing fee, not counted',
  },
};

/** Why the clock stands still. */
export const pauseWords: Readonly<Record<PauseReason, Words>> = {
  supplement: { zh: '等待申请人补正', en: 'waiting for the supplement of the applicant' },
  justification: { zh: '等待申请人说明理由', en: 'waiting for the reasons of the applicant' },
  thirdParty: { zh: '正在征求第三方意见', en: 'a third party is being asked' },
  organs: { zh: '正在征求其他机关意见', en: 'other organs are being asked' },
  fee: { zh: '等待申请人缴纳信息处理费', en: 'waiting for the processing fee' },
};

/** How the day of receipt was found. */
export const receiptWords: Readonly<Record<ReceiptRule, Words>> = {
  handedIn: {
    zh: '当面提交的，以提交之日为收到申请之日',
    en: 'Handed in at the counter: received the day it was handed in',
  },
  signedFor: {
    zh: '以邮寄方式提交的，以行政机关签收之日为收到申请之日',
    en: 'Sent by registered post: received the day it was signed for',
  },
  confirmed: {
    zh: '以双方确认之日为收到申请之日',
    en: 'Received the day applicant and office confirmed it to each other',
  },
};

/** What has to be done by the other dates, and by whom. */
export const otherDateWords: Readonly<Record<OtherDate['kind'], Words>> = {
  confirmBy: { zh: '行政机关与申请人确认', en: 'The office confirms receipt with the applicant' },
  askSupplementBy: {
    zh: '行政机关可以告知补正的最后一日',
    en: 'Last day on which the office may ask for a supplement',
  },
  supplementBy: { zh: '申请人补正', en: 'The applicant supplements' },
  justifyBy: { zh: '申请人说明理由', en: 'The applicant gives reasons' },
  payBy: { zh: '申请人缴纳信息处理费', en: 'The applicant pays the processing fee' },
  consultationBy: { zh: '被征求意见方提出意见', en: 'Those asked give their opinion' },
};

/** Said beside a date that lies beyond the published holiday notices. */
export const provisionalWords: Words = {
  zh: '暂定：放假通知尚未公布，公布后日期可能改变',
  en: 'Provisional: the holiday notice is not yet published and may move the date',
};
