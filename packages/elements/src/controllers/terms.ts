import type { ReactiveControllerHost } from 'lit';
import { NearestAttribute } from './nearest-attribute.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** The words of an element in every language; a missing word does not compile. */
export type Words<T> = Record<Language, T>;

/** An element whose words a host page may replace one by one. */
export interface TermsHost<T> extends ReactiveControllerHost, HTMLElement {
  terms?: Partial<T> | undefined;
}

/** The words for the nearest `lang`, with the host page's own put over them. */
export class TermsController<T extends object> {
  private readonly host: TermsHost<T>;
  private readonly words: Words<T>;
  private readonly lang: NearestAttribute;

  constructor(host: TermsHost<T>, words: Words<T>) {
    this.host = host;
    this.words = words;
    this.lang = new NearestAttribute(host, 'lang');
  }

  /** English where the page asks for it, else Chinese: this is a Chinese public service. */
  get language(): Language {
    return /^en\b/i.test(this.lang.value) ? 'en' : 'zh-CN';
  }

  get current(): T {
    const words = this.words[this.language];
    return this.host.terms ? { ...words, ...this.host.terms } : words;
  }
}
