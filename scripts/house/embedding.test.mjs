import assert from 'node:assert/strict';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { embeddables } from '../../packages/elements/src/embedding/embeddable.ts';
import { root } from '../lib/root.mjs';

const sources = join(root, 'packages/elements/src');

/** @param {string} file @param {RegExp} pattern */
const foundIn = (file, pattern) =>
  [...readFileSync(join(sources, file), 'utf8').matchAll(pattern)].map(([, name]) => name).sort();

const elements = readdirSync(sources)
  .filter((folder) => existsSync(join(sources, folder, 'define.ts')))
  .sort();

describe('every element that is defined', () => {
  it('is in all.js and in the closed list of the loader', () => {
    assert.deepEqual(foundIn('all.ts', /import '\.\/([\w-]+)\/define\.ts'/g), elements);
    assert.deepEqual(foundIn('loader.ts', /'oi-([\w-]+)': \(\) =>/g), elements);
  });

  it('is offered to departments, but for the provider, which shows nothing, and the frame of a screen', () => {
    const offered = ['provider', 'kiosk', ...embeddables.map(({ name }) => name)].sort();
    assert.deepEqual(offered, elements, 'name it in packages/elements/src/embedding/embeddable.ts');
  });
});
