import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, sep } from 'node:path';
import type { PolicyRows } from '../documents/rows.ts';
import type { Words } from '../http/words.ts';
import { StopError } from '../stop.ts';
import { decodePage } from './decode.ts';
import {
  entriesOfJsonFeed,
  entriesOfXmlFeed,
  isFields,
  isJsonFeed,
  type FeedEntry,
} from './feed.ts';
import { fetchFeed, largestFeed, type Fetched } from './fetch-feed.ts';
import { blocksFromDocx, DocxError, largestDocx } from './from-docx.ts';
import { blocksFromHtml, largestPage, PageTooLargeError, type ReadPage } from './from-html.ts';

/** A document as it was found, before it is a record. */
export interface Source {
  /** File name, or title of the entry. */
  origin: string;
  page?: ReadPage | undefined;
  /** What a record or a `.json` beside the page states; goes before what the page says. */
  fields: Record<string, unknown>;
  /** Why it could not be read. */
  failure?: Words | undefined;
  /** Reads a file that lies beside the page. */
  beside?: ((path: string) => Promise<Uint8Array | undefined>) | undefined;
}

/** Everything an import found. */
export interface Found {
  sources: Source[];
  /** Records of other kinds in the same file. */
  others: Omit<PolicyRows, 'documents'>;
}

export interface SourceOptions {
  /** http(s) address the pages were exported from. */
  base?: string | undefined;
}

const pageEndings = new Set(['.html', '.htm', '.docx']);
const largestJson = 64 * 1024 * 1024;
/** A picture or an attachment beside a page, in bytes. */
const largestBeside = 50 * 1024 * 1024;

/**
 * Finds the documents in a folder, a file or a feed. Only an http(s) address is asked over the
 * network, and nothing that it names.
 *
 * @throws StopError when there is nothing to read
 */
