import type { Role } from '../../packages/elements/src/themes/colours.ts';

/** Two colours that meet, and how much they have to differ (WCAG 2.2, 1.4.3 and 1.4.11). */
export interface Meeting {
  over: Role;
  under: Role;
  least: 4.5 | 3;
}

export const meetings: readonly Meeting[] = [
  { over: 'ink', under: 'surface', least: 4.5 },
  { over: 'ink', under: 'wash', least: 4.5 },
  { over: 'ink', under: 'mark', least: 4.5 },
  { over: 'soft', under: 'surface', least: 4.5 },
  { over: 'soft', under: 'wash', least: 4.5 },
  { over: 'accent', under: 'surface', least: 4.5 },
  { over: 'accent', under: 'wash', least: 4.5 },
  { over: 'on-accent', under: 'accent', least: 4.5 },
  { over: 'alert', under: 'surface', least: 4.5 },
  { over: 'edge', under: 'surface', least: 3 },
];

/** A colour as a colour picker wants it; undefined for what is no colour by itself, as `var()`. */
export function hexOf(colour: string): string | undefined {
  if (!CSS.supports('color', colour) || /var\(|currentcolor|light-dark/i.test(colour))
    return undefined;
  const digits = channelsOf(colour).map((channel) => channel.toString(16).padStart(2, '0'));
  return `#${digits.join('')}`;
}

/** Red, green and blue of any colour a style sheet may name, 0 to 255. */
function channelsOf(colour: string): number[] {
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

/** Relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
