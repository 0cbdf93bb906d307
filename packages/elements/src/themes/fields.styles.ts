import { css } from 'lit';

/** How fields of a form look (`base/field.ts`). */
export const fields = css`
  .field {
    min-width: 0;
    margin: 0 0 calc(var(--_space) * 1.6);
    padding: 0;
    border: 0;
  }
  .field-label {
    display: block;
    margin: 0 0 var(--_space-35);
    padding: 0;
    font-weight: 600;
    line-height: 1.5;
    cursor: default;
  }
  .field-note {
    margin-inline-start: 0.6em;
    color: var(--_soft);
    font-size: var(--_small);
    font-weight: 400;
  }
  .field-hint {
    color: var(--_soft);
    font-size: var(--_small);
    line-height: 1.6;
  }
  .field-hint {
    margin-bottom: var(--_space-50);
  }
  .field-fault,
  .field-count {
    color: var(--_alert);
    font-weight: 600;
    line-height: 1.5;
  }
  .field-fault {
    margin-bottom: var(--_space-50);
  }
  .field-count {
    margin-top: var(--_space-35);
  }
  .field[data-faulty] {
    padding-inline-start: var(--_space);
    border-inline-start: 4px solid var(--_alert);
  }
  .input {
    display: block;
    width: 100%;
    max-width: 36em;
    min-height: max(2.9em, var(--_target));
    padding: var(--_space-50) 0.75em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: var(--_ink);
    line-height: 1.5;
  }
  .input[data-width='short'] {
    max-width: 10em;
  }
  .input[data-width='middle'] {
    max-width: 22em;
  }
  select.input {
    max-width: 22em;
  }
  textarea.input {
    resize: vertical;
  }
  .input:hover {
    border-color: var(--_accent);
  }
  .input:focus {
    border-color: var(--_accent);
    outline-offset: 0;
  }
  .input[aria-invalid='true'] {
    border: 2px solid var(--_alert);
  }
  .group-options {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-20) var(--_space-200);
  }
  .group-option {
    display: inline-flex;
    align-items: flex-start;
    gap: 0.65em;
    min-width: var(--_target);
    min-height: var(--_target);
    padding: calc((var(--_target) - 1.7em) / 2) 0.5em calc((var(--_target) - 1.7em) / 2) 0;
  }
  .group-option input {
    flex: none;
    width: 1.35em;
    height: 1.35em;
    margin-top: 0.18em;
    accent-color: var(--_accent);
  }
  .group-option:hover {
    color: var(--_accent);
  }
  @media (forced-colors: active) {
    .field[data-faulty] {
      border-color: CanvasText;
    }
    .input[aria-invalid='true'] {
      border-width: 3px;
    }
  }
  @media print {
    .field {
      break-inside: avoid;
    }
  }
`;
