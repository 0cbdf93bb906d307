import { defineElement } from '../base/define-element.ts';
import { PolicyCard } from './policy-card.ts';

defineElement(PolicyCard);

declare global {
  interface HTMLElementTagNameMap {
    'oi-policy-card': PolicyCard;
  }
}
