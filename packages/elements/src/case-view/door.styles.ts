import { css } from 'lit';

/** How number and code are asked for. */
export const doorStyles = css`
  .title {
    border-radius: 2px;
    font-size: var(--_display);
    font-weight: 700;
    line-height: 1.4;
  }
  .intro {
    max-width: 44em;
    margin: 0.25em 0 1.5em;
  }
  .door {
    max-width: 36em;
  }
  .door .field {
    margin-bottom: 1.25em;
  }
  .number,
  #number,
  #code {
    font-variant-numeric: tabular-nums;
  }
  #number,
  #code {
    font-size: 1.15em;
    letter-spacing: 0.04em;
  }
  #number,
  #code {
    text-transform: uppercase;
  }
  .given b {
    font-size: 1.15em;
    letter-spacing: 0.04em;
  }
  .remember .field {
    margin-bottom: 0.25em;
  }
  .remember {
    margin-bottom: 1em;
  }
  .remember-code {
    padding-inline-start: 2em;
  }
  .door .button.primary {
    min-width: 10em;
  }
  .door-foot {
    margin-top: 1.25em;
    font-size: var(--_small);
  }
  .saved li {
    display: flex;
    align-items: stretch;
    gap: 0.25em;
  }
  .saved li + li {
    margin-top: 0.5em;
  }
  .saved-case {
    flex: 1;
    flex-wrap: wrap;
    justify-content: flex-start;
    gap: 0 0.9em;
    padding: 0.4em 0.9em;
    text-align: start;
  }
  .saved-name {
    font-weight: 600;
  }
  .saved-number,
  .saved-open {
    color: var(--_soft);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  .saved-open {
    margin-inline-start: auto;
    color: var(--_accent);
  }
`;
