/**
 * WCAG 2.2 relative luminance of an sRGB colour.
 * @param {readonly number[]} rgb red, green, blue: 0 to 255
 */
export function luminanceOf(rgb) {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * WCAG 2.2 contrast ratio, 1 to 21.
 * @param {readonly number[]} one
 * @param {readonly number[]} other
 */
export function contrastOf(one, other) {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {string} hex `#1b2531` or `#fff` */
export function rgbOf(hex) {
  const digits = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex;
  const number = Number.parseInt(digits.slice(1), 16);
  if (!/^#[\da-f]{6}$/i.test(digits)) throw new Error(`${hex} is no colour #rrggbb.`);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** Text of one role on the ground of another. */
export const textPairs = /** @type {const} */ ([
  ...['ink', 'soft', 'accent', 'alert'].flatMap((role) => [
    [role, 'surface'],
    [role, 'wash'],
  ]),
  // Found words stand in names (accent), texts and quieter texts.
  ...['ink', 'soft', 'accent'].map((role) => [role, 'mark']),
  ['on-accent', 'accent'],
]);

/** What a control is known by: its edge, and the ring of focus, which is of the accent. */
export const edgePairs = /** @type {const} */ ([
  ...['edge', 'accent'].flatMap((role) => [
    [role, 'surface'],
    [role, 'wash'],
  ]),
]);
