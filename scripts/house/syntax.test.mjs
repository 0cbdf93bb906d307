import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'acorn';
import { embedEcmaVersion } from '../lib/bundle.mjs';
import { root } from '../lib/root.mjs';

const embed = join(root, 'packages/elements/dist/embed');

/** @returns {string[]} */
const embedFiles = () =>
  readdirSync(embed, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));

describe('what a script tag loads', () => {
  it('is read by the oldest browser that is promised', () => {
    const files = embedFiles();
    assert.ok(files.includes('all.js') && files.includes('loader.js'), files.join(', '));
    for (const file of files) {
      const text = readFileSync(join(embed, file), 'utf8');
      assert.doesNotThrow(
        () => parse(text, { ecmaVersion: embedEcmaVersion, sourceType: 'module' }),
        `${file} is not ES${embedEcmaVersion}`,
      );
    }
  });

  it('needs neither eval nor markup from strings', () => {
    for (const file of embedFiles()) {
      const text = readFileSync(join(embed, file), 'utf8');
      assert.doesNotMatch(text, /\beval\(|new Function\(/, file);
    }
  });

  it('can be checked by its hash', () => {
    /** @type {{ files: Record<string, string> }} */
    const { files } = JSON.parse(readFileSync(join(embed, 'integrity.json'), 'utf8'));
    assert.deepEqual(Object.keys(files).sort(), embedFiles().sort());
  });
});
