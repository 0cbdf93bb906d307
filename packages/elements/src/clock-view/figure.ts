import { weekdayOf } from '@open-info/contract/calendar-days';
import type { Clock, ClockArticle } from '@open-info/contract/clock';
import { articleWords } from '@open-info/contract/clock-words';
import type { Words as Sentence } from '@open-info/contract/words';
import type { Language } from '../controllers/terms.ts';
import type { ClockViewTerms } from './clock-view.terms.ts';

/** A clock to be shown, and in which words. */
export interface ClockFigure {
  clock: Clock;
  today: string;
  words: ClockViewTerms;
  language: Language;
  /** Level of the headings inside, in the outline of the page. */
  headingLevel: number;
}

/** A sentence of the law in the language on show. */
export function say(sentence: Sentence, language: Language): string {
  return language === 'en' ? sentence.en : sentence.zh;
}

export function articleOf(article: ClockArticle, { language }: ClockFigure): string {
  return say(articleWords[article], language);
}

/** 星期二. */
export function weekdayName(date: string, words: ClockViewTerms): string {
  return words.weekdays[weekdayOf(date) - 1] ?? '';
}

/** 2026-10-27（星期二）: how a date stands in a sentence. */
export function datedWeekday(date: string, words: ClockViewTerms): string {
  return `${date}${words.bracketed(weekdayName(date, words))}`;
}
