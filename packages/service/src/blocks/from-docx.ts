import { Worker } from 'node:worker_threads';
import type { Words } from '@open-info/contract/words';
import type { DocxAnswer } from './docx-worker.ts';
import { DropCount } from './dropped.ts';
import { blocksFromHtml, largestPage, PageTooLargeError, type ReadPage } from './from-html.ts';

/** Larger files are not read, in bytes. Pictures make most of it. */
export const largestDocx = 50 * 1024 * 1024;

const longestMs = 60_000;
const heapMegabytes = 768;

const reasons = {
  notDocx: {
    zh: '不是可以读取的 DOCX 文件；请用 Word 或 WPS 另存为 .docx',
    en: 'no DOCX file that can be read; save it as .docx from Word or WPS',
  },
  tooLarge: {
    zh: '解压后过大；文件不超过 50 MB，正文不超过 24 MB',
    en: 'too large once inflated; at most 50 MB, its text at most 24 MB',
  },
  tooSlow: {
    zh: '读取超时；请另存为新的 .docx 后再试',
    en: 'took too long to read; save it anew as .docx and try again',
  },
} as const satisfies Record<string, Words>;

/** A file that could not be read, and what would be right. */
export class DocxError extends Error {
  readonly words: Words;

  constructor(reason: keyof typeof reasons) {
    super(reasons[reason].en);
    this.name = 'DocxError';
    this.words = reasons[reason];
  }
}

/**
 * Reads a Word document as blocks. It is inflated and read in a thread with bounded memory and
 * time, so that a hostile file ends the thread and nothing else. Its pictures come with it.
 *
 * @throws DocxError
 */
export async function blocksFromDocx(bytes: Uint8Array): Promise<ReadPage> {
  if (bytes.length > largestDocx) throw new DocxError('tooLarge');
  const answer = await convert(bytes);
  if ('failed' in answer) throw new DocxError(answer.failed);
  if (answer.html.length > largestPage) throw new DocxError('tooLarge');
  const page = read(answer.html);
  const pictures = new Map(answer.pictures);
  const files = page.files.map((file) => {
    const content = pictures.get(file.path ?? '');
    return content ? { ...file, content } : file;
  });
  const drops = new DropCount();
  drops.add(answer.dropped);
  drops.add(page.dropped);
  return { ...page, files, dropped: drops.list() };
}

function read(html: string): ReadPage {
  try {
    return blocksFromHtml(html);
  } catch (error) {
    throw error instanceof PageTooLargeError ? new DocxError('tooLarge') : error;
  }
}

async function convert(bytes: Uint8Array): Promise<DocxAnswer> {
  const file = import.meta.url.endsWith('.ts') ? './docx-worker.ts' : './docx-worker.js';
  const worker = new Worker(new URL(file, import.meta.url), {
    execArgv: [],
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<DocxAnswer>((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new DocxError('tooSlow'));
      }, longestMs);
      worker.once('message', resolve);
      // Out of memory, or out of stack in a way that cannot be caught within.
      worker.once('error', () => {
        resolve({ failed: 'tooLarge' });
      });
      worker.once('exit', () => {
        resolve({ failed: 'notDocx' });
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
