import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { mustRun } from './run.mjs';

/** The packages that are published, in the order of the arrows. */
export const published = ['contract', 'sdk', 'elements', 'service'];

/**
 * The exports without the way to our sources: `source` is a word other houses use for their own
 * workspaces too, and their compiler would take our `.ts` for its own.
 * @param {unknown} exports
 * @returns {unknown}
 */
const withoutSource = (exports) =>
  JSON.parse(JSON.stringify(exports), (key, value) => (key === 'source' ? undefined : value));

/**
 * Lays a package out as it is published: what its `files` name, the licence, and its package.json
 * without what only this workspace understands.
 * @param {string} name
 * @param {string} folder
 * @returns {string} its version
 */
function layOut(name, folder) {
  const from = join(root, 'packages', name);
  const manifest = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  mkdirSync(folder, { recursive: true });
  const names = [...manifest.files, 'README.md', ...(manifest.bin ? ['bin'] : [])];
  for (const part of names.filter((file) => !file.startsWith('!'))) {
    cpSync(join(from, part), join(folder, part), { recursive: true });
  }
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  const text = JSON.stringify({ ...manifest, exports: withoutSource(manifest.exports) }, null, 2);
  writeFileSync(join(folder, 'package.json'), `${text}\n`);
  return manifest.version;
}

/**
 * Packs the built packages as they are published.
 * @param {string} folder what it writes to
 * @returns {Promise<Record<string, string>>} the tarball of each package
 */
export async function packAll(folder) {
  const places = published.map((name) => join(folder, 'laid-out', name));
  const versions = published.map((name, index) => layOut(name, places[index] ?? ''));
  await mustRun(
    'npm',
    ['pack', ...places, '--ignore-scripts', '--pack-destination', folder],
    'The packages could not be packed.',
  );
  return Object.fromEntries(
    published.map((name, index) => [
      name,
      join(folder, `open-info-${name}-${versions[index]}.tgz`),
    ]),
  );
}
