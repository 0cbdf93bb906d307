import {
  browserPlugins,
  classicPlugins,
  nodePlugins,
  onwarn,
  wholeParts,
} from './scripts/lib/bundle.mjs';
import { loaderFacts } from './scripts/lib/integrity.mjs';

const sources = 'packages/elements/src';
const embed = 'packages/elements/dist/embed';

/**
 * A module, and the parts of it that are fetched once they are wanted.
 * @param {string} input
 * @param {string} parts folder of the parts
 * @param {import('rollup').OutputOptions} [cut] how the parts are cut
 * @returns {import('rollup').RollupOptions}
 */
const inParts = (input, parts, cut = {}) => ({
  input: `${sources}/${input}`,
  output: {
    dir: embed,
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: `${parts}/[hash:7].js`,
    ...cut,
  },
  plugins: browserPlugins(),
  onwarn,
});

/**
 * A slow line fetches few files sooner than many: a small part goes with another, though never with
 * the loader, whose hash stands on pages and who is there before all others.
 * @type {import('rollup').OutputOptions}
 */
const fewFiles = {
  experimentalMinChunkSize: 1_500,
  manualChunks: (id) => (id.endsWith('/src/loader.ts') ? 'loader' : undefined),
  plugins: [wholeParts('/src/loader.ts')],
};

/**
 * A plain script, in the language of the oldest browsers.
 * @param {string} input
 * @param {string} file
 * @param {() => string} [intro] what the build tells it
 * @returns {import('rollup').RollupOptions}
 */
const classic = (input, file, intro = () => '') => ({
  input: `${sources}/embedding/${input}`,
  output: { file: `${embed}/${file}`, format: 'iife', sourcemap: true, intro },
  plugins: classicPlugins(),
  onwarn,
});

/**
 * What the service draws its pages with: one file for Node.
 * @type {import('rollup').RollupOptions}
 */
const pages = {
  input: `${sources}/pages/render.ts`,
  output: {
    file: 'packages/elements/dist/pages/render.js',
    format: 'es',
    inlineDynamicImports: true,
  },
  plugins: nodePlugins(),
  onwarn,
};

/**
 * What a script tag loads; npm users import what `tsc` builds. In this order: the classic loader
 * holds the hash of the loader.
 * @type {import('rollup').RollupOptions[]}
 */
export default [
  inParts('all.ts', 'all'),
  inParts('loader.ts', 'chunks', fewFiles),
  inParts('embedding/frame.ts', 'pages'),
  inParts('embedding/snippet-page.ts', 'pages'),
  inParts('pages/page.ts', 'pages'),
  classic('loader-classic.ts', 'loader.classic.js', loaderFacts),
  classic('frame-host.ts', 'frame-host.js'),
  pages,
];
