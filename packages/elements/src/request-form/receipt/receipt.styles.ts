import { css } from 'lit';

export const receiptStyles = css`
  .keys {
    margin-bottom: 1.75em;
    padding: 1.25em 1.5em;
    border: 1px solid var(--_line);
    border-top: 4px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .keys dt {
    color: var(--_soft);
  }
  .key-value {
    font-size: var(--_display);
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    letter-spacing: 0.04em;
    line-height: 1.35;
    margin-bottom: 0.4em;
    user-select: all;
  }
  .key-note {
    margin-bottom: 0.75em;
    font-weight: 600;
  }
  .undo {
    margin: 1.75em 0;
    padding: 1em 1.25em;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .undo .button {
    margin-top: 0.5em;
  }

  .next {
    margin-top: 0.5em;
    padding-inline-start: 1.5em;
    list-style: decimal;
  }
  .next li {
    margin-bottom: 0.4em;
  }
  .follow {
    margin: 1.5em 0 1.75em;
  }
  .follow-ways {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 1em 2em;
  }
  .follow-text .link {
    padding: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .follow-text {
    flex: 1 1 16em;
  }
  .follow-code {
    flex: none;
    width: 10em;
    text-align: center;
  }
  .qr {
    display: block;
    width: 100%;
    height: auto;
  }
  .print-frame {
    position: absolute;
    width: 0;
    height: 0;
    border: 0;
  }
  @media (max-width: 30em) {
    .keys {
      padding: 1em;
    }
    .key-value {
      letter-spacing: 0;
    }
  }
  @media (forced-colors: active) {
    .undo {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .keys {
      break-inside: avoid;
    }
  }
`;
