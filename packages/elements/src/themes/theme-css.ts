import type { Pair } from './colours.ts';
import { fontSizes } from './modes.ts';
import { accentOfPage, themes, type Theme } from './themes.ts';

type Declarations = readonly (readonly [name: string, value: string])[];

const ruleOf = (selector: string, declarations: Declarations): string =>
  `${selector} {\n${declarations.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}\n`;

const supports = (value: string, rule: string): string =>
  `@supports (color: ${value}) {\n${rule}}\n`;

const entriesOf = (colours: Readonly<Partial<Record<string, Pair>>>) =>
  Object.entries(colours).flatMap(([role, pair]) => (pair ? [[role, pair] as const] : []));

const plain = (colours: Readonly<Partial<Record<string, Pair>>>): Declarations =>
  entriesOf(colours).map(([role, [light]]) => [`--oi-color-${role}`, light]);

const both = (colours: Readonly<Partial<Record<string, Pair>>>): Declarations =>
  entriesOf(colours).map(([role, [light, dark]]) => [
    `--oi-color-${role}`,
    `light-dark(${light}, ${dark})`,
  ]);

/** Reckons a colour from another: Chromium 119, Safari 16.4, Firefox 128, all before `light-dark()`. */
const reckons = 'oklch(from #000 l c h)';

/** Whatever any theme sets besides colours; one that does not set it leaves it as it is by itself. */
const otherNames = [...new Set(themes.flatMap(({ others = {} }) => Object.keys(others)))];

function rulesOf({ colours, others = {}, derived }: Theme, selector: string): string {
  const fixed = otherNames.map((name) => [`--oi-${name}`, others[name] ?? 'initial'] as const);
  const rules = [
    ruleOf(selector, [...plain(colours), ...fixed]),
    supports('light-dark(#000, #fff)', ruleOf(selector, both(colours))),
  ];
  if (!derived) return rules.join('');
  const asGiven: Declarations = [['--oi-color-accent', accentOfPage]];
  return [
    ...rules,
    ruleOf(selector, asGiven),
    supports(reckons, supports('light-dark(#000, #fff)', ruleOf(selector, both(derived)))),
  ].join('');
}

/** 字号: `data-oi-font-size` on the page or a part of it. */
const sizes = fontSizes
  .map((size) =>
    ruleOf(`[data-oi-font-size='${size}']`, [
      ['--oi-font-size', `max(${size / 16}rem, ${size}px)`],
    ]),
  )
  .join('');

/**
 * The style sheet of one theme, to be linked by a page: for the whole page, unless its root names
 * another that is linked as well, and for whatever part names this one. Whatever the page itself
 * says at `:root` goes before it.
 */
export function themeCss(theme: Theme): string {
  return `${rulesOf(theme, `html, [data-oi-theme='${theme.name}']`)}${sizes}`;
}

/** All themes in one style sheet, each where it is named: for pages on which people choose. */
export function allThemesCss(): string {
  return `${themes.map((theme) => rulesOf(theme, `[data-oi-theme='${theme.name}']`)).join('')}${sizes}`;
}
