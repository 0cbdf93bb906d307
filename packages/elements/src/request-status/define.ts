import { defineElement } from '../base/define-element.ts';
import { RequestStatus } from './request-status.ts';

defineElement(RequestStatus);

declare global {
  interface HTMLElementTagNameMap {
    'oi-request-status': RequestStatus;
  }
}
