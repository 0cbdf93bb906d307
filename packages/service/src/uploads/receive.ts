import { Busboy } from '@fastify/busboy';
import { Readable } from 'node:stream';
import { chunksOf, type BodySource } from '../http/body.ts';
import { ProblemError } from '../http/problem.ts';
import type { Words } from '../http/words.ts';
import type { Files, Written } from './files.ts';
import { kindOf, safeName, sampleBytes, uploadRules } from './kinds.ts';

/** A file that came in and lies on the disk. */
export interface Received extends Written {
  name: string;
  type: string;
}

const megabytes = uploadRules.maxBytes / 1024 / 1024;
const kindList: Words = {
  zh: uploadRules.kinds.map(({ label }) => label).join('、'),
  en: uploadRules.kinds.flatMap(({ extensions }) => extensions).join(', '),
};

const refuse = (message: Words, expected: Words): ProblemError =>
  new ProblemError('bad-body', { errors: [{ field: 'file', message, expected }] });

const tooLarge = (): ProblemError =>
  new ProblemError('too-large', {
    detail: {
      zh: `每个附件不超过 ${megabytes} MB。`,
      en: `A file may have at most ${megabytes} MB.`,
    },
    errors: [
      {
        field: 'file',
        message: { zh: '附件过大', en: 'The file is too large' },
        expected: { zh: `不超过 ${megabytes} MB`, en: `at most ${megabytes} MB` },
      },
    ],
  });

const notAFile = (): ProblemError =>
  refuse(
    { zh: '没有收到附件', en: 'There is no file' },
    {
      zh: '用 multipart/form-data 提交一个名为 file 的文件',
      en: 'send one file as the part “file” of multipart/form-data',
    },
  );

const wrongKind = (): ProblemError =>
  refuse(
    { zh: '不支持这种附件（按内容识别）', en: 'Files of this kind are not taken (by content)' },
    kindList,
  );

const broken = (): ProblemError =>
  refuse(
    { zh: '附件没有传完', en: 'The file broke off' },
    { zh: '请重新上传', en: 'upload it again' },
  );

/** The one part with a file, as a stream; anything else in the form is passed over. */
async function partOf(
  source: BodySource,
): Promise<{ file: Readable; name: string; cut: () => boolean }> {
  const type = source.request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type)) {
    throw new ProblemError('unsupported-media-type', {
      detail: {
        zh: '上传附件请使用 multipart/form-data。',
        en: 'Send a file as multipart/form-data.',
      },
      headers: { Accept: 'multipart/form-data' },
    });
  }
  const parser = new Busboy({
    headers: { 'content-type': type },
    // One byte more than allowed, so that what is exactly large enough is not refused.
    limits: { files: 1, fields: 5, parts: 6, fieldSize: 1024, fileSize: uploadRules.maxBytes + 1 },
  });
  return new Promise((resolve, reject) => {
    parser.on('file', (field, file, name) => {
      let isCut = false;
      file.on('limit', () => {
        isCut = true;
      });
      if (field !== 'file') {
        file.resume();
        return;
      }
      resolve({ file, name, cut: () => isCut });
    });
    const fail = () => reject(broken());
    parser.on('error', fail);
    parser.on('finish', () => reject(notAFile()));
    const body = Readable.from(chunksOf(source));
    body.on('error', fail);
    body.pipe(parser);
  });
}

/** The chunks of a file; where they end too soon, that is what is said. */
async function* untilBroken(file: Readable): AsyncGenerator<Buffer> {
  try {
    yield* file as AsyncIterable<Buffer>;
  } catch {
    throw broken();
  }
}

async function* withHead(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** The first bytes, enough to tell what the file is, and whether they are all of it. */
async function readHead(
  chunks: AsyncIterator<Buffer>,
): Promise<{ head: Buffer; isWhole: boolean }> {
  const parts: Buffer[] = [];
  let size = 0;
  while (size < sampleBytes) {
    const next = await chunks.next();
    if (next.done === true) return { head: Buffer.concat(parts), isWhole: true };
    parts.push(next.value);
    size += next.value.length;
  }
  return { head: Buffer.concat(parts), isWhole: false };
}

/** Refuses while the bytes still come in, so that a file too large never lies on the disk whole. */
async function* within(
  content: AsyncIterable<Uint8Array>,
  isCut: () => boolean,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (isCut() || size > uploadRules.maxBytes) throw tooLarge();
    yield chunk;
  }
}

/**
 * Takes a file from a multipart body to the disk, never whole in memory.
 *
 * @throws ProblemError naming `file` and what would be right
 */
export async function receiveFile(source: BodySource, files: Files): Promise<Received> {
  const length = Number(source.request.headers.get('content-length') ?? 0);
  // Two kilobytes for the wrapping of a form.
  if (length > uploadRules.maxBytes + 2048) throw tooLarge();
  const { file, name, cut } = await partOf(source);
  const chunks = untilBroken(file);
  const { head, isWhole } = await readHead(chunks);
  const kind = await kindOf(head, isWhole);
  if (!kind) {
    file.resume();
    throw wrongKind();
  }
  const written = await files.write(within(withHead(head, chunks), cut));
  return { ...written, name: safeName(name, kind), type: kind.type };
}
