import { nothing, type TemplateResult } from 'lit';
import { renderIdle } from '../base/idle-notice.ts';
import { IdleController, type IdleHost } from '../controllers/idle.ts';
import type { FirstTerms } from './service-guide.terms.ts';

export { idleNotice } from '../base/idle-notice.ts';

export interface HallOptions {
  /** Something is on show that the next person would have to clear away. */
  isUsed: () => boolean;
  idleSeconds: () => number;
  wipe: () => void;
}

/** 大厅屏: what one person chose is cleared away before the next comes. */
export class Hall {
  private readonly idle: IdleController;

  constructor(host: IdleHost, { isUsed, idleSeconds, wipe }: HallOptions) {
    this.idle = new IdleController(host, {
      active: isUsed,
      quietSeconds: idleSeconds,
      expired: wipe,
    });
  }

  render(words: FirstTerms): TemplateResult | typeof nothing {
    const { left } = this.idle;
    return left === undefined ? nothing : renderIdle(words, left, this.idle.touch);
  }
}
