import { css } from 'lit';

/** The board of a hall: read from five metres on 1080 × 1920 and on 1920 × 1080. */
export const hallStyles = css`
  .hall {
    font-size: max(20px, min(4.2vw, 3.4vh));
  }
  .board tbody {
    animation: appear calc(700ms * var(--_motion)) ease-out;
  }
  .hall-foot {
    padding: 0.4em 0 0.3em;
    border-top: 2px solid var(--_line);
  }
  .hall-origin {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.1em 1.5em;
    margin-top: 0.5em;
    color: var(--_soft);
    font-size: 0.55em;
  }
  @media (orientation: landscape) {
    .board tbody tr {
      height: 2em;
    }
    .board-matter {
      -webkit-line-clamp: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .board tbody {
      animation: none;
    }
  }
  @media print {
    .hall {
      font-size: 14pt;
    }
  }
`;
