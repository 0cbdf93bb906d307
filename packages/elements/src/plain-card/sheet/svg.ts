import { fontFamily } from './font.ts';
import type { Sheet, SheetPiece } from './sheet.ts';

const namespace = 'http://www.w3.org/2000/svg';

function element<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number>,
  text?: string,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

function drawn(piece: SheetPiece): SVGElement {
  const { kind, x, y } = piece;
  if (kind === 'box') {
    const { width, height, color } = piece;
    return element('rect', { x, y, width, height, fill: color });
  }
  if (kind === 'path') {
    const transform = `translate(${x} ${y}) scale(${piece.scale})`;
    const fill = '#000';
    return element('path', { transform, fill, d: piece.d, 'shape-rendering': 'crispEdges' });
  }
  const { size, bold, color, text } = piece;
  const weight = bold ? 700 : 400;
  return element('text', { x, y, 'font-size': size, 'font-weight': weight, fill: color }, text);
}

/**
 * A sheet as SVG, without styles and foreign objects, so that it is the same in every viewer.
 *
 * @param alternative all it says, in words
 */
export function drawSheet(sheet: Sheet, title: string, alternative: string): SVGSVGElement {
  const { width, height, pieces } = sheet;
  const root = element('svg', {
    viewBox: `0 0 ${width} ${height}`,
    width: `${width}pt`,
    height: `${height}pt`,
    'font-family': fontFamily,
    'xml:space': 'preserve',
    role: 'img',
    'aria-label': title,
  });
  root.append(element('title', {}, title), element('desc', {}, alternative), ...pieces.map(drawn));
  return root;
}

/** The same as a file. */
export function svgFile(drawing: SVGSVGElement): Blob {
  const text = new XMLSerializer().serializeToString(drawing);
  return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}`], { type: 'image/svg+xml' });
}
