import { css } from 'lit';

/** How waiting looks, and what every element that only shows something prints alike. */
export const loadView = css`
  .bone {
    height: 5.5em;
    background:
      linear-gradient(var(--_line), var(--_line)) 0 1.2em / 46% 1.2em no-repeat,
      linear-gradient(var(--_wash), var(--_wash)) 0 3.2em / 68% 1em no-repeat;
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
