import { defineElement } from '../base/define-element.ts';
import { RequestForm } from './request-form.ts';

defineElement(RequestForm);

declare global {
  interface HTMLElementTagNameMap {
    'oi-request-form': RequestForm;
  }
}
