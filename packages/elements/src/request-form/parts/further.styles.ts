import { css } from 'lit';

/** For the steps behind the first. */
export const furtherStyles = css`
  .inset {
    margin-bottom: 1.6em;
    padding: 1em 1.25em 0;
    border-inline-start: 4px solid var(--_line);
  }

  /* 个人信息处理告知 */
  .privacy {
    margin-bottom: 1.75em;
    padding: 1em 1.25em;
    border-radius: var(--_radius);
    background: var(--_wash);
    font-size: var(--_small);
  }
  .privacy-title {
    font-weight: 600;
  }
  .privacy ul {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .privacy li {
    margin-top: 0.35em;
  }

  /* Checking and filing */
  .check {
    margin-bottom: 1.75em;
  }
  .check dl {
    margin-top: 0.4em;
    border-top: 1px solid var(--_line);
  }
  .check-row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1em;
    padding: 0.35em 0;
    border-bottom: 1px solid var(--_line);
  }
  .check-row dt {
    flex: none;
    width: 11em;
    max-width: 100%;
    color: var(--_soft);
  }
  .check-row dd {
    flex: 1 1 12em;
    min-width: 0;
    white-space: pre-wrap;
  }
  .check-row .check-change {
    flex: none;
    white-space: normal;
  }
  @media (max-width: 40em) {
    .check-row dt {
      width: 100%;
    }
  }
  .form > .folded {
    margin-bottom: 1.6em;
  }
  .form > .folded[open] > summary {
    margin-block-end: 1em;
  }
  .filing-text {
    display: flex;
    align-items: center;
    gap: 0.6em;
    margin-top: 1em;
    font-weight: 600;
  }
  .spinner {
    flex: none;
    width: 1.2em;
    height: 1.2em;
    border: 3px solid var(--_line);
    border-top-color: var(--_accent);
    border-radius: 50%;
    animation: turn calc(1s * var(--_motion)) linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(360deg);
    }
  }
  .waiting {
    border-inline-start: 4px solid var(--_accent);
  }

  @media (forced-colors: active) {
    .privacy {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .check-change {
      display: none;
    }
  }
`;
