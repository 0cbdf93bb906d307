import { defineElement } from '../base/define-element.ts';
import { Provider } from './provider.ts';

defineElement(Provider);

declare global {
  interface HTMLElementTagNameMap {
    'oi-provider': Provider;
  }
}
