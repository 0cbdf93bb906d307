import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
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

/** Plain scripts, which pages load without `type="module"`. */
const classic = ['frame-host.js', 'loader.classic.js'];

/**
 * What a module imports, at once or later.
 * @param {string} text
 */
function importsOf(text) {
  /** @type {string[]} */
  const found = [];
  /** @param {any} node */
  const visit = (node) => {
    if (/^(Import|Export)/.test(node.type) && node.source) found.push(String(node.source.value));
    for (const child of Object.values(node).flat()) {
      if (typeof child?.type === 'string') visit(child);
    }
  };
  visit(parse(text, { ecmaVersion: embedEcmaVersion, sourceType: 'module' }));
  return found;
}

/** @param {string} file */
const sha384 = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(embed, file)))
    .digest('base64')}`;

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

  it('does no harm where modules are not known: plain scripts are read by any browser', () => {
    for (const file of classic) {
      const text = readFileSync(join(embed, file), 'utf8');
      assert.doesNotThrow(
        () => parse(text, { ecmaVersion: 5, sourceType: 'script' }),
        `${file} is not ES5`,
      );
    }
  });

  it('imports of its own version only, and what the loader imports never imports it', () => {
    for (const file of embedFiles()) {
      for (const from of importsOf(readFileSync(join(embed, file), 'utf8'))) {
        assert.match(from, /^\.{1,2}\/[\w./-]+\.js$/, `${file} imports ${from}`);
        // A second address of the loader (its channel) would be a second loader.
        assert.doesNotMatch(from, /\bloader\.js$/, file);
      }
    }
  });

  it('needs neither eval nor markup from strings', () => {
    for (const file of embedFiles()) {
      const text = readFileSync(join(embed, file), 'utf8');
      assert.doesNotMatch(text, /\beval\(|new Function\(/, file);
    }
  });

  it('can be checked by its hash', () => {
    /** @type {{ files: Record<string, string>, snippets: Record<string, string> }} */
    const { files, snippets } = JSON.parse(readFileSync(join(embed, 'integrity.json'), 'utf8'));
    const scripts = Object.keys(files).filter((file) => file.endsWith('.js'));
    assert.deepEqual(scripts.sort(), embedFiles().sort());
    for (const [file, hash] of Object.entries(files)) assert.equal(hash, sha384(file), file);
    assert.match(snippets['all.js'] ?? '', new RegExp(`integrity="sha384-[^"]{64}"`));
  });

  it('has every part in the import map, by the same hash', () => {
    /** @type {{ integrity: Record<string, string> }} */
    const { integrity } = JSON.parse(readFileSync(join(embed, 'importmap.json'), 'utf8'));
    const parts = embedFiles().filter((file) => /^(all|chunks)\//.test(file.replace('\\', '/')));
    for (const part of parts) {
      const [address] = Object.keys(integrity).filter((each) => each.endsWith(`/${part}`));
      assert.ok(address, `${part} is not in the import map`);
      assert.equal(integrity[address], sha384(part), part);
    }
  });
});
