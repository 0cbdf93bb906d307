import { css } from 'lit';

/** How an open case looks. */
export const pageStyles = css`
  .standing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35em 0.9em;
    margin-top: 0.5em;
  }
  .badge.calm {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .explained {
    margin-top: 0.5em;
  }

  .todo-count {
    font-weight: 600;
  }
  .materials {
    margin: 0.25em 0 0.5em;
    padding-inline-start: 1.6em;
    list-style: decimal;
  }
  .materials li + li {
    margin-top: 0.25em;
  }
  .stop-text {
    white-space: pre-line;
  }

  .overview {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    margin: 1.5em 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .overview-phase {
    display: flex;
    align-items: center;
    gap: 0.7em;
    min-width: 0;
    padding: 0.7em 1em;
    border-top: 4px solid var(--_line);
  }
  .overview-phase + .overview-phase {
    border-inline-start: 1px solid var(--_line);
  }
  .overview-phase[data-standing='done'] {
    border-top-color: var(--_accent);
  }
  .overview-phase[data-standing='current'] {
    border-top-color: var(--_accent);
    background: var(--_wash);
  }
  .overview-mark {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 1.75em;
    height: 1.75em;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    color: var(--_soft);
    font-weight: 700;
    line-height: 1;
  }
  [data-standing='done'] > .overview-mark {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  [data-standing='current'] > .overview-mark {
    border-color: var(--_accent);
  }
  [data-standing='current'] > .overview-mark::before {
    width: 0.7em;
    height: 0.7em;
    border-radius: 50%;
    background: var(--_accent);
    content: '';
  }
  .overview-words {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
    line-height: 1.5;
  }
  .overview-part {
    color: var(--_soft);
  }
  .overview-standing {
    width: 100%;
    color: var(--_soft);
    font-size: var(--_small);
  }
  [data-standing='current'] .overview-standing {
    color: var(--_accent);
    font-weight: 600;
  }
  .frame[data-width='narrow'] .overview-phase {
    flex-direction: column;
    align-items: flex-start;
    gap: 0.35em;
    padding: 0.6em 0.7em;
  }
  .frame[data-width='narrow'] .overview-words {
    flex-direction: column;
  }

  .frame[data-width='wide'] .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 22em;
    gap: 2.5em;
    align-items: start;
  }
  .columns > * > :first-child {
    margin-top: 0;
  }
  .frame[data-width='narrow'] .beside {
    margin-top: 2em;
  }
  .dues {
    display: flex;
    flex-wrap: wrap;
    gap: 1em 2.5em;
  }
  .dues .due + .due .due-date {
    font-size: 1.3em;
    font-weight: 600;
  }
  .due-date {
    font-size: var(--_display);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .overdue-text {
    margin-bottom: 0.9em;
    font-weight: 600;
  }
  .clock-part .trace {
    margin-top: 0.25em;
  }
  .due-notes + .trace {
    margin-top: 0.75em;
  }

  .phase {
    margin-top: 1.75em;
  }
  .clock-part + .phase {
    margin-top: 2.25em;
  }
  .phase-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1em;
    margin-bottom: 0.5em;
    border-bottom: 1px solid var(--_line);
  }
  .phase-title {
    padding: 0.3em 0;
    font-size: var(--_large);
    font-weight: 700;
    line-height: 1.4;
  }
  .phase-part {
    margin-inline-start: 0.6em;
    color: var(--_soft);
    font-size: 0.87em;
    font-weight: 400;
  }
  .unfold {
    gap: 0.5em;
  }
  .unfold::before {
    width: 0.45em;
    height: 0.45em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    content: '';
    transform: rotate(45deg) translate(-0.1em, -0.1em);
  }
  .unfold[aria-expanded='true']::before {
    transform: rotate(-135deg);
  }
  .phase-body.folded {
    display: none;
  }
  .phase-more {
    margin-top: 0.75em;
  }

  .line {
    padding-top: 0.25em;
  }
  .stop {
    position: relative;
    padding: 0 0 1.15em;
    padding-inline-start: 2.4em;
  }
  .stop:last-child {
    padding-bottom: 0.25em;
  }
  .stop::before {
    position: absolute;
    top: 1.6em;
    bottom: -0.25em;
    left: calc(0.75em - 1px);
    inset-inline-start: calc(0.75em - 1px);
    width: 2px;
    background: var(--_line);
    content: '';
  }
  .stop[data-standing='done']::before {
    background: var(--_accent);
  }
  .stop:last-child::before {
    display: none;
  }
  .stop-mark {
    position: absolute;
    top: 0.1em;
    left: 0;
    inset-inline-start: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    width: 1.5em;
    height: 1.5em;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_accent);
    font-size: 1em;
    font-weight: 700;
    line-height: 1;
  }
  [data-standing='done'] > .stop-mark {
    border-color: var(--_accent);
  }
  [data-standing='current'] > .stop-mark {
    border-color: var(--_accent);
    background: var(--_accent);
    box-shadow: inset 0 0 0 3px var(--_surface);
  }
  .stop-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
  }
  .stop-name {
    font-weight: 600;
  }
  [data-standing='coming'] .stop-name {
    color: var(--_soft);
    font-weight: 400;
  }
  .stop-facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .stop-text {
    margin-top: 0.25em;
  }

  .outcome {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
  }
  .outcome-label {
    color: var(--_soft);
  }
  .outcome b {
    font-size: var(--_title);
    line-height: 1.4;
  }
  .result + .line {
    margin-top: 1.5em;
  }
  .phase-summary + .phase-body > .line {
    margin-top: 0.6em;
  }
  .pause {
    margin-top: 0.75em;
    padding: 0.6em 1em;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .result .facts {
    margin-top: 0.5em;
  }
  .files li + li {
    margin-top: 0.4em;
  }
  .file {
    text-align: start;
  }
  .page-foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
  }

  @media (forced-colors: active) {
    .pause {
      border: 1px solid CanvasText;
    }
    .stop::before {
      background: CanvasText;
    }
    .stop-mark,
    .overview-mark {
      border-color: CanvasText;
    }
    [data-standing='current'] > .stop-mark,
    [data-standing='current'] > .overview-mark::before {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
  @media print {
    .frame[data-width='wide'] .columns {
      display: block;
    }
    .phase-body.folded {
      display: block;
    }
    .beside {
      margin-top: 1.5em;
    }
    .stop {
      break-inside: avoid;
    }
    .phase-head {
      break-after: avoid;
    }
  }
`;
