import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { ProblemSchema, type Problem } from '@open-info/contract/problem';
import { UploadSchema, type Upload } from '@open-info/contract/uploads';
import { startTestService, type TestService } from '../../test/service.ts';
import { ProblemError } from '../http/problem.ts';
import { safeName, fileKinds, uploadRules } from './kinds.ts';
import {
  eraseAttachments,
  eraseExpiredUploads,
  listAttachments,
  openAttachment,
  takeUploads,
} from './store.ts';

let service: TestService;
let today = new Date('2026-11-23T09:00:00+08:00');
before(async () => {
  service = await startTestService({ now: () => today });
});
after(() => service.close());

const pdf = Buffer.from(
  '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n',
  'latin1',
);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const zip = Buffer.concat([
  Buffer.from('504b0304140000000800', 'hex'),
  Buffer.alloc(16),
  Buffer.from('0800', 'hex'),
  Buffer.from('0000', 'hex'),
  Buffer.from('bomb.bin'),
  randomBytes(500),
]);
const ofd = Buffer.concat([
  Buffer.from('504b03040a0000000000', 'hex'),
  Buffer.alloc(16),
  Buffer.from('0700', 'hex'),
  Buffer.from('0000', 'hex'),
  Buffer.from('OFD.xml'),
  Buffer.from('<ofd:OFD/>'),
]);

function upload(content: Uint8Array, name: string, field = 'file'): Promise<Response> {
  const form = new FormData();
  form.append(field, new Blob([content as Uint8Array<ArrayBuffer>]), name);
  return fetch(`${service.url}/api/v1/uploads`, { method: 'POST', body: form });
}

async function uploaded(content: Uint8Array, name: string): Promise<Upload> {
  const response = await upload(content, name);
  const body: unknown = await response.json();
  assert.equal(response.status, 200, JSON.stringify(body));
  const read = UploadSchema.safeParse(body);
  assert.ok(read.success);
  return read.data;
}

async function refused(response: Response, status: number): Promise<Problem> {
  assert.equal(response.status, status);
  const read = ProblemSchema.safeParse(await response.json());
  assert.ok(read.success);
  return read.data;
}

const countRows = async () => {
  const rows = await service.service.db.selectFrom('uploads').select('id').execute();
  return rows.length;
};

