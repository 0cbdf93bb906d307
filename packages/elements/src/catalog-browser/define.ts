import { defineElement } from '../base/define-element.ts';
import { CatalogBrowser } from './catalog-browser.ts';

defineElement(CatalogBrowser);

declare global {
  interface HTMLElementTagNameMap {
    'oi-catalog-browser': CatalogBrowser;
  }
}
