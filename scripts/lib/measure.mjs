import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import { browserPlugins, onwarn } from './bundle.mjs';
import { root } from './root.mjs';

/** Bytes after `gzip -9`. @param {string | Uint8Array} content */
export const gzipped = (content) => gzipSync(content, { level: 9 }).length;

const entry = '\0entry';

/** @param {string} code the imports, of sources named from the root */
const bundle = (code) =>
  rollup({
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

/**
 * Bundles imports alone, with all they may ever fetch, as a page that uses nothing else would.
 * @param {string} code the imports, of sources named from the root
 * @returns {Promise<string>}
 */
export async function bundleAlone(code) {
  const build = await bundle(code);
  const { output } = await build.generate({
    format: 'es',
    inlineDynamicImports: true,
    sourcemap: true,
  });
  return output[0].code;
}

/**
 * The part of the same that is loaded before anything is shown; what is fetched later, when a
 * person asks for it, is left out.
 * @param {string} code the imports, of sources named from the root
 * @param {readonly string[]} [beside] late parts, by their sources from the root, that are fetched
 *   beside the first answer and so are loaded before it is on show
 * @returns {Promise<string>}
 */
export async function bundleAtOnce(code, beside = []) {
  const build = await bundle(code);
  const { output } = await build.generate({ format: 'es', sourcemap: true });
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
  );
  const late = new Set(beside.map((part) => join(root, part)));
  const wanted = new Set([output[0].fileName]);
  for (const { moduleIds, fileName } of chunks.values()) {
    if (moduleIds.some((id) => late.delete(id))) wanted.add(fileName);
  }
  if (late.size > 0) throw new Error(`No part of its own: ${[...late].join(', ')}`);
  for (const name of wanted) for (const next of chunks.get(name)?.imports ?? []) wanted.add(next);
  return [...wanted].map((name) => chunks.get(name)?.code ?? '').join('\n');
}
