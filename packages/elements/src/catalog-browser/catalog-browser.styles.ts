import { css } from 'lit';
import { loadView } from '../load-view/load-view.styles.ts';
import { controls } from '../themes/controls.styles.ts';
import { listRows } from '../themes/list-rows.styles.ts';
import { tokens } from '../themes/tokens.styles.ts';

const own = css`
  .search {
    margin: var(--_space) 0 var(--_space-150);
  }
  .label {
    display: block;
    margin-bottom: var(--_space-35);
    color: var(--_soft);
    font-size: var(--_small);
    cursor: default;
  }
  .search-row {
    display: flex;
    max-width: 52em;
  }
  .search-field {
    position: relative;
    flex: 1;
    min-width: 0;
  }
  .search-input {
    display: block;
    width: 100%;
    height: 100%;
    min-height: max(3.1em, var(--_target));
    padding: 0 2.6em 0 0.8em;
    border: 2px solid var(--_accent);
    border-inline-end: 0;
    border-radius: 0;
    border-top-left-radius: var(--_radius);
    border-bottom-left-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    appearance: none;
  }
  .search-input::placeholder {
    color: var(--_soft);
    opacity: 1;
  }
  .search-input:placeholder-shown {
    padding-right: 0.5em;
    text-overflow: ellipsis;
  }
  .search-input:focus {
    outline-offset: -3px;
  }
  .search .button.primary {
    flex: none;
    padding-left: 1.4em;
    padding-right: 1.4em;
    border-radius: 0;
    border-top-right-radius: var(--_radius);
    border-bottom-right-radius: var(--_radius);
  }
  [data-width='narrow'] .search .primary {
    padding-left: 1em;
    padding-right: 1em;
  }
  [data-width='narrow'] .search .primary .icon {
    display: none;
  }
  .search-clear {
    position: absolute;
    top: 0;
    right: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    width: max(2.75em, var(--_target));
    height: 100%;
    border: 0;
    background: none;
    color: var(--_soft);
  }
  .suggestions {
    position: absolute;
    z-index: 3;
    top: calc(100% + 6px);
    left: 0;
    right: 0;
    max-height: 60vh;
    padding: var(--_space-35) 0;
    overflow-y: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 10px 30px rgba(16, 32, 56, 0.16);
  }
  .suggestion {
    display: flex;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
    align-items: center;
    min-height: var(--_target);
    padding: var(--_space-35) var(--_space);
    line-height: 1.5;
  }
  .suggestion:hover,
  .suggestion[aria-selected='true'] {
    background: var(--_wash);
  }
  .suggestion[aria-selected='true'] {
    box-shadow: inset 3px 0 var(--_accent);
  }

  /* Columns and filters */
  [data-width='wide'] .columns {
    display: flex;
    align-items: flex-start;
    gap: 2.5em;
  }
  [data-width='wide'] .filters {
    flex: none;
    width: 15em;
  }
  .main {
    position: relative;
    flex: 1;
    min-width: 0;
    min-height: 20em;
  }
  /* As high as the bar that comes with filters and rows */
  .bar-place {
    height: calc(var(--_target) + var(--_space-50) + 1px);
  }

  /* Waiting */
  .slow {
    position: absolute;
    z-index: 1;
    left: 0;
    right: 0;
    height: 3px;
    margin-top: -2px;
    background: linear-gradient(90deg, transparent, var(--_accent), transparent) 0 0 / 40% 100%
      no-repeat var(--_line);
    animation: pass calc(1.4s * var(--_motion)) linear infinite;
  }
  @keyframes pass {
    from {
      background-position:
        -60% 0,
        0 0;
    }
    to {
      background-position:
        160% 0,
        0 0;
    }
  }
  /* The head of an item's page */
  .item-page {
    max-width: 60em;
  }
  .back {
    padding-inline-start: 0.6em;
  }
  @media (forced-colors: active) {
    .suggestion[aria-selected='true'] {
      border: 1px solid CanvasText;
    }
    .suggestion[aria-selected='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
  @media print {
    .search,
    .filters,
    .slow {
      display: none !important;
    }
  }
`;

/** All the browser wears before its first item is fetched. */
export const styles = [tokens, controls, loadView, listRows, own];
