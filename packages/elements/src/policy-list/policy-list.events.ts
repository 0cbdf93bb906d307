import { ElementEvent } from '../base/element-event.ts';

/** A person asked for a row; `preventDefault()` keeps its link from being followed. */
export class PolicyListOpeningEvent extends ElementEvent {
  static readonly type = 'oi-policy-list-opening';
  /** Id of the document; of an interpretation, the one it stands for. */
  readonly policyId: string | undefined;
  /** Absent for a document. */
  readonly interpretationId: string | undefined;

  constructor(policyId: string | undefined, interpretationId: string | undefined) {
    super(PolicyListOpeningEvent.type, { cancelable: true });
    this.policyId = policyId;
    this.interpretationId = interpretationId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'oi-policy-list-opening': PolicyListOpeningEvent;
  }
}
