import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { MatterSchema } from '@open-info/contract/matters';
import { openInfo as runCommand } from '../../test/command.ts';
import { bundle, material, matter } from '../../test/matters.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { importMatters } from '../matters/import-file.ts';
import { seedRegistry } from '../seed.ts';

const blankForm = Buffer.from('%PDF-1.7\n空白表格\n%%EOF\n');

let folder: string;
let running: TestService;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-info-matters-'));
  await mkdir(join(folder, 'forms'));
  await writeFile(join(folder, 'forms', '申请表.pdf'), blankForm);
  await writeFile(join(folder, 'forms', 'program.bin'), Buffer.from([0, 1, 2, 3]));
  running = await startTestService({ now: () => new Date('2026-11-23T10:00:00+08:00') });
  await seedRegistry(running.service);
});
after(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

async function file(name: string, document: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof document === 'string' ? document : JSON.stringify(document));
  return path;
}

const form = { path: 'forms/申请表.pdf' };
const withForm = (id: string) =>
  matter(id, { materials: [material('form', { key: 'form', files: [form] })] });

test('the same file again changes nothing; a changed record changes alone', async () => {
  const first = await file('all.json', { items: [withForm('one'), withForm('two')] });
  assert.deepEqual(
    (await importMatters(running.service, first)).added.map(({ id }) => id),
    ['one', 'two'],
  );
  const again = await importMatters(running.service, first);
  assert.deepEqual([again.added, again.changed, again.unchanged], [[], [], 2]);
  const before = running.service.published.dataVersion;
  assert.equal((await importMatters(running.service, first)).unchanged, 2);
  assert.equal(running.service.published.dataVersion, before);
  const second = await file('new.json', [
    { ...withForm('one'), version: '2', contents: undefined },
  ]);
  const changed = await importMatters(running.service, second);
  assert.deepEqual(
    changed.changed.map(({ id }) => id),
    ['one'],
  );
});

test('a blank form is offered by the matter and by the 一件事 it belongs to, once', async () => {
  const path = await file('bundle.json', [
    withForm('one'),
    withForm('two'),
    bundle('both', ['one', 'two']),
  ]);
  assert.deepEqual((await importMatters(running.service, path)).refused, []);
  const answer = await fetch(`${running.url}/api/v1/matters/both`);
  const { materials } = MatterSchema.parse(await answer.json());
  assert.equal(materials.length, 1);
  const [attachment, ...others] = materials[0]?.files ?? [];
  assert.deepEqual(others, []);
  assert.deepEqual(
    [attachment?.name, attachment?.type, attachment?.size],
    ['申请表.pdf', 'application/pdf', blankForm.length],
  );
  for (const id of ['both', 'one']) {
    const got = await fetch(`${running.url}/api/v1/matters/${id}/files/${attachment?.id ?? ''}`);
    assert.equal(got.status, 200);
    assert.deepEqual(Buffer.from(await got.arrayBuffer()), blankForm);
  }
  assert.equal((await fetch(`${running.url}/api/v1/matters/one/files/none`)).status, 404);
});

test('refuses a record by field, and takes the others', async () => {
  const question = {
    id: 'q',
    text: '问',
    options: [
      { id: 'a', label: '甲' },
      { id: 'b', label: '乙' },
    ],
  };
  const wrong: Record<string, [record: object, field: RegExp]> = {
    organ: [matter('w1', { organ: '没有的局' }), /^organ$/],
    conditions: [matter('w2', { conditions: [] }), /^conditions$/],
    materials: [matter('w3', { materials: undefined }), /^materials$/],
    question: [
      matter('w4', { materials: [material('m', { when: [{ question: 'q', is: ['a'] }] })] }),
      /^materials\.0\.when\.0\.question$/,
    ],
    option: [
      matter('w5', {
        questions: [question],
        materials: [material('m', { when: [{ question: 'q', is: ['c'] }] })],
      }),
      /^materials\.0\.when\.0\.is$/,
    ],
    order: [
      matter('w6', { questions: [{ ...question, when: [{ question: 'q', is: ['a'] }] }] }),
      /^questions\.0\.when\.0\.question$/,
    ],
    part: [bundle('w7', ['one', 'nowhere']), /^parts\.1$/],
    nested: [bundle('w8', ['both']), /^parts\.0$/],
    hours: [
      matter('w9', {
        offices: [
          {
            id: 'o',
            name: '厅',
            address: '路',
            hours: [{ days: ['workday'], from: '17:00', to: '9:00' }],
          },
        ],
      }),
      /^offices\.0\.hours\.0\.to$/,
    ],
    file: [
      matter('w10', { materials: [material('m', { files: [{ path: '../../etc/hosts' }] })] }),
      /^materials\.0\.files\.0\.path$/,
    ],
    kind: [
      matter('w11', { materials: [material('m', { files: [{ path: 'forms/program.bin' }] })] }),
      /^materials\.0\.files\.0\.path$/,
    ],
    twice: [matter('w12', { materials: [material('m'), material('m')] }), /^materials\.1\.id$/],
    taken: [matter('w13', { code: 'TEST-one' }), /^id$/],
    link: [matter('w14', { onlineUrl: 'javascript:alert(1)' }), /^onlineUrl$/],
    unknown: [{ ...matter('w15'), nonsense: 1 }, /^nonsense$/],
  };
  const path = await file('wrong.json', [
    ...Object.values(wrong).map(([record]) => record),
    matter('fine'),
    null,
  ]);
  const { refused, added } = await importMatters(running.service, path);
  assert.deepEqual(
    added.map(({ id }) => id),
    ['fine'],
  );
  Object.entries(wrong).forEach(([name, [, field]], index) => {
    const found = refused.find(({ place }) => place === index + 1);
    assert.ok(
      found?.faults.some((fault) => field.test(fault.field)),
      `${name}: ${JSON.stringify(found)}`,
    );
    for (const { expected } of found?.faults ?? []) assert.ok(expected?.zh && expected.en, name);
  });
  assert.equal(refused.length, Object.keys(wrong).length + 1);
});

test('the command says what it did and ends with 0, 2 or 1', async () => {
  const seeded = await runCommand(folder, 'import', 'calendar', '--help');
  assert.equal(seeded.code, 0);
  const organless = await file('cli.json', [matter('one', { organ: '没有的局' })]);
  const none = await runCommand(folder, 'import', 'matters', organless);
  assert.equal(none.code, 1);
  assert.match(none.out, /拒绝：第 1 个（one办理）：实施主体 organ：没有“没有的局”这个机关/);
  assert.match(none.err, /没有一个事项可以导入/);
  const garbled = await runCommand(folder, 'import', 'matters', await file('no.json', '{'));
  assert.equal(garbled.code, 1);
  assert.match(garbled.err, /应为 UTF-8 编码的 JSON 文件/);
});
