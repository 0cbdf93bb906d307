import { ElementEvent } from '../base/element-event.ts';
import type { RequestFormOfferOpeningEvent } from './beside/offer.events.ts';
import type { Step } from './entry.ts';

export { RequestFormOfferOpeningEvent } from './beside/offer.events.ts';

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

declare global {
  interface GlobalEventHandlersEventMap {
    'oi-request-form-step': RequestFormStepEvent;
    'oi-request-form-submitting': RequestFormSubmittingEvent;
    'oi-request-form-submitted': RequestFormSubmittedEvent;
    'oi-request-form-undone': RequestFormUndoneEvent;
    'oi-request-form-offer-opening': RequestFormOfferOpeningEvent;
  }
}
