/**
 * Base of our events: they bubble and leave the shadow root, tell what a person did, and carry
 * named fields instead of `detail`. None carries what a person typed.
 */
export abstract class ElementEvent extends Event {
  constructor(type: string, options: { cancelable?: boolean } = {}) {
    super(type, { bubbles: true, composed: true, cancelable: options.cancelable ?? false });
  }
}
