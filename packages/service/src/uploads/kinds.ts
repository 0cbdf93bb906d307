import type { FileKind, RequestRules } from '@open-info/contract/requests';
import { fileTypeFromBuffer } from 'file-type';

/** What people send in: documents, scans and photographs. */
export const fileKinds: FileKind[] = [
  { type: 'application/pdf', label: 'PDF 文档', extensions: ['.pdf'] },
  { type: 'application/ofd', label: 'OFD 版式文档', extensions: ['.ofd'] },
  { type: 'image/jpeg', label: 'JPG 图片', extensions: ['.jpg', '.jpeg'] },
  { type: 'image/png', label: 'PNG 图片', extensions: ['.png'] },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'Word 文档',
    extensions: ['.docx'],
  },
  {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'Excel 表格',
    extensions: ['.xlsx'],
  },
  { type: 'text/plain', label: '文本', extensions: ['.txt'] },
];

/** Announced in advance by `requests.rules`. */
export const uploadRules: RequestRules['uploads'] = {
  kinds: fileKinds,
  maxBytes: 10 * 1024 * 1024,
  maxCount: 5,
  maxTotalBytes: 20 * 1024 * 1024,
  keepMinutes: 24 * 60,
};

/** How much of a file is looked at to tell what it is, in bytes. */
export const sampleBytes = 64 * 1024;

const controls = /[^\P{Cc}\t\n\v\f\r]/u;

/** A text has no signature: it is what reads as one, in either encoding people still use. */
function isText(head: Uint8Array, isWhole: boolean): boolean {
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      const decoder = new TextDecoder(encoding, { fatal: true });
      return !controls.test(decoder.decode(head, { stream: !isWhole }));
    } catch {
      return false;
    }
  });
}

/** OFD (GB/T 33190) is a zip whose root is OFD.xml; the name stands in a local header. */
function isOfd(head: Uint8Array): boolean {
  return Buffer.from(head).includes('OFD.xml');
}

/**
 * What a file is, by its content; undefined when it is none of the kinds taken.
 *
 * @param head the beginning of the file
 * @param isWhole whether that is all of it
 */
export async function kindOf(head: Uint8Array, isWhole: boolean): Promise<FileKind | undefined> {
  const byType = (type: string) => fileKinds.find((kind) => kind.type === type);
  const found = await fileTypeFromBuffer(head);
  if (found?.mime === 'application/zip' && isOfd(head)) return byType('application/ofd');
  if (found) return byType(found.mime);
  return head.length > 0 && isText(head, isWhole) ? byType('text/plain') : undefined;
}

const longestName = 80;

/**
 * The name of a file as it may be stored, shown and offered again: no path, no control or direction
 * characters, nothing a file system trips over, the ending of what it is.
 */
export function safeName(given: string, { extensions }: FileKind): string {
  const last = given.split(/[/\\]/).pop() ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? plain.slice(dot).toLowerCase() : '';
  const stem = extensions.includes(ending) ? plain.slice(0, dot) : plain;
  const kept = [...stem].slice(0, longestName).join('') || '附件';
  return kept + (extensions.includes(ending) ? ending : (extensions[0] ?? ''));
}
