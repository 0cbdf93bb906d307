import { css } from 'lit';

export const styles = css`
  .stamp {
    display: inline-block;
    padding: var(--_space-20) var(--_space-75);
    border: 2px solid var(--_accent);
    border-radius: 4px;
    color: var(--_accent);
    font-weight: 600;
    letter-spacing: 0.06em;
  }
  .stamp[data-attribute='closed'],
  .stamp[data-attribute='onRequest'] {
    border-color: var(--_ink);
    color: var(--_ink);
  }
  .stamp[data-attribute='closed'] {
    border-style: double;
    border-width: 4px;
  }
  .meaning,
  .reason {
    margin-top: var(--_space-35);
    font-size: var(--_small);
  }
  .meaning {
    color: var(--_soft);
  }
  .link {
    padding-inline: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .bone {
    height: 2.6em;
    background: linear-gradient(var(--_line), var(--_line)) 0 0 / 9em 2.2em no-repeat;
  }
`;
