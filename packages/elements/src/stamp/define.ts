import { defineElement } from '../base/define-element.ts';
import { Stamp } from './stamp.ts';

defineElement(Stamp);

declare global {
  interface HTMLElementTagNameMap {
    'oi-stamp': Stamp;
  }
}