describe('uploads', () => {
  test('a file is what its content says', async () => {
    for (const [content, name, type] of [
      [pdf, '申请材料.pdf', 'application/pdf'],
      [png, '扫描件.png', 'image/png'],
      [ofd, '公文.ofd', 'application/ofd'],
      [Buffer.from('关于公开的申请'), '说明.txt', 'text/plain'],
    ] as const) {
      const held = await uploaded(content, name);
      assert.deepEqual([held.name, held.type, held.size], [name, type, content.length]);
    }
    assert.deepEqual((await uploaded(png, '身份证.pdf')).name, '身份证.pdf.png');
  });

  test('what is not taken is refused by name, and nothing of it stays', async () => {
    const before = await countRows();
    for (const [content, name] of [
      [zip, '压缩炸弹.pdf'],
      [Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0', 'latin1'), 'setup.pdf'],
      [Buffer.from('<script>\0</script>'), 'page.txt'],
      [Buffer.alloc(0), '空.pdf'],
    ] as const) {
      const problem = await refused(await upload(content, name), 400);
      assert.equal(problem.code, 'bad-body');
      assert.equal(problem.errors?.[0]?.field, 'file');
      assert.match(problem.errors[0].expected ?? '', /PDF/);
    }
    assert.equal(await countRows(), before);
  });

  test('more than 10 MB is cut off while it comes in', async () => {
    const before = await countRows();
    const big = Buffer.concat([pdf, randomBytes(uploadRules.maxBytes)]);
    const problem = await refused(await upload(big, '大文件.pdf'), 413);
    assert.equal(problem.errors?.[0]?.expected, '不超过 10 MB');
    assert.equal(await countRows(), before);
    // The same without a length in front.
    const boundary = 'x-boundary';
    const status = await new Promise<number>((resolve, reject) => {
      const outgoing = request(
        `${service.url}/api/v1/uploads`,
        {
          method: 'POST',
          headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
        },
        (incoming) => {
          incoming.resume();
          resolve(incoming.statusCode ?? 0);
        },
      );
      outgoing.on('error', reject);
      outgoing.write(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`,
      );
      outgoing.write(big);
      outgoing.end(`\r\n--${boundary}--\r\n`);
    });
    assert.equal(status, 413);
    assert.equal(await countRows(), before);
    assert.equal((await uploaded(pdf, '之后.pdf')).name, '之后.pdf');
  });

  test('exactly 10 MB is taken', async () => {
    const rest = Buffer.alloc(uploadRules.maxBytes - pdf.length, 32);
    const held = await uploaded(Buffer.concat([pdf, rest]), '正好.pdf');
    assert.equal(held.size, uploadRules.maxBytes);
  });

  test('a form without a file, or another body, says what to send', async () => {
    const wrongField = await refused(await upload(pdf, 'a.pdf', 'document'), 400);
    assert.match(wrongField.errors?.[0]?.expected ?? '', /名为 file/);
    const url = `${service.url}/api/v1/uploads`;
    const json = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    assert.equal((await refused(json, 415)).code, 'unsupported-media-type');
    const cut = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
      body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7',
    });
    assert.match((await refused(cut, 400)).errors?.[0]?.message ?? '', /没有传完/);
  });

  test('a name is made safe', () => {
    const [asPdf] = fileKinds;
    assert.ok(asPdf);
    const names: [string, string][] = [
      ['../../etc/passwd.pdf', 'passwd.pdf'],
      ['C:\\temp\\申请.pdf', '申请.pdf'],
      ['a\u202efdp.exe', 'afdp.exe.pdf'],
      ['..', '附件.pdf'],
      ['<b>|?*.pdf', '_b____.pdf'],
      ['长'.repeat(300) + '.pdf', `${'长'.repeat(80)}.pdf`],
      ['', '附件.pdf'],
    ];
    for (const [given, safe] of names) assert.equal(safeName(given, asPdf), safe);
  });
});

describe('uploads that a request takes', () => {
  const take = (tokens: string[], number: string) =>
    service.service.db
      .transaction()
      .execute((trx) => takeUploads(trx, tokens, number, 'applicant', today));

  test('are listed, read back, and belong to it alone', async () => {
    const { token } = await uploaded(pdf, '材料.pdf');
    await take([token], '2026-0000001-1');
    const [attachment] = await listAttachments(service.service, '2026-0000001-1', 'applicant');
    assert.ok(attachment);
    assert.equal(attachment.name, '材料.pdf');
    const file = await openAttachment(service.service, '2026-0000001-1', attachment.id);
    assert.equal(file.contentType, 'application/octet-stream');
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.body as AsyncIterable<Uint8Array>) chunks.push(chunk);
    assert.ok(Buffer.concat(chunks).equals(pdf));
    const elsewhere = openAttachment(service.service, '2026-0000002-2', attachment.id);
    await assert.rejects(elsewhere, ProblemError);
    await assert.rejects(take([token], '2026-0000002-2'), /bad|not right/i);
  });

  test('are at most five and 20 MB', async () => {
    const tokens = ['1', '2', '3', '4', '5', '6'];
    await assert.rejects(take(tokens, '2026-0000003-3'), ProblemError);
    const big = Buffer.concat([pdf, Buffer.alloc(8 * 1024 * 1024, 32)]);
    const held = await Promise.all([1, 2, 3].map((n) => uploaded(big, `${n}.pdf`)));
    const all = held.map(({ token }) => token);
    await assert.rejects(take(all, '2026-0000003-3'), ProblemError);
    await take(all.slice(0, 2), '2026-0000003-3');
  });

  test('are thrown away when nobody takes them, or when their time has passed', async () => {
    const { token } = await uploaded(pdf, '没人要.pdf');
    const kept = await uploaded(pdf, '有人要.pdf');
    await take([kept.token], '2026-0000004-4');
    const start = today;
    today = new Date(start.getTime() + uploadRules.keepMinutes * 60_000 + 1);
    await assert.rejects(take([token], '2026-0000005-5'), ProblemError);
    assert.ok((await eraseExpiredUploads(service.service)) >= 1);
    today = start;
    assert.equal((await listAttachments(service.service, '2026-0000004-4', 'applicant')).length, 1);
    assert.equal(await eraseAttachments(service.service, '2026-0000004-4'), 1);
    assert.equal((await listAttachments(service.service, '2026-0000004-4', 'applicant')).length, 0);
  });

  test('no name of a file stands in the database or in the log', async () => {
    await uploaded(pdf, '张三丰标记的身份证.pdf');
    const rows = await service.service.db.selectFrom('uploads').selectAll().execute();
    const sealed = rows.map((row) => Buffer.from(row.particulars).toString());
    const text = JSON.stringify([rows, sealed]);
    assert.doesNotMatch(text, /张三丰标记/);
    assert.doesNotMatch(JSON.stringify(service.lines), /张三丰标记/);
  });
});
