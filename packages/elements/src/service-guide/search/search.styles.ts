import { css } from 'lit';

/** For the list, which is fetched only where there is no matter to show. */
export const searchStyles = css`
  .search {
    margin-top: var(--_space-75);
    padding: var(--_space-125) var(--_space-150);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_wash);
  }
  [data-width='narrow'] .search {
    padding: var(--_space);
  }
  .search-label {
    display: block;
    font-weight: 600;
  }
  .search-row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-50);
    max-width: 38em;
    margin: var(--_space-35) 0;
  }
  .search-row .input {
    flex: 999 1 8em;
    min-width: 0;
    max-width: none;
  }
  /* Beside the field, or below it and as wide where the field would be too short to write in. */
  .search-row .button {
    flex: 1 0 auto;
  }
  .themes {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-50);
    margin-top: var(--_space);
  }
  .theme {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-35);
    min-height: var(--_row);
    padding: var(--_space-20) var(--_space);
    border: 1px solid var(--_line);
    border-radius: 2em;
    background: var(--_surface);
  }
  .theme:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .theme[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .theme-count {
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-50) var(--_space-150);
    margin-top: var(--_space);
  }
  .choice,
  .only {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-50);
    min-width: 0;
    min-height: var(--_target);
  }
  [data-width='narrow'] .choice {
    width: 100%;
  }
  [data-width='narrow'] .choice-name {
    min-width: 4.5em;
  }
  [data-width='narrow'] .select {
    flex: 1;
    max-width: none;
  }
  .choice-name {
    flex: none;
    color: var(--_soft);
    font-size: var(--_small);
  }
  .select {
    min-width: 0;
    max-width: 16em;
    min-height: var(--_row);
    padding: 0.2em 0.5em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .only input {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    accent-color: var(--_accent);
  }
  .frame #count {
    display: block;
    margin: var(--_space) 0 0;
    padding: 0 0 var(--_space-50);
    border-bottom: 1px solid var(--_line);
    border-radius: 2px;
    background: none;
    color: var(--_soft);
    font-variant-numeric: tabular-nums;
  }
  .item-text {
    margin-top: var(--_space-20);
  }
  .item-time {
    color: var(--_ink);
    font-weight: 600;
  }
  .list-foot {
    padding-top: var(--_space);
    color: var(--_soft);
    font-size: var(--_small);
  }
  @media (forced-colors: active) {
    .search {
      border: 1px solid CanvasText;
    }
    .theme[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
`;
