import { fontFamily } from './font.ts';
import type { Sheet, SheetPiece } from './sheet.ts';

/** Pixels for a point: 216 dpi, sharp on paper and in an article. */
const density = 3;

function paint(to: CanvasRenderingContext2D, piece: SheetPiece): void {
  const { kind, x, y } = piece;
  if (kind === 'box') {
    to.fillStyle = piece.color;
    to.fillRect(x, y, piece.width, piece.height);
    return;
  }
  if (kind === 'text') {
    to.fillStyle = piece.color;
    to.font = `${piece.bold ? 700 : 400} ${piece.size}px ${fontFamily}`;
    to.fillText(piece.text, x, y);
    return;
  }
  to.save();
  to.translate(x, y);
  to.scale(piece.scale, piece.scale);
  to.fillStyle = '#000';
  to.fill(new Path2D(piece.d));
  to.restore();
}

/**
 * A sheet as PNG, painted piece by piece: a picture of the SVG would have to be allowed by the page's
 * policy (`img-src`).
 *
 * @returns undefined where the browser gives no picture
 */
export async function pngFile(sheet: Sheet): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = sheet.width * density;
  canvas.height = sheet.height * density;
  const to = canvas.getContext('2d');
  if (!to) return undefined;
  to.scale(density, density);
  for (const piece of sheet.pieces) paint(to, piece);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}
