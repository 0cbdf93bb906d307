import type {} from '@open-info/elements/react';
import '@open-info/elements/policy-card/define';
import type { PolicyCard } from '@open-info/elements/policy-card/policy-card';
import { createClient } from '@open-info/sdk/client';
import { useRef } from 'react';

const client = createClient({ baseUrl: 'https://open.example.gov.cn' });

export function Right() {
  const card = useRef<PolicyCard>(null);
  return (
    <oi-provider client={client} mode="elder" className="policies">
      <oi-policy-card
        key="card"
        ref={card}
        policyId="a"
        heading-level="3"
        terms={{ copy: '复制全文' }}
        compact
        onoi-policy-opening={(event) => {
          const cause: 'successor' | 'predecessor' | 'policy' = event.cause;
          if (cause === 'policy' && event.policyId.length > 0) event.preventDefault();
        }}
      >
        <a href="/policies">政策</a>
      </oi-policy-card>
    </oi-provider>
  );
}

export const wrong = [
  // @ts-expect-error an id is text
  <oi-policy-card key="id" policyId={3} />,
  // @ts-expect-error there is no such property
  <oi-policy-card key="name" policyNumber="3" />,
  // @ts-expect-error there is no such mode
  <oi-provider key="mode" mode="large" />,
  // @ts-expect-error the event has no such field
  <oi-policy-card key="event" onoi-policy-opening={(event) => event.detail} />,
];
