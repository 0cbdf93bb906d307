import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { textOfBlocks } from '@open-info/contract/blocks';
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

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const line = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const textOf = ({ blocks }: Awaited<ReturnType<typeof blocksFromDocx>>) => textOfBlocks(blocks);

test('hidden text is not taken in, and told as left out', async () => {
  const styles = {
    name: 'word/styles.xml',
    content: Buffer.from(
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Deeper"><w:name w:val="Deeper"/><w:basedOn w:val="Secret"/></w:style><w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:vanish w:val="true"/></w:rPr></w:style></w:styles>',
    ),
  };
  const styled = (id: string) => `<w:rStyle w:val="${id}"/>`;
  const page = await blocksFromDocx(
    docxOf(
      [
        line(run('看得见，'), run('看不见一', '<w:vanish/>'), run('也看得见。')),
        line(run('看不见二', styled('Secret')), run('看不见三', styled('Deeper'))),
        line(run('关掉了的仍看得见。', `${styled('Secret')}<w:vanish w:val="0"/>`)),
        `<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>${run('看不见四')}</w:p>`,
        `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('只有段落标记隐藏。')}</w:p>`,
        `<w:p><w:r><w:rPr><w:rPrChange w:id="1" w:author="a"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>从前隐藏过。</w:t></w:r></w:p>`,
        `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${line(run('看不见五'))}</w:tc></w:tr><w:tr><w:tc>${line(run('看得见的行'))}</w:tc></w:tr></w:tbl>`,
      ].join(''),
      [styles],
    ),
  );
  const text = textOf(page);
  assert.doesNotMatch(text, /看不见/);
  for (const seen of [
    '看得见，也看得见。',
    '关掉了的仍看得见。',
    '只有段落标记隐藏。',
    '从前隐藏过。',
    '看得见的行',
  ]) {
    assert.ok(text.includes(seen), seen);
  }
  const hidden = page.dropped.find(({ kind }) => kind === 'hidden');
  assert.deepEqual([hidden?.count, hidden?.examples[0]], [5, '看不见一']);
});

test('text a revision has deleted, and comments, are not taken in, and told as left out', async () => {
  const change = 'w:id="1" w:author="张三" w:date="2026-01-01T00:00:00Z"';
  const moved = (tag: string) => `<w:${tag} ${change}>${run('移动的话。')}</w:${tag}>`;
  const comments = {
    name: 'word/comments.xml',
    content: Buffer.from(
      `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment ${change}>${line(run('领导的批示'))}</w:comment></w:comments>`,
    ),
  };
  const related = {
    name: 'word/_rels/document.xml.rels',
    content: Buffer.from(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
    ),
  };
  const page = await blocksFromDocx(
    docxOf(
      [
        line(
          run('补贴'),
          `<w:del ${change}><w:r><w:delText>五百元</w:delText></w:r></w:del>`,
          `<w:ins ${change}>${run('六百元')}</w:ins>`,
          '<w:commentRangeStart w:id="1"/>',
          run('每月。'),
          '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
        ),
        line(moved('moveFrom')),
        line(run('后面：'), moved('moveTo')),
      ].join(''),
      [comments, related],
    ),
  );
  assert.equal(textOf(page), '补贴六百元每月。\n后面：移动的话。');
  assert.deepEqual(page.dropped, [
    { kind: 'deleted', count: 1, examples: ['五百元'] },
    { kind: 'comment', count: 1, examples: [] },
  ]);
});

test('a field whose marks are hidden leaves the text after it', async () => {
  const mark = (kind: string) =>
    `<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const index = `${mark('begin')}<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE "补贴"</w:instrText></w:r>${mark('end')}`;
  assert.equal(textOf(await blocksFromDocx(docxOf(line(index, run('正文。'))))), '正文。');
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
