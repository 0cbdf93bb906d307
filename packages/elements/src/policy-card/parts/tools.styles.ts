import { css } from 'lit';

/** For what is fetched with the tools and the comparison. */
export const toolStyles = css`
  .tool-status:empty {
    display: none;
  }
  .tool-status {
    margin-top: var(--_space-35);
    color: var(--_soft);
    font-size: var(--_small);
  }
  .share {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) var(--_space-150);
    margin-top: var(--_space);
    padding: var(--_space);
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .share > :last-child {
    flex: 1;
    min-width: min(100%, 12em);
  }
  .qr-place {
    flex: none;
    width: 10em;
    max-width: 100%;
  }
  .qr {
    display: block;
    width: 100%;
  }
  .address {
    user-select: all;
  }
`;
