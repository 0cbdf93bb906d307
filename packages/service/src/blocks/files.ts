import type { Block } from '@open-info/contract/blocks';
import type { DropCount } from './dropped.ts';
import { readLink } from './links.ts';

/** A picture or an attachment a page names; blocks name it by `id`. Nothing of it was fetched. */
export interface FileReference {
  id: string;
  use: 'picture' | 'attachment';
  /** http(s) or a path of the same site, where the page's own address makes it one. */
  href?: string | undefined;
  /** Where it would lie beside the page. */
  path?: string | undefined;
  /** What the page itself carries of it (`data:`). */
  content?: Uint8Array | undefined;
}

const attachmentEnding = /\.(?:pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|zip|rar|7z|txt|csv|rtf)$/i;

/** Whether an address is that of a file to keep, not of a page to read. */
export function isAttachmentName(address: string): boolean {
  return attachmentEnding.test(address.split(/[?#]/, 1)[0] ?? '');
}

const carried = /^data:image\/(?:png|jpe?g|gif|webp);base64,([a-z\d+/=\s]+)$/i;

/** The files of a page, each once. */
export class FileList {
  private readonly found = new Map<string, FileReference>();

  /** @returns the id of the file */
  add(reference: Omit<FileReference, 'id'>): string {
    const key = `${reference.use} ${reference.href ?? ''} ${reference.path ?? ''}`;
    return this.keep(key, reference);
  }

  /** @returns undefined for a picture that may not be taken: of another host, or no picture */
  addPicture(source: string, base: string | undefined, drops: DropCount): string | undefined {
    if (/^\s*data:/i.test(source)) return this.addCarried(source, drops);
    const link = readLink(source, base);
    if ('none' in link) return undefined;
    if ('refused' in link) {
      drops.note(link.refused, source);
      return undefined;
    }
    const { href } = link;
    if (href !== undefined && !href.startsWith('/') && hostOf(href) !== hostOf(base)) {
      drops.note('foreignResource', source);
      return undefined;
    }
    return this.add({ use: 'picture', href, path: link.path ?? pathOf(href) });
  }

  list(): FileReference[] {
    return [...this.found.values()];
  }

  private addCarried(source: string, drops: DropCount): string | undefined {
    const base64 = carried.exec(source.trim())?.[1];
    if (base64 === undefined) {
      drops.note('unsupportedFile', source.slice(0, 40));
      return undefined;
    }
    const content = new Uint8Array(Buffer.from(base64, 'base64'));
    return this.keep(source, { use: 'picture', content });
  }

  private keep(key: string, reference: Omit<FileReference, 'id'>): string {
    const known = this.found.get(key);
    if (known) return known.id;
    const id = `f${String(this.found.size + 1)}`;
    this.found.set(key, { id, ...reference });
    return id;
  }
}

function hostOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : new URL(address).host;
}

function pathOf(href: string | undefined): string | undefined {
  const link =
    href === undefined ? undefined : readLink(`.${new URL(href, 'https://a.invalid').pathname}`);
  return link && 'path' in link ? link.path : undefined;
}

/**
 * The blocks once it is known which files there are: an attachment that is not there becomes a
 * paragraph that links to it where it has an address; a picture that is not there leaves its words.
 *
 * @param has whether a file was given, by its id
 */
export function withFiles(
  blocks: readonly Block[],
  files: readonly FileReference[],
  has: (id: string) => boolean,
  drops: DropCount,
): Block[] {
  const known = new Map(files.map((file) => [file.id, file]));
  return blocks.flatMap((block) => {
    if (block.file === undefined || has(block.file)) return [block];
    const { file, ...rest } = block;
    const reference = known.get(file);
    if (block.kind === 'attachment') {
      const { href } = reference ?? {};
      if (href === undefined) drops.note('missingFile', reference?.path);
      return [asParagraph(rest, href)];
    }
    drops.note('missingFile', reference?.path ?? reference?.href);
    return rest.alternative === undefined && rest.text === undefined ? [] : [rest];
  });
}

function asParagraph({ text = [] }: Block, href: string | undefined): Block {
  return {
    kind: 'paragraph',
    text: href === undefined ? text : text.map((run) => ({ ...run, href })),
  };
}
