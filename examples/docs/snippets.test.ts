import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { root } from '../../scripts/lib/root.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { startHost, type Host } from '../embedding/host.ts';
import {
  allBlocks,
  blocksOf,
  documents,
  frameworkLanguages,
  languages,
  textOf,
  type Block,
} from './blocks.ts';
import { jsonFaults } from './json.ts';
import { cssFaults, htmlFaults, pageScriptFaults, type Ground } from './pages.ts';
import { compilerFaults, isForPages, nodeFaults } from './scripts.ts';
import { shellFaults } from './shell.ts';

const blocks = allBlocks();
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** Blocks nothing runs, by file, with the reason that stands there. */
const notRun: Record<string, string[]> = { 'docs/architecture.md': ['a drawing'] };

let browser: Browser;
let host: Host;
let service: Awaited<ReturnType<typeof startService>>;
let ground: Ground;

before(async () => {
  host = await startHost();
  const systems = [
    { id: 'hall', name: '统一受理平台', organs: ['administrative-approval'], secrets: [secret] },
  ];
  service = await startService([
    ...['--frame-ancestors', host.origin, '--write-origins', host.origin],
    ...['--exchange', JSON.stringify({ systems })],
    ...['--subscription-url', `${host.origin}/follow.html`],
  ]);
  browser = await launchChromium();
  const [, policy = ''] = blocksIn('docs/csp.md', 'csp');
  ground = { browser, host, serviceUrl: service.url, policy: policy.replaceAll('\n', ' ') };
});

after(async () => {
  await browser.close();
  await service.close();
  host.close();
});

const blocksIn = (file: string, language: string): string[] =>
  blocks.filter((one) => one.file === file && one.language === language).map(({ code }) => code);

const isRun = ({ notes }: Block) => notes['not run'] === undefined;

/** Blocks of a language that run by themselves. */
const runnable = (...wanted: string[]) =>
  blocks.filter((one) => wanted.includes(one.language) && isRun(one) && !one.notes.file);

/** Faults with where they are, of one block after the other. */
async function each(
  of: readonly Block[],
  judge: (block: Block) => string[] | Promise<string[]>,
): Promise<string[]> {
  const said: string[] = [];
  for (const block of of) {
    const faults = await judge(block);
    said.push(...faults.map((fault) => `${block.place}: ${fault}`));
  }
  assert.ok(of.length > 0, 'there is none');
  return said;
}

/** The last block of HTML before a script, in the same document. */
function pageOf(block: Block): string {
  const earlier = blocks.slice(0, blocks.indexOf(block));
  const near = earlier.filter(({ file, language }) => file === block.file && language === 'html');
  return near.at(-1)?.code ?? '<oi-stamp attribute="open"></oi-stamp>';
}

const { ts, js } = { ts: runnable('ts'), js: runnable('js') };

describe('code in the documents', () => {
  test('is of a kind that is run, and what is not run says why', () => {
    const unknown = blocks
      .filter(isRun)
      .filter(({ language }) => !languages.some((one) => one === language))
      .filter(({ language, notes }) => !notes.file || !frameworkLanguages.includes(language));
    assert.deepEqual(
      unknown.map(({ place, language }) => `${place}: "${language}"`),
      [],
    );
    const excused: Record<string, string[]> = {};
    for (const { file, notes } of blocks.filter((one) => !isRun(one)))
      (excused[file] ??= []).push(notes['not run'] ?? '');
    assert.deepEqual(excused, notRun);
  });

  test('in HTML shows what it says, on a page of another origin under the policy of docs/csp.md', async () => {
    assert.deepEqual(await each(runnable('html'), (block) => htmlFaults(ground, block)), []);
  });

  test('in CSS is read and changes something', async () => {
    assert.deepEqual(await each(runnable('css'), (block) => cssFaults(ground, block)), []);
  });

  test('in TypeScript compiles, in JavaScript parses', () => {
    const faults = compilerFaults([...ts, ...js]);
    assert.deepEqual(
      [...faults].filter(([, said]) => said.length > 0),
      [],
    );
  });

  test('runs on Node against the service and gives what its comments say', async () => {
    const settings = { SERVICE: service.url, SECRET: secret };
    const here = [...ts, ...js].filter((block) => !isForPages(block));
    assert.deepEqual(await each(here, (block) => nodeFaults(block, service.url, settings)), []);
  });

  test('runs on the page above it', async () => {
    const there = [...ts, ...js].filter(isForPages);
    assert.deepEqual(
      await each(there, (block) => pageScriptFaults(ground, block, pageOf(block))),
      [],
    );
    assert.deepEqual(host.posted, ['{"name":"oi-catalog-searched","total":3,"chosen":1}']);
  });

  test('for the shell calls commands that are there, with flags they know', async () => {
    assert.deepEqual(await each(runnable('sh'), ({ code }) => shellFaults(code)), []);
  });

  test('in JSON matches its schema', async () => {
    assert.deepEqual(await each(runnable('json'), jsonFaults), []);
  });

  test('shown as part of a file stands in that file', () => {
    const shown = blocks.filter(({ notes }) => notes.file !== undefined);
    const plain = (code: string) => code.replaceAll(/\s+|,(?=\s*[\])}])/g, '');
    for (const { place, code, notes } of shown)
      assert.ok(plain(textOf(notes.file ?? '')).includes(plain(code)), place);
    assert.ok(shown.length > 0);
  });

  test('and the strictest policy is the one the service gives its pages', async () => {
    const [strictest = ''] = blocksIn('docs/csp.md', 'csp');
    const { headers } = await fetch(`${service.url}/embed/frame/policy-list`);
    const given = (headers.get('content-security-policy') ?? '').split('; ');
    for (const directive of strictest.trim().split(/;\s*/).slice(1))
      assert.ok(given.includes(directive), directive);
  });
});

