/* eslint no-restricted-globals: ["error", "localStorage", "sessionStorage"] --
   Takes the token of a message out of the page's address, and only when `page` is set. */
import {
  readSubscriptionFragment,
  type SubscriptionFragment,
} from '@open-info/sdk/subscription-fragment';

/** What the link of a message asks for; its token is then in the page's address no longer. */
export function takeSubscription(): SubscriptionFragment | undefined {
  const fragment = readSubscriptionFragment(location.hash);
  if (fragment) history.replaceState(history.state, '', location.pathname + location.search);
  return fragment;
}
