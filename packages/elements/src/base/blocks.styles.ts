import { css } from 'lit';

/** How a text of blocks looks. */
export const blockStyles = css`
  .paragraph + .paragraph,
  .paragraph + .block-list,
  .block-list + .paragraph,
  .block-list + .block-list,
  .table-place + *,
  .figure + *,
  .quote + *,
  * + .table-place,
  * + .figure,
  * + .quote {
    margin-top: var(--_space-75);
  }
  .block-heading {
    margin: var(--_space-125) 0 var(--_space-35);
    font-weight: 700;
  }
  .block-heading:first-child {
    margin-top: 0;
  }
  [data-align='center'] {
    text-align: center;
  }
  [data-align='end'] {
    text-align: end;
  }
  .block-list {
    padding-inline-start: 1.3em;
    list-style: disc;
  }
  .block-list.numbered {
    padding-inline-start: 1.6em;
    list-style: decimal;
  }
  .block-list li + li {
    margin-top: var(--_space-35);
  }
  .block-list li::marker {
    color: var(--_accent);
    font-weight: 600;
  }
  .table-place {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-bottom: var(--_space-35);
    color: var(--_soft);
    text-align: start;
  }
  th,
  td {
    min-width: 4em;
    padding: var(--_space-50) var(--_space-75);
    border: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  th {
    background: var(--_wash);
    font-weight: 600;
  }
  .quote {
    margin-inline: 0;
    padding: var(--_space-20) var(--_space);
    border-inline-start: 3px solid var(--_line);
    color: var(--_soft);
  }
  .figure {
    margin-inline: 0;
  }
  .figure img {
    max-width: 100%;
    height: auto;
  }
  @media print {
    th,
    td {
      border-color: #999;
    }
    tr,
    figure,
    .table-place {
      break-inside: avoid;
    }
    .block-heading,
    dt {
      break-after: avoid;
    }
    .table-place {
      overflow: visible;
    }
  }
`;
