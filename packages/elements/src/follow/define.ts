import { defineElement } from '../base/define-element.ts';
import { Follow } from './follow.ts';

defineElement(Follow);

declare global {
  interface HTMLElementTagNameMap {
    'oi-follow': Follow;
  }
}
