import type {} from '@open-info/elements/react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { OpenHost, Page } from './host.ts';

function View({ page }: { page: Page }) {
  return (
    <oi-provider client={page.client} mode={page.mode}>
      {page.show && (
        <oi-policy-card
          policyId={page.policyId}
          heading-level={page.headingLevel}
          terms={page.terms}
          compact={page.compact}
          onoi-policy-unfolding={page.onUnfolding}
        >
          <a href="/policies">{page.link}</a>
        </oi-policy-card>
      )}
    </oi-provider>
  );
}

export const openHost: OpenHost = (place) => {
  const root = createRoot(place);
  return {
    show: (page) => flushSync(() => root.render(<View page={page} />)),
    close: () => root.unmount(),
  };
};
