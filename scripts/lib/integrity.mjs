import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const embed = join(root, 'packages/elements/dist/embed');

/** @param {string} file */
const sha384 = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(embed, file)))
    .digest('base64')}`;

/** @param {string} file @param {string} hash @param {string} version */
const snippet = (file, hash, version) =>
  `<script type="module" src="/embed/${version}/${file}" integrity="${hash}" crossorigin="anonymous"></script>`;

/** Writes `integrity.json` beside the embed files: their hashes (SRI) and the ready script tags. */
export function writeIntegrity() {
  const manifest = readFileSync(join(root, 'packages/elements/package.json'), 'utf8');
  /** @type {{ version: string }} */
  const { version } = JSON.parse(manifest);
  const files = readdirSync(embed, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.js'))
    .sort();
  const hashes = Object.fromEntries(files.map((file) => [file, sha384(file)]));
  const snippets = Object.fromEntries(
    ['all.js', 'loader.js'].map((file) => [file, snippet(file, hashes[file] ?? '', version)]),
  );
  const target = join(embed, 'integrity.json');
  writeFileSync(target, `${JSON.stringify({ version, files: hashes, snippets }, null, 2)}\n`);
  return { target, snippets };
}
