import { defineElement } from '../base/define-element.ts';
import { ServiceGuide } from './service-guide.ts';

defineElement(ServiceGuide);

declare global {
  interface HTMLElementTagNameMap {
    'oi-service-guide': ServiceGuide;
  }
}
