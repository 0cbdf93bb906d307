import { defineElement } from '../base/define-element.ts';
import { PlainCardElement } from './plain-card.ts';

defineElement(PlainCardElement);

declare global {
  interface HTMLElementTagNameMap {
    'oi-plain-card': PlainCardElement;
  }
}
