import { tokenTable, type Token } from '../../packages/elements/src/themes/tokens.ts';

/** What a token is set to; colours also for dark pages. */
export interface Chosen {
  light: string;
  dark?: string | undefined;
}

/** Chosen values by name of the token; what is not in it is as the elements have it. */
export type ChosenTokens = Readonly<Partial<Record<string, Chosen>>>;

/** What holds where nothing is chosen. */
export const asShipped = ({ light, dark }: Token): Chosen => ({ light, dark });

/** As a style sheet says it, on pages that may be light or dark. */
export const valueOf = ({ light, dark }: Chosen): string =>
  dark === undefined ? light : `light-dark(${light}, ${dark})`;

const rule = (selector: string, declarations: readonly string[], indent = ''): string =>
  `${indent}${selector} {\n${declarations.map((one) => `${indent}  ${one};\n`).join('')}${indent}}\n`;

/**
 * A theme as a plain style sheet to be linked by a page: browsers without `light-dark()` get the
 * light colours.
 */
export function themeFile(name: string, chosen: ChosenTokens): string {
  const set = tokenTable.flatMap(({ name: token }) => {
    const one = chosen[token];
    return one ? [{ token, ...one }] : [];
  });
  if (set.length === 0) return `/* ${name}: nothing differs from the neutral theme. */\n`;
  const selector = `html, [data-oi-theme='${name}']`;
  const plain = set.map(({ token, light }) => `${token}: ${light}`);
  const both = set.flatMap(({ token, ...one }) =>
    one.dark === undefined ? [] : [`${token}: ${valueOf(one)}`],
  );
  const dark = both.length
    ? `@supports (color: light-dark(#000, #fff)) {\n${rule(selector, both, '  ')}}\n`
    : '';
  return `${rule(selector, plain)}${dark}`;
}

const pair = /^light-dark\(\s*([^(),]+|[^()]*\([^()]*\))\s*,\s*([^(),]+|[^()]*\([^()]*\))\s*\)$/;

/** Reads a theme file again, also one of ours. Tokens that do not exist are left out. */
export function readThemeFile(text: string): ChosenTokens {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const chosen: Record<string, Chosen> = {};
  const readRules = (rules: CSSRuleList): void => {
    for (const one of rules) {
      if (one instanceof CSSGroupingRule && !(one instanceof CSSStyleRule)) readRules(one.cssRules);
      if (!(one instanceof CSSStyleRule)) continue;
      for (const { name } of tokenTable) {
        const value = one.style.getPropertyValue(name).trim();
        if (value === '' || value === 'initial') continue;
        const [, light, dark] = pair.exec(value) ?? [];
        chosen[name] = light && dark ? { light, dark } : { light: value };
      }
    }
  };
  readRules(sheet.cssRules);
  return chosen;
}