export async function findSources(target: string, options: SourceOptions): Promise<Found> {
  if (/^https?:\/\//i.test(target)) return fromFetched(target, await fetched(target));
  const about = await stat(target).catch(() => undefined);
  if (!about) throw unreadable(target);
  if (about.isDirectory()) {
    const sources = await fromFolder(target, options);
    if (sources.length === 0) throw nothingIn(target);
    return { sources, others: {} };
  }
  const ending = extname(target).toLowerCase();
  if (pageEndings.has(ending)) return { sources: [await fromPage(target, options)], others: {} };
  if (about.size > largestJson) throw tooLarge(target, largestJson);
  return fromText(target, await readFile(target));
}

async function fromFolder(folder: string, options: SourceOptions): Promise<Source[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  const pages = names.filter((name) => pageEndings.has(extname(name).toLowerCase()));
  const stems = new Set(pages.map(stemOf));
  const sources: Source[] = [];
  for (const name of pages) sources.push(await fromPage(join(folder, name), options));
  for (const name of names) {
    if (extname(name).toLowerCase() !== '.json' || stems.has(stemOf(name))) continue;
    const path = join(folder, name);
    const fields = await readFields(path);
    sources.push(
      fields instanceof Error ? failed(name, notRecord) : fromRecord(name, fields, path),
    );
  }
  return sources;
}

const stemOf = (name: string) => name.slice(0, name.length - extname(name).length);

const notRecord: Words = {
  zh: '不是一份文件的 JSON 对象',
  en: 'no JSON object of one document',
};

const failed = (origin: string, failure: Words): Source => ({ origin, fields: {}, failure });

async function fromPage(path: string, { base }: SourceOptions): Promise<Source> {
  const origin = basename(path);
  const fields = await readFields(`${stemOf(path)}.json`);
  if (fields instanceof Error) {
    return failed(origin, {
      zh: `同名 .json ${notRecord.zh}`,
      en: `the .json beside it is ${notRecord.en}`,
    });
  }
  try {
    const isDocx = extname(path).toLowerCase() === '.docx';
    const bytes = await readUpTo(path, isDocx ? largestDocx : largestPage);
    const page = await (isDocx ? blocksFromDocx(bytes) : blocksFromHtml(bytes, { base }));
    return { origin, page, fields, beside: besideOf(path) };
  } catch (error) {
    return failed(origin, failureOf(error));
  }
}

function failureOf(error: unknown): Words {
  if (error instanceof DocxError) return error.words;
  if (error instanceof PageTooLargeError) {
    return { zh: '网页超过 10 MB', en: 'the page is larger than 10 MB' };
  }
  throw error;
}

async function readUpTo(path: string, largest: number): Promise<Uint8Array> {
  if ((await stat(path)).size > largest) throw new PageTooLargeError();
  return readFile(path);
}

/** The object in a `.json`; empty when there is no such file. */
async function readFields(path: string): Promise<Record<string, unknown> | Error> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return {};
  const value = parseJson(text);
  return isFields(value) ? value : new Error('no object');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Reads beside a page, never outside its folder, links followed. */
function besideOf(page: string): Source['beside'] {
  const folder = dirname(page);
  return async (path) => {
    try {
      const real = await realpath(join(folder, path));
      if (!real.startsWith((await realpath(folder)) + sep)) return undefined;
      const about = await stat(real);
      return about.isFile() && about.size <= largestBeside ? await readFile(real) : undefined;
    } catch {
      return undefined;
    }
  };
}

/** A record; `html` in it is read into its body. */
function fromRecord(origin: string, record: Record<string, unknown>, path?: string): Source {
  const { html, ...fields } = record;
  const beside = path === undefined ? undefined : besideOf(path);
  if (typeof html !== 'string') return { origin, fields, beside };
  try {
    return { origin, fields, page: blocksFromHtml(html), beside };
  } catch (error) {
    return failed(origin, failureOf(error));
  }
}

async function fetched(address: string): Promise<Fetched> {
  try {
    return await fetchFeed(address);
  } catch (error) {
    throw new StopError(
      {
        zh: `无法读取 ${address}：${reasonOf(error)}。`,
        en: `${address} cannot be read: ${reasonOf(error)}.`,
      },
      error,
    );
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function fromFetched(address: string, { bytes, contentType, url }: Fetched): Found {
  return fromText(address, bytes, contentType, url);
}

/** A file that is not a page: records as JSON, or a feed. */
function fromText(name: string, bytes: Uint8Array, contentType?: string, url?: string): Found {
  const text = decodePage(bytes, contentType);
  const start = text.trimStart().charAt(0);
  if (start === '{' || start === '[') return fromJson(name, parseJson(text), url);
  if (bytes.length > largestFeed) throw tooLarge(name, largestFeed);
  try {
    return { sources: entriesOfXmlFeed(text).map((entry) => fromEntry(entry, url)), others: {} };
  } catch (error) {
    throw notKnown(name, error);
  }
}

function fromJson(name: string, value: unknown, url?: string): Found {
  if (isJsonFeed(value)) {
    return { sources: entriesOfJsonFeed(value).map((entry) => fromEntry(entry, url)), others: {} };
  }
  const isRows = isFields(value) && Array.isArray(value.documents);
  const { documents, ...others } = isRows
    ? value
    : { documents: Array.isArray(value) ? value : [value] };
  const records = documents as unknown[];
  if (records.length === 0 && Object.keys(others).length === 0) throw notKnown(name);
  return {
    sources: records.map((record, place) => {
      const origin = `${basename(name)} [${String(place + 1)}]`;
      return isFields(record) ? fromRecord(origin, record) : failed(origin, notRecord);
    }),
    others: others,
  };
}

function fromEntry({ title, url, published, html, fields }: FeedEntry, feedUrl?: string): Source {
  const origin = title ?? url ?? '';
  try {
    const page = blocksFromHtml(html ?? '', { base: absolute(url, feedUrl) });
    const { metadata } = page;
    const known = { title: metadata.title ?? title, url: absolute(url, feedUrl) ?? metadata.url };
    const publishedAt = metadata.publishedAt ?? instantOf(published);
    return { origin, fields, page: { ...page, metadata: { ...metadata, ...known, publishedAt } } };
  } catch (error) {
    return failed(origin, failureOf(error));
  }
}

function absolute(url: string | undefined, base: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url, base)) return undefined;
  const { href, protocol } = new URL(url, base);
  return /^https?:$/.test(protocol) ? href : undefined;
}

/** Feeds write ISO 8601 (Atom, JSON) or RFC 822 (RSS). */
function instantOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

function unreadable(path: string): StopError {
  return new StopError({
    zh: `无法读取 ${path}，请检查路径。`,
    en: `${path} cannot be read; check the path.`,
  });
}

function nothingIn(folder: string): StopError {
  return new StopError({
    zh: `${folder} 中没有可以导入的文件：应有 .html、.htm、.docx 或 .json。`,
    en: `There is nothing to import in ${folder}: it should have .html, .htm, .docx or .json.`,
  });
}

function tooLarge(path: string, largest: number): StopError {
  const size = String(largest / 1024 / 1024);
  return new StopError({
    zh: `${path} 超过 ${size} MB。`,
    en: `${path} is larger than ${size} MB.`,
  });
}

function notKnown(name: string, cause?: unknown): StopError {
  return new StopError(
    {
      zh: `${name} 不是可以导入的文件：应为文件夹、.html、.docx、JSON，或 Atom、RSS、JSON Feed。`,
      en: `${name} is nothing that can be imported: give a folder, .html, .docx, JSON, or an Atom, RSS or JSON feed.`,
    },
    cause,
  );
}
