import type { ReactiveControllerHost } from 'lit';
import { NearestAttribute } from './nearest-attribute.ts';

export type Language = 'zh-CN' | 'en';

/** The words of an element: Chinese at hand, English and the plain ones to be fetched. */
export interface Words<T> {
  'zh-CN': T;
  en: () => Promise<T>;
  /** 大白话: what the mode for older people puts in the place of the usual words. */
  plain?: () => Promise<{ plain: Readonly<Record<Language, object>> }>;
}

/** The words worth saying more plainly; of a record of words only those it names. */
export type PlainWords<T> = Readonly<
  Record<
    Language,
    { readonly [K in keyof T]?: T[K] extends string | Word ? T[K] : Readonly<Partial<T[K]>> }
  >
>;

/** A word that says something of its own numbers and names. */
type Word = (...values: never[]) => unknown;

/** An element whose words a host page may replace one by one. */
export interface TermsHost<T> extends ReactiveControllerHost, HTMLElement {
  terms?: Partial<T> | undefined;
}

/** One object put over another, made anew only when one of them has changed. */
class Overlay {
  private last: { over: object; under: object; both: object } | undefined;

  put<O extends object, U extends object>(over: O, under: U): U & O {
    if (this.last?.over !== over || this.last.under !== under) {
      this.last = { over, under, both: laid(over, under) };
    }
    return this.last.both as U & O;
  }
}

/** Words over words; where both have a record of words, the ones of the upper over those of the lower. */
function laid(over: object, under: object): object {
  const both: Record<string, unknown> = { ...under, ...over };
  for (const [name, below] of Object.entries(under)) {
    const above = both[name];
    if (isRecord(above) && isRecord(below)) both[name] = { ...below, ...above };
  }
  return both;
}

function isRecord(words: unknown): words is object {
  return typeof words === 'object' && !Array.isArray(words);
}

/** What is fetched once, when it is first asked for. */
class Fetched<T> {
  private value: T | undefined;
  private asked = false;

  /** @param instead what stands in where it cannot be fetched */
  get(fetch: () => Promise<T>, host: ReactiveControllerHost, instead: T): T | undefined {
    if (!this.asked) {
      this.asked = true;
      void fetch()
        .catch(() => instead)
        .then((value) => {
          this.value = value;
          host.requestUpdate();
        });
    }
    return this.value;
  }
}

/** The words for the nearest `lang`, with the host page's own put over them. */
export class TermsController<T extends object> {
  private readonly host: TermsHost<T>;
  private readonly words: Words<T>;
  private readonly lang: NearestAttribute;
  private readonly mode: NearestAttribute;
  /** Words have been shown: they stay until plainer ones are there. */
  private shown = false;
  /** What was put over what: the same words give the same object, for drawing compares them. */
  private readonly own = new Overlay();
  private readonly plainer = new Overlay();
  private readonly wholes = new WeakMap<object, Overlay>();
  private readonly english = new Fetched<T>();
  private readonly plain = new Fetched<{ plain: Readonly<Record<Language, object>> }>();

  constructor(host: TermsHost<T>, words: Words<T>) {
    this.host = host;
    this.words = words;
    this.lang = new NearestAttribute(host, 'lang');
    this.mode = new NearestAttribute(host, 'data-oi-mode');
  }

  /** English where the page asks for it, else Chinese: this is a Chinese public service. */
  get language(): Language {
    return /^en\b/i.test(this.lang.value) ? 'en' : 'zh-CN';
  }

  /**
   * The words; undefined while those to be shown first are on their way. If English cannot be
   * fetched, Chinese stands in, and the usual words for the plain ones.
   */
  get current(): T | undefined {
    const { host, words: all, language } = this;
    const zh = all['zh-CN'];
    const usual = language === 'en' ? this.english.get(all.en, host, zh) : zh;
    const words = this.inPlainWords(usual);
    this.shown ||= words !== undefined;
    return words && host.terms ? this.own.put(host.terms, words) : words;
  }

  /**
   * The words with those of a part that was fetched: its Chinese ones come with its code, the English
   * file holds all, and the host page's own go before both.
   */
  withPart<P extends object>(part: P): (T & P) | undefined {
    const words = this.current;
    if (words === undefined) return undefined;
    const known = this.wholes.get(part);
    if (known) return known.put(words, part);
    const overlay = new Overlay();
    this.wholes.set(part, overlay);
    return overlay.put(words, part);
  }

  private inPlainWords(usual: T | undefined): T | undefined {
    const { words, host, shown } = this;
    if (this.mode.value !== 'elder' || !words.plain) return usual;
    const plain = this.plain.get(words.plain, host, noneOfThem)?.plain[this.language];
    if (!plain) return shown ? usual : undefined;
    return usual && this.plainer.put(plain, usual);
  }
}

const noneOfThem = { plain: { 'zh-CN': {}, en: {} } };
