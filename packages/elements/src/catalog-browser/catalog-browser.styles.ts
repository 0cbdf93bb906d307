import { css } from 'lit';
import { loadView } from '../load-view/load-view.styles.ts';
import { controls } from '../themes/controls.styles.ts';
import { listRows } from '../themes/list-rows.styles.ts';
import { tokens } from '../themes/tokens.styles.ts';

const own = css`
  [data-width='narrow'] .sort-name {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* Title and search */
  .title,
  .item-title {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.4;
    letter-spacing: 0.01em;
  }
  .search {
    margin: 1em 0 1.5em;
  }
  .label {
    display: block;
    margin-bottom: 0.4em;
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
    padding: 0.35em 0;
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
    padding: 0.3em 1em;
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
  [data-width='wide'] .sheet-only {
    display: none;
  }
  [data-width='wide'] .sheet-head {
    padding-bottom: 0.6em;
    border-bottom: 1px solid var(--_line);
    line-height: 36px;
  }
  .sheet-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    font-weight: 700;
  }
  .facet {
    padding: 0.3em 0;
    border-bottom: 1px solid var(--_line);
  }
  .facet-name {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: var(--_target);
    font-weight: 600;
    list-style: none;
  }
  .facet-name::-webkit-details-marker {
    display: none;
  }
  .facet-name::after {
    width: 0.5em;
    height: 0.5em;
    margin-inline-end: 0.4em;
    border: solid var(--_soft);
    border-width: 0 2px 2px 0;
    content: '';
    transform: translateY(-25%) rotate(45deg);
  }
  details[open] > .facet-name::after {
    transform: translateY(25%) rotate(-135deg);
  }
  .options {
    padding-bottom: 0.4em;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: var(--_row);
    padding: 0.2em 0.4em 0.2em 0;
    border-radius: var(--_radius);
    font-size: 0.95em;
    line-height: 1.45;
  }
  .option:hover {
    color: var(--_accent);
  }
  .option input {
    flex: none;
    width: 1.15em;
    height: 1.15em;
    margin-inline-start: 0.2em;
    accent-color: var(--_accent);
  }
  .option-name {
    flex: 1;
    min-width: 0;
  }
  .option-count,
  .count {
    color: var(--_soft);
    font-variant-numeric: tabular-nums;
  }
  .option-count {
    font-size: 0.9em;
  }
  .more {
    font-size: 0.95em;
  }

  /* On a phone the filters are a sheet at the bottom of the screen */
  .backdrop {
    position: fixed;
    border: 0;
    z-index: 998;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    background: rgba(10, 20, 35, 0.5);
  }
  [role='dialog'] {
    position: fixed;
    z-index: 999;
    top: auto;
    right: 0;
    bottom: 0;
    left: 0;
    display: flex;
    flex-direction: column;
    width: 100%;
    max-width: 44em;
    max-height: 86vh;
    margin: 0 auto;
    padding: 0;
    overflow: hidden;
    border: 0;
    border-top-left-radius: 16px;
    border-top-right-radius: 16px;
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: 0 -8px 40px rgba(10, 20, 35, 0.25);
    animation: rise 0.22s ease-out;
  }
  [role='dialog'] .sheet-head,
  [role='dialog'] .sheet-foot {
    flex: none;
    padding: 0.6em 1.25em;
  }
  [role='dialog'] .sheet-head {
    border-bottom: 1px solid var(--_line);
    font-size: 1.1em;
  }
  [role='dialog'] .facets {
    flex: 1;
    min-height: 0;
    padding: 0 1.25em;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .sheet-foot {
    display: flex;
    gap: 0.75em;
    border-top: 1px solid var(--_line);
    padding-bottom: calc(0.6em + env(safe-area-inset-bottom, 0px));
  }
  .sheet-foot .primary {
    flex: 1;
  }
  @keyframes rise {
    from {
      transform: translateY(2em);
      opacity: 0;
    }
  }

  /* Bar, chips */
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
    min-height: var(--_target);
    padding-bottom: 0.6em;
    border-bottom: 1px solid var(--_line);
  }
  .count {
    flex: 1 1 auto;
    border-radius: 2px;
  }
  .sort {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .sort-name {
    color: var(--_soft);
  }
  .select {
    min-height: var(--_target);
    max-width: 100%;
    padding: 0.35em 0.6em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  [data-mode='standard'][data-width='wide'] .select {
    min-height: 36px;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    padding-top: 0.75em;
  }
  .advice .chips {
    padding-top: 0.4em;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: var(--_row);
    padding: 0.15em 0.7em;
    border: 1px solid var(--_accent);
    border-radius: 99px;
    background: var(--_wash);
    color: var(--_accent);
    font-size: 0.95em;
    line-height: 1.4;
    text-align: start;
  }
  .chip .icon {
    width: 1em;
    height: 1em;
  }

  /* Items */
  /* Rows below the fold are laid out when they come near: half the time to the first rows. */
  .item {
    content-visibility: auto;
    contain-intrinsic-size: 1px 8em;
  }
  .item-promise {
    margin-top: 0.25em;
  }
  .item-label {
    margin-inline-end: 0.75em;
    font-size: var(--_small);
  }
  .item-match {
    display: -webkit-box;
    margin-top: 0.35em;
    overflow: hidden;
    color: var(--_soft);
    font-size: var(--_small);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .item-match mark {
    color: var(--_ink);
  }
  .badge[data-method='proactive'] {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .badge.change {
    border-color: var(--_alert);
    background: var(--_alert);
    color: var(--_surface);
  }

  /* Foot */
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.75em 2em;
    padding-top: 1.25em;
  }
  .source,
  .downloads {
    color: var(--_soft);
    font-size: var(--_small);
  }
  .downloads {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
  }

  /* Messages and waiting */
  .advice {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .advice li {
    margin-top: 0.3em;
  }
  .slow {
    position: absolute;
    z-index: 1;
    left: 0;
    right: 0;
    height: 3px;
    margin-top: -2px;
    background: linear-gradient(90deg, transparent, var(--_accent), transparent) 0 0 / 40% 100%
      no-repeat var(--_line);
    animation: pass 1.4s linear infinite;
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
  .item-path {
    margin-top: 1.25em;
    color: var(--_soft);
    font-size: var(--_small);
  }
  .item-title {
    border-radius: 2px;
    font-size: 1.65em;
  }

  @media (forced-colors: active) {
    .badge.change,
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
    .backdrop,
    .pager,
    .downloads,
    .sort,
    #open-sheet,
    .slow {
      display: none !important;
    }
    .badge.change {
      background: none;
      color: #000;
    }
  }
`;

/** All the browser wears before its first item is fetched. */
export const styles = [tokens, controls, loadView, listRows, own];
