import type { ApplicantMove } from '@open-info/contract/requests';
import { ElementEvent } from '../base/element-event.ts';

/** A person opened a request by number and code. Says neither which one nor how it stands. */
export class RequestStatusOpenedEvent extends ElementEvent {
  static readonly type = 'oi-request-status-opened';

  constructor() {
    super(RequestStatusOpenedEvent.type);
  }
}

/** A person undid, withdrew, supplemented or justified the open request, and the service took it. */
export class RequestStatusMovedEvent extends ElementEvent {
  static readonly type = 'oi-request-status-moved';
  readonly move: ApplicantMove;

  constructor(move: ApplicantMove) {
    super(RequestStatusMovedEvent.type);
    this.move = move;
  }
}

/** The open request was closed and wiped: by the person, or because nobody was there any more. */
export class RequestStatusClosedEvent extends ElementEvent {
  static readonly type = 'oi-request-status-closed';
  readonly cause: 'person' | 'idle';

  constructor(cause: 'person' | 'idle') {
    super(RequestStatusClosedEvent.type);
    this.cause = cause;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'oi-request-status-opened': RequestStatusOpenedEvent;
    'oi-request-status-moved': RequestStatusMovedEvent;
    'oi-request-status-closed': RequestStatusClosedEvent;
  }
}
