import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { sentencesOf } from '../comparison/sentences.ts';

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
    utterance.lang = 'zh-CN';
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
