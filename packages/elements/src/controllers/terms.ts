import type { ReactiveControllerHost } from 'lit';
import { NearestAttribute } from './nearest-attribute.ts';

export type Language = 'zh-CN' | 'en';

/** The words of an element: Chinese at hand, English and the plain ones to be fetched; small parts have both. */
export interface Words<T> {
  'zh-CN': T;
  en: T | (() => Promise<T>);
  /** 大白话: what the mode for older people puts in the place of the usual words. */
  plain?: () => Promise<{ plain: Readonly<Record<Language, object>> }>;
}

/** The words worth saying more plainly, in both languages. */
export type PlainWords<T> = Readonly<Record<Language, Plainer<T>>>;

/** Some of the words; of a record of words only those it names. */
export type Plainer<T> = {
  readonly [K in keyof T]?: NonNullable<T[K]> extends string | Word | readonly string[]
    ? T[K]
    : Plainer<T[K]>;
};

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
    if (isRecord(above) && isRecord(below)) both[name] = laid(above, below);
  }
  return both;
}

function isRecord(words: unknown): words is object {
  return typeof words === 'object' && !Array.isArray(words);
}

/** What is fetched once, when it is first asked for. */
class Fetched<T> {
  private value: T | undefined;
  /** Settles when it has come, or what stands in for it. */
  ended: Promise<void> | undefined;

  /** @param instead what stands in where it cannot be fetched */
  get(fetch: () => Promise<T>, host: ReactiveControllerHost, instead: T): T | undefined {
    this.ended ??= fetch()
      .catch(() => instead)
      .then((value) => {
        this.value = value;
        host.requestUpdate();
      });
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

  private readonly replaced: () => object | undefined;

  /** @param replaced the words of the host page; a part whose words are its own business has none */
  constructor(
    host: TermsHost<T>,
    words: Words<T>,
    replaced: () => object | undefined = () => host.terms,
  ) {
    this.host = host;
    this.words = words;
    this.replaced = replaced;
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
    const { words: all, language } = this;
    const usual = language === 'en' ? this.inEnglish(all) : all['zh-CN'];
    const words = this.inPlainWords(usual);
    this.shown ||= words !== undefined;
    const replaced = this.replaced();
    return words && replaced ? this.own.put(replaced, words) : words;
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

  /** Begins to fetch the words; settles when `current` has them. */
  async ready(): Promise<void> {
    if (!this.current) await Promise.all([this.english.ended, this.plain.ended]);
  }

  private inEnglish({ en, 'zh-CN': zh }: Words<T>): T | undefined {
    return typeof en === 'function' ? this.english.get(en, this.host, zh) : en;
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
