import { defineElement } from '../base/define-element.ts';
import { PolicyList } from './policy-list.ts';

defineElement(PolicyList);

declare global {
  interface HTMLElementTagNameMap {
    'oi-policy-list': PolicyList;
  }
}
