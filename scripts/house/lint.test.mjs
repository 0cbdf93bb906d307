import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { root } from '../lib/root.mjs';

const eslint = new ESLint({
  cwd: root,
  // With CI set, the parser takes files for unchanging and would read the one on disk instead.
  overrideConfig: {
    languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } },
  },
});

/**
 * Lints a text as if it stood in a file of the tree.
 * @param {string} file an existing one, so that its types are known
 * @param {string} text
 */
async function rulesThatFire(file, text) {
  const [result] = await eslint.lintText(text, { filePath: join(root, file) });
  assert.ok(result, `${file} is ignored`);
  const fatal = result.messages.find((message) => message.fatal);
  assert.equal(fatal, undefined, fatal?.message);
  return result.messages.map((message) => message.ruleId);
}

const arrow = 'import-x/no-restricted-paths';
const cycle = 'import-x/no-cycle';
const element = 'packages/elements/src/catalog-browser/catalog-browser.ts';

/** Each rule with a file, a text that must set it off, and a text that must not. */
const samples = [
  {
    rule: arrow,
    name: 'contract imports no package',
    file: 'packages/contract/src/areas.ts',
    bad: "import { OpenInfoError } from '@open-info/sdk/errors';\nexport { OpenInfoError };\n",
    good: "import { isKnown } from './shape.ts';\nexport const known = isKnown;\n",
  },
  {
    rule: arrow,
    name: 'sdk does not import elements',
    file: 'packages/sdk/src/areas.ts',
    bad: "import { CatalogBrowser } from '@open-info/elements';\nexport const x = CatalogBrowser;\n",
    good: "import { isKnown } from '@open-info/contract/shape';\nexport const known = isKnown;\n",
  },
  {
    rule: arrow,
    name: 'sdk does not import the service',
    file: 'packages/sdk/src/areas.ts',
    bad: "import { readSettings } from '@open-info/service/settings';\nexport const x = readSettings;\n",
    good: "import { OpenInfoError } from './errors.ts';\nexport const x = OpenInfoError;\n",
  },
  {
    rule: arrow,
    name: 'the service does not import the sdk, by a relative path either',
    file: 'packages/service/src/settings.ts',
    bad: "import { OpenInfoError } from '../../sdk/src/errors.ts';\nexport const x = OpenInfoError;\n",
    good: "import { isKnown } from '@open-info/contract/shape';\nexport const known = isKnown;\n",
  },
  {
    rule: arrow,
    name: 'elements do not import the service',
    file: element,
    bad: "import { readSettings } from '@open-info/service/settings';\nexport const x = readSettings;\n",
    good: "import { OpenInfoError } from '@open-info/sdk/errors';\nexport const x = OpenInfoError;\n",
  },
  {
    rule: arrow,
    name: 'an element does not import another',
    file: element,
    bad: "import '../provider/define.ts';\n",
    good: "import { defineElement } from '../base/define-element.ts';\nexport const x = defineElement;\n",
  },
  {
    rule: arrow,
    name: 'base imports no element',
    file: 'packages/elements/src/base/define-element.ts',
    bad: "import '../provider/define.ts';\n",
    good: "import { warn } from './warn.ts';\nexport const x = warn;\n",
  },
  {
    rule: cycle,
    name: 'no cycle',
    file: 'packages/contract/src/organs.ts',
    bad: "import { catalogSorts } from './catalog.ts';\nexport const x = catalogSorts;\n",
    good: "import { isKnown } from './shape.ts';\nexport const known = isKnown;\n",
  },
  {
    rule: 'lit/ban-attributes',
    name: 'no style attribute in a template',
    file: element,
    bad: 'import { html } from \'lit\';\nexport const x = html`<p style="color: red"></p>`;\n',
    good: "import { html } from 'lit';\nexport const x = html`<p></p>`;\n",
  },
  {
    rule: 'lit/prefer-static-styles',
    name: 'no style element in a template',
    file: element,
    bad: "import { html } from 'lit';\nexport const x = html`<style>p { color: red; }</style>`;\n",
    good: "import { html } from 'lit';\nexport const x = html`<p></p>`;\n",
  },
  {
    rule: 'no-restricted-globals',
    name: "an element leaves the host's storage alone",
    file: element,
    bad: "localStorage.setItem('a', 'b');\n",
    good: "document.createElement('p');\n",
  },
  {
    rule: 'wc/no-exports-with-element',
    name: 'a class file exports the class only',
    file: element,
    bad: "import { LitElement } from 'lit';\nexport class CatalogBrowser extends LitElement {}\nexport function x(): void {}\n",
    good: "import { LitElement } from 'lit';\nexport class CatalogBrowser extends LitElement {}\n",
  },
  {
    rule: 'no-restricted-imports',
    name: 'zod/mini only',
    file: 'packages/contract/src/areas.ts',
    bad: "import * as z from 'zod';\nexport const x = z.string();\n",
    good: "import * as z from 'zod/mini';\nexport const x = z.string();\n",
  },
  {
    rule: 'no-restricted-syntax',
    name: 'zod as a namespace only',
    file: 'packages/contract/src/areas.ts',
    bad: "import { z } from 'zod/mini';\nexport const x = z.string();\n",
    good: "import * as z from 'zod/mini';\nexport const x = z.string();\n",
  },
  {
    rule: 'no-restricted-syntax',
    name: 'no global settings of zod',
    file: 'packages/contract/src/areas.ts',
    bad: "import * as z from 'zod/mini';\nz.config({});\n",
    good: "import * as z from 'zod/mini';\nz.string();\n",
  },
  {
    rule: 'no-restricted-syntax',
    name: 'no look-behind in a regular expression',
    file: 'packages/sdk/src/areas.ts',
    bad: 'export const x = /(?<=a)b/;\n',
    good: 'export const x = /(?<name>a)b/;\n',
  },
  {
    rule: 'no-restricted-syntax',
    name: 'no #private',
    file: 'packages/sdk/src/areas.ts',
    bad: 'export class A {\n  #b = 1;\n  c(): number {\n    return this.#b;\n  }\n}\n',
    good: 'export class A {\n  private readonly b = 1;\n  c(): number {\n    return this.b;\n  }\n}\n',
  },
  {
    rule: 'no-restricted-properties',
    name: 'nothing above the browser floor',
    file: 'packages/sdk/src/areas.ts',
    bad: 'export const x = AbortSignal.timeout(1);\n',
    good: 'export const x = new AbortController();\n',
  },
  {
    rule: 'no-restricted-globals',
    name: 'the sdk knows no DOM',
    file: 'packages/sdk/src/areas.ts',
    bad: 'export const x = document.title;\n',
    good: "export const x = new URL('https://example.gov.cn');\n",
  },
  {
    rule: 'no-console',
    name: 'no console',
    file: 'packages/sdk/src/areas.ts',
    bad: "console.log('a');\n",
    good: "export const x = 'a';\n",
  },
];

describe('the rules of the house fire', () => {
  for (const { rule, name, file, bad, good } of samples) {
    it(name, async () => {
      assert.ok(
        (await rulesThatFire(file, bad)).includes(rule),
        `${rule} is silent on the bad text`,
      );
      assert.ok(
        !(await rulesThatFire(file, good)).includes(rule),
        `${rule} fires on the good text`,
      );
    });
  }
});
