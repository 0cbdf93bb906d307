import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { StopError } from '../stop.ts';

// A backup is one gzip of lines of JSON. A line that is a string belongs to the part it stands in:
// a row of a table in PostgreSQL's own text form, or a piece of a file in base64. A line that is
// an object opens or ends a part. The last line sums up and hashes all before it, so a file that
// was cut off or changed is told before anything is touched.

/** The format we write, and the newest we read. */
export const formatVersion = 1;

/** The first line. */
export interface BackupHeader {
  openInfoBackup: number;
  /** Version of the service that wrote it. */
  version: string;
  at: string;
  /** Migrations of the database, oldest first. */
  migrations: string[];
  /** The sealed secret that proves which key fits, base64. */
  pepper: string;
  /** The data keys, with `--with-keys` only. */
  keys?: string | undefined;
}

/** What a part holds: the rows of a table, the states of the sequences, or a file. */
export type PartKind = 'table' | 'sequences' | 'file';

export interface Part {
  part: PartKind;
  name: string;
  /** The columns of a table in their order; the text form of a row hangs on it. */
  columns?: string[];
}

/** The end of a part. */
export interface PartEnd {
  end: string;
  lines: number;
  sha256: string;
}

/** The last line. */
export interface Manifest {
  parts: (Pick<Part, 'part' | 'name'> & Omit<PartEnd, 'end'>)[];
  /** SHA-256 of all lines before. */
  sha256: string;
}

export type Entry =
  | { kind: 'header'; header: BackupHeader }
  | { kind: 'part'; part: Part }
  | { kind: 'line'; text: string }
  | { kind: 'end' }
  | { kind: 'manifest'; manifest: Manifest };

/** Writes the lines, counting and hashing as it goes. */
export class LineWriter {
  private readonly whole = createHash('sha256');
  private readonly parts: Manifest['parts'] = [];
  private open: { part: Part; hash: Hash; lines: number } | undefined;

  header(header: BackupHeader): string {
    return this.line(header);
  }

  begin(part: Part): string {
    this.open = { part, hash: createHash('sha256'), lines: 0 };
    return this.line(part);
  }

  /** Lines of the open part. */
  add(texts: readonly string[]): string {
    const { open } = this;
    if (!open || texts.length === 0) return '';
    const lines = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
    open.hash.update(lines);
    open.lines += texts.length;
    this.whole.update(lines);
    return lines;
  }

  end(): string {
    const { open } = this;
    if (!open) return '';
    const { part, name } = open.part;
    const counted = { lines: open.lines, sha256: open.hash.digest('hex') };
    this.parts.push({ part, name, ...counted });
    this.open = undefined;
    return this.line({ end: name, ...counted });
  }

  manifest(): string {
    return `${JSON.stringify({ manifest: { parts: this.parts, sha256: this.whole.digest('hex') } })}\n`;
  }

  private line(value: object): string {
    const line = `${JSON.stringify(value)}\n`;
    this.whole.update(line);
    return line;
  }
}

/**
 * Reads a backup, checking every count and hash.
 *
 * @throws StopError when it is none, is damaged, or is of a newer format
 */
export async function* readBackup(path: string): AsyncGenerator<Entry, void> {
  const whole = createHash('sha256');
  let part: { name: string; hash: Hash; lines: number } | undefined;
  let state: 'start' | 'parts' | 'ended' = 'start';
  for await (const line of linesOf(path)) {
    if (state === 'ended') throw damaged();
    const value = parse(line);
    if (state === 'start') {
      const header = toHeader(value);
      state = 'parts';
      whole.update(line);
      yield { kind: 'header', header };
    } else if (typeof value === 'string') {
      if (!part) throw damaged();
      part.hash.update(line);
      part.lines += 1;
      whole.update(line);
      yield { kind: 'line', text: value };
    } else if ('part' in value) {
      const opened = value as unknown as Part;
      part = { name: opened.name, hash: createHash('sha256'), lines: 0 };
      whole.update(line);
      yield { kind: 'part', part: opened };
    } else if ('end' in value) {
      const { end, lines, sha256 } = value as unknown as PartEnd;
      if (part?.name !== end || part.lines !== lines || part.hash.digest('hex') !== sha256) {
        throw damaged();
      }
      part = undefined;
      whole.update(line);
      yield { kind: 'end' };
    } else {
      const { manifest } = value as { manifest?: Manifest };
      if (manifest?.sha256 !== whole.digest('hex')) throw damaged();
      state = 'ended';
      yield { kind: 'manifest', manifest };
    }
  }
  if (state !== 'ended') throw damaged();
}

/**
 * Reads a backup from its first line to its last, keeping nothing.
 *
 * @throws StopError as `readBackup`
 */
export async function checkBackup(path: string): Promise<BackupHeader> {
  let header: BackupHeader | undefined;
  for await (const entry of readBackup(path)) {
    if (entry.kind === 'header') header = entry.header;
  }
  if (!header) throw damaged();
  return header;
}

async function* linesOf(path: string): AsyncGenerator<string, void> {
  const gunzip = createGunzip();
  pipeline(createReadStream(path), gunzip, () => undefined);
  const decoder = new StringDecoder();
  let rest: string[] = [];
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      const pieces = decoder.write(chunk).split('\n');
      const last = pieces.pop() ?? '';
      for (const piece of pieces) {
        yield `${rest.join('')}${piece}\n`;
        rest = [];
      }
      rest.push(last);
    }
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  } finally {
    gunzip.destroy();
  }
  if (rest.join('') !== '') throw damaged();
}

function unreadable(path: string, error: NodeJS.ErrnoException): unknown {
  if (error instanceof StopError) return error;
  if (error.code === 'ENOENT') {
    return new StopError(
      { zh: `${path} 不存在，请检查路径。`, en: `There is no ${path}; check the path.` },
      error,
    );
  }
  if (error.code?.startsWith('Z_')) return damaged(error);
  return error;
}

function parse(line: string): string | object {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'string' || (typeof value === 'object' && value !== null)) return value;
  } catch {
    // Told below.
  }
  throw damaged();
}

function toHeader(value: string | object): BackupHeader {
  const header = value as BackupHeader;
  if (typeof header.openInfoBackup !== 'number') throw damaged();
  if (header.openInfoBackup <= formatVersion) return header;
  throw new StopError({
    zh: `该备份由更新的版本 ${header.version} 写成；请用该版本恢复。`,
    en: `The backup was written by the newer version ${header.version}; restore it with that version.`,
  });
}

export function damaged(cause?: unknown): StopError {
  return new StopError(
    {
      zh: '该文件不是完整的 open-info 备份（被截断或改动），未改动任何数据；请换用另一份备份。',
      en: 'The file is not a whole open-info backup (cut off or changed), and nothing was touched; use another one.',
    },
    cause,
  );
}
