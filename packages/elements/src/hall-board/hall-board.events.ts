import { ElementEvent } from '../base/element-event.ts';

/** Another page is shown. */
export class HallBoardTurnedEvent extends ElementEvent {
  static readonly type = 'oi-hall-board-turned';
  /** `policies`, `cleanups`, `progress` or `notices`. */
  readonly kind: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** `time`, or `person`: somebody stepped. */
  readonly cause: 'time' | 'person';

  constructor(kind: string, page: number, pages: number, cause: 'time' | 'person') {
    super(HallBoardTurnedEvent.type);
    this.kind = kind;
    this.page = page;
    this.pages = pages;
    this.cause = cause;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'oi-hall-board-turned': HallBoardTurnedEvent;
  }
}
