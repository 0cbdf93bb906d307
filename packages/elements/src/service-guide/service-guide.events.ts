import { ElementEvent } from '../base/element-event.ts';

/** A person asked for a matter; `preventDefault()` keeps it closed, so a page can show it itself. */
export class ServiceGuideOpeningEvent extends ElementEvent {
  static readonly type = 'oi-service-guide-opening';
  readonly matterId: string;

  constructor(matterId: string) {
    super(ServiceGuideOpeningEvent.type, { cancelable: true });
    this.matterId = matterId;
  }
}

/** A person opened a matter and it is on show. */
export class ServiceGuideOpenedEvent extends ElementEvent {
  static readonly type = 'oi-service-guide-opened';
  readonly matterId: string;

  constructor(matterId: string) {
    super(ServiceGuideOpenedEvent.type);
    this.matterId = matterId;
  }
}

/** A person searched or filtered and the answer is on show. Says how many, never what was typed. */
export class ServiceGuideSearchedEvent extends ElementEvent {
  static readonly type = 'oi-service-guide-searched';
  readonly total: number;

  constructor(total: number) {
    super(ServiceGuideSearchedEvent.type);
    this.total = total;
  }
}

/** A person answered a question about the own case. Says what is left, not what was answered. */
export class ServiceGuideAnsweredEvent extends ElementEvent {
  static readonly type = 'oi-service-guide-answered';
  readonly matterId: string;
  /** Questions still open. */
  readonly open: number;
  /** Materials to bring, as far as is known. */
  readonly bring: number;

  constructor(matterId: string, open: number, bring: number) {
    super(ServiceGuideAnsweredEvent.type);
    this.matterId = matterId;
    this.open = open;
    this.bring = bring;
  }
}

/** A person asked for the whole of a compact guide; `preventDefault()` keeps it compact. */
export class ServiceGuideUnfoldingEvent extends ElementEvent {
  static readonly type = 'oi-service-guide-unfolding';
  readonly matterId: string;

  constructor(matterId: string) {
    super(ServiceGuideUnfoldingEvent.type, { cancelable: true });
    this.matterId = matterId;
  }
}

/** A person asked for a policy the guide names; `preventDefault()` keeps its link from being followed. */
export class ServiceGuidePolicyOpeningEvent extends ElementEvent {
  static readonly type = 'oi-service-guide-policy-opening';
  readonly policyId: string;

  constructor(policyId: string) {
    super(ServiceGuidePolicyOpeningEvent.type, { cancelable: true });
    this.policyId = policyId;
  }
}

/** A person goes to apply online or to book a time; `preventDefault()` keeps the link from being followed. */
export class ServiceGuideLeavingEvent extends ElementEvent {
  static readonly type = 'oi-service-guide-leaving';
  readonly matterId: string;
  readonly url: string;

  constructor(matterId: string, url: string) {
    super(ServiceGuideLeavingEvent.type, { cancelable: true });
    this.matterId = matterId;
    this.url = url;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'oi-service-guide-opening': ServiceGuideOpeningEvent;
    'oi-service-guide-opened': ServiceGuideOpenedEvent;
    'oi-service-guide-searched': ServiceGuideSearchedEvent;
    'oi-service-guide-answered': ServiceGuideAnsweredEvent;
    'oi-service-guide-unfolding': ServiceGuideUnfoldingEvent;
    'oi-service-guide-policy-opening': ServiceGuidePolicyOpeningEvent;
    'oi-service-guide-leaving': ServiceGuideLeavingEvent;
  }
}
