/*
 * The first tier: raw colours, by hue and by how dark they are (100 palest, 900 darkest). Only
 * the roles (`colours.ts`) and the themes (`themes.ts`) name them; no element does, and no host page
 * sees them.
 */

export const white = '#fff';
export const black = '#000';

/** Greys with a little blue in them: text, lines, grounds. */
export const slate = {
  50: '#f4f7fb',
  100: '#e9edf2',
  200: '#dbe2ea',
  300: '#aeb9c6',
  400: '#8492a2',
  500: '#7c8896',
  600: '#55616f',
  700: '#33404e',
  800: '#1c2530',
  850: '#1b2531',
  900: '#141b24',
  950: '#0c1a2b',
} as const;

/** The accent of the neutral theme. */
export const navy = { 300: '#8fbcf5', 700: '#13509b' } as const;

/** 政务蓝. */
export const blue = {
  50: '#edf5fe',
  200: '#c5dbf3',
  300: '#85bdff',
  500: '#5f84ad',
  600: '#0a57b8',
  700: '#2c4562',
  800: '#15273d',
  900: '#0d1b2c',
} as const;

/** 政务红. */
export const red = {
  50: '#fdf4f1',
  200: '#eed6cf',
  300: '#ffaa9e',
  500: '#9b7f77',
  600: '#b3121d',
  700: '#54352f',
  800: '#2c1b19',
  900: '#1e1313',
  950: '#2b0a08',
} as const;

/** Found words, and what warns beside red. */
export const amber = {
  100: '#ffedb0',
  300: '#ffc266',
  700: '#8a4300',
  900: '#54430a',
} as const;

/** Failures. */
export const rust = { 300: '#ff9d8a', 700: '#a8321f' } as const;

/** For eyes that need it: the contrast theme. */
export const stark = {
  amber: '#ffe066',
  blue: '#003a8c',
  red: '#8f0000',
  pink: '#ffb3a8',
  grey: {
    50: '#f0f0f0',
    100: '#e6e6e6',
    300: '#b3b3b3',
    700: '#4d4d4d',
    800: '#2b2b2b',
    900: '#1f1f1f',
  },
} as const;
