import { css } from 'lit';

/** How a deadline and its reckoning look. */
export const clockView = css`
  .due {
    padding-inline-start: var(--_space);
    border-inline-start: 4px solid var(--_accent);
  }
  .due[data-urgency='soon'],
  .due[data-urgency='overdue'] {
    border-color: var(--_alert);
  }
  .due[data-urgency='paused'],
  .due[data-urgency='waiting'],
  .due[data-urgency='stopped'] {
    border-color: var(--_edge);
  }
  .due-label {
    color: var(--_soft);
    font-size: var(--_small);
  }
  .due-date {
    font-size: var(--_display);
    font-weight: 700;
    line-height: 1.35;
  }
  .due-date time {
    white-space: nowrap;
  }
  .due-weekday {
    font-size: max(0.6em, var(--_least));
    font-weight: 400;
    white-space: nowrap;
  }
  .due-left {
    font-weight: 600;
  }
  .due[data-urgency='waiting'] .due-left,
  .due[data-urgency='paused'] .due-left {
    font-weight: 400;
  }
  .due[data-urgency='overdue'] .due-left {
    color: var(--_alert);
  }
  .due-notes {
    margin-top: var(--_space-50);
    color: var(--_soft);
    font-size: var(--_small);
  }
  .due-notes li + li {
    margin-top: var(--_space-20);
  }

  .trace {
    max-width: 60em;
    margin-top: var(--_space);
  }
  .trace > summary {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-50);
    min-height: var(--_target);
    color: var(--_accent);
    list-style: none;
  }
  .trace > summary::-webkit-details-marker {
    display: none;
  }
  .trace > summary::before {
    width: 0.45em;
    height: 0.45em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    content: '';
    transform: rotate(-45deg);
  }
  .trace[open] > summary::before {
    transform: rotate(45deg);
  }
  .trace:not([open]) > summary:dir(rtl)::before {
    transform: rotate(135deg);
  }
  .trace > summary:hover {
    text-decoration: underline;
  }
  .trace-title {
    margin: var(--_space-125) 0 var(--_space-50);
    font-weight: 600;
  }
  .run-rule {
    margin-bottom: var(--_space-50);
  }
  .runs {
    border-top: 1px solid var(--_line);
  }
  .run {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space);
    padding: var(--_space-35) 0;
    border-bottom: 1px solid var(--_line);
  }
  .run-days {
    flex: none;
    width: 10em;
  }
  .run-what {
    flex: 1;
    min-width: min(100%, 14em);
  }
  .run:not([data-counted]) .run-what {
    color: var(--_soft);
  }
  .run-article {
    font-size: var(--_small);
  }

  .months {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr));
    gap: var(--_space-150) var(--_space-200);
  }
  .month {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    align-self: start;
  }
  .month caption {
    padding-bottom: var(--_space-35);
    font-weight: 600;
    text-align: start;
  }
  .month th {
    padding: 0.2em 0;
    color: var(--_soft);
    font-size: var(--_small);
    font-weight: 400;
  }
  .day {
    height: 3.6em;
    padding: 0.15em 0.1em;
    border: 1px solid var(--_line);
    line-height: 1.3;
    text-align: center;
    vertical-align: top;
  }
  .day-number,
  .day-mark,
  .day-tag {
    display: block;
  }
  .day-mark,
  .day-tag {
    font-size: 0.75em;
    letter-spacing: -0.02em;
  }
  .day[data-kind='outside'] .day-number {
    color: var(--_soft);
  }
  .day[data-kind='counted'] {
    background: var(--_wash);
  }
  .day[data-kind='counted'] .day-mark {
    color: var(--_accent);
    font-weight: 600;
  }
  .day[data-kind='off'],
  .day[data-kind='not'],
  .day[data-kind='paused'] {
    color: var(--_soft);
  }
  .day[data-kind='paused'] {
    background: repeating-linear-gradient(-45deg, transparent 0 6px, var(--_line) 6px 7px);
  }
  .day[data-kind='received'],
  .day[data-kind='restarted'],
  .day[data-kind='paid'] {
    font-weight: 600;
  }
  .day[data-due] {
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .day[aria-current] .day-number {
    font-weight: 700;
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 3px;
  }
  .day-tag {
    font-weight: 600;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-20) var(--_space-125);
    margin-top: var(--_space);
    color: var(--_soft);
    font-size: var(--_small);
  }
  .legend b {
    color: var(--_ink);
  }
  .print-only {
    display: none;
  }

  @media (forced-colors: active) {
    .day[data-due] {
      outline: var(--_focus-width) solid Highlight;
      outline-offset: -3px;
    }
  }
  @media print {
    .trace {
      display: none;
    }
    .print-only {
      display: block;
    }
    .due {
      border-color: #000;
    }
    .run {
      break-inside: avoid;
      padding: 0.15em 0;
    }
  }
`;
