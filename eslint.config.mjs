import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import noOnlyTests from 'eslint-plugin-no-only-tests';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { root } from './scripts/lib/root.mjs';
import { elementZones, packageZones } from './scripts/lint/arrows.mjs';
import {
  globalsAboveFloor,
  propertiesAboveFloor,
  syntaxAboveFloor,
} from './scripts/lint/browser-floor.mjs';

const code = ['**/*.ts', '**/*.mjs', '**/*.js'];
const tests = ['**/*.test.ts', '**/*.test.mjs', 'packages/*/test/**'];
const browserCode = ['packages/{contract,sdk,elements}/src/**/*.ts'];

/** Elements are drawn in Node too, by what the service loads to make its pages. */
const drawnInNode = ['packages/elements/src/pages/{world,lived,sheets,render}.ts'];

const zodRestrictions = {
  paths: [
    {
      name: 'zod',
      message: "Import * as z from 'zod/mini': size, and no eval under a strict CSP.",
    },
  ],
  patterns: [{ regex: '^zod/(?!mini$)', message: "Only 'zod/mini'." }],
};

const zodSyntax = [
  {
    selector:
      "ImportDeclaration[source.value='zod/mini'] > :matches(ImportDefaultSpecifier, ImportSpecifier[imported.name='z'])",
    message: 'Import the namespace (* as z), so that bundlers can drop what is not used.',
  },
  {
    selector: "MemberExpression[object.name='z'][property.name=/^(locales|config)$/]",
    message: 'z.locales and z.config drag every language into the bundle and change global state.',
  },
];

const noDom = [
  ...['window', 'document', 'location', 'navigator', 'history', 'localStorage', 'sessionStorage'],
  ...['customElements', 'HTMLElement', 'Element', 'Node', 'CustomEvent', 'alert'],
].map((name) => ({ name, message: 'contract and sdk know no DOM: they run in Node as well.' }));

const noNode = ['process', 'Buffer', '__dirname', 'require'].map((name) => ({
  name,
  message: 'This code runs in browsers.',
}));

const hostState = ['localStorage', 'sessionStorage', 'history'].map((name) => ({
  name,
  message: "The host page's storage and address are not ours (only routing and drafts, by rule).",
}));

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/.cache/**',
      '**/.open-info/**',
      'storybook-static/**',
      'packages/service/data/**',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    files: code,
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: root },
    },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: './tsconfig.json',
          conditionNames: ['source', 'types', 'import', 'node', 'default'],
        }),
      ],
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      // The ideographic space is a character of Chinese text.
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true },
      ],
      'no-restricted-imports': ['error', zodRestrictions],
      'no-restricted-syntax': ['error', ...zodSyntax],
      'import-x/extensions': ['error', 'always', { ignorePackages: true }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      'import-x/no-self-import': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: root, zones: packageZones }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'default', format: null, leadingUnderscore: 'forbid' },
        {
          selector: 'parameter',
          modifiers: ['unused'],
          format: null,
          leadingUnderscore: 'allow',
        },
        {
          selector: 'typeLike',
          format: ['PascalCase'],
          custom: { regex: '(Manager|Helper|Utils?|Data|Info)$', match: false },
          filter: { regex: 'OpenInfo$', match: false },
        },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      // [...text] is how Chinese text is cut into characters.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { caughtErrors: 'all', ignoreRestSiblings: true },
      ],
      // Crashes on the second pass of --fix.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
    },
  },
  {
    files: ['packages/service/**/*.ts', 'scripts/**/*.mjs', '**/*.config.mjs', 'examples/**/*.mjs'],
    languageOptions: { globals: globals.node },
  },
  {
    // Plain JavaScript has no way to say what JSON.parse returned.
    files: ['**/*.mjs', '**/*.js'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Pages, and what Playwright runs inside of them.
    files: ['examples/**/*.js', 'scripts/bench/**/*'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: browserCode,
    ignores: [...tests, ...drawnInNode],
    rules: {
      'no-restricted-properties': ['error', ...propertiesAboveFloor],
      'no-restricted-globals': ['error', ...globalsAboveFloor, ...noNode],
      'no-restricted-syntax': ['error', ...zodSyntax, ...syntaxAboveFloor],
      'no-restricted-imports': [
        'error',
        {
          ...zodRestrictions,
          patterns: [
            ...zodRestrictions.patterns,
            { regex: '^node:', message: 'This code runs in browsers.' },
          ],
        },
      ],
    },
  },
  {
    files: ['packages/{contract,sdk}/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': ['error', ...globalsAboveFloor, ...noDom],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    ...wc.configs['flat/best-practice'],
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    ...litA11y.configs.recommended,
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    languageOptions: { globals: globals.browser },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      // A strict CSP blocks both on first render.
      'lit/ban-attributes': ['error', 'style'],
      'lit/prefer-static-styles': 'error',
      'lit/attribute-names': 'error',
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-nothing': 'error',
      'lit/quoted-expressions': 'error',
      // LitElement has every lifecycle callback.
      'wc/guard-super-call': 'off',
      // Lit calls listeners of a template on the element.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    ignores: tests,
    rules: {
      'wc/no-exports-with-element': 'error',
      'no-restricted-globals': ['error', ...globalsAboveFloor, ...noNode, ...hostState],
      'import-x/no-restricted-paths': [
        'error',
        { basePath: root, zones: [...packageZones, ...elementZones()] },
      ],
    },
  },
  {
    files: tests,
    plugins: { 'no-only-tests': noOnlyTests },
    rules: {
      'no-only-tests/no-only-tests': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'node:test',
              name: [
                'test',
                'it',
                'describe',
                'suite',
                'before',
                'after',
                'beforeEach',
                'afterEach',
              ],
            },
          ],
        },
      ],
    },
  },
  {
    files: ['scripts/**/*.mjs', 'packages/elements/src/base/warn.ts', 'packages/service/bin/*'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['stories/**/*.ts'],
    languageOptions: { globals: globals.browser },
  },
  {
    // The plugins' own types do not agree with one another; pages are plain JavaScript; what installs the
    // packages reads the types that are built, and is compiled by scripts/house/packages.test.mjs.
    files: [
      'eslint.config.mjs',
      'examples/**/*.js',
      'examples/{react,vue}/src/**',
      'examples/frameworks/hosts/**',
      'scripts/bench/pages/**',
      'scripts/house/consumer/**',
    ],
    ...tseslint.configs.disableTypeChecked,
  },
);
