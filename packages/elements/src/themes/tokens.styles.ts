import { css, unsafeCSS, type CSSResult } from 'lit';
import { colours } from './colours.ts';

/** `--_accent:var(--oi-color-accent,#13509b);` for every role. */
const roles = (valueOf: (light: string, dark: string) => string): CSSResult =>
  unsafeCSS(
    Object.entries(colours)
      .map(([role, [light, dark]]) => `--_${role}:var(--oi-color-${role},${valueOf(light, dark)});`)
      .join(''),
  );

/** `--_space-20:calc(var(--_space)*0.2);` for every step. */
const spaces = unsafeCSS(
  [20, 35, 50, 75, 125, 150, 200]
    .map((step) => `--_space-${step}:calc(var(--_space)*${step / 100});`)
    .join(''),
);

/**
 * The look by few public tokens (`--oi-*`: `tokens.ts`, docs/theming.md). Every element draws inside
 * `.frame` and uses the private tokens made here, so a host page can change the look in one place.
 * Nothing a page says of its own text comes in (`all: initial`), but that the element is hidden.
 * Text follows the page's root size and never falls below 16 px (20 px for 适老, `modes.ts`); WeChat on
 * iOS sets its text size as `text-size-adjust` of the body, which therefore comes in.
 *
 * Paddings and gaps are `--_space`, or the hundredths of it that a name says (`--_space-75`), so that all of
 * them follow `--oi-density`; what stands apart by the width of a mark stays in `em`. 适老 and 大厅 are never
 * tighter than they were drawn: paragraphs stand 1.3 lines apart and more (67号, annex 2).
 *
 * A browser without `light-dark()` cannot follow the page's scheme: it shows the light theme, with
 * the ground that belongs to it. Paper is as light, and saves the ink of grounds.
 */
export const tokens = css`
  .frame {
    all: initial;
    display: block;
    visibility: inherit;
    ${roles((light) => light)}
    --_focus: var(--oi-color-focus, var(--_accent));
    --_focus-width: var(--oi-focus-width, 3px);
    --_radius: var(--oi-radius, 6px);
    --_target: max(44px, var(--oi-target, 0px));
    --_least: 13px;
    --_space: calc(var(--oi-space, 1em) * var(--oi-density, 1));
    ${spaces}
    --_small: var(--oi-text-small, 0.875em);
    --_large: var(--oi-text-large, 1.125em);
    --_title: var(--oi-text-title, 1.35em);
    --_display: var(--oi-text-display, 1.6em);
    --_motion: var(--oi-motion, 1);
    box-sizing: border-box;
    background: var(--_surface);
    color: var(--_ink);
    color-scheme: light;
    font-family: var(
      --oi-font,
      'PingFang SC',
      'HarmonyOS Sans SC',
      MiSans,
      'OPPO Sans',
      'Microsoft YaHei',
      'Source Han Sans SC',
      'Source Han Sans CN',
      'Noto Sans SC',
      'Noto Sans CJK SC',
      'WenQuanYi Micro Hei',
      system-ui,
      sans-serif
    );
    font-size: var(--oi-font-size, max(1rem, 16px));
    font-variant-numeric: tabular-nums;
    line-height: var(--oi-line-height, 1.7);
    line-break: strict;
    overflow-wrap: anywhere;
    text-align: start;
    text-autospace: normal;
    text-spacing-trim: trim-start;
    text-wrap: pretty;
    -webkit-text-size-adjust: inherit;
  }
  .frame[data-mode='elder'],
  .frame[data-mode='kiosk'] {
    --_target: max(60px, var(--oi-target, 0px));
    --_small: var(--oi-text-small, 0.92em);
    --_least: 18px;
    --_space: calc(var(--oi-space, 1em) * max(1, var(--oi-density, 1)));
    font-size: var(--oi-font-size, max(1.25rem, 20px));
  }
  .frame[data-mode='kiosk'] {
    --_target: max(64px, var(--oi-target, 0px));
    --_least: 20px;
    font-size: var(--oi-font-size, max(1.5rem, 24px));
  }
  /* A heading that fills a desk breaks too often on a phone. */
  @media (max-width: 30em) {
    .frame {
      --_display: var(--oi-text-display, 1.4em);
    }
  }
  @supports (color: light-dark(#000, #fff)) {
    .frame {
      ${roles((light, dark) => `light-dark(${light},${dark})`)}
      background: none;
      color-scheme: inherit;
    }
  }
  .frame *,
  .frame *::before,
  .frame *::after {
    box-sizing: border-box;
  }
  [role='heading'] {
    text-wrap: balance;
  }
  /* Broken where it says, and within a word only where the word is wider than the line. */
  .phrases {
    word-break: keep-all;
  }
  time,
  .unbroken {
    white-space: nowrap;
  }
  /* On a page from right to left Chinese and English keep their own order and stand where it begins. */
  .frame:dir(rtl) :is(p, li, dt, dd, td, th, legend) {
    text-align: right;
    unicode-bidi: plaintext;
  }
  :focus {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  :focus:not(:focus-visible) {
    outline: none;
  }
  [hidden] {
    display: none !important;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
  @media print {
    .frame {
      --_ink: #000;
      --_soft: #333;
      --_accent: #000;
      --_alert: #000;
      background: none;
      color-scheme: light;
      font-size: 11pt;
    }
    .frame[data-mode='elder'] {
      font-size: 15pt;
    }
    .no-print {
      display: none !important;
    }
  }
`;
