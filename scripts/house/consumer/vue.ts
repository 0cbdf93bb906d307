import type {} from '@open-info/elements/vue';
import type { GlobalComponents } from 'vue';

type Card = InstanceType<GlobalComponents['oi-policy-card']>;

export const right: Card['$props'] = { policyId: 'a', 'heading-level': '3', class: 'card' };
// @ts-expect-error an id is text
export const wrong: Card['$props'] = { policyId: 3 };
