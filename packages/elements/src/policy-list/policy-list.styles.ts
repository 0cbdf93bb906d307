import { css } from 'lit';

export const styles = css`
  .title {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.4;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    margin-top: 0.75em;
    border-bottom: 1px solid var(--_line);
  }
  .tab {
    min-width: max(4em, var(--_target));
    min-height: var(--_target);
    padding: 0.3em 1em;
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
    padding: 0.3em 0.5em;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em 1.25em;
    margin: 1em 0;
  }
  .search-row {
    display: flex;
    flex: 1 1 18em;
    gap: 0.5em;
    min-width: 0;
    max-width: 32em;
  }
  .input {
    flex: 1;
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
    flex: none;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
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
  .count {
    padding-bottom: 0.5em;
    border-bottom: 1px solid var(--_line);
    border-radius: 2px;
    color: var(--_soft);
    font-variant-numeric: tabular-nums;
  }
  .items[aria-busy='true'] {
    opacity: 0.7;
  }
  .item {
    position: relative;
    padding: 1em 0;
    border-bottom: 1px solid var(--_line);
  }
  .item:hover {
    background: linear-gradient(90deg, var(--_wash), transparent);
  }
  .item-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.6em;
  }
  .item-name {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.5;
    text-align: start;
    text-decoration: none;
  }
  /* The whole row can be pressed. */
  .item-name::after {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    content: '';
  }
  .item-name:hover {
    text-decoration: underline;
  }
  .item-name:focus {
    outline: none;
  }
  .item-name:focus::after {
    outline: 3px solid var(--_accent);
    outline-offset: -1px;
    border-radius: var(--_radius);
  }
  .item-name:focus:not(:focus-visible)::after {
    outline: none;
  }
  .badge {
    display: inline-block;
    padding: 0 0.45em;
    border: 1px solid var(--_edge);
    border-radius: 3px;
    color: var(--_soft);
    font-size: max(0.8125em, 13px);
    line-height: 1.6;
    white-space: nowrap;
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
  .item-text {
    margin-top: 0.25em;
  }
  .item-policy,
  .item-facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.9em;
    margin-top: 0.25em;
    font-size: var(--_small);
  }
  .item-policy {
    display: block;
  }
  .item-policy .number {
    margin-inline-end: 0.4em;
  }
  .number {
    white-space: nowrap;
  }
  .item-facts {
    color: var(--_soft);
  }
  mark {
    padding: 0 0.06em;
    border-radius: 2px;
    background: var(--_mark);
    color: inherit;
    font-weight: 600;
  }
  .pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.75em 1.25em;
    padding: 1.5em 0 0.5em;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 2em;
    padding-top: 1em;
    color: var(--_soft);
    font-size: var(--_small);
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
    .tab[aria-selected='true'] {
      border-color: Highlight;
    }
  }
  @media print {
    .item {
      break-inside: avoid;
    }
  }
`;
