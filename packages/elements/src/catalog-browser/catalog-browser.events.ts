import { ElementEvent } from '../base/element-event.ts';

/** A person asked for an item; `preventDefault()` keeps it closed, so a page can show it itself. */
export class CatalogItemOpeningEvent extends ElementEvent {
  static readonly type = 'oi-catalog-item-opening';
  readonly itemId: string;

  constructor(itemId: string) {
    super(CatalogItemOpeningEvent.type, { cancelable: true });
    this.itemId = itemId;
  }
}

/** A person opened an item and it is on show. */
export class CatalogItemOpenedEvent extends ElementEvent {
  static readonly type = 'oi-catalog-item-opened';
  readonly itemId: string;

  constructor(itemId: string) {
    super(CatalogItemOpenedEvent.type);
    this.itemId = itemId;
  }
}

/** A person searched or filtered and the answer is on show. Says how many, never what was typed. */
export class CatalogSearchedEvent extends ElementEvent {
  static readonly type = 'oi-catalog-searched';
  readonly total: number;
  /** How many filter values are chosen. */
  readonly chosen: number;

  constructor(total: number, chosen: number) {
    super(CatalogSearchedEvent.type);
    this.total = total;
    this.chosen = chosen;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'oi-catalog-item-opening': CatalogItemOpeningEvent;
    'oi-catalog-item-opened': CatalogItemOpenedEvent;
    'oi-catalog-searched': CatalogSearchedEvent;
  }
}
