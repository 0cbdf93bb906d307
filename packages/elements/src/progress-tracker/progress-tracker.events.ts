import { ElementEvent } from '../base/element-event.ts';

/** What a number led to: a case (办件) or a disclosure request (依申请公开). */
export type TrackedKind = 'case' | 'request';

/** Number and code were right. Says neither which one nor how it stands. */
export class ProgressTrackerOpenedEvent extends ElementEvent {
  static readonly type = 'oi-progress-tracker-opened';
  readonly kind: TrackedKind;

  constructor(kind: TrackedKind) {
    super(ProgressTrackerOpenedEvent.type);
    this.kind = kind;
  }
}

/** A person asked for the guide of the matter. Prevent it to show the guide yourself. */
export class ProgressTrackerGuideOpeningEvent extends ElementEvent {
  static readonly type = 'oi-progress-tracker-guide-opening';
  readonly matterId: string;

  constructor(matterId: string) {
    super(ProgressTrackerGuideOpeningEvent.type, { cancelable: true });
    this.matterId = matterId;
  }
}

/** The service took a rating. What was chosen and written is not in it. */
export class ProgressTrackerRatedEvent extends ElementEvent {
  static readonly type = 'oi-progress-tracker-rated';

  constructor() {
    super(ProgressTrackerRatedEvent.type);
  }
}

/** What was open was closed and wiped: by the person, or because nobody was there any more. */
export class ProgressTrackerClosedEvent extends ElementEvent {
  static readonly type = 'oi-progress-tracker-closed';
  readonly cause: 'person' | 'idle';

  constructor(cause: 'person' | 'idle') {
    super(ProgressTrackerClosedEvent.type);
    this.cause = cause;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'oi-progress-tracker-opened': ProgressTrackerOpenedEvent;
    'oi-progress-tracker-guide-opening': ProgressTrackerGuideOpeningEvent;
    'oi-progress-tracker-rated': ProgressTrackerRatedEvent;
    'oi-progress-tracker-closed': ProgressTrackerClosedEvent;
  }
}
