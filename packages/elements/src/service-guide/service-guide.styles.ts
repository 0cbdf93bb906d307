import { css } from 'lit';

/** What list and guide draw alike. */
export const styles = css`
  .small {
    font-size: var(--_small);
  }
  .badge.strong {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .title {
    margin-top: var(--_space-35);
  }
  [data-width='narrow'] .title {
    font-size: var(--_title);
  }
  .back {
    margin-bottom: var(--_space-35);
    padding-inline-start: 0;
  }
  @media print {
    .badge.strong {
      border: 1px solid #000;
      background: none;
      color: #000;
    }
    :focus {
      outline: none;
    }
  }
`;
