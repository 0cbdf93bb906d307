import { css } from 'lit';

export const styles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    margin-top: var(--_space-75);
    border-bottom: 1px solid var(--_line);
  }
  .tab {
    min-width: max(4em, var(--_target));
    min-height: var(--_target);
    padding: var(--_space-35) var(--_space);
    border: 0;
    border-bottom: 3px solid transparent;
    background: none;
    color: var(--_soft);
  }
  .tab:hover {
    color: var(--_accent);
  }
  .tab[aria-selected='true'] {
    border-color: var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }
  [data-width='narrow'] .tab {
    flex: 1 0 auto;
    min-width: var(--_target);
    padding: var(--_space-35) var(--_space-50);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-75) var(--_space-125);
    margin: var(--_space) 0;
  }
  .search-row {
    display: flex;
    flex: 1 1 18em;
    flex-wrap: wrap;
    gap: var(--_space-50);
    min-width: 0;
    max-width: 32em;
  }
  .input {
    flex: 999 1 8em;
    min-width: 0;
    min-height: var(--_target);
    padding: 0.35em 0.75em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
  }
  .input::placeholder {
    color: var(--_soft);
    opacity: 1;
  }
  .search-row .button {
    flex: 1 0 auto;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-50);
    min-width: 0;
    cursor: default;
  }
  .choice-name {
    flex: none;
    color: var(--_soft);
    font-size: var(--_small);
  }
  .select {
    min-width: 0;
    max-width: 14em;
    min-height: var(--_target);
    padding: 0.35em 0.6em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .filters .folded {
    min-width: 0;
  }
  .folded .choice {
    margin-inline-end: var(--_space-125);
  }
  [data-mode='elder'][data-width='narrow'] .choice {
    flex-direction: column;
    align-items: stretch;
    gap: 0;
    width: 100%;
    margin: var(--_space-50) 0 0;
  }
  [data-mode='elder'][data-width='narrow'] .select {
    max-width: none;
  }
  .count {
    padding-bottom: var(--_space-50);
    border-bottom: 1px solid var(--_line);
    border-radius: 2px;
    color: var(--_soft);
    font-variant-numeric: tabular-nums;
  }
  .validity {
    border-color: var(--_ink);
    color: var(--_ink);
    font-weight: 600;
  }
  .validity[data-validity='expired'],
  .validity[data-validity='abolished'] {
    border-color: var(--_alert);
    color: var(--_alert);
  }
  .validity[data-validity='inForce'] {
    border-color: var(--_accent);
    color: var(--_accent);
    font-weight: 400;
  }
  .item-text,
  .item-policy {
    margin-top: var(--_space-20);
  }
  .item-policy {
    font-size: var(--_small);
  }
  .item-policy .number {
    margin-inline-end: 0.4em;
  }
  /* In one piece, unless it is longer than the line. */
  .number {
    display: inline-block;
    max-width: 100%;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-50) var(--_space-200);
    padding-top: var(--_space);
    color: var(--_soft);
    font-size: var(--_small);
  }
  .foot .link {
    padding-inline: 0;
  }
  @media (forced-colors: active) {
    .tab {
      border-color: Canvas;
    }
    .tab[aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;
