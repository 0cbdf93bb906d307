import type { ReactiveControllerHost } from 'lit';
import { NearestAttribute } from './nearest-attribute.ts';

export type Language = 'zh-CN' | 'en';

/** The words of an element: Chinese at hand, English to be fetched. */
export interface Words<T> {
  'zh-CN': T;
  en: () => Promise<T>;
}

/** An element whose words a host page may replace one by one. */
export interface TermsHost<T> extends ReactiveControllerHost, HTMLElement {
  terms?: Partial<T> | undefined;
}

/** One object put over another, made anew only when one of them has changed. */
class Overlay {
  private last: { over: object; under: object; both: object } | undefined;

  put<O extends object, U extends object>(over: O, under: U): U & O {
    if (this.last?.over !== over || this.last.under !== under) {
      this.last = { over, under, both: { ...under, ...over } };
    }
    return this.last.both as U & O;
  }
}

/** The words for the nearest `lang`, with the host page's own put over them. */
export class TermsController<T extends object> {
  private readonly host: TermsHost<T>;
  private readonly words: Words<T>;
  private readonly lang: NearestAttribute;
  private english: T | undefined;
  /** What was put over what: the same words give the same object, for drawing compares them. */
  private readonly own = new Overlay();
  private readonly wholes = new WeakMap<object, Overlay>();
  private fetching = false;

  constructor(host: TermsHost<T>, words: Words<T>) {
    this.host = host;
    this.words = words;
    this.lang = new NearestAttribute(host, 'lang');
  }

  /** English where the page asks for it, else Chinese: this is a Chinese public service. */
  get language(): Language {
    return /^en\b/i.test(this.lang.value) ? 'en' : 'zh-CN';
  }

  /** The words; undefined while English is on its way. If it cannot be fetched, Chinese stands in. */
  get current(): T | undefined {
    const words = this.language === 'en' ? this.english : this.words['zh-CN'];
    if (words === undefined) void this.fetchEnglish();
    return words && this.host.terms ? this.own.put(this.host.terms, words) : words;
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

  private async fetchEnglish(): Promise<void> {
    if (this.fetching) return;
    this.fetching = true;
    this.english = await this.words.en().catch(() => this.words['zh-CN']);
    this.host.requestUpdate();
  }
}
