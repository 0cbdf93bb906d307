import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/lib/root.mjs';
import { elementOf, heightOf, type StoryEntry, type StoryGlobals } from './gallery.ts';

/** How a story is looked at for a picture of it. */
export interface View {
  name: 'wide' | 'phone' | 'elder' | 'kiosk' | 'forced';
  mode: StoryGlobals['mode'];
  /** CSS pixels of the page; what is higher is cut off. */
  width: number;
  most: number;
  /** Pixels of the picture for one of the page: small, and still every line of text is there. */
  scale: number;
}

export const views: readonly View[] = [
  { name: 'wide', mode: 'standard', width: 1280, most: 1300, scale: 0.36 },
  { name: 'phone', mode: 'standard', width: 390, most: 1300, scale: 0.42 },
  { name: 'elder', mode: 'elder', width: 390, most: 1200, scale: 0.38 },
  { name: 'kiosk', mode: 'kiosk', width: 1080, most: 1920, scale: 0.25 },
  { name: 'forced', mode: 'standard', width: 1280, most: 1300, scale: 0.36 },
];

/** How a story is kept in pictures: in forced colours each element is seen once. */
export const viewsOf = ({ exportName }: StoryEntry): readonly View[] =>
  views.filter(({ name }) => name !== 'forced' || exportName === 'Ready');

/** Lossy, but the same picture for the same pixels. */
const quality = 35;

/** Where the reviewed pictures are. */
const folder = join(root, 'stories/pictures');
/** What differed in the last run; not kept. */
export const differences = join(root, 'stories/pictures/differences');
const madeWithFile = join(folder, 'made-with.json');

/** What the pictures were made with. */
export interface MadeWith {
  /** Major version of Chromium. */
  chromium: string;
  /** Fonts the sample text was drawn with, and how wide it is at 100 px. */
  fonts: string;
  width: number;
}

/** Fewer pixels may differ: a changed word has more, edges that are smoothed otherwise have fewer. */
const most = { pixels: 12, share: 0.0002 };

export const isTolerated = ({ pixels, share }: { pixels: number; share: number }): boolean =>
  pixels <= most.pixels || share <= most.share;

export const majorOf = (version: string): string => version.split('.')[0] ?? '';

/** `PolicyCard` as `policy-card`. */
export const kebab = (name: string) => name.replace(/(?<=[a-z0-9])[A-Z]/g, '-$&').toLowerCase();

/** Path of a picture below its folder. */
export function pictureName(story: StoryEntry, view: View): string {
  const element = elementOf(story)?.replace('oi-', '') ?? 'family';
  return `${element}/${kebab(story.exportName)}.${view.name}.webp`;
}

export function readPicture(name: string): Buffer | undefined {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path) : undefined;
}

function write(path: string, bytes: Buffer | string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

export const keepPicture = (name: string, bytes: Buffer): string =>
  write(join(folder, name), bytes);

/** Puts down before, after and difference; returns the path for the message. */
export const keepDifference = (name: string, bytes: Buffer): string =>
  write(join(differences, name.replace(/webp$/, 'png')), bytes);

/** Names of all reviewed pictures. */
export const pictureNames = (): string[] => globSync('*/*.webp', { cwd: folder }).sort();

/** More would make the repository slow to clone. */
export const mostBytes = 6_000_000;

export const sizeOfPictures = (): number =>
  pictureNames().reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

export const dropPicture = (name: string): void => rmSync(join(folder, name));

export function readMadeWith(): MadeWith | undefined {
  return existsSync(madeWithFile)
    ? (JSON.parse(readFileSync(madeWithFile, 'utf8')) as MadeWith)
    : undefined;
}

export const keepMadeWith = (made: MadeWith): string =>
  write(madeWithFile, `${JSON.stringify(made, null, 2)}\n`);

/** What this machine draws text with: Chinese, Latin, figures. */
export async function measureMachine(page: Page, version: string): Promise<MadeWith> {
  const session = await page.context().newCDPSession(page);
  const width = await page.evaluate(() => {
    const sample = document.createElement('span');
    sample.id = 'sample-text';
    sample.textContent = '政务公开 Open 0123456789（二〇二六）';
    sample.style.fontSize = '100px';
    sample.style.whiteSpace = 'nowrap';
    document.body.append(sample);
    return Math.round(sample.getBoundingClientRect().width);
  });
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root: tree } = await session.send('DOM.getDocument');
  const node = { nodeId: tree.nodeId, selector: '#sample-text' };
  const { nodeId } = await session.send('DOM.querySelector', node);
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  return {
    chromium: majorOf(version),
    fonts: fonts
      .map(({ familyName }) => familyName)
      .sort()
      .join(', '),
    width,
  };
}

/** Says nothing of the look: a caret that blinks, a QR code with the port or the key of this very run. */
const withoutChance = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const hide = (root: Document | ShadowRoot): void => {
      for (const one of root.querySelectorAll<HTMLElement>('*')) {
        if (one.matches('input, textarea')) one.style.caretColor = 'transparent';
        if (one.matches('.qr > path')) one.style.visibility = 'hidden';
        if (one.shadowRoot) hide(one.shadowRoot);
      }
    };
    hide(document);
  });

/** Takes a picture of the open story. */
export async function takePicture(page: Page, view: View): Promise<Buffer> {
  await withoutChance(page);
  const session = await page.context().newCDPSession(page);
  const shown = Math.max(Math.min(await heightOf(page), view.most), 120);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality,
    clip: { x: 0, y: 0, width: view.width, height: shown, scale: view.scale },
  });
  await session.detach();
  return Buffer.from(data, 'base64');
}
