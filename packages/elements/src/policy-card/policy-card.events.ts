import { ElementEvent } from '../base/element-event.ts';

/** Why another policy is opened: it replaced this one, was replaced by it, or is explained with it. */
export type PolicyOpeningCause = 'successor' | 'predecessor' | 'policy';

/** A person asked for another policy; `preventDefault()` keeps the card, so a page can go there itself. */
export class PolicyOpeningEvent extends ElementEvent {
  static readonly type = 'oi-policy-opening';
  readonly policyId: string;
  readonly cause: PolicyOpeningCause;

  constructor(policyId: string, cause: PolicyOpeningCause) {
    super(PolicyOpeningEvent.type, { cancelable: true });
    this.policyId = policyId;
    this.cause = cause;
  }
}

/** A person asked for the whole card of a compact one; `preventDefault()` keeps it compact. */
export class PolicyUnfoldingEvent extends ElementEvent {
  static readonly type = 'oi-policy-unfolding';

  constructor() {
    super(PolicyUnfoldingEvent.type, { cancelable: true });
  }
}

/** A person asked for a matter (办事); `preventDefault()` keeps its link from being followed. */
export class PolicyMatterOpeningEvent extends ElementEvent {
  static readonly type = 'oi-policy-matter-opening';
  readonly matterId: string | undefined;
  readonly url: string | undefined;

  constructor(matterId: string | undefined, url: string | undefined) {
    super(PolicyMatterOpeningEvent.type, { cancelable: true });
    this.matterId = matterId;
    this.url = url;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'oi-policy-opening': PolicyOpeningEvent;
    'oi-policy-unfolding': PolicyUnfoldingEvent;
    'oi-policy-matter-opening': PolicyMatterOpeningEvent;
  }
}
