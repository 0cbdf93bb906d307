export { CatalogBrowser } from './catalog-browser/catalog-browser.ts';
export { defineElement } from './base/define-element.ts';
export { Provider } from './provider/provider.ts';
