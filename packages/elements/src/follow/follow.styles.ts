import { css } from 'lit';

export const styles = css`
  .title {
    border-radius: 2px;
    font-size: var(--_title);
    font-weight: 700;
    line-height: 1.4;
  }
  /* It is where one arrives, not what one works. */
  .title:focus {
    outline: none;
  }
  .title + p {
    margin-top: 0.35em;
  }
  .panel > p + .soft {
    margin-top: 0.6em;
  }
  .panel {
    max-width: 42em;
    padding: 1.25em 1.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .message {
    margin: 0;
  }
  p + .message {
    margin-top: 1em;
  }
  .message.failure {
    margin: 0 0 1.25em;
  }
  .panel [role='alert'] > .field-fault:last-child {
    margin-bottom: 1.25em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
    margin-top: 1.25em;
  }
  .actions .primary {
    min-width: 8em;
  }

  @media (max-width: 480px) {
    .panel {
      padding: 1em;
    }
  }
`;
