import { defineElement } from '../base/define-element.ts';
import { Kiosk } from './kiosk.ts';

defineElement(Kiosk);

declare global {
  interface HTMLElementTagNameMap {
    'oi-kiosk': Kiosk;
  }
}
