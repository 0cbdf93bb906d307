import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { modes } from '../../packages/elements/src/themes/modes.ts';
import { allThemesCss, themeCss } from '../../packages/elements/src/themes/theme-css.ts';
import { themes } from '../../packages/elements/src/themes/themes.ts';
import { themeNames } from '../../packages/elements/src/themes/theme-names.ts';
import { tokens as sheet } from '../../packages/elements/src/themes/tokens.styles.ts';
import { tokenTable } from '../../packages/elements/src/themes/tokens.ts';
import { contrastOf, edgePairs, rgbOf, textPairs } from '../lib/contrast.mjs';
import { root } from '../lib/root.mjs';
import { modeDocs, themeDocs, tokenDocs } from '../lib/token-docs.mjs';

const css = sheet.cssText.replace(/\s+/g, ' ');
/** @type {string[]} */
const names = tokenTable.map(({ name }) => name).sort();

/** @param {string} text */
const tokensIn = (text) => [...new Set(text.match(/--oi-[\w-]+/g))].sort();

/** @param {string} path */
const read = (path) => readFileSync(join(root, path), 'utf8');

const styleFiles = globSync('packages/elements/src/**/*.styles.ts', { cwd: root });

describe('the table of tokens', () => {
  it('names exactly what the styles of the elements ask for', () => {
    assert.deepEqual(tokensIn(css), names);
    const elsewhere = styleFiles
      .filter((file) => !file.endsWith('tokens.styles.ts'))
      .filter((file) => tokensIn(read(file)).some((name) => !names.includes(name)));
    assert.deepEqual(elsewhere, [], 'these ask for a token that is in no table');
  });

  it('says of each what holds when nobody sets it', () => {
    for (const { name, kind, light, dark } of tokenTable) {
      if (kind === 'font' || light.startsWith('var(')) continue;
      const asked = new RegExp(`var\\(${name}, ?([^;]+)\\)`).exec(css)?.[1] ?? '';
      // What can only be raised begins with its least value.
      const least = css.includes(`max(${light}, var(${name}`);
      assert.ok(
        asked.startsWith(light) || least,
        `${name} is ${asked} in the styles, not ${light}`,
      );
      if (dark !== undefined) {
        assert.ok(css.includes(`var(${name},light-dark(${light},${dark}))`), `${name}, dark`);
      }
    }
  });

  it('has no token that changes nothing', () => {
    const all = styleFiles.map(read).join('');
    const own = [...new Set(css.match(/--_[\w-]+(?=:)/g))];
    assert.deepEqual(
      own.filter((name) => !all.includes(`var(${name})`)),
      [],
    );
  });

  it('puts plain values before light-dark(), with the ground they belong to', () => {
    const floor = css.slice(0, css.indexOf('@supports'));
    assert.doesNotMatch(floor, /light-dark|oklch|color-mix/);
    assert.match(
      floor,
      /background: var\(--_surface\); color: var\(--_ink\); color-scheme: light;/,
    );
    assert.equal(tokensIn(floor).length, names.length);
  });

  it('is what docs/theming.md lists, and the modes are what docs/accessibility.md lists', () => {
    const theming = read('docs/theming.md').replace(/ +/g, ' ').replace(/-{3,}/g, '---');
    for (const part of [tokenDocs(), themeDocs()]) {
      assert.ok(theming.includes(part), `docs/theming.md has to say:\n\n${part}\n`);
    }
    const accessibility = read('docs/accessibility.md')
      .replace(/ +/g, ' ')
      .replace(/-{3,}/g, '---');
    assert.ok(
      accessibility.includes(modeDocs()),
      `docs/accessibility.md has to say:\n\n${modeDocs()}\n`,
    );
  });
});

describe('colours', () => {
  for (const { name, colours, contrast } of themes) {
    for (const [scheme, side] of /** @type {const} */ ([
      ['light', 0],
      ['dark', 1],
    ])) {
      it(`of the theme ${name} have their contrast on ${scheme} pages`, () => {
        /** @type {Record<string, readonly [string, string]>} */
        const roles = colours;
        /** @param {string} role */
        const rgb = (role) => rgbOf(roles[role]?.[side] ?? '');
        for (const [pairs, least] of /** @type {const} */ ([
          [textPairs, contrast],
          [edgePairs, contrast === 7 ? 4.5 : 3],
        ])) {
          for (const [front = '', ground = ''] of pairs) {
            const ratio = contrastOf(rgb(front), rgb(ground));
            assert.ok(ratio >= least, `${front} on ${ground}: ${ratio.toFixed(2)} < ${least}`);
          }
        }
      });
    }
  }

  it('are written in one file, but for inks of paper and the white below a QR code', () => {
    // A sheet of materials is paper alone; the pages of the service are hosts, with a look of their own.
    const others = /take\/sheet\.styles|elements\/src\/pages\//;
    const raw = styleFiles
      .filter((file) => !others.test(file))
      .flatMap((file) => {
        const text = read(file).replace(/\/\*[\s\S]*?\*\//g, '');
        const screen = text.replace(/@media print \{[\s\S]*?\n {2}\}/g, '');
        return screen.match(/#[\da-f]{3,8}\b(?=[;, )])/gi) ?? [];
      });
    assert.deepEqual(
      raw.filter((colour) => !['#000', '#fff'].includes(colour)),
      [],
    );
  });
});

describe('themes', () => {
  it('are named once', () => {
    assert.deepEqual(
      themes.map(({ name }) => name),
      themeNames.map(({ name }) => name),
    );
  });

  it('set public tokens only, and each of them all that another may have set', () => {
    const own = ['--oi-host-accent'];
    for (const theme of themes) {
      const set = tokensIn(themeCss(theme)).filter((name) => !own.includes(name));
      assert.deepEqual(
        set.filter((name) => !names.includes(name)),
        [],
        theme.name,
      );
      assert.deepEqual(
        set,
        tokensIn(allThemesCss()).filter((name) => !own.includes(name)),
      );
    }
  });

  it('are weaker than what a page says at :root', () => {
    assert.ok(!themes.map(themeCss).join('').includes(':root'));
  });
});

describe('modes', () => {
  it('have the sizes that are promised', () => {
    for (const [mode, { text, small, leastText, target, print }] of Object.entries(modes)) {
      const rule =
        mode === 'standard' ? css.slice(0, css.indexOf(".frame[data-mode='elder']")) : css;
      assert.ok(rule.includes(`max(${text / 16}rem, ${text}px)`), `${mode}: text of ${text} px`);
      assert.ok(rule.includes(`var(--oi-text-small, ${small}em)`), `${mode}: small`);
      assert.ok(rule.includes(`--_least: ${leastText}px`), `${mode}: least text`);
      assert.ok(rule.includes(`max(${target}px, var(--oi-target`), `${mode}: target`);
      assert.ok(css.includes(`font-size: ${print}pt`), `${mode}: print`);
    }
  });
});
