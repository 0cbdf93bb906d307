/** What the link of a message asks a page to do. */
export interface SubscriptionFragment {
  action: 'confirm' | 'manage' | 'stop';
  token: string;
}

/** Reads the fragment of a page, `#confirm=…`, `#manage=…`, `#stop=…`; undefined when it is none. */
export function readSubscriptionFragment(hash: string): SubscriptionFragment | undefined {
  const [, action, token] = /^#(confirm|manage|stop)=([\w.-]{1,200})$/.exec(hash) ?? [];
  if (action === undefined || token === undefined) return undefined;
  return { action: action as SubscriptionFragment['action'], token };
}
