import { ElementEvent } from '../../base/element-event.ts';

/** A person asked for something that is already public; `preventDefault()` lets the page show it. */
export class RequestFormOfferOpeningEvent extends ElementEvent {
  static readonly type = 'oi-request-form-offer-opening';
  /** `catalog`: an item of the catalog; `document`: a policy document. */
  readonly kind: string;
  readonly itemId: string;

  constructor(kind: string, itemId: string) {
    super(RequestFormOfferOpeningEvent.type, { cancelable: true });
    this.kind = kind;
    this.itemId = itemId;
  }
}
