import type {} from '@open-info/elements/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type Card = SvelteHTMLElements['oi-policy-card'];

export const right: Card = {
  policyId: 'a',
  class: 'card',
  'onoi-policy-opening': (event) => event.policyId.length,
};
// @ts-expect-error an id is text
export const wrong: Card = { policyId: 3 };
