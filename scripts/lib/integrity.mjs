import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

const embed = join(root, 'packages/elements/dist/embed');
/** Browsers the style sheets are written for. */
const sheetTargets = ['chrome86', 'safari14'];
const sources = join(root, 'packages/elements/src/embedding');

/** Of the elements. @returns {string} */
function versionOf() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(
    readFileSync(join(root, 'packages/elements/package.json'), 'utf8'),
  );
  return version;
}

/** @param {string} file */
const sha384 = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(embed, file)))
    .digest('base64')}`;

/** What the classic loader is told: where the loader lies, seen from itself, and its hash. */
export function loaderFacts() {
  const facts = { path: `../${versionOf()}/loader.js`, integrity: sha384('loader.js') };
  return `const LOADER = ${JSON.stringify(facts)};`;
}

/** @param {string} file @param {string} hash @param {string} version */
function snippet(file, hash, version) {
  const type = file === 'loader.classic.js' ? '' : ' type="module"';
  return `<script${type} src="/embed/${version}/${file}" integrity="${hash}" crossorigin="anonymous"></script>`;
}

/** Writes the style sheets of the pages the service draws, each named by what is in it. */
async function writeSheets() {
  const { transform } = await import('esbuild');
  const renderer = pathToFileURL(join(root, 'packages/elements/dist/pages/render.js')).href;
  const { sheets } = /** @type {{ sheets: { name: string, text: string }[] }} */ (
    await import(renderer)
  );
  mkdirSync(join(embed, 'styles'), { recursive: true });
  for (const { name, text } of sheets) {
    const { code } = await transform(text, { loader: 'css', minify: true, target: sheetTargets });
    writeFileSync(join(embed, 'styles', name), code);
  }
}

/**
 * Writes the pages the service shows, with the version and the hashes of what they load.
 * @param {string} version
 */
async function writePages(version) {
  // Neither is there before the first install, when this file is read already.
  const { transform } = await import('esbuild');
  const { embeddables } = await import('../../packages/elements/src/embedding/embeddable.ts');
  const { themes } = await import('../../packages/elements/src/themes/themes.ts');
  const css = await import('../../packages/elements/src/themes/theme-css.ts');
  /** @type {Record<string, string>} */
  const sheets = {
    'themes/all.css': css.allThemesCss(),
    ...Object.fromEntries(themes.map((theme) => [`themes/${theme.name}.css`, css.themeCss(theme)])),
  };
  for (const file of ['frame.css', 'snippet-page.css']) {
    sheets[file] = readFileSync(join(sources, file), 'utf8');
  }
  mkdirSync(join(embed, 'themes'), { recursive: true });
  for (const [file, text] of Object.entries(sheets)) {
    const { code } = await transform(text, {
      loader: 'css',
      minify: true,
      target: sheetTargets,
    });
    writeFileSync(join(embed, file), code);
  }
  mkdirSync(join(embed, 'pages'), { recursive: true });
  for (const file of ['frame.html', 'snippet-page.html']) {
    const page = readFileSync(join(sources, file), 'utf8')
      .replaceAll('{version}', version)
      .replace(/\{hash:([^}]+)\}/g, (_, name) => sha384(name));
    writeFileSync(join(embed, 'pages', file), page);
  }
  const names = embeddables.map(({ name }) => name);
  writeFileSync(join(embed, 'pages', 'elements.json'), JSON.stringify(names));
}

/**
 * Writes what tells a host page what it loads, beside the embed files: `integrity.json` (hashes of
 * all files and the ready script tags) and `importmap.json` (the same hashes as browsers check them
 * for imports, which a script tag's own `integrity` does not cover).
 */
export async function writeIntegrity() {
  const version = versionOf();
  await writePages(version);
  await writeSheets();
  const files = readdirSync(embed, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(js|css)$/.test(file))
    .sort();
  const hashes = Object.fromEntries(files.map((file) => [file, sha384(file)]));
  const snippets = Object.fromEntries(
    ['all.js', 'loader.js', 'loader.classic.js'].map((file) => [
      file,
      snippet(file, hashes[file] ?? '', version),
    ]),
  );
  /** @param {string} file */
  const address = (file) => `/embed/${version}/${file}`;
  const modules = files.filter((file) => /^(all|loader)\.js$|^(all|chunks)\//.test(file));
  const importMap = {
    imports: {
      '@open-info/elements/all': address('all.js'),
      '@open-info/elements/loader': address('loader.js'),
    },
    integrity: Object.fromEntries(modules.map((file) => [address(file), hashes[file]])),
  };
  const target = join(embed, 'integrity.json');
  /** @param {object} value */
  const asText = (value) => `${JSON.stringify(value, null, 2)}\n`;
  writeFileSync(target, asText({ version, files: hashes, snippets }));
  writeFileSync(join(embed, 'importmap.json'), asText(importMap));
  return { target, snippets };
}
