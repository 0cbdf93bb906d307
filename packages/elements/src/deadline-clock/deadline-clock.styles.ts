import { css } from 'lit';

export const styles = css`
  .title {
    margin-bottom: 0.75em;
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.4;
  }
  .compact .due {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
    padding: 0;
    border: 0;
  }
  .compact .due-label {
    font-size: 1em;
  }
  .compact .due-date {
    font-size: 1em;
  }
  .compact .due-weekday {
    font-size: 1em;
  }
  .foot {
    margin-top: 0.75em;
    color: var(--_soft);
    font-size: var(--_small);
  }
  .bone {
    height: 5.5em;
    background:
      linear-gradient(var(--_line), var(--_line)) 0 1.6em / 12em 1.6em no-repeat,
      linear-gradient(var(--_wash), var(--_wash)) 0 4em / 9em 1em no-repeat;
    opacity: 0.55;
  }
  .skeleton[data-slow] .bone {
    animation: breathe 1.8s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
    }
  }
  @media (forced-colors: active) {
    .bone {
      background: none;
    }
  }
  @media print {
    .frame {
      --_ink: #000;
      --_soft: #333;
      --_accent: #000;
      font-size: 11pt;
    }
    .no-print {
      display: none !important;
    }
  }
`;
