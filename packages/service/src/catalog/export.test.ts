import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as xlsx from '@e965/xlsx';
import {
  exportFormats,
  type CatalogExportQuery,
  type CatalogItem,
} from '@open-info/contract/catalog';
import { parse } from 'csv-parse/sync';
import { startTestService, type TestService } from '../../test/service.ts';
import { applyEdition } from './editions.ts';
import { exportCatalog } from './export.ts';
import { importFile } from './import/import-file.ts';

let folder: string;
let running: TestService;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-info-export-'));
  running = await startTestService({
    seeded: true,
    itemUrl: 'https://www.example.gov.cn/zwgk/{id}.html',
  });
});
after(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

async function bytesOf(query: CatalogExportQuery): Promise<{ name: string; bytes: Buffer }> {
  const { body, fileName } = await exportCatalog(running.service, query);
  const chunks: Buffer[] = [];
  const parts = typeof body === 'string' || body instanceof Uint8Array ? [body] : body;
  for await (const part of parts) chunks.push(Buffer.from(part as Uint8Array));
  return { name: fileName, bytes: Buffer.concat(chunks) };
}

function csvRows(bytes: Buffer): string[][] {
  return parse(bytes, { bom: true });
}

/** Cells of the first sheet, as typed values and not as shown. */
function cellsOf(bytes: Buffer): xlsx.CellObject[][] {
  const book = xlsx.read(bytes, { dense: true });
  return book.Sheets[book.SheetNames[0] ?? '']?.['!data'] ?? [];
}

for (const format of exportFormats) {
  test(`what is exported as ${format} and imported again changes nothing`, async () => {
    const { name, bytes } = await bytesOf({ format });
    const path = join(folder, name);
    await writeFile(path, bytes);
    const { outcome, refused } = await importFile(running.service, path, { complete: true });
    assert.deepEqual(refused, []);
    assert.equal(outcome.unchanged, 200);
    assert.deepEqual(outcome.changes, []);
    assert.equal(outcome.version, undefined);
  });
}

test('JSON carries the items whole, with provenance and the date of the data', async () => {
  const { name, bytes } = await bytesOf({ format: 'json', field: ['elderly-care'] });
  assert.match(name, /^政务公开事项标准目录-\d{4}-\d\d-\d\d\.json$/);
  const document = JSON.parse(bytes.toString('utf8')) as {
    title: string;
    asOf: string;
    updatedAt: string;
    items: CatalogItem[];
  };
  assert.equal(document.title, '江汉区政务公开事项标准目录');
  assert.equal(document.updatedAt, running.service.published.updatedAt);
  assert.equal(document.items.length, 10);
  assert.ok(document.items.every(({ provenance }) => provenance.note));
});

test('CSV has a byte order mark and the official columns with their marks', async () => {
  const { bytes } = await bytesOf({ format: 'csv', field: ['social-assistance'] });
  // A cell of several lines is one cell to every program only when it is quoted (RFC 4180).
  const unquoted = bytes.toString('utf8').replaceAll(/"(?:[^"]|"")*"/g, '');
  assert.doesNotMatch(unquoted, /[^\r]\n/);
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const [heading = [], first = []] = csvRows(bytes);
  assert.deepEqual(heading.slice(0, 10), [
    '序号',
    '领域',
    '一级事项',
    '二级事项',
    '三级事项',
    '公开内容（要素）',
    '公开依据',
    '公开时限',
    '公开主体',
    '公开渠道和载体',
  ]);
  const cell = (name: string) => first[heading.indexOf(name)];
  assert.equal(cell('公开渠道和载体'), '■政府网站\n■公开查阅点\n■政务服务中心');
  assert.equal(cell('全社会'), '√');
  assert.equal(cell('依申请公开'), '');
  assert.equal(cell('资料来源'), '已公布网页');
  assert.match(cell('数据截至') ?? '', /^\d{4}-\d\d-\d\d/);
});

