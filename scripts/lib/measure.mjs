import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import { browserPlugins, onwarn } from './bundle.mjs';
import { root } from './root.mjs';

/** Bytes after `gzip -9`. @param {string | Uint8Array} content */
export const gzipped = (content) => gzipSync(content, { level: 9 }).length;

const entry = '\0entry';

/**
 * Bundles imports alone, as a page that uses nothing else would load them.
 * @param {string} code the imports, of sources named from the root
 * @returns {Promise<string>}
 */
export async function bundleAlone(code) {
  const build = await rollup({
    input: entry,
    onwarn,
    plugins: [
      {
        name: 'entry',
        resolveId: (id, importer) => {
          if (id === entry) return entry;
          return importer === entry ? join(root, id) : null;
        },
        load: (id) => (id === entry ? code : null),
      },
      ...browserPlugins(),
    ],
  });
  const { output } = await build.generate({
    format: 'es',
    inlineDynamicImports: true,
    sourcemap: true,
  });
  return output[0].code;
}
