import { createReadStream, realpathSync, statSync, type Stats } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { bodyOf, fitEncoding, makeAnswer, type Answer } from './answers.ts';
import { encodingFor } from './encoding.ts';

/** The types of file that are served; any other is as if it were not there. */
const types: Record<string, { type: string; text: boolean }> = {
  '.html': { type: 'text/html; charset=utf-8', text: true },
  '.js': { type: 'text/javascript; charset=utf-8', text: true },
  '.mjs': { type: 'text/javascript; charset=utf-8', text: true },
  '.css': { type: 'text/css; charset=utf-8', text: true },
  '.json': { type: 'application/json; charset=utf-8', text: true },
  '.map': { type: 'application/json; charset=utf-8', text: true },
  '.webmanifest': { type: 'application/manifest+json; charset=utf-8', text: true },
  '.svg': { type: 'image/svg+xml; charset=utf-8', text: true },
  '.txt': { type: 'text/plain; charset=utf-8', text: true },
  '.png': { type: 'image/png', text: false },
  '.jpg': { type: 'image/jpeg', text: false },
  '.webp': { type: 'image/webp', text: false },
  '.ico': { type: 'image/x-icon', text: false },
  '.woff2': { type: 'font/woff2', text: false },
  '.pdf': { type: 'application/pdf', text: false },
};

const largestKept = 4 * 1024 * 1024;

/** What is asked of a folder. */
export interface FileRequest {
  /** Decoded path below the folder, beginning with `/`. */
  path: string;
  isHead: boolean;
  headers: { get(name: string): string | null };
  /** Headers of every answer; `Cache-Control` among them. */
  answerHeaders: Record<string, string>;
}

/** A file found inside the folder. */
interface Found {
  file: string;
  stats: Stats;
  type: { type: string; text: boolean };
}

/** Serves the files of one folder, and nothing outside it. */
export class Folder {
  private readonly root: string;
  private readonly kept = new Map<string, { stamp: string; answer: Answer }>();

  constructor(root: string) {
    this.root = root;
  }

  /** True when the path names a folder that has an index page, so that a slash is missing. */
  isFolder(path: string): boolean {
    return !path.endsWith('/') && this.find(`${path}/`) !== undefined;
  }

  /** True when there is a file at the path. */
  has(path: string): boolean {
    return this.find(path) !== undefined;
  }

  /** The answer, or nothing when there is no such file. */
  async respond(request: FileRequest): Promise<Response | undefined> {
    const found = this.find(request.path);
    if (!found) return undefined;
    const { file, stats, type } = found;
    const stamp = `${stats.size.toString(36)}-${Math.floor(stats.mtimeMs).toString(36)}`;
    const etag = `W/"${stamp}"`;
    const headers = {
      ...request.answerHeaders,
      'Content-Type': type.type,
      ETag: etag,
      Vary: 'Accept-Encoding',
    };
    if (request.headers.get('if-none-match')?.includes(stamp)) {
      return new Response(null, { status: 304, headers });
    }
    if (stats.size > largestKept) return stream(found, headers, request.isHead);
    const answer = await this.read(file, stamp, etag);
    const wanted = encodingFor(request.headers.get('accept-encoding'));
    const encoding = type.text ? fitEncoding(answer, wanted) : 'identity';
    const body = await bodyOf(answer, encoding);
    return new Response(request.isHead ? null : (body as Uint8Array<ArrayBuffer>), {
      headers: {
        ...headers,
        'Content-Length': String(body.length),
        ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
      },
    });
  }

  private find(path: string): Found | undefined {
    const parts = path.split('/').slice(1);
    // A part that begins with a dot is a way up or a hidden file; a backslash is one on Windows.
    if (parts.some((part) => part.startsWith('.') || /[\\:\0]/.test(part))) return undefined;
    const name = path.endsWith('/') ? `${path}index.html` : path;
    const type = types[extname(name).toLowerCase()];
    if (!type) return undefined;
    try {
      const file = realpathSync(join(this.root, name));
      // A link inside the folder may lead out of it.
      if (!file.startsWith(realpathSync(this.root) + sep)) return undefined;
      const stats = statSync(file);
      return stats.isFile() ? { file, stats, type } : undefined;
    } catch {
      return undefined;
    }
  }

  private async read(file: string, stamp: string, etag: string): Promise<Answer> {
    const known = this.kept.get(file);
    if (known?.stamp === stamp) return known.answer;
    const answer = makeAnswer(etag, await readFile(file), true);
    if (this.kept.size >= 200) this.kept.clear();
    this.kept.set(file, { stamp, answer });
    return answer;
  }
}

function stream(
  { file, stats }: Found,
  headers: Record<string, string>,
  isHead: boolean,
): Response {
  const all = { ...headers, 'Content-Length': String(stats.size) };
  if (isHead) return new Response(null, { headers: all });
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  return new Response(body, { headers: all });
}
