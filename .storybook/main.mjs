import { fileURLToPath } from 'node:url';
import { defaultClientConditions, mergeConfig } from 'vite';

const manifest = fileURLToPath(
  new URL('../packages/elements/dist/custom-elements.json', import.meta.url),
);

/** @type {import('@storybook/web-components-vite').StorybookConfig} */
export default {
  stories: ['../stories/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  docs: { defaultName: 'Docs' },
  // The ground of a story is that of its theme and colour scheme, not one painted behind it.
  features: { sidebarOnboardingChecklist: false, backgrounds: false },
  viteFinal: (config) =>
    mergeConfig(config, {
      // Workspaces resolve to their sources.
      resolve: {
        conditions: ['source', ...defaultClientConditions],
        alias: { 'open-info:manifest': manifest },
      },
      // Decorators and fields as the packages are compiled, whatever file asks.
      oxc: {
        decorator: { legacy: true },
        assumptions: { setPublicClassFields: true },
        typescript: { removeClassFieldsWithoutInitializer: true },
      },
      build: { chunkSizeWarningLimit: 4000 },
      cacheDir: fileURLToPath(new URL('../node_modules/.cache/storybook-vite', import.meta.url)),
    }),
};
