import { css } from 'lit';

/**
 * How every screen of a hall looks, measured in the text size of `.hall`: head, figures, the table of
 * cases, buttons to stop and step.
 */
export const hallView = css`
  .hall {
    display: flex;
    flex-direction: column;
    line-height: 1.35;
  }
  .hall-head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: 0.2em 1em;
    padding-bottom: 0.45em;
    border-bottom: max(3px, 0.13em) solid var(--_accent);
  }
  .hall-title {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.3;
  }
  .hall-now {
    display: flex;
    align-items: baseline;
    gap: 0.6em;
    font-variant-numeric: tabular-nums;
  }
  .hall-date {
    color: var(--_soft);
    font-size: max(0.7em, var(--_least));
  }
  .hall-clock {
    font-size: 1.25em;
    font-weight: 600;
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin: 0.7em 0 0.5em;
  }
  .count {
    flex: 1 1 4.4em;
    min-width: min-content;
    padding: 0.4em 0.6em;
    border-radius: var(--_radius);
    background: var(--_wash);
    text-align: center;
  }
  .count dt {
    color: var(--_soft);
    font-size: max(0.7em, var(--_least));
  }
  .count dd {
    color: var(--_accent);
    font-size: 1.6em;
    font-weight: 700;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .board {
    flex: 1 0 auto;
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .board thead th {
    padding: 0.35em calc(0.3em / 0.62);
    color: var(--_soft);
    font-size: max(0.62em, var(--_least));
    font-weight: 400;
    text-align: start;
  }
  .board tbody tr {
    height: 2.8em;
    border-top: max(2px, 0.045em) solid var(--_line);
  }
  .board tbody tr:nth-child(odd) {
    background: var(--_wash);
  }
  .board td,
  .board tbody th {
    padding: 0.1em 0.3em;
    text-align: start;
    vertical-align: middle;
  }
  .board-number {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .board thead .board-number {
    width: 6.94em;
  }
  .board-status {
    color: var(--_accent);
    font-weight: 600;
    overflow-wrap: break-word;
    word-break: keep-all;
  }
  .board thead .board-status {
    width: 9.4em;
  }
  .board-time {
    color: var(--_soft);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .board thead .board-time {
    width: 5.2em;
  }
  .board [data-state='completed'] .board-status,
  .board [data-state='notAccepted'] .board-status,
  .board [data-state='delivered'] .board-status {
    color: var(--_ink);
  }
  .board [data-state='supplementing'] .board-status {
    color: var(--_alert);
  }
  .board-matter {
    display: -webkit-box;
    overflow: hidden;
    line-height: 1.3;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .hall-pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em;
    font-size: max(0.62em, var(--_least));
  }
  .hall-pager .button {
    min-width: max(64px, 2.4em);
    min-height: max(64px, 2.4em);
  }
  .hall-page {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
  .hall-stale {
    width: 100%;
    color: var(--_alert);
  }
  .hall-stale:empty {
    display: none;
  }
  .hall-empty {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    padding: 3em 0;
    text-align: center;
  }
  .hall-empty > .vignette {
    width: 5em;
    margin-bottom: 0.6em;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (max-width: 360px) {
    .board-status {
      overflow-wrap: anywhere;
    }
  }
  /* No screen of a hall is so narrow; a page shown on a phone, or at 400 %, is. */
  @media (max-width: 600px) {
    .board {
      table-layout: auto;
    }
    .board-matter,
    .board thead th {
      overflow-wrap: anywhere;
    }
    .board thead th.board-number,
    .board thead th.board-status,
    .board thead th.board-time {
      width: auto;
    }
    .board .board-matter {
      -webkit-line-clamp: 4;
    }
    .board td,
    .board tbody th {
      padding-inline: 0.2em;
    }
  }
  @media (forced-colors: active) {
    .count {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .hall {
      min-height: 0 !important;
      font-size: 14pt;
    }
    .hall-pager {
      display: none;
    }
  }
`;
