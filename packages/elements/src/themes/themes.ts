import { colours, type Pair, type Role } from './colours.ts';
import * as names from './theme-names.ts';
import { amber, black, blue, red, stark, white } from './palette.ts';

/** A set of public tokens, made into a plain style sheet (`theme-css.ts`). */
export interface Theme extends names.ThemeName {
  /** Every role of colour, light and dark. */
  colours: Readonly<Record<Role, Pair>>;
  /** Other tokens it sets, without `--oi-`. */
  others?: Readonly<Record<string, string>>;
  /** The least contrast of its text; 4.5 of WCAG AA, 7 of AAA. */
  contrast: number;
  /** Accent and grounds derived from one colour of the page, where the browser can reckon it. */
  derived?: Readonly<Partial<Record<Role, Pair>>>;
}

const neutral: Theme = {
  ...names.neutral,
  colours,
  contrast: 4.5,
};

const governmentBlue: Theme = {
  ...names.blue,
  colours: {
    ...colours,
    accent: [blue[600], blue[300]],
    'on-accent': [white, blue[900]],
    surface: [white, blue[900]],
    wash: [blue[50], blue[800]],
    line: [blue[200], blue[700]],
    edge: [blue[500], blue[500]],
  },
  others: { radius: '4px' },
  contrast: 4.5,
};

const governmentRed: Theme = {
  ...names.red,
  colours: {
    ...colours,
    accent: [red[600], red[300]],
    'on-accent': [white, red[950]],
    surface: [white, red[900]],
    wash: [red[50], red[800]],
    line: [red[200], red[700]],
    edge: [red[500], red[500]],
    // Failures stay apart from links, which are red here.
    alert: [amber[700], amber[300]],
  },
  others: { radius: '4px' },
  contrast: 4.5,
};

const highContrast: Theme = {
  ...names.contrast,
  colours: {
    accent: [stark.blue, stark.amber],
    'on-accent': [white, black],
    ink: [black, white],
    soft: [stark.grey[800], stark.grey[100]],
    surface: [white, black],
    wash: [stark.grey[50], stark.grey[900]],
    line: [stark.grey[700], stark.grey[300]],
    edge: [black, white],
    mark: [stark.amber, stark.blue],
    alert: [stark.red, stark.pink],
  },
  others: { 'focus-width': '4px' },
  contrast: 7,
};

/** One colour of the page, which it may set; else the accent of the neutral theme. */
export const accentOfPage = `var(--oi-host-accent, ${colours.accent[0]})`;

/** A colour of the hue of the page's accent: OKLCH, `l` and `c` as reckoned from its own. */
const tinted = (lightness: string, chroma: string): string =>
  `oklch(from ${accentOfPage} ${lightness} ${chroma} h)`;

const host: Theme = {
  ...names.host,
  colours,
  // No list of fonts: the declaration falls away, and the font of the page is inherited.
  others: { font: '0' },
  derived: {
    // Held where every hue has its contrast: dark enough for white, light enough for the dark ground.
    accent: [tinted('min(l, 0.47)', 'c'), tinted('max(l, 0.78)', 'min(c, 0.12)')],
    wash: [tinted('0.975', 'min(c * 0.12, 0.012)'), tinted('0.26', 'min(c * 0.15, 0.02)')],
    line: [tinted('0.9', 'min(c * 0.2, 0.03)'), tinted('0.36', 'min(c * 0.25, 0.03)')],
  },
  contrast: 4.5,
};

/** Every theme; the first needs no file. */
export const themes: readonly Theme[] = [
  neutral,
  governmentBlue,
  governmentRed,
  highContrast,
  host,
];
