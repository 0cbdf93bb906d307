import { textOfBlocks, type Block, type Cell, type Run } from '@open-info/contract/blocks';
import { detectStamp } from '@open-info/contract/disclosure-attribute';
import { validityWords, type PolicyDocument } from '@open-info/contract/documents';
import { isSafeHref } from '../documents/checks.ts';
import { markup, type Markup } from './markup.ts';

/** Where the files of a document are, and where it is read. */
export interface ArticleLinks {
  /** Address of a file of the document by its id. */
  file(id: string): string;
}

function run({ text, strong, href }: Run): Markup {
  const words = strong === true ? markup`<strong>${text}</strong>` : markup`${text}`;
  // The editor of WeChat keeps the words of a link and drops the link where it may not stand.
  return href !== undefined && isSafeHref(href) ? markup`<a href="${href}">${words}</a>` : words;
}

const runs = (all: readonly Run[] = []): Markup[] => all.map(run);

const span = (name: string, count: number | undefined): Markup =>
  count !== undefined && Number.isInteger(count) && count > 1
    ? name === 'colspan'
      ? markup` colspan="${count}"`
      : markup` rowspan="${count}"`
    : markup``;

function cell({ text, header, columns, rows }: Cell): Markup {
  const spans = [span('colspan', columns), span('rowspan', rows)];
  return header === true
    ? markup`<th${spans}>${runs(text)}</th>`
    : markup`<td${spans}>${runs(text)}</td>`;
}

const aligned = (align: string | undefined): Markup => {
  if (align === 'center') return markup` align="center"`;
  return align === 'end' ? markup` align="right"` : markup``;
};

function heading({ level = 2, text }: Block): Markup {
  if (level <= 2) return markup`<h2>${runs(text)}</h2>`;
  return level === 3 ? markup`<h3>${runs(text)}</h3>` : markup`<h4>${runs(text)}</h4>`;
}

const list = ({ items = [], ordered }: Block): Markup => {
  const lines = items.map((item) => markup`<li>${runs(item)}</li>`);
  return ordered === true ? markup`<ol>${lines}</ol>` : markup`<ul>${lines}</ul>`;
};

const table = ({ text, rows = [] }: Block): Markup =>
  markup`<table border="1">${
    text ? markup`<caption>${runs(text)}</caption>` : undefined
  }<tbody>${rows.map((row) => markup`<tr>${row.map(cell)}</tr>`)}</tbody></table>`;

const figure = ({ text, file, alternative = '' }: Block, links: ArticleLinks): Markup =>
  markup`<figure>${
    file === undefined ? undefined : markup`<img src="${links.file(file)}" alt="${alternative}">`
  }<figcaption>${text ? runs(text) : alternative}</figcaption></figure>`;

const attachment = ({ text, file }: Block, links: ArticleLinks): Markup =>
  file === undefined
    ? markup`<p>${runs(text)}</p>`
    : markup`<p><a href="${links.file(file)}">${runs(text)}</a></p>`;

const kinds: Readonly<Record<string, (block: Block, links: ArticleLinks) => Markup>> = {
  heading,
  list,
  table,
  figure,
  attachment,
  quote: ({ text }) => markup`<blockquote>${runs(text)}</blockquote>`,
};

function block(one: Block, links: ArticleLinks): Markup {
  const write = Object.hasOwn(kinds, one.kind) ? kinds[one.kind] : undefined;
  return write?.(one, links) ?? markup`<p${aligned(one.align)}>${runs(one.text)}</p>`;
}

/**
 * A document as a page of plain rich text: what can be selected and pasted into an article of WeChat
 * (公众号图文). Every text is escaped as it is written, so nothing of a body can become a tag.
 */
export function articleOf(document: PolicyDocument, links: ArticleLinks): string {
  const { title, documentNumber, issuers, issuedOn, validity, body, stamp, successors } = document;
  const facts = [
    documentNumber,
    issuers.map(({ name }) => name).join('、'),
    issuedOn,
    validityWords[validity]?.zh ?? validity,
  ].filter((fact): fact is string => fact !== undefined && fact !== '');
  const newer =
    successors.length === 0
      ? undefined
      : markup`<p>现行规定见：${successors.map((one) => `《${one.title}》`).join('、')}</p>`;
  // Most texts carry their 附注 themselves.
  const printed = detectStamp(textOfBlocks(body)) ? undefined : markup`<p>（${stamp}）</p>`;
  const page = markup`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><article>
<h1>${title}</h1>
<p>${facts.join('　')}</p>
${newer}
${body.map((one) => markup`${block(one, links)}\n`)}
${printed}
</article></body>
</html>
`;
  return page.text;
}
