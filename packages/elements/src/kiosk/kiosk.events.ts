import { ElementEvent } from '../base/element-event.ts';

/** A person opened a view from the start. */
export class KioskOpenedEvent extends ElementEvent {
  static readonly type = 'oi-kiosk-opened';
  /** Id of its `<template>`. */
  readonly view: string;

  constructor(view: string) {
    super(KioskOpenedEvent.type);
    this.view = view;
  }
}

/** Cancelable: a person touched a link that leads away from the page. */
export class KioskLeavingEvent extends ElementEvent {
  static readonly type = 'oi-kiosk-leaving';
  readonly url: string;

  constructor(url: string) {
    super(KioskLeavingEvent.type, { cancelable: true });
    this.url = url;
  }
}

/** Who ends a visit. */
export type WipeCause = 'person' | 'idle';

/** Cancelable: everything inside is about to be made new. */
export class KioskWipingEvent extends ElementEvent {
  static readonly type = 'oi-kiosk-wiping';
  /** `person`, or `idle`: nobody was there. */
  readonly cause: WipeCause;

  constructor(cause: WipeCause) {
    super(KioskWipingEvent.type, { cancelable: true });
    this.cause = cause;
  }
}

/** The screen is at its start again, and holds nothing of the person who left. */
export class KioskWipedEvent extends ElementEvent {
  static readonly type = 'oi-kiosk-wiped';
  /** `person`, or `idle`: nobody was there. */
  readonly cause: WipeCause;

  constructor(cause: WipeCause) {
    super(KioskWipedEvent.type);
    this.cause = cause;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'oi-kiosk-opened': KioskOpenedEvent;
    'oi-kiosk-leaving': KioskLeavingEvent;
    'oi-kiosk-wiping': KioskWipingEvent;
    'oi-kiosk-wiped': KioskWipedEvent;
  }
}
