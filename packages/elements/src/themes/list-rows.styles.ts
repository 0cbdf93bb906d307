import { css } from 'lit';

/** Rows of a list that can be pressed as a whole, their badges and found words, and the pages of the list. */
export const listRows = css`
  .item {
    position: relative;
    padding: var(--_space) 0;
    border-bottom: 1px solid var(--_line);
  }
  .item:hover {
    background: linear-gradient(90deg, var(--_wash), transparent);
  }
  .item-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-20) var(--_space-50);
  }
  .item-name {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-size: var(--_large);
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
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: -1px;
    border-radius: var(--_radius);
  }
  .item-name:focus:not(:focus-visible)::after {
    outline: none;
  }
  .item-facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-20) var(--_space);
    margin-top: var(--_space-20);
    color: var(--_soft);
    font-size: var(--_small);
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
    gap: var(--_space-75) var(--_space-125);
    padding: var(--_space-150) 0 var(--_space-50);
  }
  .pager-page {
    color: var(--_soft);
  }
  [data-width='narrow'] .pager {
    justify-content: space-between;
  }
  [data-width='narrow'] .pager-page {
    order: -1;
    width: 100%;
    text-align: center;
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
  @media print {
    .item {
      break-inside: avoid;
    }
  }
`;
