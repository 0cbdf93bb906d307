import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

const pixelmatch = readFileSync(createRequire(import.meta.url).resolve('pixelmatch'), 'utf8');
const library = `data:text/javascript;base64,${Buffer.from(pixelmatch).toString('base64')}`;

/** How two pictures of the same story differ. */
export interface Difference {
  /** Pixels that differ beyond what smoothing of edges does. */
  pixels: number;
  /** The same as a part of the larger picture, 0 to 1. */
  share: number;
  /** Before, after and what differs side by side, as PNG. */
  picture: Buffer;
}

interface Found {
  pixels: number;
  share: number;
  picture: string;
}

/** A page on which pictures are laid over one another; the browser is the decoder. */
export async function openLightTable(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.evaluate(async (address) => {
    const loaded = (await import(address)) as { default: unknown };
    Object.assign(globalThis, { pixelmatch: loaded.default });
  }, library);
  return page;
}

/** Lays two WebP pictures over one another. */
export async function compare(table: Page, before: Buffer, after: Buffer): Promise<Difference> {
  const found = await table.evaluate<Found, string[]>(
    async (pictures) => {
      const { pixelmatch } = globalThis as unknown as {
        pixelmatch: (
          ...given: [
            Uint8ClampedArray,
            Uint8ClampedArray,
            Uint8ClampedArray,
            number,
            number,
            object,
          ]
        ) => number;
      };
      const bitmaps = await Promise.all(
        pictures.map(async (picture) => {
          const answer = await fetch(`data:image/webp;base64,${picture}`);
          return createImageBitmap(await answer.blob());
        }),
      );
      const width = Math.max(...bitmaps.map((bitmap) => bitmap.width));
      const height = Math.max(...bitmaps.map((bitmap) => bitmap.height));
      const sheet = new OffscreenCanvas(width * 3, height).getContext('2d');
      if (!sheet) throw new Error('no canvas');
      const pixelsAt = (place: number) => sheet.getImageData(place * width, 0, width, height);
      bitmaps.forEach((bitmap, place) => sheet.drawImage(bitmap, place * width, 0));
      const marked = new ImageData(width, height);
      const [one, other] = [pixelsAt(0).data, pixelsAt(1).data];
      const pixels = pixelmatch(one, other, marked.data, width, height, { threshold: 0.15 });
      sheet.putImageData(marked, 2 * width, 0);
      const blob = await sheet.canvas.convertToBlob();
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const picture = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      return { pixels, share: pixels / (width * height), picture };
    },
    [before.toString('base64'), after.toString('base64')],
  );
  return { ...found, picture: Buffer.from(found.picture, 'base64') };
}
