import { css } from 'lit';

export const styles = css`
  .title {
    margin-bottom: var(--_space-75);
    font-size: var(--_title);
    font-weight: 700;
    line-height: 1.4;
  }
  .compact .due {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space-75);
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
    margin-top: var(--_space-75);
    color: var(--_soft);
    font-size: var(--_small);
  }
  .bone {
    background:
      linear-gradient(var(--_line), var(--_line)) 0 1.6em / 12em 1.6em no-repeat,
      linear-gradient(var(--_wash), var(--_wash)) 0 4em / 9em 1em no-repeat;
  }
  @media (forced-colors: active) {
    .bone {
      background: none;
    }
  }
`;
