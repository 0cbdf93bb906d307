import type { PlainWords } from '../../controllers/terms.ts';
import type { CaseClockTerms } from './case-clock.terms.ts';

const days = (unit: string): string => (unit === 'workday' ? '个工作日' : '天');

/** 大白话 of the two periods of a case; how they are reckoned stays to the letter. */
export const plain: PlainWords<CaseClockTerms> = {
  'zh-CN': {
    promised: '答应您最晚哪天办完',
    statutory: '法律规定最晚哪天办完',
    dueOpen: '现在先不算时间',
    left: (count, unit) =>
      count > 0
        ? `还有 ${count} ${days(unit)}`
        : count === 0
          ? '今天是最后一天'
          : `已经晚了 ${-count} ${days(unit)}`,
    leftAfterPause: (count, unit) => `接着算以后，还有 ${count} ${days(unit)}`,
    late: (due) => `本来最晚 ${due}`,
    paused: (why, article, since) => `从 ${since} 开始先不算时间：${why}（${article}）。`,
    pausedUntil: {
      supplement: (date) => `最晚 ${date} 补上。`,
      specialProcedure: (date) => `大约 ${date} 完，以后接着算。`,
    },
    notAccepted: (periods) => `收下办理（受理）以后，从第二天开始算时间：${periods}。`,
    noPeriod: '办理的单位没有说这件事要办多久。',
    onTheSpot: '马上办的事（即办件）：材料齐了，当场办完。',
    accepted: (date, article) => `${date} 收下办理（受理，${article}）`,
    silence: (date, article) =>
      `过了时间没有请您补材料，从收到材料那天 ${date} 起就算收下（受理，${article}）`,
    extended: (count, article) => `延长了 ${count} 个工作日（${article}）`,
    coveredTo: (date) => `放假安排公布到 ${date}，以后的日子可能会变。`,
    howPromised: '答应您的日子是怎么算出来的',
    howStatutory: '法律规定的日子是怎么算出来的',
    calendar: '一天一天看',
    list: '一段一段看',
    cells: { accepted: '收下', moved: '往后' },
    legendMarks: {
      accepted: '收下那天，不算',
      off: '休息的日子，不算',
      makeUp: '调休上班，算一天',
      paused: '暂停的日子，不算',
      moved: '赶上休息，往后推',
      due: '最后一天',
      today: '您看的这一天',
    },
  },
  en: {
    promised: 'Promised to be done by',
    statutory: 'The law says done by',
    dueOpen: 'The days are not counted now',
    howPromised: 'How we got to the promised day',
    howStatutory: "How we got to the law's day",
  },
};
