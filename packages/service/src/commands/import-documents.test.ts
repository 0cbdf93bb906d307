import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openInfo } from '../../test/command.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-info-documents-cli-'));
});
after(() => rm(folder, { recursive: true }));

const importing = (...args: string[]) => openInfo(folder, 'import', 'documents', ...args);

/** A folder with these pages. */
async function folderOf(name: string, files: Record<string, string>): Promise<string> {
  const path = join(folder, name);
  await mkdir(path);
  for (const [file, content] of Object.entries(files)) await writeFile(join(path, file), content);
  return path;
}

const page = (index: string, more = '') =>
  `<table><tr><th>索引号</th><td>${index}</td><th>发文机关</th><td>区民政局</td></tr><tr><th>成文日期</th><td>2025-01-02</td><th>发布日期</th><td>2025-01-03</td></tr></table><article><h1>关于某事的通知</h1><p>这是一份文件的正文，写得足够长，有二十个字以上。</p>${more}<p>（此件公开发布）</p></article>`;

const oneSentence = (text: string): void => {
  assert.doesNotMatch(text, /\n\s+at |Error:/);
  assert.ok(text.trim().split('\n').length <= 2, text);
};

test('what cannot be read ends with 1 and one sentence', async () => {
  const absent = await importing(join(folder, 'absent'));
  assert.equal(absent.code, 1);
  assert.match(absent.err, /无法读取 .*absent，请检查路径。/);
  oneSentence(absent.err);

  const bare = await folderOf('bare', { 'readme.txt': '没有文件' });
  const empty = await importing(bare);
  assert.equal(empty.code, 1);
  assert.match(empty.err, /bare 中没有可以导入的文件：应有 \.html、\.htm、\.docx 或 \.json。/);
  oneSentence(empty.err);
});

test('a folder of which nothing is right ends with 1, each fault by its file and field', async () => {
  const wrong = await folderOf('wrong', {
    'a.html': '<article><h1>没有索引号的通知</h1><p>这是一份文件的正文，写得足够长。</p></article>',
    'b.docx': '不是 Word 文件',
    'c.json': '[]',
  });
  const { code, out, err } = await importing(wrong);
  assert.equal(code, 1);
  assert.match(out, /读到文件 3 份，拒绝 3 份/);
  assert.match(out, /拒绝：a\.html（没有索引号的通知）：索引号 indexNumber：缺少/);
  assert.match(out, /拒绝：b\.docx：正文 body：不是可以读取的 DOCX 文件/);
  assert.match(out, /拒绝：c\.json/);
  assert.match(err, /wrong 中没有一份文件可以导入/);
  oneSentence(err);
});

test('a folder partly right ends with 2: the rest is in, and a second time changes nothing', async () => {
  const half = await folderOf('half', {
    'a.html': page('T/1').replace('2025-01-02', '很久以前'),
    'b.html': page('T/2', '<script>steal()</script>'),
    'c.html': page('T/3'),
    'd.json': JSON.stringify({ title: '缺了许多', indexNumber: 'T/4' }),
    'e.html': page('T/5'),
    'e.json': JSON.stringify({ issuers: [{ organId: 'nobody' }] }),
  });
  const dry = await importing(half, '--dry-run');
  assert.equal(dry.code, 2);
  assert.match(dry.out, /试运行，未写入。将会：新增 2，调整 0，不变 0/);
  const first = await importing(half);
  assert.equal(first.code, 2);
  assert.match(first.out, /读到文件 5 份，拒绝 3 份/);
  assert.match(first.out, /拒绝：a\.html（关于某事的通知）：成文日期 issuedOn/);
  assert.match(first.out, /拒绝：d\.json（缺了许多）：/);
  // It comes after others that were refused, and is still named by its own file.
  assert.match(
    first.out,
    /拒绝：e\.html（关于某事的通知）：发文机关 issuers\.0\.organId：没有“nobody”/,
  );
  assert.match(first.out, /已导入：新增 2，调整 0，不变 0/);
  assert.match(first.out, /略去：b\.html：脚本 1 处/);
  assert.equal(first.err, '');
  const second = await importing(half);
  assert.match(second.out, /已导入：新增 0，调整 0，不变 2/);
  assert.equal(second.code, 2);
});

test('a folder that is right ends with 0', async () => {
  const right = await folderOf('right', { 'a.html': page('R/1') });
  const { code, out, err } = await importing(right);
  assert.deepEqual([code, err], [0, '']);
  assert.match(out, /读到文件 1 份，拒绝 0 份/);
});
