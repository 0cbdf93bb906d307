import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/root.mjs';
import { besideClass, readSource } from './sources.mjs';

const styles = 'themes/tokens.styles.ts';

/** @typedef {{ name: string, description: string, default?: string }} Token */

/**
 * What docs/theming.md says of each token. A row may name several, with a part of its sentence each.
 * @returns {Map<string, string>}
 */
function meanings() {
  const rows = readFileSync(join(root, 'docs/theming.md'), 'utf8').matchAll(/^\| (`--oi-.*)$/gm);
  return new Map(
    [...rows].flatMap(([, row = '']) => {
      const [first = '', said = ''] = row.split(/ *\| */);
      const names = first.match(/--oi-[\w-]+/g) ?? [];
      const parts = said.split('; ');
      return names.map((name, index) => {
        const own = parts.length === names.length ? parts[index] : said;
        return /** @type {[string, string]} */ ([name, own ?? said]);
      });
    }),
  );
}

/**
 * What holds when no page sets a token.
 * @param {string} name
 */
function defaultOf(name) {
  const fallback = new RegExp(`var\\(\\s*${name},\\s*([^;]+?)\\s*\\);`).exec(
    readSource(styles),
  )?.[1];
  return fallback === undefined ? {} : { default: fallback.replace(/\s+/g, ' ') };
}

/**
 * The public tokens (`--oi-*`) of an element: all of them, or none where it draws nothing itself.
 * @param {string} folder of the element
 * @returns {Token[]}
 */
export const tokensOf = (folder) =>
  besideClass(folder).some((file) => readSource(file).includes(styles))
    ? [...meanings()].map(([name, description]) => ({ name, description, ...defaultOf(name) }))
    : [];
