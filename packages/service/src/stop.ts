import type { Words } from './http/words.ts';

/**
 * The service cannot start or go on, for a reason the person at the terminal can do something
 * about. The commands print one sentence, Chinese then English, and end with exit code 1.
 */
export class StopError extends Error {
  readonly words: Words;

  constructor(words: Words, cause?: unknown) {
    super(words.en, { cause });
    this.name = 'StopError';
    this.words = words;
  }

  /** The sentence as the terminal shows it. */
  get sentence(): string {
    return `${this.words.zh} ${this.words.en}`;
  }
}
