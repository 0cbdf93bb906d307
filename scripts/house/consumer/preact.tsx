/** @jsxImportSource preact */
import type {} from '@open-info/elements/preact';
import { createClient } from '@open-info/sdk/client';

const client = createClient({ baseUrl: 'https://open.example.gov.cn' });

export const right = (
  <oi-provider client={client} class="policies">
    <oi-policy-card policyId="a" compact onoi-policy-opening={(event) => event.policyId.length} />
  </oi-provider>
);

// @ts-expect-error an id is text
export const wrong = <oi-policy-card policyId={3} />;
