import { defineElement } from '../base/define-element.ts';
import { DeadlineClock } from './deadline-clock.ts';

defineElement(DeadlineClock);

declare global {
  interface HTMLElementTagNameMap {
    'oi-deadline-clock': DeadlineClock;
  }
}
