import { css } from 'lit';

/**
 * The frame of a page: who it is from, where one is, and the text. The column is as wide as an element
 * that is called narrow, so an element is laid out the same wherever it is drawn.
 */
export const pageStyles = css`
  :root {
    --size: 1;
    --accent: var(--oi-color-accent, #13509b);
    --edge: #7c8896;
    --line: #dbe2ea;
    --soft: #55616f;
    --wash: #f4f7fb;
    color: #1b2531;
    color-scheme: light;
    font-family:
      'PingFang SC', 'HarmonyOS Sans SC', MiSans, 'Microsoft YaHei', 'Source Han Sans SC',
      'Noto Sans SC', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', system-ui, sans-serif;
    line-height: 1.7;
    overflow-wrap: anywhere;
    text-size-adjust: 100%;
  }
  /* Elements enlarge themselves, so the root stays as it is. */
  :root[data-oi-mode='elder'] {
    --size: 1.25;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  body {
    margin: 0;
    background: var(--wash);
    font-size: calc(1rem * var(--size));
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }
  :focus {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  :focus:not(:focus-visible) {
    outline: none;
  }
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .skip {
    position: absolute;
    z-index: 1;
    top: 0;
    left: 0;
    padding: 0.6em 1em;
    background: #fff;
    transform: translateY(-110%);
  }
  .skip:focus {
    transform: none;
  }
  .bar,
  .places,
  .trail,
  main,
  .site-foot > * {
    max-width: 47.5rem;
    margin-inline: auto;
    padding-inline: 1rem;
  }
  .site-head {
    border-top: 4px solid var(--accent);
    border-bottom: 1px solid var(--line);
    background: #fff;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1.5rem;
    padding-top: 0.75rem;
  }
  .site-name {
    margin: 0;
    font-size: calc(1.25rem * var(--size));
    font-weight: 700;
    letter-spacing: 0.02em;
  }
  .site-name a {
    color: inherit;
    text-decoration: none;
  }
  .choices,
  .places {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
  }
  .choices a,
  .places a,
  .site-foot a,
  .site-name a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
  }
  .choices a {
    color: var(--soft);
    font-size: calc(0.875rem * var(--size));
  }
  .places a {
    border-bottom: 3px solid transparent;
    color: inherit;
    text-decoration: none;
  }
  .places a:hover {
    color: var(--accent);
  }
  .places a[aria-current] {
    border-bottom-color: var(--accent);
    color: var(--accent);
    font-weight: 700;
  }
  .trail {
    padding-top: 1rem;
    color: var(--soft);
    font-size: calc(0.875rem * var(--size));
  }
  .trail ol {
    display: flex;
    flex-wrap: wrap;
  }
  .trail li + li::before {
    padding-inline: 0.5em;
    content: '›';
    content: '›' / '';
  }
  .trail a {
    display: inline-block;
    padding-block: 0.4em;
    margin-block: -0.4em;
  }
  main {
    padding-block: 1rem 2.5rem;
  }
  main:focus {
    outline: none;
  }
  main > * {
    display: block;
  }
  h1 {
    margin: 0.5rem 0 0;
    font-size: calc(1.625rem * var(--size));
    line-height: 1.4;
    text-wrap: balance;
  }
  .lead {
    margin: 0.5rem 0 0;
    color: var(--soft);
  }
  .soft {
    color: var(--soft);
  }
  .search {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.4rem 0.6rem;
    margin-top: 1.25rem;
  }
  .search label {
    grid-column: 1 / -1;
    font-weight: 700;
  }
  .search input,
  .search button {
    min-height: 44px;
    padding: 0.4rem 0.9rem;
    border: 1px solid var(--edge);
    border-radius: 6px;
    background: #fff;
    color: inherit;
    font: inherit;
  }
  .search button {
    border-color: var(--accent);
    background: var(--accent);
    color: #fff;
    font-weight: 700;
    cursor: pointer;
  }
  .narrows {
    display: grid;
    gap: 0.25rem;
    margin-top: 0.75rem;
  }
  .narrow summary {
    display: inline-block;
    min-height: 44px;
    padding-block: 0.5rem;
    color: var(--accent);
    cursor: pointer;
  }
  .narrow summary::before {
    display: inline-block;
    width: 1.2em;
    content: '＋';
    content: '＋' / '';
  }
  .narrow[open] summary::before {
    content: '－';
    content: '－' / '';
  }
  .narrow ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
    padding: 0.25rem 1rem;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: #fff;
  }
  .narrow a {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: 44px;
  }
  .narrow a[aria-current] {
    color: inherit;
    font-weight: 700;
    text-decoration: none;
  }
  .count {
    margin: 1rem 0 0.5rem;
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }
  .rows,
  .none {
    border: 1px solid var(--line);
    border-radius: 8px;
    background: #fff;
  }
  .none {
    padding: 1.25rem;
  }
  .rows li {
    padding: 0.9rem 1.25rem;
  }
  .rows li + li {
    border-top: 1px solid var(--line);
  }
  .rows h2 {
    margin: 0;
    font-size: calc(1.0625rem * var(--size));
    line-height: 1.5;
  }
  .rows h2 a {
    display: inline-block;
    padding-block: 0.35rem;
    text-decoration: none;
  }
  .rows h2 a:hover {
    text-decoration: underline;
  }
  .row-facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    margin: 0;
    color: var(--soft);
    font-size: calc(0.875rem * var(--size));
    font-variant-numeric: tabular-nums;
  }
  .row-text {
    margin: 0.25rem 0 0;
    font-size: calc(0.9375rem * var(--size));
  }
  .pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1.25rem;
    margin-top: 1rem;
    font-variant-numeric: tabular-nums;
  }
  .pager a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    padding: 0.3rem 1.1rem;
    border: 1px solid var(--accent);
    border-radius: 6px;
    background: #fff;
    text-decoration: none;
  }
  .further {
    margin-top: 1.5rem;
    padding: 1rem 1.25rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: #fff;
  }
  .further h2 {
    margin: 0;
    font-size: calc(1rem * var(--size));
  }
  .further a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
  }
  .plain {
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: #fff;
  }
  .plain ul,
  .plain ol {
    padding-inline-start: 1.5em;
    list-style: disc;
  }
  .plain ol {
    list-style: decimal;
  }
  .plain table {
    border-collapse: collapse;
  }
  .plain th,
  .plain td {
    padding: 0.3em 0.6em;
    border: 1px solid var(--line);
    text-align: start;
  }
  .plain dt {
    color: var(--soft);
  }
  .plain dd {
    margin: 0 0 0.5em;
  }
  .plain img {
    max-width: 100%;
  }
  .site-foot {
    padding-block: 1.25rem 2rem;
    border-top: 1px solid var(--line);
    color: var(--soft);
    font-size: calc(0.875rem * var(--size));
  }
  .site-foot ul,
  .site-foot .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
  }
  .site-foot p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1.5rem;
    margin-block: 0.25rem 0;
  }
  .site-foot a {
    color: inherit;
  }

  @media (forced-colors: active) {
    .places a {
      border-bottom-color: Canvas;
    }
    .places a[aria-current] {
      border-bottom-color: Highlight;
    }
  }
  @media print {
    body {
      background: none;
    }
    .skip,
    .choices,
    .places,
    .trail,
    .search,
    .narrows,
    .pager,
    .further,
    .site-foot .links {
      display: none;
    }
    .bar,
    main,
    .site-foot > * {
      max-width: none;
      padding-inline: 0;
    }
    .rows,
    .site-head,
    .plain {
      border: 0;
    }
  }
`;
