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

/** The words for the nearest `lang`, with the host page's own put over them. */
export class TermsController<T extends object> {
  private readonly host: TermsHost<T>;
  private readonly words: Words<T>;
  private readonly lang: NearestAttribute;
  private english: T | undefined;
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
    return words && this.host.terms ? { ...words, ...this.host.terms } : words;
  }

  private async fetchEnglish(): Promise<void> {
    if (this.fetching) return;
    this.fetching = true;
    this.english = await this.words.en().catch(() => this.words['zh-CN']);
    this.host.requestUpdate();
  }
}
