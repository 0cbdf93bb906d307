import { html, type LitElement, type ReactiveController } from 'lit';
import type { Language } from '../controllers/terms.ts';
import { ReadAloud, renderReadAloud, type ReadAloudTerms } from './read-aloud.ts';
import { spokenText } from './spoken-text.ts';

const terms: Readonly<Record<Language, ReadAloudTerms & { reading: string }>> = {
  'zh-CN': {
    read: '朗读',
    pause: '停一停',
    resume: '接着读',
    stop: '不读了',
    reading: '正在朗读。',
  },
  en: {
    read: 'Read aloud',
    pause: 'Pause',
    resume: 'Go on',
    stop: 'Stop reading',
    reading: 'Reading aloud.',
  },
};

/** 朗读 of a page within an element, as it stands there. Falls silent when that is no longer on show. */
export class Reader implements ReactiveController {
  private readonly host: LitElement;
  private readonly voice: ReadAloud;
  private page: Element | null = null;

  constructor(host: LitElement) {
    this.host = host;
    this.voice = new ReadAloud(host);
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.page?.isConnected === false) this.voice.stop();
  }

  /** @param selector where the page stands in the element */
  render(selector: string, language: Language): unknown {
    const words = terms[language];
    return html`${renderReadAloud(this.voice, words, () => this.textOf(selector))}
      <span class="visually-hidden" role="status"
        >${this.voice.state === 'reading' ? words.reading : ''}</span
      >`;
  }

  private textOf(selector: string): string {
    this.page = this.host.renderRoot.querySelector(selector);
    return this.page ? spokenText(this.page) : '';
  }
}
