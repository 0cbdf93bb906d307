import { css } from 'lit';

/**
 * The look by few public tokens (`--oi-*`, listed in docs/theming.md). Every element draws inside
 * `.frame` and uses the private tokens made here, so a host page can change the look in one place.
 * Text follows the page's root size and never falls below 16 px (18 px and more for 适老, GB/T 37668).
 */
export const tokens = css`
  .frame {
    --_accent: var(--oi-color-accent, #13509b);
    --_on-accent: var(--oi-color-on-accent, #fff);
    --_ink: var(--oi-color-ink, #1b2531);
    --_soft: var(--oi-color-soft, #55616f);
    --_surface: var(--oi-color-surface, #fff);
    --_wash: var(--oi-color-wash, #f4f7fb);
    --_line: var(--oi-color-line, #dbe2ea);
    --_edge: var(--oi-color-edge, #7c8896);
    --_mark: var(--oi-color-mark, #ffedb0);
    --_alert: var(--oi-color-alert, #a8321f);
    --_radius: var(--oi-radius, 6px);
    --_target: 44px;
    box-sizing: border-box;
    color: var(--_ink);
    font-family: var(
      --oi-font,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans SC',
      'Noto Sans CJK SC',
      system-ui,
      sans-serif
    );
    font-size: var(--oi-font-size, max(1rem, 16px));
    line-height: 1.7;
    line-break: strict;
    overflow-wrap: anywhere;
    text-align: start;
    text-autospace: normal;
    text-spacing-trim: trim-start;
    text-wrap: pretty;
    -webkit-text-size-adjust: 100%;
  }
  .frame[data-mode='elder'] {
    --_target: 60px;
    font-size: var(--oi-font-size, max(1.25rem, 20px));
  }
  .frame[data-mode='kiosk'] {
    --_target: 64px;
    font-size: var(--oi-font-size, max(1.5rem, 24px));
  }
  @supports (color: light-dark(#000, #fff)) {
    .frame {
      --_accent: var(--oi-color-accent, light-dark(#13509b, #8fbcf5));
      --_on-accent: var(--oi-color-on-accent, light-dark(#fff, #0c1a2b));
      --_ink: var(--oi-color-ink, light-dark(#1b2531, #e9edf2));
      --_soft: var(--oi-color-soft, light-dark(#55616f, #aeb9c6));
      --_surface: var(--oi-color-surface, light-dark(#fff, #141b24));
      --_wash: var(--oi-color-wash, light-dark(#f4f7fb, #1c2530));
      --_line: var(--oi-color-line, light-dark(#dbe2ea, #33404e));
      --_edge: var(--oi-color-edge, light-dark(#7c8896, #8492a2));
      --_mark: var(--oi-color-mark, light-dark(#ffedb0, #54430a));
      --_alert: var(--oi-color-alert, light-dark(#a8321f, #ff9d8a));
    }
  }
  .frame *,
  .frame *::before,
  .frame *::after {
    box-sizing: border-box;
  }
  :focus {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  :focus:not(:focus-visible) {
    outline: none;
  }
  [hidden] {
    display: none !important;
  }
`;
