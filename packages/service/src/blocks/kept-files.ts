import { basename, extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import type { RecordFile } from '../documents/rows.ts';
import { DropCount, type Dropped } from './dropped.ts';
import { withFiles, type FileReference } from './files.ts';
import type { ReadPage } from './from-html.ts';
import type { Source } from './sources.ts';

const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

const attachments = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/zip',
  'application/vnd.rar',
  'application/x-rar-compressed',
  'application/x-7z-compressed',
]);

/** What Office and WPS wrote before OOXML, all in one container; OFD is a zip. */
const typeByEnding: Readonly<Record<string, readonly [container: string, type: string]>> = {
  '.doc': ['application/x-cfb', 'application/msword'],
  '.xls': ['application/x-cfb', 'application/vnd.ms-excel'],
  '.ppt': ['application/x-cfb', 'application/vnd.ms-powerpoint'],
  '.wps': ['application/x-cfb', 'application/vnd.ms-works'],
  '.et': ['application/x-cfb', 'application/vnd.ms-excel'],
  '.dps': ['application/x-cfb', 'application/vnd.ms-powerpoint'],
  '.ofd': ['application/zip', 'application/ofd'],
};

/** The type of a file by its content, where it is one that is kept. */
async function typeOf(content: Uint8Array, use: FileReference['use'], name: string) {
  const found = (await fileTypeFromBuffer(content))?.mime;
  if (found === undefined) return undefined;
  if (use === 'picture') return pictures.has(found) ? found : undefined;
  const ending = typeByEnding[extname(name).toLowerCase()];
  if (ending?.[0] === found) return ending[1];
  return attachments.has(found) || pictures.has(found) ? found : undefined;
}

const longestName = 120;

function nameOf({ id, path, href }: FileReference, type: string): string {
  const last = basename(
    path ?? (href === undefined ? '' : new URL(href, 'https://a.invalid').pathname),
  );
  const plain = last.replace(/[\p{C}<>:"|?*\\]/gu, '').slice(-longestName);
  const ending = `.${(type.split('/')[1] ?? '').replace('jpeg', 'jpg')}`;
  return extname(plain) === '' ? `${plain === '' ? id : plain}${ending}` : plain;
}

/** A page with the files that were given with it; what was not given is left out of its blocks. */
export async function keepFiles(
  { blocks, files, dropped }: ReadPage,
  beside: Source['beside'],
): Promise<{ blocks: ReadPage['blocks']; kept: RecordFile[]; dropped: Dropped[] }> {
  const drops = new DropCount();
  const kept: RecordFile[] = [];
  for (const file of files) {
    const content =
      file.content ?? (file.path === undefined ? undefined : await beside?.(file.path));
    if (!content) continue;
    const name = nameOf(file, '');
    const type = await typeOf(content, file.use, name);
    if (type === undefined) drops.note('unsupportedFile', name);
    else kept.push({ id: file.id, name: nameOf(file, type), type, content });
  }
  const ids = new Set(kept.map(({ id }) => id));
  return {
    blocks: withFiles(blocks, files, (id) => ids.has(id), drops),
    kept,
    dropped: [...dropped, ...drops.list()],
  };
}
