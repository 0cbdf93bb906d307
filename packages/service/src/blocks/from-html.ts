import type { Block } from '@open-info/contract/blocks';
import { decodePage } from './decode.ts';
import { DropCount, type Dropped } from './dropped.ts';
import { FileList, type FileReference } from './files.ts';
import { levelHeadings } from './headings.ts';
import {
  defined,
  isMetadataTable,
  metadataAround,
  metadataOfMetas,
  metadataOfText,
  type PageMetadata,
} from './page-metadata.ts';
import { PageReader, type PlacedBlock } from './page-reader.ts';
import { readableText, textOfRuns } from './runs.ts';
import { readTags } from './tags.ts';

export interface HtmlOptions {
  /** `Content-Type` the page came with. */
  contentType?: string | undefined;
  /** http(s) address of the page; relative links are completed by it. */
  base?: string | undefined;
}

/** A page as blocks. */
export interface ReadPage {
  blocks: Block[];
  title?: string | undefined;
  /** Files the blocks name, by their `file`. Nothing of them was fetched. */
  files: FileReference[];
  metadata: PageMetadata;
  dropped: Dropped[];
}

/** Larger pages are not read. Bytes, or characters of a text. */
export const largestPage = 10 * 1024 * 1024;

export class PageTooLargeError extends Error {
  constructor() {
    super(`the page is larger than ${String(largestPage)} bytes`);
    this.name = 'PageTooLargeError';
  }
}

/**
 * Reads a page, or a part of one, as content management systems, editors and Word write them.
 * Nothing is run or fetched; of links only http(s) and paths of the same site remain.
 *
 * @throws PageTooLargeError
 */
export function blocksFromHtml(html: string | Uint8Array, options: HtmlOptions = {}): ReadPage {
  if (html.length > largestPage) throw new PageTooLargeError();
  const page = typeof html === 'string' ? html : decodePage(html, options.contentType);
  const drops = new DropCount();
  const files = new FileList();
  const reader = new PageReader(page, webAddress(options.base), drops, files);
  readTags(page, reader);
  reader.finish();

  const chosen = bodyOf(reader);
  const inside = new Set(chosen);
  const isAround = (one: PlacedBlock) => !inside.has(one) || isMetadataTable(one.block);
  const around = reader.placed.filter(isAround).map(({ block }) => block);
  const body = levelHeadings(chosen.filter(({ block }) => !isMetadataTable(block)));
  const blocks = body.map(({ block }) => block);
  const isWhole = chosen.length === reader.placed.length;
  const metadata: PageMetadata = {
    ...metadataOfText(blocks),
    ...metadataOfMetas(reader.metas),
    ...metadataAround(isWhole ? [...around, ...blocks.slice(0, headBlocks)] : around),
  };
  const title = metadata.title ?? titleOf(reader, blocks);
  const text = withoutTitle(blocks, title);
  const named = new Set(text.map(({ file }) => file));
  return defined({
    blocks: text,
    title,
    files: files.list().filter(({ id }) => named.has(id)),
    metadata,
    dropped: drops.list(),
  });
}

/** Blocks at the head of a page without a known container that may be its metadata. */
const headBlocks = 12;

/** Fewer characters than this are no text: containers may be empty until a script fills them. */
const leastText = 20;

/** The blocks of the text: of the likeliest container that holds some, with the 附件 listed outside. */
function bodyOf({ bodies, placed }: PageReader): PlacedBlock[] {
  const sizes = new Map<number, number>();
  for (const { block, body } of placed) sizes.set(body, (sizes.get(body) ?? 0) + sizeOf(block));
  const [best] = [...bodies.entries()]
    .map(([place, { rank }]) => ({ place, rank, size: sizes.get(place) ?? 0 }))
    .filter(({ rank, size }) => rank > 0 && size >= leastText)
    .sort((a, b) => b.rank - a.rank || b.size - a.size);
  if (!best) return placed;
  const isListed = ({ block, isAttached }: PlacedBlock) =>
    block.kind === 'attachment' && (isAttached || textOfRuns(block.text).includes('附件'));
  return placed.filter((one) => one.body === best.place || isListed(one));
}

/** Characters of a block; a picture counts as much text. */
function sizeOf({ kind, text, items = [], rows = [] }: Block): number {
  if (kind === 'figure' || kind === 'attachment') return leastText;
  const runs = [text ?? [], ...items, ...rows.flatMap((row) => row.map((cell) => cell.text))];
  return runs.reduce((sum, one) => sum + textOfRuns(one).length, 0);
}

/** The only first heading, else the bold line in the middle the text begins with, else `<title>`. */
function titleOf(
  { documentTitle, placed }: PageReader,
  body: readonly Block[],
): string | undefined {
  const headings = placed.filter(({ heading }) => heading === 1);
  const [only] = headings.length === 1 ? headings : [];
  const [first] = body;
  const isBold = first?.align === 'center' && first.text?.every(({ strong }) => strong);
  const named = only?.block.text ?? (isBold ? first.text : undefined);
  const [page = ''] = readableText(documentTitle).split(/[_|]/);
  const title = named ? textOfRuns(named) : page.trim();
  return title === '' ? undefined : title;
}

/** A page shows the title above its text; the same words at the head of the text would be twice. */
export function withoutTitle(blocks: readonly Block[], title: string | undefined): Block[] {
  const bare = (text: string) => text.replace(/\s+/g, '');
  const [first, ...others] = blocks;
  const isTitle =
    title !== undefined &&
    (first?.kind === 'heading' || first?.align === 'center') &&
    bare(textOfRuns(first.text)) === bare(title);
  return isTitle ? others : [...blocks];
}

function webAddress(base: string | undefined): string | undefined {
  return base !== undefined && /^https?:\/\//i.test(base) && URL.canParse(base) ? base : undefined;
}
