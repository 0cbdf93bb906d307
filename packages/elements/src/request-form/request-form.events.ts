import { ElementEvent } from '../base/element-event.ts';
import type { Step } from './entry.ts';

/** A person went to another step. */
export class RequestFormStepEvent extends ElementEvent {
  static readonly type = 'oi-request-form-step';
  /** `sought`, `applicant`, `delivery`, `check` or `receipt`. */
  readonly step: Step;

  constructor(step: Step) {
    super(RequestFormStepEvent.type);
    this.step = step;
  }
}

/** A person submits; `preventDefault()` keeps the request from being filed. */
export class RequestFormSubmittingEvent extends ElementEvent {
  static readonly type = 'oi-request-form-submitting';

  constructor() {
    super(RequestFormSubmittingEvent.type, { cancelable: true });
  }
}

/** The request is filed and its receipt on show. Says the number, never the code. */
export class RequestFormSubmittedEvent extends ElementEvent {
  static readonly type = 'oi-request-form-submitted';
  /** 申请编号. */
  readonly number: string;

  constructor(number: string) {
    super(RequestFormSubmittedEvent.type);
    this.number = number;
  }
}

/** A person took the filing back within the time for it. */
export class RequestFormUndoneEvent extends ElementEvent {
  static readonly type = 'oi-request-form-undone';
  readonly number: string;

  constructor(number: string) {
    super(RequestFormUndoneEvent.type);
    this.number = number;
  }
}

/** A person asked for something that is already public; `preventDefault()` lets the page show it. */
export class RequestFormOfferOpeningEvent extends ElementEvent {
  static readonly type = 'oi-request-form-offer-opening';
  /** `catalog`: an item of the catalog. */
  readonly kind: string;
  readonly itemId: string;

  constructor(kind: string, itemId: string) {
    super(RequestFormOfferOpeningEvent.type, { cancelable: true });
    this.kind = kind;
    this.itemId = itemId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'oi-request-form-step': RequestFormStepEvent;
    'oi-request-form-submitting': RequestFormSubmittingEvent;
    'oi-request-form-submitted': RequestFormSubmittedEvent;
    'oi-request-form-undone': RequestFormUndoneEvent;
    'oi-request-form-offer-opening': RequestFormOfferOpeningEvent;
  }
}
