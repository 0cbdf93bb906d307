import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { syncFolder } from '../database/sync.ts';
import type { Cipher } from '../privacy/cipher.ts';
import type { Settings } from '../settings.ts';

/** A file that was written. */
export interface Written {
  id: string;
  /** Bytes before sealing. */
  size: number;
  /** SHA-256 of the content, hexadecimal. */
  sha256: string;
}

/**
 * 附件 on the disk, sealed: a row of frames, each with its length in front, so that neither writing
 * nor reading ever holds a whole file. A frame is bound to its file, its place and whether it is the
 * last one, so frames cannot be swapped, and a file cannot be cut off unnoticed.
 */
export interface Files {
  /** Writes and syncs a new file. On failure nothing remains. */
  write(content: AsyncIterable<Uint8Array>): Promise<Written>;
  /** @throws Error when the file is missing or was changed */
  read(id: string): AsyncIterable<Uint8Array>;
  remove(id: string): Promise<void>;
  close(): void;
}

const lengthBytes = 4;
const frameBytes = 64 * 1024;

const contextOf = (id: string, place: number, isLast: boolean) =>
  `uploads/${id}/${place}${isLast ? '/last' : ''}`;

/** Regroups chunks into frames of a fixed size; the last one may be shorter, even empty. */
async function* framesOf(content: AsyncIterable<Uint8Array>) {
  let rest = Buffer.alloc(0);
  for await (const chunk of content) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length > frameBytes) {
      yield { frame: rest.subarray(0, frameBytes), isLast: false };
      rest = rest.subarray(frameBytes);
    }
  }
  yield { frame: rest, isLast: true };
}

async function writeFrames(
  file: FileHandle,
  id: string,
  cipher: Cipher,
  content: AsyncIterable<Uint8Array>,
) {
  const hash = createHash('sha256');
  let size = 0;
  let place = 0;
  for await (const { frame, isLast } of framesOf(content)) {
    hash.update(frame);
    size += frame.length;
    const sealed = cipher.seal(frame, contextOf(id, place, isLast));
    const length = Buffer.alloc(lengthBytes);
    length.writeUInt32BE(sealed.length * 2 + (isLast ? 1 : 0));
    await file.write(Buffer.concat([length, sealed]));
    place += 1;
  }
  await file.sync();
  return { size, sha256: hash.digest('hex') };
}

async function* readFrames(path: string, id: string, cipher: Cipher) {
  let rest = Buffer.alloc(0);
  let place = 0;
  let isDone = false;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= lengthBytes) {
      const head = rest.readUInt32BE();
      const end = lengthBytes + Math.floor(head / 2);
      if (rest.length < end) break;
      isDone = head % 2 === 1;
      yield cipher.open(rest.subarray(lengthBytes, end), contextOf(id, place, isDone));
      rest = rest.subarray(end);
      place += 1;
    }
  }
  if (!isDone || rest.length > 0) throw new Error(`the file ${id} is cut off`);
}

/** Opens the folder of files: `files` in the data folder; a temporary one when data is in memory. */
export function openFiles({ data }: Pick<Settings, 'data'>, cipher: Cipher): Files {
  const isTemporary = data === 'memory';
  const folder = isTemporary
    ? mkdtempSync(join(tmpdir(), 'open-info-files-'))
    : join(data, 'files');
  const pathOf = (id: string) => join(folder, id.slice(0, 2), id);
  return {
    async write(content) {
      const id = randomUUID();
      const path = pathOf(id);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const part = `${path}.part`;
      const file = await open(part, 'wx', 0o600);
      try {
        const written = await writeFrames(file, id, cipher, content);
        await file.close();
        await rename(part, path);
        syncFolder(dirname(path));
        return { id, ...written };
      } catch (error) {
        await file.close();
        await rm(part, { force: true });
        throw error;
      }
    },
    read: (id) => readFrames(pathOf(id), id, cipher),
    remove: (id) => rm(pathOf(id), { force: true }),
    close: () => {
      if (isTemporary) rmSync(folder, { recursive: true, force: true });
    },
  };
}
