import '@open-info/elements/all';
import { PolicyCard } from '@open-info/elements';
import { usualPolicy } from '@open-info/contract/clock';
import { createOpenInfo } from '@open-info/sdk';

const api = createOpenInfo({ baseUrl: 'https://open.example.gov.cn' });
export const total: Promise<number> = api.catalog.list({ q: '低保' }).then((page) => page.total);
export const policy = usualPolicy;

const card = document.createElement('oi-policy-card');
card.policyId = 'a';
// @ts-expect-error an id is text
card.policyId = 3;
export const isCard: boolean = card instanceof PolicyCard;

card.addEventListener('oi-policy-opening', (event) => {
  const id: string = event.policyId;
  if (id) event.preventDefault();
});
// @ts-expect-error the event has no such field
card.addEventListener('oi-policy-opening', (event) => event.detail);
