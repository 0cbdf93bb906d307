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
    animation: breathe calc(1.8s * var(--_motion)) ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    .bone {
      background: none;
    }
  }
`;
