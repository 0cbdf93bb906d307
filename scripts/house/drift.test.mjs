import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { root } from '../lib/root.mjs';

/** @typedef {{ from: string, to: string }} Change */

/** @param {string} path */
const inTree = (path) => relative(root, path).replaceAll('\\', '/');

/**
 * Compiles the sources of all packages with one file changed in memory.
 * @param {string} file
 * @param {Change[]} changes
 * @returns {string[]} the errors, as `path: message`
 */
function compileWith(file, changes) {
  const configPath = join(root, 'tsconfig.json');
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(configPath, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    root,
  );
  const sources = config.fileNames.filter((path) => /^packages\/\w+\/src\//.test(inTree(path)));
  const host = ts.createCompilerHost(config.options);
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (path, options, ...rest) => {
    if (inTree(path) !== file) return readSource(path, options, ...rest);
    const text = changes.reduce(
      (before, { from, to }) => {
        assert.ok(before.includes(from), `${file} no longer says ${from}`);
        return before.replace(from, to);
      },
      ts.sys.readFile(path) ?? '',
    );
    return ts.createSourceFile(path, text, options);
  };
  const program = ts.createProgram(sources, config.options, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
    return `${diagnostic.file ? inTree(diagnostic.file.fileName) : ''}: ${message}`;
  });
}

/**
 * Packages whose own sources, tests apart, do not compile.
 * @param {string[]} errors
 */
const packagesOf = (errors) =>
  new Set(errors.map((error) => /^packages\/(\w+)\/src\/(?!.*\.test\.ts:)/.exec(error)?.[1]));

const file = 'packages/contract/src/catalog.ts';
const inInterface = {
  from: '公开事项名称: the name of the lowest level. */\n  name: string;',
  to: '公开事项名称: the name of the lowest level. */\n  name: number;',
};
const inSchema = {
  from: '  id: z.string(),\n  name: z.string(),\n  field: FieldRefSchema,\n  level1',
  to: '  id: z.string(),\n  name: z.number(),\n  field: FieldRefSchema,\n  level1',
};

const before = new Set(compileWith(file, []));
const newErrors = (/** @type {Change[]} */ changes) =>
  compileWith(file, changes).filter((error) => !before.has(error));

describe('drift from the contract does not compile', () => {
  it('an interface and its schema cannot differ', () => {
    const broken = packagesOf(newErrors([inInterface]));
    assert.ok(broken.has('contract'), 'contract still compiles');
  });

  it('changing the type of a field breaks the service, the SDK and the elements', () => {
    const broken = packagesOf(newErrors([inInterface, inSchema]));
    for (const name of ['service', 'sdk', 'elements']) {
      assert.ok(broken.has(name), `${name} still compiles; broken: ${[...broken].join(', ')}`);
    }
  });
});
