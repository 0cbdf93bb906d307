import { css } from 'lit';

/** For what is fetched with the first item. */
export const itemBodyStyles = css`
  /* What unfolds: a filter, the changes of an item */
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
  .promise {
    margin: var(--_space-125) 0;
    padding: var(--_space) var(--_space-125) var(--_space);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .promise-name {
    color: var(--_soft);
    font-size: var(--_small);
  }
  .promise-list {
    font-size: var(--_title);
    font-weight: 600;
    line-height: 1.6;
  }
  .promise-wording {
    margin-top: var(--_space-35);
    color: var(--_soft);
  }
  .tag {
    margin-inline-end: 0.6em;
    padding: 0 0.45em;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) / 2);
    font-size: max(0.8125em, var(--_least));
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-75);
    margin-bottom: var(--_space-125);
  }
  [data-mode='elder'][data-width='narrow'] .actions > * {
    flex: 1 1 auto;
  }
  [data-mode='elder'][data-width='narrow'] .actions summary {
    width: 100%;
  }
  .rows {
    border-top: 1px solid var(--_line);
  }
  .row {
    display: flex;
    gap: var(--_space-150);
    padding: var(--_space-75) 0;
    border-bottom: 1px solid var(--_line);
  }
  dt {
    flex: none;
    width: 9em;
    color: var(--_soft);
  }
  dd {
    flex: 1;
    min-width: 0;
  }
  [data-width='narrow'] .row {
    display: block;
  }
  [data-width='narrow'] dt {
    width: auto;
    font-size: var(--_small);
  }
  .origin {
    margin-top: var(--_space-150);
    font-size: var(--_small);
  }
  .lines {
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  .lines li::marker {
    color: var(--_soft);
  }
  .channels {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-20) var(--_space-150);
  }
  .legend {
    margin-top: var(--_space-35);
    font-size: var(--_small);
  }
  .changes {
    border-bottom: 1px solid var(--_line);
  }
  .change-list {
    padding-bottom: var(--_space-75);
  }
  .change-list li {
    display: flex;
    gap: var(--_space-125);
    padding: var(--_space-35) 0;
  }
  .change-list time {
    flex: none;
    color: var(--_soft);
    font-variant-numeric: tabular-nums;
  }
  .item-page > .source {
    margin-top: var(--_space-125);
  }

  @media (forced-colors: active) {
    .promise {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .row,
    .promise {
      break-inside: avoid;
    }
    .promise {
      border: 1px solid #999;
      border-inline-start-width: 4px;
      background: none;
    }
    [data-width='narrow'] .row {
      display: flex;
    }
  }
`;
