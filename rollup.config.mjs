import { browserPlugins, onwarn } from './scripts/lib/bundle.mjs';

const sources = 'packages/elements/src';
const embed = 'packages/elements/dist/embed';

/**
 * What a script tag loads; npm users import what `tsc` builds.
 * @type {import('rollup').RollupOptions[]}
 */
export default [
  {
    input: `${sources}/all.ts`,
    output: { file: `${embed}/all.js`, format: 'es', sourcemap: true, inlineDynamicImports: true },
    plugins: browserPlugins(),
    onwarn,
  },
  {
    input: `${sources}/loader.ts`,
    output: {
      dir: embed,
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
    },
    plugins: browserPlugins(),
    onwarn,
  },
];
