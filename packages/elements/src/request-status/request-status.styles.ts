import { css } from 'lit';

export const styles = css`
  .title {
    border-radius: 2px;
    font-size: var(--_display);
    font-weight: 700;
    line-height: 1.4;
    /* Balanced, the words would be cut in two to be as wide as the number below them. */
    text-wrap: pretty;
  }
  .intro {
    margin: 0.25em 0 1.5em;
  }
  .door {
    max-width: 36em;
  }
  .door .field {
    margin-bottom: 1.25em;
  }
  #number,
  #code {
    font-size: 1.15em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.04em;
  }
  #code {
    text-transform: uppercase;
  }
  .door .button.primary {
    min-width: 10em;
  }
  .door-foot {
    margin-top: 1.25em;
    font-size: var(--_small);
  }
  .saved ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
  }
  .saved li {
    display: inline-flex;
  }
`;
