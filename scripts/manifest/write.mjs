import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/root.mjs';
import { vscodeCss, vscodeHtml, webTypes } from './editors.mjs';
import { frameworkTypes } from './frameworks.mjs';
import { llmsText } from './llms.mjs';
import { describeElements } from './manifest.mjs';

const elements = join(root, 'packages/elements');

/** @param {unknown} value */
const asJson = (value) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Everything that is written from the sources of the elements, by its file below their `dist`.
 * @returns {Record<string, string>}
 */
function descriptions() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(elements, 'package.json'), 'utf8'));
  const manifest = describeElements();
  const types = Object.entries(frameworkTypes(manifest)).flatMap(([file, text]) => [
    [`frameworks/${file}`, text],
    // So that importing the types for their effect finds a module when the code runs.
    [`frameworks/${file.replace(/\.d\.ts$/, '.js')}`, 'export {};\n'],
  ]);
  return {
    'custom-elements.json': asJson(manifest),
    'vscode.html-custom-data.json': asJson(vscodeHtml(manifest)),
    'vscode.css-custom-data.json': asJson(vscodeCss(manifest)),
    'web-types.json': asJson(webTypes(manifest, version)),
    'llms.txt': llmsText(manifest),
    ...Object.fromEntries(types),
  };
}

/** Writes what editors, frameworks and documentation read, into the `dist` of the elements. */
export function writeDescriptions() {
  mkdirSync(join(elements, 'dist/frameworks'), { recursive: true });
  for (const [file, text] of Object.entries(descriptions())) {
    writeFileSync(join(elements, 'dist', file), text);
  }
}