test('the workbook has the heading of the official table in merged cells', async () => {
  const { bytes } = await bytesOf({ format: 'xlsx' });
  const book = xlsx.read(bytes);
  const sheet = book.Sheets['目录'];
  assert.equal((sheet?.A1 as xlsx.CellObject).v, '江汉区政务公开事项标准目录');
  assert.match(String((sheet?.A2 as xlsx.CellObject).v), /^数据截至：\d{4}-\d\d-\d\d/);
  const merges = (sheet?.['!merges'] ?? []).map((range) => xlsx.utils.encode_range(range));
  assert.ok(merges.includes('C3:E3'), '公开事项 over its three levels');
  assert.ok(merges.includes('A3:A4'), '序号 over both rows');
  const headings = cellsOf(bytes)
    .slice(2, 4)
    .map((row) => row.map((cell) => cell.v));
  assert.equal(headings[0]?.[2], '公开事项');
  assert.equal(headings[1]?.[2], '一级事项');
  assert.equal(headings[0][10], '公开对象');
  assert.equal(headings[1][11], '特定群体（请写明）');
});

test('text that looks like a formula stays text in CSV and workbook, and comes back as it was', async () => {
  const evil = ['=HYPERLINK("http://evil.example")', '+1+1', '-2', '@SUM(A1)', ' =1', '"=1', '＝1'];
  const own = await startTestService();
  try {
    const rows = evil.map((text, index) => ({
      field: '救灾',
      level1: '救灾准备',
      level2: `事项${String(index)}`,
      level3: '',
      content: [text],
      basis: [text],
      timeLimit: text,
      subject: text,
      channels: [{ name: '政府网站', required: true }],
      audiences: [{ scope: 'specific', note: text }],
      methods: ['proactive'],
      extensions: { '=cmd|heading': text },
    }));
    const options = { title: '=cmd', effectiveFrom: '2026-01-01', source: '=cmd' };
    await applyEdition(own.service, rows, options);
    for (const format of ['csv', 'xlsx'] as const) {
      const answer = await exportCatalog(own.service, { format });
      const chunks: Buffer[] = [];
      for await (const part of answer.body as AsyncIterable<Uint8Array>)
        chunks.push(Buffer.from(part));
      const bytes = Buffer.concat(chunks);
      const cells =
        format === 'csv'
          ? csvRows(bytes).flat()
          : cellsOf(bytes)
              .flat()
              .map((cell) => {
                assert.equal(cell.f, undefined);
                assert.equal(cell.t, 's');
                return String(cell.v);
              });
      for (const cell of cells) assert.doesNotMatch(cell, /^[\s"]*[=+\-@＝]/u);
      const path = join(folder, answer.fileName);
      await writeFile(path, bytes);
      const { outcome } = await importFile(own.service, path, {});
      assert.equal(outcome.unchanged, evil.length, JSON.stringify(outcome.changes));
    }
  } finally {
    await own.close();
  }
});

test('reads the catalog as of a date: nothing before the first edition', async () => {
  const { bytes } = await bytesOf({ format: 'csv', asOf: '2025-12-31' });
  assert.equal(csvRows(bytes).length, 1);
});

test('a wrong filter is refused before the answer begins', async () => {
  await assert.rejects(
    exportCatalog(running.service, { format: 'csv', field: ['no-such-field'] }),
    { name: 'ProblemError', code: 'bad-query' },
  );
});

for (const [format, type] of [
  ['json', 'application/json'],
  ['csv', 'text/csv; charset=utf-8'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]) {
  test(`over HTTP ${String(format)} is a download with a dated Chinese name`, async () => {
    const url = `${running.url}/api/v1/catalog/export?format=${String(format)}&field=elderly-care`;
    const answer = await fetch(url);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), type);
    const name = /filename\*=UTF-8''(\S+)/.exec(answer.headers.get('content-disposition') ?? '');
    assert.match(
      decodeURIComponent(name?.[1] ?? ''),
      new RegExp(`^政务公开事项标准目录-\\d{4}-\\d\\d-\\d\\d\\.${String(format)}$`),
    );
    assert.ok((await answer.arrayBuffer()).byteLength > 1_000);
  });
}
