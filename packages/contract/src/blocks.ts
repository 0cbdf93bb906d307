import * as z from 'zod/mini';
import { openEnum, shape, type Open } from './shape.ts';

/** A run of text within a block. */
export interface Run {
  text: string;
  /** Emphasised in the source. */
  strong?: boolean | undefined;
  /** http(s) or a path of the same site; whatever else was dropped on the way in. */
  href?: string | undefined;
}

/** A cell of a table. */
export interface Cell {
  text: Run[];
  /** A heading of its row or column. */
  header?: boolean | undefined;
  columns?: number | undefined;
  rows?: number | undefined;
}

/** Kinds of block: 标题, 段落, 列表, 表格, 图, 附件, 引文. */
export const blockKinds = [
  'heading',
  'paragraph',
  'list',
  'table',
  'figure',
  'attachment',
  'quote',
] as const;

/**
 * A piece of a text. Texts are rows of these, never HTML, so there is nothing in them that a page
 * could run. A kind that is not known is shown by its `text`.
 */
export interface Block {
  kind: Open<(typeof blockKinds)[number]>;
  /** `heading`: 2 to 4. */
  level?: number | undefined;
  /** `heading`, `paragraph`, `quote`; the caption of `table` and `figure`; the label of `attachment`. */
  text?: Run[] | undefined;
  align?: Open<'center' | 'end'> | undefined;
  /** `list`. */
  items?: Run[][] | undefined;
  ordered?: boolean | undefined;
  /** `table`, row by row. */
  rows?: Cell[][] | undefined;
  /** `figure`, `attachment`: id of a file of the same record. */
  file?: string | undefined;
  /** `figure`: what it shows, in words. */
  alternative?: string | undefined;
}

export const RunSchema = shape<Run>()(
  z.object({
    text: z.string(),
    strong: z.optional(z.boolean()),
    href: z.optional(z.string()),
  }),
);

const CellSchema = shape<Cell>()(
  z.object({
    text: z.array(RunSchema),
    header: z.optional(z.boolean()),
    columns: z.optional(z.number()),
    rows: z.optional(z.number()),
  }),
);

export const BlockSchema = shape<Block>()(
  z.object({
    kind: openEnum(blockKinds),
    level: z.optional(z.number()),
    text: z.optional(z.array(RunSchema)),
    align: z.optional(openEnum(['center', 'end'])),
    items: z.optional(z.array(z.array(RunSchema))),
    ordered: z.optional(z.boolean()),
    rows: z.optional(z.array(z.array(CellSchema))),
    file: z.optional(z.string()),
    alternative: z.optional(z.string()),
  }),
);

const plain = (runs: readonly Run[] = []): string => runs.map(({ text }) => text).join('');

/** The words of blocks, a line each: for search, reading aloud and comparison. */
export function textOfBlocks(blocks: readonly Block[]): string {
  const lines: string[] = [];
  for (const { text, items, rows, alternative } of blocks) {
    if (text) lines.push(plain(text));
    if (alternative !== undefined) lines.push(alternative);
    for (const item of items ?? []) lines.push(plain(item));
    for (const row of rows ?? []) lines.push(row.map((cell) => plain(cell.text)).join('\t'));
  }
  return lines.filter((line) => line.trim() !== '').join('\n');
}
