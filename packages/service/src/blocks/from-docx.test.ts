import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { docxOf, zipOf } from '../../test/zip.ts';
import { blocksFromDocx, DocxError } from './from-docx.ts';

const example = new URL('../../../../examples/imports/documents/zhaosheng.docx', import.meta.url);

const refusedAs = (pattern: RegExp) => (error: unknown) =>
  error instanceof DocxError && pattern.test(error.words.zh);

test('a Word document: headings, table, alignment, number, date and stamp', async () => {
  const { blocks, title, metadata } = await blocksFromDocx(readFileSync(example));
  assert.equal(title, '示例区教育局关于做好2025年义务教育阶段学校招生入学工作的通知');
  assert.deepEqual(metadata, {
    documentNumber: '示例教发〔2025〕12号',
    issuedOn: '2025-04-28',
    stamp: 'open',
  });
  const table = blocks.find(({ kind }) => kind === 'table');
  assert.deepEqual(table?.rows?.[2]?.[0]?.columns, 2);
  assert.deepEqual(
    blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text?.[0]?.text),
    ['招生范围', '报名时间'],
  );
  assert.equal(blocks.filter(({ align }) => align === 'end').length, 2);
});

test('links that could run are dropped from Word documents too', async () => {
  const field = (target: string) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "${target}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>链接</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  const { blocks, dropped } = await blocksFromDocx(
    docxOf(field('javascript:alert(1)') + field('https://www.example.gov.cn/')),
  );
  assert.deepEqual(
    blocks.map(({ text }) => text),
    [[{ text: '链接' }], [{ text: '链接', href: 'https://www.example.gov.cn/' }]],
  );
  assert.equal(dropped[0]?.kind, 'unsafeLink');
});

test('a bomb is refused by what its directory states', async () => {
  const bomb = { name: 'word/bomb.xml', content: Buffer.alloc(200 * 1024 * 1024, 'a') };
  await assert.rejects(blocksFromDocx(docxOf('', [bomb])), refusedAs(/解压后过大/));
});

test('a bomb whose directory lies is refused while it is inflated', async () => {
  const bomb = { name: 'word/bomb.bin', content: Buffer.alloc(60 * 1024 * 1024), stated: 1_000 };
  await assert.rejects(blocksFromDocx(docxOf('', [bomb])), refusedAs(/不是可以读取的 DOCX/));
});

test('what is no Word document, and one nested without end, are refused in words', async () => {
  await assert.rejects(blocksFromDocx(new Uint8Array(1000)), refusedAs(/另存为/));
  const other = zipOf([{ name: 'a.txt', content: Buffer.from('x') }]);
  await assert.rejects(blocksFromDocx(other), refusedAs(/另存为/));
  const deep = docxOf('<w:sdt><w:sdtContent>'.repeat(100_000));
  await assert.rejects(blocksFromDocx(deep), DocxError);
});
