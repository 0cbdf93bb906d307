import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/root.mjs';

const sources = join(root, 'packages/elements/src');

/** @param {string} file below packages/elements/src */
export const readSource = (file) => readFileSync(join(sources, file), 'utf8');

/** Folders of the elements that are defined, in the order of the alphabet. */
export const elementFolders = () =>
  readdirSync(sources)
    .filter((folder) => existsSync(join(sources, folder, 'define.ts')))
    .sort();

/**
 * The files an element is described by: the class, where it is registered, its events.
 * @param {string} folder
 */
export const filesOf = (folder) =>
  [
    `${folder}/${folder}.ts`,
    `${folder}/define.ts`,
    ...globSync(`${folder}/**/*.events.ts`, { cwd: sources }),
  ].map((file) => file.replaceAll('\\', '/'));

/**
 * The files of an element that lie beside its class.
 * @param {string} folder
 */
export const besideClass = (folder) =>
  globSync(`${folder}/*.ts`, { cwd: sources, exclude: ['**/*.test.ts'] });

/**
 * Exported types that are a choice of words (`'standard' | 'elder'`), by name.
 * @returns {Map<string, string>}
 */
export function choices() {
  const files = globSync('packages/{contract,elements}/src/**/*.ts', { cwd: root });
  const pattern = /export type (\w+) =\s*\|?\s*('[\w-]+'(?:\s*\|\s*'[\w-]+')*);/g;
  return new Map(
    files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map(
        ([, name = '', words = '']) =>
          /** @type {const} */ ([name, words.replace(/\s*\|\s*/g, ' | ')]),
      ),
    ),
  );
}
