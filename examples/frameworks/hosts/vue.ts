import { createApp, h, nextTick, shallowRef, type App } from 'vue';
import type { OpenHost, Page } from './host.ts';

/** What the template compiler makes of `<oi-policy-card :policyId="…" @oi-policy-unfolding="…">`. */
const view = (page: Page) =>
  h('oi-provider', { client: page.client, mode: page.mode }, [
    page.show
      ? h(
          'oi-policy-card',
          {
            policyId: page.policyId,
            'heading-level': page.headingLevel,
            terms: page.terms,
            compact: page.compact,
            'onOi-policy-unfolding': page.onUnfolding,
          },
          [h('a', { href: '/policies' }, page.link)],
        )
      : undefined,
  ]);

export const openHost: OpenHost = (place) => {
  const shown = shallowRef<Page>();
  let app: App | undefined;
  return {
    async show(page) {
      shown.value = page;
      if (!app) {
        app = createApp({ render: () => shown.value && view(shown.value) });
        app.mount(place);
      }
      await nextTick();
    },
    close: () => app?.unmount(),
  };
};
