/** @jsxImportSource preact */
import type {} from '@open-info/elements/preact';
import { render } from 'preact';
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

export const openHost: OpenHost = (place) => ({
  show: (page) => render(<View page={page} />, place),
  close: () => render(null, place),
});
