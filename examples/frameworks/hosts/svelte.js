import { flushSync, mount, unmount } from 'svelte';
import View from './svelte.svelte';

/** @type {import('./host.ts').OpenHost} */
export function openHost(place) {
  let view;
  return {
    show(page) {
      if (view) view.show(page);
      else view = mount(View, { target: place, props: { first: page } });
      flushSync();
    },
    close: () => unmount(view),
  };
}
