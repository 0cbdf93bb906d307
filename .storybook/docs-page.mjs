import { Fragment, Suspense, createElement, lazy } from 'react';

// Asked for by pages of documentation only: stories need none of it.
const Blocks = lazy(async () => {
  const blocks = await import('@storybook/addon-docs/blocks');
  const { Controls, Description, Primary, Subtitle, Title } = blocks;
  const shown = [Title, Subtitle, Description, Primary, Controls];
  return {
    default: () => createElement(Fragment, null, ...shown.map((block) => createElement(block))),
  };
});

/**
 * The documentation of an element: what it is, how it looks, and what can be set, listened to and
 * styled, from the manifest. Its states are stories of their own: thirty live ones on a page would
 * share one address, one storage and one focus.
 */
export const DocsPage = () => createElement(Suspense, { fallback: null }, createElement(Blocks));
