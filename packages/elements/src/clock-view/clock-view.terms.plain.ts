import type { PlainWords } from '../controllers/terms.ts';
import type { ClockViewTerms } from './clock-view.terms.ts';

/** 大白话 of a deadline; how it is reckoned stays to the letter. */
export const plain: PlainWords<ClockViewTerms> = {
  'zh-CN': {
    due: '最晚哪天答复',
    dueAtLatest: '最晚哪天答复',
    dueOpen: '现在还说不准',
    daysLeft: (days) =>
      days > 0
        ? `还有 ${days} 个工作日`
        : days === 0
          ? '今天是最后一天'
          : `已经晚了 ${-days} 个工作日`,
    used: (used, allowed) => `一共 ${allowed} 个工作日，过了 ${used} 个`,
    paused: (why, article, since, until) =>
      `现在先不算时间：${why}（${article}），从 ${since} 开始${until === undefined ? '' : `，最晚到 ${until}`}`,
    notReceived: '还没有确认收到',
    notReceivedText: (submittedOn, article) =>
      `${submittedOn === undefined ? '' : `申请 ${submittedOn} 交了。`}答复的时间，从确认收到申请的第二天开始算（${article}）。`,
    extended: (workdays, article) => `延长了 ${workdays} 个工作日（${article}）`,
    stopped: {
      replied: '已经答复',
      transferAdvised: '告诉了您要向别的部门申请',
      corrected: '改正的申请已经办完',
      lapsed: '算您放弃了申请',
    },
    stoppedLate: (due) => `晚了，本来最晚 ${due}`,
    how: '这一天是怎么算出来的',
    calendar: '一天一天看',
    list: '一段一段看',
    legendMarks: {
      received: '收到申请那天，不算',
      restarted: '收到补充那天，重新算',
      paid: '交费那天，重新算',
      off: '休息的日子，不算',
      makeUp: '调休上班，算一天',
      not: '不算的日子',
      paused: '暂停的日子，不算',
      due: '答复的最后一天',
    },
  },
  en: {
    due: 'Your answer comes by',
    dueAtLatest: 'Your answer comes by',
    dueOpen: 'Not yet known',
  },
};
