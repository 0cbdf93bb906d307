import { BlockSchema, type Block, type Run } from '@open-info/contract/blocks';
import * as z from 'zod/mini';
import type { Words } from '../http/words.ts';

/** An http(s) address, a path of the same site or a place on the page: nothing that could run. */
export const isSafeHref = (href: string): boolean =>
  /^(?:https?:\/\/[^\s\\]+|\/(?![/\\])[^\s\\]*|#[^\s]*)$/i.test(href);

const runsOf = ({ text = [], items = [], rows = [] }: Block): Run[] => [
  ...text,
  ...items.flat(),
  ...rows.flatMap((row) => row.flatMap((cell) => cell.text)),
];

const isSafe = (block: Block): boolean =>
  runsOf(block).every(({ href }) => href === undefined || isSafeHref(href));

const safeLinks: Words = {
  zh: '链接只能是 http(s) 地址或本站路径',
  en: 'links that are http(s) addresses or paths of the same site',
};

/** Text as blocks whose links lead nowhere but to pages. */
export const Blocks = z.array(
  BlockSchema.check(z.refine(isSafe, { params: { expected: safeLinks } })),
);

const idForm: Words = {
  zh: '1 到 100 个字母、数字、“-”“_”“.”',
  en: '1 to 100 letters, digits, "-", "_", "."',
};

/** An id stands in addresses, so it is written without anything that must be escaped there. */
export const Id = z
  .string()
  .check(z.refine((id) => /^[A-Za-z0-9][\w.-]{0,99}$/.test(id), { params: { expected: idForm } }));

const instantForm: Words = {
  zh: '带时区的时间，如 2026-03-20T09:30:00+08:00',
  en: 'a time with its offset, such as 2026-03-20T09:30:00+08:00',
};

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
  !Number.isNaN(Date.parse(text));

export const Instant = z.string().check(z.refine(isInstant, { params: { expected: instantForm } }));

const longestLine = 500;

const lineForm: Words = {
  zh: `一行文字，不能为空，不换行，不超过 ${longestLine} 个字符`,
  en: `one line of text that is not empty, of at most ${longestLine} characters`,
};

const isLine = (text: string): boolean =>
  text.trim() !== '' && !/[\r\n]/.test(text) && text.length <= longestLine;

/** One line that says something. */
export const Line = z.string().check(z.refine(isLine, { params: { expected: lineForm } }));
