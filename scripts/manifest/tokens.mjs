import { tokenTable } from '../../packages/elements/src/themes/tokens.ts';
import { besideClass, readSource } from './sources.mjs';

/**
 * @typedef {object} Token as the schema of the manifest names it
 * @property {string} name
 * @property {string} description
 * @property {string} default
 * @property {string} syntax
 */

/** What each kind of token takes, as CSS says it. */
const syntaxes = {
  colour: '<color>',
  font: '<family-name>#',
  length: '<length>',
  number: '<number>',
};

const tokens = tokenTable.map(({ name, kind, light, zh, en }) => ({
  name,
  description: `${en} (${zh})`,
  default: light,
  syntax: syntaxes[kind],
}));

/**
 * The public tokens (`--oi-*`) of an element: all of them, or none where it draws nothing itself.
 * @param {string} folder of the element
 * @returns {Token[]}
 */
export const tokensOf = (folder) =>
  besideClass(folder).some((file) => readSource(file).includes('themes/tokens.styles.ts'))
    ? tokens
    : [];
