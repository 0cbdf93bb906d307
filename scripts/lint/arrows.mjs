import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/root.mjs';

const elementsFolder = 'packages/elements/src';

/** Folders of `elements` that hold an element: those with a `define.ts`. */
function elementFolders() {
  const folder = join(root, elementsFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'define.ts')))
    .map((name) => `${elementsFolder}/${name}`);
}

const picture = 'Arrows are elements → sdk → contract ← service (docs/architecture.md).';
const everyPackage = ['contract', 'sdk', 'elements', 'service'];

/** @type {Record<string, string[]>} what each package may import besides itself */
const mayImport = {
  contract: [],
  sdk: ['contract'],
  elements: ['sdk', 'contract'],
  service: ['contract'],
};

const betweenPackages = Object.entries(mayImport).map(([name, allowed]) => ({
  target: `packages/${name}`,
  from: everyPackage
    .filter((other) => other !== name && !allowed.includes(other))
    .map((other) => `packages/${other}`),
  message: `${name} may import ${allowed.join(' and ') || 'no other package'}. ${picture}`,
}));

const outOfPackages = {
  target: 'packages',
  from: ['stories', 'examples', 'scripts', '.storybook'],
  message: 'A package imports nothing from outside the packages.',
};

/** Zones of `import-x/no-restricted-paths` for every file, tests included. */
export const packageZones = [...betweenPackages, outOfPackages];

/** Zones inside `elements`, for everything but tests: a test may place one element in another. */
export function elementZones() {
  const folders = elementFolders();
  const siblings = folders.map((folder) => ({
    target: folder,
    from: folders.filter((other) => other !== folder),
    message: 'Elements never import one another; share through controllers/ or base/.',
  }));
  const ground = {
    target: [`${elementsFolder}/base`, `${elementsFolder}/controllers`, `${elementsFolder}/themes`],
    from: folders,
    message: 'base/, controllers/ and themes/ carry the elements and know none of them.',
  };
  return [...siblings, ground].filter((zone) => zone.from.length > 0);
}
