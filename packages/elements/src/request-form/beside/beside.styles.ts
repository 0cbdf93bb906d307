import { css } from 'lit';

export const besideStyles = css`
  /* What may be public, what cannot be asked */
  .offers {
    max-width: 36em;
    margin: -0.4em 0 1.6em;
    padding: 1em 1.25em;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .offers-title {
    font-weight: 600;
  }
  .offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1em;
    min-height: var(--_row);
    padding: 0.35em 0;
    border-top: 1px solid var(--_line);
    line-height: 1.5;
  }
  .offer-link {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-height: var(--_row);
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .offer-link .icon {
    width: 1em;
    height: 1em;
  }
  .offer-by {
    flex-basis: 100%;
    color: var(--_soft);
    font-size: var(--_small);
  }
  .other-organ {
    padding-top: 0.6em;
    border-top: 1px solid var(--_line);
  }
  .misfits {
    margin-bottom: 1.6em;
  }
  .misfits summary {
    display: list-item;
    min-height: var(--_target);
    padding: calc((var(--_target) - 1.7em) / 2) 0;
    color: var(--_accent);
  }
  .misfits ul {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .misfits li {
    margin-bottom: 0.5em;
  }
  .misfits li[data-seen] {
    font-weight: 600;
  }
  /* Files */
  .files {
    max-width: 36em;
    margin-bottom: 0.75em;
  }
  .file {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1em;
    padding: 0.5em 0;
    border-bottom: 1px solid var(--_line);
  }
  .file-name {
    flex: 1 1 12em;
    min-width: 0;
  }
  .file-size {
    margin-inline-start: 0.6em;
    color: var(--_soft);
    font-size: var(--_small);
    white-space: nowrap;
  }
  .file-progress {
    width: 8em;
    accent-color: var(--_accent);
  }
  .file-done {
    color: var(--_soft);
    font-size: var(--_small);
  }
  .file .field-fault {
    flex-basis: 100%;
  }
  .chooser {
    position: relative;
    display: inline-block;
  }
  .chooser-input {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .chooser-input:focus-visible + .button {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    .offers {
      border: 1px solid CanvasText;
    }
  }
`;
