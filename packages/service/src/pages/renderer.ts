import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Settings } from '../settings.ts';
import type { Language } from '../http/words.ts';

/** What pages are of: each has a list at `/<noun>` and a page for each record below it. */
export const nouns = ['catalog', 'policies', 'matters'] as const;
export type Noun = (typeof nouns)[number];

/** One page that is asked for. */
export interface PageAsked {
  noun: Noun;
  /** The record; absent: the list. */
  id?: string | undefined;
  query: URLSearchParams;
  language: Language;
  /** `elder`: 适老. */
  mode: 'standard' | 'elder';
  /** Where the service is, as the reader wrote it. */
  origin: string;
  /** Where the built files of the current version lie: `/embed/0.1.0`. */
  assets: string;
  /** Page of a record of each noun, with `{id}`. */
  addresses: Readonly<Record<Noun, string>>;
  siteName?: string | undefined;
  siteCode?: string | undefined;
  /** Asks the service itself, without a network between. */
  fetch: (request: Request) => Promise<Response>;
}

/** A page that was drawn; 404 and 410 are pages too. */
export interface PageDrawn {
  status: number;
  html: string;
}

/**
 * What draws the pages: a file the build of the elements makes. The service knows no element, so it takes
 * the file by its path, as it serves the other built files.
 */
export interface PageRenderer {
  renderPage: (asked: PageAsked) => Promise<PageDrawn>;
}

/** What this workspace builds. */
const builtHere = fileURLToPath(new URL('../../../elements/dist/pages/render.js', import.meta.url));

const fileOf = ({ pages }: Pick<Settings, 'pages'>): string => pages ?? builtHere;

/** Whether there is anything to draw pages with. */
export const hasRenderer = (settings: Pick<Settings, 'pages'>): boolean =>
  existsSync(fileOf(settings));

/** Loads what draws the pages. @returns nothing where it was not built */
export async function loadRenderer(
  settings: Pick<Settings, 'pages'>,
): Promise<PageRenderer | undefined> {
  if (!hasRenderer(settings)) return undefined;
  return (await import(pathToFileURL(fileOf(settings)).href)) as PageRenderer;
}
