import { amber, navy, rust, slate, white } from './palette.ts';

/** What a role looks like on a light and on a dark page. */
export type Pair = readonly [light: string, dark: string];

/**
 * The second tier, as far as it is colour: the roles of the neutral theme. A host page sets a role
 * as `--oi-color-<role>`; elements read it as `--_<role>`. `tokens.ts` says what each is for.
 */
export const colours = {
  accent: [navy[700], navy[300]],
  'on-accent': [white, slate[950]],
  ink: [slate[850], slate[100]],
  soft: [slate[600], slate[300]],
  surface: [white, slate[900]],
  wash: [slate[50], slate[800]],
  line: [slate[200], slate[700]],
  edge: [slate[500], slate[400]],
  mark: [amber[100], amber[900]],
  alert: [rust[700], rust[300]],
} as const satisfies Readonly<Record<string, Pair>>;

/** A role of colour. */
export type Role = keyof typeof colours;
