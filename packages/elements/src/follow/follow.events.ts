import type { PushChannel } from '@open-info/contract/subscriptions';
import { ElementEvent } from '../base/element-event.ts';

/** The service took an order; its address has still to confirm it. */
export class FollowOrderedEvent extends ElementEvent {
  static readonly type = 'oi-follow-ordered';
  readonly channel: PushChannel;

  constructor(channel: PushChannel) {
    super(FollowOrderedEvent.type);
    this.channel = channel;
  }
}

/** A person confirmed, changed or stopped a subscription by the link of a message. */
export class FollowChangedEvent extends ElementEvent {
  static readonly type = 'oi-follow-changed';
  readonly change: 'confirmed' | 'changed' | 'stopped';

  constructor(change: 'confirmed' | 'changed' | 'stopped') {
    super(FollowChangedEvent.type);
    this.change = change;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'oi-follow-ordered': FollowOrderedEvent;
    'oi-follow-changed': FollowChangedEvent;
  }
}
