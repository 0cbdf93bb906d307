import { css } from 'lit';

/** How an open request looks. */
export const caseStyles = css`
  .case {
    max-width: 52em;
  }
  .kind,
  .number {
    display: inline-block;
    max-width: 100%;
  }
  .status {
    display: inline-block;
    margin: 0.6em 0 0.4em;
  }

  .letter,
  .event-text {
    white-space: pre-line;
  }
  .amount {
    font-size: 1.2em;
  }
  .addition {
    margin-top: 1.25em;
  }
  .addition .input {
    max-width: none;
  }
  /* The browser's own button speaks the browser's language, not the page's. */
  .file-input:focus-visible + .button {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  .file-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.9em;
    min-height: var(--_target);
  }
  .file-row progress {
    width: 8em;
    accent-color: var(--_accent);
  }
  .file {
    gap: 0.5em;
    padding-inline-start: 0;
  }
  .strip {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75em 1.5em;
    margin-top: 1.5em;
    padding: 0.9em 1.25em;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .confirm {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
    width: 100%;
  }
  .confirm p,
  .strip [role='alert'] {
    width: 100%;
  }
  .strip [role='alert']:empty {
    display: none;
  }
  .strip .failure {
    margin: 0;
    background: var(--_surface);
  }
  .button.danger {
    border-color: var(--_alert);
    color: var(--_alert);
    font-weight: 600;
  }

  .outcome {
    font-size: var(--_title);
    font-weight: 700;
    line-height: 1.4;
  }
  .letter {
    margin-top: 0.9em;
    padding: 1.25em 1.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .remedies {
    padding-inline-start: 1.5em;
    list-style: decimal;
  }

  .timeline {
    margin-inline-start: 0.4em;
    border-inline-start: 2px solid var(--_line);
  }
  .event {
    position: relative;
    padding: 0 0 1.25em;
    padding-inline-start: 1.5em;
  }
  .event:last-child {
    padding-bottom: 0;
  }
  .event::before {
    position: absolute;
    top: 0.55em;
    left: calc(-0.35em - 1px);
    inset-inline-start: calc(-0.35em - 1px);
    width: 0.7em;
    height: 0.7em;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
    content: '';
  }
  .event:last-child::before {
    background: var(--_accent);
  }
  .event-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .event-date {
    color: var(--_soft);
    font-variant-numeric: tabular-nums;
  }
  .event-name {
    font-weight: 600;
  }
  .event-facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    font-size: var(--_small);
  }
  .event-text {
    margin-top: 0.35em;
  }

  @media (forced-colors: active) {
    .strip {
      border: 1px solid CanvasText;
    }
    .event::before {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: Canvas;
    }
    .event:last-child::before {
      background: CanvasText;
    }
  }
  @media print {
    .part {
      margin-top: 1.25em;
    }
    .event {
      break-inside: avoid;
    }
    .letter {
      padding: 0;
      border: 0;
    }
  }
`;
