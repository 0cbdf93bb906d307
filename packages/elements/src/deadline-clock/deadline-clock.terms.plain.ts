import { plain as clock } from '../clock-view/clock-view.terms.plain.ts';
import type { PlainWords } from '../controllers/terms.ts';
import type { DeadlineClockTerms } from './deadline-clock.terms.ts';

/** 大白话 of the deadline. */
export const plain: PlainWords<DeadlineClockTerms> = {
  'zh-CN': {
    heading: '政府最晚哪天答复',
    ...clock['zh-CN'],
  },
  en: {
    heading: 'When you will have your answer',
    ...clock.en,
  },
};
