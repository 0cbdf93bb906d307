import { css } from 'lit';

export const styles = css`
  .title {
    font-size: var(--_display);
    font-weight: 700;
    line-height: 1.4;
  }
  .lead {
    max-width: 46em;
    margin-top: 0.5em;
    color: var(--_soft);
  }
  .form {
    max-width: 46em;
  }

  /* Where one is */
  .stepper {
    display: flex;
    gap: 0.5em;
    margin: 1.5em 0 1.25em;
    color: var(--_soft);
    font-size: var(--_small);
    line-height: 1.4;
  }
  .stepper-step {
    flex: 1 1 0;
    min-width: 0;
    padding-top: 0.55em;
    border-top: 4px solid var(--_line);
  }
  .stepper-step:not([data-state='ahead']) {
    border-color: var(--_accent);
  }
  .stepper-step[data-state='here'] {
    color: var(--_ink);
    font-weight: 600;
  }
  @media (max-width: 40em) {
    .stepper-step {
      height: 0;
      padding: 0;
      overflow: hidden;
      color: transparent;
    }
  }
  .step-heading {
    margin-bottom: 1em;
    line-height: 1.4;
    scroll-margin-top: 5em;
  }
  .step-heading:focus {
    outline: none;
  }
  .progress {
    display: block;
    margin-bottom: 0.15em;
    color: var(--_soft);
    font-size: var(--_small);
  }
  .step-title {
    font-size: var(--_title);
    font-weight: 700;
  }

  /* Fields in groups */
  .section-title {
    font-size: var(--_large);
    font-weight: 700;
  }
  .section > .field-hint {
    margin-bottom: 1em;
  }
  .asked-organ {
    margin-bottom: 1.5em;
    padding: 0.6em 1em;
    border-radius: var(--_radius);
    background: var(--_wash);
    font-weight: 600;
  }
  .chosen-organ {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
  }
  .organ-picker .group-options {
    max-height: 19em;
    padding: 0.25em 0.9em;
    overflow-y: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .organ-picker .group-option {
    flex: 1 1 18em;
  }
  .organ-count {
    display: block;
    margin-top: 0.5em;
  }
  .input::placeholder {
    color: var(--_soft);
    opacity: 1;
  }
  .facts > span {
    display: inline-block;
    margin-inline-end: 1em;
  }
  .website {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* Moves, messages */
  .moves,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em 1em;
  }
  .moves {
    margin-top: 2em;
  }
  .moves .button {
    min-width: 8em;
  }
  .button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  .notice {
    max-width: 46em;
    margin-top: 1em;
    padding: 0.7em 1.1em;
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .step-lead,
  .form .notice {
    margin-bottom: 1.25em;
  }
  .fault-summary {
    margin-bottom: 1.75em;
    padding: 1em 1.25em;
    border: 2px solid var(--_alert);
    border-radius: var(--_radius);
    scroll-margin-top: 1em;
  }
  .fault-summary .link {
    padding: 0.35em 0;
    color: var(--_alert);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .foot {
    max-width: 46em;
    margin-top: 2em;
    color: var(--_soft);
    font-size: var(--_small);
  }
  .saved {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
  }
  .saved > p {
    flex: 1 1 20em;
  }

  @media (forced-colors: active) {
    .notice,
    .asked-organ {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .stepper,
    .lead,
    .progress,
    .moves {
      display: none !important;
    }
    .section {
      break-inside: avoid;
    }
  }
`;