describe('links of the documents', () => {
  /** Anchors as GitHub makes them of headings. */
  const anchorsOf = (file: string) =>
    [...textOf(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
        .replaceAll(' ', '-'),
    );

  test('lead to files and headings that are there', () => {
    const faults = documents.flatMap((file) =>
      [...textOf(file).matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, link = '']) => link)
        .filter((link) => !/^\w+:/.test(link))
        .filter((link) => {
          const [path = '', anchor] = link.split('#');
          const target = path === '' ? file : join(dirname(file), path);
          if (!existsSync(join(root, target))) return true;
          return anchor !== undefined && !anchorsOf(target).includes(decodeURI(anchor));
        })
        .map((link) => `${file}: ${link}`),
    );
    assert.deepEqual(faults, []);
  });
});

describe('a block that is not right is found', () => {
  const block = (language: string, code: string): Block =>
    blocksOf('sample.md', `# Sample\n\n\`\`\`${language}\n${code}\n\`\`\`\n`)[0]!;

  test('in HTML', async () => {
    const wrong = [
      '<oi-policy-card policy-id="there-is-none"></oi-policy-card>',
      '<oi-deadline-clock received-on="tomorrow"></oi-deadline-clock>',
      '<oi-stamp attribute="open" onclick="void 0"></oi-stamp>',
      '<p>There is no element.</p>',
    ];
    for (const code of wrong)
      assert.notDeepEqual(await htmlFaults(ground, block('html', code)), []);
  });

  test('in CSS', async () => {
    for (const code of ['oi-nothing { color: red; }', 'oi-stamp { --oi-colour-accent: red; }'])
      assert.notDeepEqual(await cssFaults(ground, block('css', code)), []);
  });

  test('in TypeScript and JavaScript', async () => {
    const wrong = [
      block('ts', "import { nobody } from '@open-info/sdk';"),
      { ...block('ts', 'const count: number = "three";'), place: 'sample.md:4' },
      { ...block('js', 'const = 3;'), place: 'sample.md:5' },
    ];
    const said = [...compilerFaults(wrong).values()];
    assert.deepEqual(
      said.map(({ length }) => length > 0),
      [true, true, true],
    );
    const false1 = block('ts', 'const sum = { of: 3 };\nsum.of; // 4');
    const false2 = block('ts', 'console.log(3); // 4');
    for (const one of [false1, false2]) assert.notDeepEqual(await nodeFaults(one, service.url), []);
    const thrown = block('js', "document.querySelector('oi-nothing').hidden = true;");
    assert.notDeepEqual(await pageScriptFaults(ground, thrown, pageOf(thrown)), []);
  });

  test('for the shell and in JSON', () => {
    const wrong = [
      'npm run nothing',
      'npx open-info serve --no-such-flag on',
      'npx open-info import catalog',
      'npm start -- --porto 9000',
      'node examples/nothing.ts',
      'curl "$API/desk/nothing"',
      'curl "$API/desk/requests?due=someday"',
      'frobnicate --all',
    ];
    for (const code of wrong) assert.notDeepEqual(shellFaults(code), [], code);
    const order = '{ "channel": "email" }';
    assert.notDeepEqual(jsonFaults({ code: order, notes: { schema: 'order' } }), []);
    assert.notDeepEqual(jsonFaults({ code: '{', notes: { schema: 'order' } }), []);
    assert.notDeepEqual(jsonFaults({ code: '{}', notes: {} }), []);
  });
});
