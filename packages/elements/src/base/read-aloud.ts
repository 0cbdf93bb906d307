import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import * as icons from './icons.ts';
import { sentencesOf } from './sentences.ts';

/** Words on the buttons of 朗读. */
export interface ReadAloudTerms {
  read: string;
  pause: string;
  resume: string;
  stop: string;
}

/** Whether this browser can speak. */
export const canSpeak = (): boolean => 'speechSynthesis' in window;

/**
 * Reads texts aloud with the browser's own voice, a sentence at a time: long utterances are cut off
 * by some browsers, and pausing within one is unknown to others. Falls silent with its element.
 */
export class ReadAloud implements ReactiveController {
  state: 'silent' | 'reading' | 'paused' = 'silent';
  private readonly host: ReactiveControllerHost;
  private sentences: string[] = [];
  private place = 0;
  /** Kept, or some browsers forget to tell that it has ended. */
  private utterance: SpeechSynthesisUtterance | undefined;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  start(text: string): void {
    this.sentences = sentencesOf(text);
    this.place = 0;
    this.resume();
  }

  resume(): void {
    this.become('reading');
    this.speak();
  }

  pause(): void {
    this.become('paused');
    this.hush();
  }

  stop(): void {
    if (this.state === 'silent') return;
    this.become('silent');
    this.hush();
  }

  private become(state: ReadAloud['state']): void {
    this.state = state;
    this.host.requestUpdate();
  }

  private hush(): void {
    this.utterance = undefined;
    speechSynthesis.cancel();
  }

  private speak(): void {
    const sentence = this.sentences[this.place];
    if (sentence === undefined) {
      this.stop();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.lang = /\p{Script=Han}/u.test(sentence) ? 'zh-CN' : 'en';
    const go = (on: () => void): void => {
      if (this.utterance === utterance) on();
    };
    utterance.onend = () =>
      go(() => {
        this.place += 1;
        this.speak();
      });
    // A machine without a voice fails each sentence: silence is better than a race through the text.
    utterance.onerror = () => go(() => this.stop());
    this.utterance = utterance;
    speechSynthesis.speak(utterance);
  }
}

/** Its button, and the one that ends it; nothing where the browser has no voice. */
export function renderReadAloud(
  voice: ReadAloud,
  words: ReadAloudTerms,
  text: () => string,
): unknown {
  if (!canSpeak()) return nothing;
  const acts = {
    silent: { label: words.read, press: () => voice.start(text()) },
    reading: { label: words.pause, press: () => voice.pause() },
    paused: { label: words.resume, press: () => voice.resume() },
  };
  const { label, press } = acts[voice.state];
  return html`<button class="button" type="button" part="read" @click=${press}>
      ${voice.state === 'reading' ? icons.pause : icons.sound}${label}
    </button>
    ${
      voice.state === 'silent'
        ? nothing
        : html`<button class="button" type="button" @click=${() => voice.stop()}>
            ${words.stop}
          </button>`
    }`;
}
