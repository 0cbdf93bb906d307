export { CatalogBrowser } from './catalog-browser/catalog-browser.ts';
export { DeadlineClock } from './deadline-clock/deadline-clock.ts';
export { defineElement } from './base/define-element.ts';
export { PolicyCard } from './policy-card/policy-card.ts';
export { Provider } from './provider/provider.ts';
export { RequestStatus } from './request-status/request-status.ts';
export { RequestForm } from './request-form/request-form.ts';
