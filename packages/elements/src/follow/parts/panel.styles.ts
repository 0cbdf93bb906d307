import { css } from 'lit';
import { fields } from '../../themes/fields.styles.ts';

const panelStyles = css`
  .intro {
    margin: 0.25em 0 1.5em;
  }
  .field,
  .folded {
    margin-bottom: 1.35em;
  }
  .folded[open] > summary {
    margin-block-end: 1em;
  }
  .folded .field:last-child {
    margin-bottom: 0;
  }
  .group-options.column {
    flex-direction: column;
    gap: 0;
  }
  .times {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
  }
  .times .input {
    width: 9em;
  }
  .notice {
    padding: 0.9em 1.1em;
    border-radius: var(--_radius);
    background: var(--_wash);
    font-size: var(--_small);
  }
  .notice + .field-fault {
    margin-top: 0.5em;
  }
  .notice p + p {
    margin-top: 0.5em;
  }
  .facts {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 0.35em 1.25em;
    margin: 0.9em 0 1.25em;
  }
  .facts dt {
    color: var(--_soft);
  }
  .website {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (max-width: 480px) {
    .facts {
      grid-template-columns: 1fr;
      gap: 0;
    }
    .facts dd {
      margin-bottom: 0.6em;
    }
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid CanvasText;
    }
  }
`;

/** How form and settings look; fetched with them. */
export const sheets = [fields, panelStyles];
