import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { packAll, published } from '../lib/pack.mjs';
import { root } from '../lib/root.mjs';
import { mustRun, run } from '../lib/run.mjs';

/** What a browser or a program installs; the service is run, not imported. */
const imported = ['contract', 'sdk', 'elements'];

/** Bytes a tarball may weigh. @type {Record<string, number>} */
const limits = { contract: 400_000, sdk: 400_000, elements: 2_750_000, service: 2_000_000 };

const folder = mkdtempSync(join(tmpdir(), 'open-info-consumer-'));
const modules = join(folder, 'node_modules');

/** @type {Record<string, string>} */
let tarballs = {};

/** Links what a package needs into the consumer, as an installation would put it there. @param {string} name */
function linkDependencies(name) {
  const file = join(root, 'packages', name, 'package.json');
  const { dependencies = {} } = JSON.parse(readFileSync(file, 'utf8'));
  const names = Object.keys(dependencies).filter((other) => !other.startsWith('@open-info/'));
  for (const other of names) link(other, createRequire(file));
}

/** @param {string} name @param {NodeJS.Require} require */
function link(name, require) {
  const place = join(modules, name);
  const found = (require.resolve.paths(name) ?? [])
    .map((path) => join(path, name))
    .find((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  if (found === undefined) throw new Error(`${name} is not installed.`);
  if (statSync(place, { throwIfNoEntry: false })) return;
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(found, place, 'dir');
}

before(async () => {
  tarballs = await packAll(folder);
  for (const name of imported) {
    const place = join(modules, '@open-info', name);
    mkdirSync(place, { recursive: true });
    const parts = ['-xzf', tarballs[name] ?? '', '-C', place, '--strip-components=1'];
    await mustRun('tar', parts, 'The tarball could not be opened.');
    linkDependencies(name);
  }
  const hosts = ['react', '@types/react', 'preact', 'vue', 'svelte'];
  hosts.forEach((name) => link(name, createRequire(import.meta.url)));
  cpSync(join(root, 'scripts/house/consumer'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});

after(() => rmSync(folder, { recursive: true, force: true }));

/** Files of a package as installed. @param {string} name */
const filesIn = (name) =>
  readdirSync(join(modules, '@open-info', name), { recursive: true, encoding: 'utf8' }).map(
    (file) => file.replaceAll('\\', '/'),
  );

/** @param {string} name @returns {string[]} every entry, by the name it is imported under */
function entriesOf(name) {
  const built = filesIn(name)
    .map((file) => /^dist\/(.+)\.d\.ts$/.exec(file)?.[1] ?? '')
    .filter((file) => file !== '' && file !== 'index');
  if (name === 'contract') return built.map((file) => `./${file}`);
  if (name === 'sdk') {
    return ['.', ...built.filter((file) => !file.startsWith('core/')).map((file) => `./${file}`)];
  }
  const doors = built.filter((file) => /^([\w-]+)\/(define|\1)$/.test(file));
  const own = doors.filter((file) => doors.includes(`${file.split('/')[0]}/define`));
  return [
    '.',
    './all',
    './loader',
    './react',
    './preact',
    './vue',
    './svelte',
    ...own.map((file) => `./${file}`),
  ];
}

describe('what is published', () => {
  for (const name of published) {
    it(`${name} holds what it needs, and no test or story`, async () => {
      const listed = await mustRun('tar', ['-tzf', tarballs[name] ?? ''], 'No list.');
      const files = listed
        .trim()
        .split('\n')
        .map((file) => file.replace(/^package\//, ''));
      for (const needed of ['package.json', 'README.md', 'LICENSE']) {
        assert.ok(files.includes(needed), `${needed} is missing`);
      }
      const odd = files.filter(
        (file) =>
          !/^(dist|src|data|bin)\/|^(package\.json|README\.md|LICENSE|api\.md)$/.test(file) ||
          /\.(test|stories|vectors)\.|(^|\/)(test|tests|stories|node_modules)\/|tsbuildinfo/.test(
            file,
          ),
      );
      assert.deepEqual(odd, []);
      const bytes = statSync(tarballs[name] ?? '').size;
      assert.ok(bytes <= (limits[name] ?? 0), `${name} weighs ${bytes} bytes`);
    });

    it(`${name} passes publint`, async () => {
      const { buffer, byteOffset, byteLength } = readFileSync(tarballs[name] ?? '');
      const tarball = buffer.slice(byteOffset, byteOffset + byteLength);
      const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
      assert.deepEqual(
        messages.map((message) => formatMessage(message, pkg, { color: false })),
        [],
      );
    });

    it(`${name} says where it is from, and nothing of this workspace`, () => {
      const file = join(folder, 'laid-out', name, 'package.json');
      const { exports, repository, publishConfig, engines, keywords } = JSON.parse(
        readFileSync(file, 'utf8'),
      );
      assert.ok(!JSON.stringify(exports).includes('"source"'));
      const home = /^url: (.+)$/m.exec(readFileSync(join(root, 'publiccode.yml'), 'utf8'))?.[1];
      assert.deepEqual(repository, {
        type: 'git',
        url: `git+${home}`,
        directory: `packages/${name}`,
      });
      assert.deepEqual(publishConfig, { access: 'public', provenance: true });
      assert.ok(engines.node);
      assert.ok(keywords.length > 0);
    });
  }

  for (const name of imported) {
    it(`${name} has right types behind every entry (attw, ESM only)`, async () => {
      const data = createPackageFromTarballData(new Uint8Array(readFileSync(tarballs[name] ?? '')));
      const result = await checkPackage(data, { entrypoints: entriesOf(name) });
      assert.ok(result.types);
      assert.ok('problems' in result);
      // What `attw --profile esm-only` passes over: resolution as before Node 12, and `require`.
      const problems = result.problems.filter(
        (problem) =>
          !('resolutionKind' in problem) || !/^(node10|node16-cjs)$/.test(problem.resolutionKind),
      );
      assert.deepEqual(problems, []);
    });
  }
});

/** @param {string} contents */
const bundle = (contents) =>
  build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format: 'esm',
    splitting: true,
    outdir: join(folder, 'out'),
    write: false,
    metafile: true,
    logLevel: 'silent',
  });

describe('who installs the packages', () => {
  for (const flags of [
    ['--module', 'ESNext', '--moduleResolution', 'bundler'],
    // The declarations themselves are checked once, above.
    ['--module', 'NodeNext', '--moduleResolution', 'NodeNext', '--skipLibCheck'],
  ]) {
    it(`compiles strictly with ${flags[3]}, and a wrong property does not`, async () => {
      const { code, output } = await run('tsc', ['-p', folder, ...flags]);
      assert.equal(code, 0, output);
    });
  }

  for (const [compiler, example] of [
    ['tsc', 'react'],
    ['vue-tsc', 'vue'],
  ]) {
    it(`compiles as examples/${example} does, templates included`, async () => {
      const { code, output } = await run(compiler ?? '', ['-p', `examples/${example}`]);
      assert.equal(code, 0, output);
    });
  }

  it('imports every entry in Node, where there is no DOM', async () => {
    // The loader watches a page; nothing else needs one.
    const entries = imported.flatMap((name) =>
      entriesOf(name)
        .filter((entry) => entry !== './loader')
        .map((entry) => `@open-info/${name}${entry.slice(1)}`),
    );
    const file = join(folder, 'every-entry.mjs');
    writeFileSync(file, entries.map((entry) => `await import('${entry}');`).join('\n'));
    const { code, output } = await run(process.execPath, [file]);
    assert.deepEqual({ code, output }, { code: 0, output: '' });
  });

  it('bundles all of them, with what they fetch later', async () => {
    const { warnings } = await bundle("import '@open-info/elements/all';");
    assert.deepEqual(warnings, []);
  });

  it('bundles one element without the others', async () => {
    const { metafile } = await bundle("import '@open-info/elements/policy-card/define';");
    const drawn = entriesOf('elements')
      .map((entry) => /^\.\/([\w-]+)\/define$/.exec(entry)?.[1] ?? '')
      .filter((name) => name !== '')
      .filter((name) =>
        Object.keys(metafile.inputs).some((file) => file.includes(`/elements/dist/${name}/`)),
      );
    assert.deepEqual(drawn, ['policy-card']);
  });
});
