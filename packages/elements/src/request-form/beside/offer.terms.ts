import type { Language } from '../../controllers/terms.ts';
import type { Misfit } from './misfit.ts';

/** Words about what is public already, and what cannot be asked; in both languages, for they are fetched after the form. */
export interface OfferTerms {
  publicTitle: string;
  publicLead: string;
  /** The first of several organs, and how many there are. */
  publicBy: (first: string, count: number) => string;
  otherOrgan: (organ: string, asked: string | undefined) => string;
  askThatOrgan: (organ: string) => string;
  newWindow: string;
  misfitTitle: string;
  misfits: Record<Misfit, string>;
}

export const offerTerms: Readonly<Record<Language, OfferTerms>> = {
  'zh-CN': {
    publicTitle: '这些可能已经公开，不用申请',
    publicLead: '看看是不是您要的；不是就继续填写。',
    publicBy: (first, count) => (count === 1 ? `${first}公开` : `${first}等 ${count} 个单位公开`),
    otherOrgan: (organ, asked) =>
      asked === undefined
        ? `这类信息一般由${organ}负责。`
        : `这类信息一般由${organ}负责，而您正在向${asked}申请。`,
    askThatOrgan: (organ) => `改为向${organ}申请`,
    newWindow: '（在新窗口打开）',
    misfitTitle: '哪些事不能用这张表办',
    misfits: {
      petition:
        '投诉、举报、信访：请找信访部门或者拨打 12345。用申请表提出的，机关不作为信息公开申请处理（《条例》第三十九条）。',
      analysis:
        '请机关替您汇总、加工、分析，或者解答疑问：机关只提供已经有的信息（《条例》第三十八条）。咨询请拨打 12345。',
      publication:
        '报纸、期刊、书籍等公开出版物：机关会告诉您到哪里获取（《条例》第三十九条），也可以直接到图书馆、档案馆查阅。',
    },
  },
  en: {
    publicTitle: 'This may be public already, without a request',
    publicLead: 'See whether it is what you need; if not, just go on.',
    publicBy: (first, count) =>
      count === 1 ? `published by ${first}` : `published by ${first} and ${count - 1} more`,
    otherOrgan: (organ, asked) =>
      asked === undefined
        ? `Matters like this are usually with ${organ}.`
        : `Matters like this are usually with ${organ}, and you are asking ${asked}.`,
    askThatOrgan: (organ) => `Ask ${organ} instead`,
    newWindow: ' (opens in a new window)',
    misfitTitle: 'What this form is not for',
    misfits: {
      petition:
        'Complaints, reports and petitions: turn to the petition office or call 12345. In this form they are not treated as requests for information (art. 39).',
      analysis:
        'Having the office collect, process or analyse something, or answer questions: it provides what exists already (art. 38). For advice call 12345.',
      publication:
        'Newspapers, journals, books and other publications: the office only says where to get them (art. 39); libraries and archives have them.',
    },
  },
};
