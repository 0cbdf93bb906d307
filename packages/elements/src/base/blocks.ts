import type { Block, Cell, Run } from '@open-info/contract/blocks';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../controllers/terms.ts';

/** How the blocks of one text are shown. */
export interface BlockFrame {
  /** Level in the outline of the page of the highest heading in the text (2 in the blocks). */
  headingLevel: number;
  /** A hall screen: nothing leads away from the page. */
  kiosk: boolean;
  /** Said of links that open another window. */
  newWindow: string;
  /** Language of what is said of links, where it is not the text's. */
  language?: Language | undefined;
  /** Address and name of a file of the record; undefined when there is none. */
  file: (id: string) => { url: string; name: string } | undefined;
  /** What stands for plain words: themselves, unless something in them is explained. */
  words?: ((text: string) => unknown) | undefined;
}

/** Addresses a text may lead to; the importer drops others, and whoever stores a text is not trusted. */
const isAddress = /^(?:https?:\/\/|\/(?![/\\]))/i;

/** An address that may be followed: http(s), or a path of the same site. */
export function safeAddress(address: string | undefined): string | undefined {
  return address !== undefined && isAddress.test(address) ? address : undefined;
}

/** A text of blocks as elements. Nothing of it is read as HTML. */
export function renderBlocks(blocks: readonly Block[], frame: BlockFrame): TemplateResult[] {
  return blocks.map((block) => (renderers[block.kind] ?? renderParagraph)(block, frame));
}

type Renderer = (block: Block, frame: BlockFrame) => TemplateResult;

const renderers: Partial<Record<string, Renderer>> = {
  heading: renderHeading,
  list: renderList,
  table: renderTable,
  figure: renderFigure,
  attachment: renderAttachment,
  quote: (block, frame) =>
    html`<blockquote class="quote">${renderRuns(block.text, frame)}</blockquote>`,
};

function renderParagraph(block: Block, frame: BlockFrame): TemplateResult {
  return html`<p class="paragraph" data-align=${block.align ?? nothing}>
    ${renderRuns(block.text, frame)}
  </p>`;
}

function renderHeading({ level = 2, text, align }: Block, frame: BlockFrame): TemplateResult {
  const place = Math.min(6, frame.headingLevel + level - 2);
  return html`<p
    class="block-heading"
    role="heading"
    aria-level=${place}
    data-align=${align ?? nothing}
  >
    ${renderRuns(text, frame)}
  </p>`;
}

function renderList({ items = [], ordered = false }: Block, frame: BlockFrame): TemplateResult {
  const rows = items.map((item) => html`<li>${renderRuns(item, frame)}</li>`);
  return ordered
    ? html`<ol class="block-list numbered">
        ${rows}
      </ol>`
    : html`<ul class="block-list">
        ${rows}
      </ul>`;
}

/** Wider than its place it is scrolled, by keyboard too. */
function renderTable({ text, rows = [] }: Block, frame: BlockFrame): TemplateResult {
  const head = rows[0]?.every(({ header }) => header) ? rows.slice(0, 1) : [];
  const body = rows.slice(head.length);
  return html`<div class="table-place" tabindex="0">
    <table>
      ${
        text
          ? html`<caption>
              ${renderRuns(text, frame)}
            </caption>`
          : nothing
      }
      ${
        head.length > 0
          ? html`<thead>
              ${head.map((row) => renderRow(row, frame, 'col'))}
            </thead>`
          : nothing
      }
      <tbody>
        ${body.map((row) => renderRow(row, frame, 'row'))}
      </tbody>
    </table>
  </div>`;
}

function renderRow(row: readonly Cell[], frame: BlockFrame, scope: 'col' | 'row'): TemplateResult {
  return html`<tr>
    ${row.map(({ text, header, columns, rows }) =>
      header
        ? html`<th scope=${scope} colspan=${columns ?? nothing} rowspan=${rows ?? nothing}>
            ${renderRuns(text, frame)}
          </th>`
        : html`<td colspan=${columns ?? nothing} rowspan=${rows ?? nothing}>
            ${renderRuns(text, frame)}
          </td>`,
    )}
  </tr>`;
}

function renderFigure({ file, alternative = '', text }: Block, frame: BlockFrame): TemplateResult {
  const found = file === undefined ? undefined : frame.file(file);
  const caption = text && renderRuns(text, frame);
  if (!found) return html`<p class="paragraph">${alternative} ${caption ?? nothing}</p>`;
  return html`<figure class="figure">
    <img src=${found.url} alt=${alternative} loading="lazy" />
    ${caption ? html`<figcaption>${caption}</figcaption>` : nothing}
  </figure>`;
}

function renderAttachment({ file, text }: Block, frame: BlockFrame): TemplateResult {
  const found = file === undefined ? undefined : frame.file(file);
  const label = text ? renderRuns(text, frame) : (found?.name ?? '');
  if (!found || frame.kiosk) return html`<p class="paragraph">${label}</p>`;
  return html`<p class="paragraph"><a class="link" href=${found.url} download>${label}</a></p>`;
}

function renderRuns(runs: readonly Run[] = [], frame: BlockFrame): unknown {
  return runs.map(({ text, strong, href }) => {
    const address = frame.kiosk ? undefined : safeAddress(href);
    const words = address ? renderLink(text, address, frame) : (frame.words?.(text) ?? text);
    return strong ? html`<strong>${words}</strong>` : words;
  });
}

function renderLink(
  text: string,
  address: string,
  { newWindow, language }: BlockFrame,
): TemplateResult {
  return html`<a href=${address} target="_blank" rel="noopener"
    >${text}<span class="visually-hidden" lang=${language ?? nothing}>${newWindow}</span></a
  >`;
}
