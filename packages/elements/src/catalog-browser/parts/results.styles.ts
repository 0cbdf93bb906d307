import { css } from 'lit';

/** For filters and rows, which come beside the first answer. */
export const resultsStyles = css`
  [data-width='narrow'] .sort-name {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* Filters */
  [data-width='wide'] .sheet-only {
    display: none;
  }
  [data-width='wide'] .sheet-head {
    padding-bottom: var(--_space-50);
    border-bottom: 1px solid var(--_line);
    line-height: var(--_target);
  }
  .sheet-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    font-weight: 700;
  }
  .topics {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-50);
    padding-block-end: var(--_space);
  }
  .facets .sort {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-50);
    padding: var(--_space-35) 0;
  }
  .facets .sort-name {
    position: static;
    width: auto;
    height: auto;
    clip-path: none;
  }
  .facet {
    padding: var(--_space-35) 0;
    border-bottom: 1px solid var(--_line);
  }
  .options {
    padding-bottom: var(--_space-35);
  }
  .option {
    display: flex;
    align-items: center;
    gap: var(--_space-50);
    min-height: var(--_row);
    padding: var(--_space-20) var(--_space-35) var(--_space-20) 0;
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
  }
  .option-count {
    font-size: max(0.9em, var(--_least));
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
    animation: rise calc(0.22s * var(--_motion)) ease-out;
  }
  [role='dialog'] .sheet-head,
  [role='dialog'] .sheet-foot {
    flex: none;
    padding: var(--_space-50) var(--_space-125);
  }
  [role='dialog'] .sheet-head {
    border-bottom: 1px solid var(--_line);
    font-size: var(--_large);
  }
  [role='dialog'] .facets {
    flex: 1;
    min-height: 0;
    padding: 0 var(--_space-125);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .sheet-foot {
    display: flex;
    gap: var(--_space-75);
    border-top: 1px solid var(--_line);
    padding-bottom: calc(var(--_space-50) + env(safe-area-inset-bottom, 0px));
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
    gap: var(--_space-50) var(--_space-75);
    min-height: var(--_target);
    padding-bottom: var(--_space-50);
    border-bottom: 1px solid var(--_line);
  }
  .count {
    flex: 1 1 auto;
    border-radius: 2px;
  }
  /* Where the three do not fit beside each other, the two that are pressed share a line. */
  [data-mode='elder'][data-width='narrow'] .count {
    flex-basis: 100%;
  }
  [data-mode='elder'][data-width='narrow'] .bar > .button,
  [data-mode='elder'][data-width='narrow'] .sort,
  [data-mode='elder'][data-width='narrow'] .select {
    flex: 1;
  }
  .sort {
    display: flex;
    align-items: center;
    gap: var(--_space-50);
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
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-50);
    padding-top: var(--_space-75);
  }
  .advice .chips {
    padding-top: var(--_space-35);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-35);
    min-height: var(--_row);
    padding: var(--_space-20) var(--_space-75);
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
    contain-intrinsic-size: 1px 5.5em;
    contain-intrinsic-size: auto 1px auto 5.5em;
  }
  .item-promise {
    margin-top: var(--_space-20);
  }
  .item-label {
    margin-inline-end: var(--_space-75);
    font-size: var(--_small);
  }
  .item-match {
    display: -webkit-box;
    margin-top: var(--_space-35);
    overflow: hidden;
    color: var(--_soft);
    font-size: var(--_small);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .item-match mark {
    color: var(--_ink);
  }
  /* Advice */
  .advice {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .advice li {
    margin-top: var(--_space-35);
  }

  /* Badges */
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
    gap: var(--_space-75) var(--_space-200);
    padding-top: var(--_space-125);
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
    gap: 0 var(--_space-75);
  }

  /* The head of an item's page */
  .item-path {
    margin-top: var(--_space-125);
    color: var(--_soft);
    font-size: var(--_small);
  }
  /* The focus stands around it, and apart from what is above and below. */
  .item-title {
    margin: var(--_space-35) 0;
  }

  /* On a page from right to left, in browsers that know it */
  .search-input:dir(rtl) {
    padding: 0 0.8em 0 2.6em;
    border-radius: 0 var(--_radius) var(--_radius) 0;
  }
  .search .button.primary:dir(rtl) {
    border-radius: var(--_radius) 0 0 var(--_radius);
  }
  .search-clear:dir(rtl) {
    right: auto;
    left: 0;
  }
  .item-label:dir(rtl),
  .tag:dir(rtl) {
    margin-inline: 0.75em;
  }

  @media (forced-colors: active) {
    .badge.change {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .backdrop,
    .pager,
    .downloads,
    .sort,
    #open-sheet {
      display: none !important;
    }
    .badge.change {
      background: none;
      color: #000;
    }
  }
`;
