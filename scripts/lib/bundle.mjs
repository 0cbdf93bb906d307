import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terserPlugin from '@rollup/plugin-terser';
import typescriptPlugin from '@rollup/plugin-typescript';
import { transform } from 'esbuild';
import ts from 'typescript';
import { minifyTemplates } from './minify-templates.mjs';
import { root } from './root.mjs';

// The types of these two describe their CommonJS build.
const terser = /** @type {typeof terserPlugin.default} */ (/** @type {unknown} */ (terserPlugin));
const typescript = /** @type {typeof typescriptPlugin.default} */ (
  /** @type {unknown} */ (typescriptPlugin)
);

/** Syntax of what a script tag loads; Chromium 86 and Safari 14.1 read all of ES2020. */
export const embedEcmaVersion = 2020;

/**
 * Lowers the syntax of dependencies as well; they are published for newer browsers.
 * @returns {import('rollup').Plugin}
 */
function lowerSyntax() {
  return {
    name: 'lower-syntax',
    async renderChunk(code) {
      const lowered = await transform(code, { target: `es${embedEcmaVersion}`, sourcemap: true });
      return { code: lowered.code, map: lowered.map };
    },
  };
}

/**
 * Puts the light schemas in the place of zod's (docs/decisions/0005-light-schemas.md).
 * @returns {import('rollup').Plugin}
 */
function lightSchemas() {
  const light = join(root, 'packages/contract/src/embed/zod-mini.ts');
  return { name: 'light-schemas', resolveId: (id) => (id === 'zod/mini' ? light : null) };
}

/**
 * A module asks for all files of a part at once: those found only in another cost a slow line its way
 * there and back. Rollup lists what a part needs in the part itself, however deep it lies. The module
 * may use nothing of what it imports so.
 * @param {string} module end of its path
 * @returns {import('rollup').Plugin}
 */
export function wholeParts(module) {
  return {
    name: 'whole-parts',
    renderDynamicImport({ moduleId, getTargetChunkImports }) {
      if (!moduleId.endsWith(module)) return null;
      const asked = getTargetChunkImports()?.map(
        ({ resolvedImportPath }) => `import(${resolvedImportPath}),`,
      );
      return asked ? { left: `Promise.all([${asked.join('')}import(`, right: ')])' } : null;
    },
  };
}

/**
 * How everything a script tag loads is bundled, from the sources.
 * @returns {import('rollup').InputPluginOption[]}
 */
export function browserPlugins() {
  return [
    lightSchemas(),
    nodeResolve({ exportConditions: ['source', 'browser', 'production'] }),
    typescript({ tsconfig: join(root, 'tsconfig.embed.json') }),
    minifyTemplates(),
    lowerSyntax(),
    terser({
      module: true,
      ecma: embedEcmaVersion,
      compress: { passes: 3, pure_getters: true },
      format: { comments: false },
    }),
  ];
}

/**
 * Names of the browser that stand in `elements/pages/world.ts` when elements are drawn in Node.
 * @type {readonly string[]}
 */
const worldNames = [
  ...['document', 'window', 'location', 'history', 'navigator', 'getComputedStyle', 'ShadowRoot'],
  ...['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'speechSynthesis'],
];

/**
 * Gives elements, and the base class of Lit, a world of their own in Node: the process around has no
 * window and no document, and is not to seem to have them.
 * @returns {import('rollup').Plugin}
 */
function ownWorld() {
  const world = join(root, 'packages/elements/src/pages/world.ts');
  const pages = join(root, 'packages/elements/src/pages');
  const drawn = [join(root, 'packages/elements/src'), join(root, 'node_modules/@lit/')];
  return {
    name: 'own-world',
    transform(code, id) {
      if (id.startsWith(pages) || !drawn.some((folder) => id.startsWith(folder))) return null;
      const names = worldNames.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
      if (names.length === 0) return null;
      return {
        code: `import { ${names.join(', ')} } from ${JSON.stringify(world)};${code}`,
        map: null,
      };
    },
  };
}

/**
 * How what draws the pages in Node is bundled: one file that needs nothing beside it.
 * @returns {import('rollup').InputPluginOption[]}
 */
export function nodePlugins() {
  return [
    nodeResolve({ exportConditions: ['source', 'node', 'production'], preferBuiltins: true }),
    typescript({ tsconfig: join(root, 'tsconfig.embed.json') }),
    ownWorld(),
  ];
}

/**
 * Lowers a whole script to ES5.
 * @returns {import('rollup').Plugin}
 */
function asClassic() {
  const { options: compilerOptions } = ts.convertCompilerOptionsFromJson(
    { target: 'ES5', module: 'ESNext', ignoreDeprecations: '6.0', sourceMap: true },
    root,
  );
  return {
    name: 'as-classic',
    transform(code, fileName) {
      const { outputText, sourceMapText } = ts.transpileModule(code, { fileName, compilerOptions });
      return {
        code: outputText.replace(/\/\/# sourceMappingURL=.*/, ''),
        map: sourceMapText ?? null,
      };
    },
  };
}

/**
 * How a plain script is made, which browsers without modules read as well.
 * @returns {import('rollup').InputPluginOption[]}
 */
export function classicPlugins() {
  return [asClassic(), terser({ ecma: 5, compress: { passes: 2 }, format: { comments: false } })];
}

/**
 * Dependencies with cycles of their own (zod) are not ours to mend.
 * @type {import('rollup').WarningHandlerWithDefault}
 */
export function onwarn(warning, warn) {
  const foreign = warning.ids?.every((id) => id.includes('node_modules')) ?? false;
  if (warning.code === 'CIRCULAR_DEPENDENCY' && foreign) return;
  if (warning.code === 'INVALID_ANNOTATION') return;
  warn(warning);
}
