import { css } from 'lit';

/** How a page looks that number and code have opened: of a case, of a request. */
export const casePageStyles = css`
  .page-bar,
  .page-tools {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.75em;
  }
  .page-bar {
    margin-bottom: 1.25em;
  }
  .status {
    padding: 0.1em 0.8em;
    border: 1px solid var(--_accent);
    border-radius: 99px;
    background: var(--_wash);
    color: var(--_accent);
    font-weight: 600;
  }
  .badge {
    border-color: var(--_alert);
    color: var(--_alert);
    font-weight: 600;
  }
  .done,
  .news {
    margin-top: 0.75em;
    padding: 0.6em 1em;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_wash);
    font-weight: 600;
  }
  .part {
    margin-top: 2em;
  }
  .part-title {
    margin-bottom: 0.7em;
    padding-bottom: 0.3em;
    border-bottom: 1px solid var(--_line);
    font-size: var(--_large);
    font-weight: 700;
    line-height: 1.4;
  }
  .subtitle {
    margin: 1.4em 0 0.4em;
    font-weight: 700;
  }
  .urgent {
    margin-top: 1.25em;
    padding: 1.1em 1.4em 1.25em;
    border: 2px solid var(--_alert);
    border-radius: var(--_radius);
  }
  .urgent .part-title {
    margin-bottom: 0.2em;
    padding: 0;
    border: 0;
    color: var(--_alert);
    font-size: 1em;
  }
  .urgent p + p,
  .urgent ol + p,
  .urgent blockquote + p,
  .urgent p + blockquote {
    margin-top: 0.5em;
  }
  .todo-what {
    font-size: var(--_title);
    font-weight: 700;
    line-height: 1.35;
  }
  .todo-by {
    font-size: var(--_large);
    font-weight: 600;
  }
  .told {
    margin: 0.3em 0 0;
    padding: 0.6em 1em;
    border-radius: var(--_radius);
    background: var(--_wash);
    white-space: pre-line;
  }
  .fact {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    padding: 0.4em 0;
    border-bottom: 1px solid var(--_line);
  }
  .fact dt {
    flex: none;
    width: 6em;
    color: var(--_soft);
  }
  @media (max-width: 30em) {
    .fact dt {
      width: 100%;
    }
  }
  .fact dd {
    flex: 1;
    min-width: min(100%, 11em);
  }
  .files li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.9em;
    min-height: var(--_target);
  }
  .remedies li + li {
    margin-top: 0.6em;
  }
  .fault {
    color: var(--_alert);
    font-weight: 600;
  }
  .page-foot {
    margin-top: 2em;
    font-size: var(--_small);
  }

  @media (forced-colors: active) {
    .told {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .fact,
    .remedies li {
      break-inside: avoid;
    }
    .part-title {
      break-after: avoid;
    }
    .urgent,
    .status,
    .badge {
      border-color: #000;
    }
    .urgent .part-title,
    .status,
    .badge {
      color: #000;
    }
    :focus {
      outline: none;
    }
  }
`;
