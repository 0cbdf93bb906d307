import { css } from 'lit';

/** For what is fetched with the tools and the comparison. */
export const toolStyles = css`
  .tool-status:empty {
    display: none;
  }
  .tool-status {
    margin-top: 0.4em;
    color: var(--_soft);
    font-size: var(--_small);
  }
  .share {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 1em 1.5em;
    margin-top: 1em;
    padding: 1em;
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
  .print-frame {
    position: absolute;
    width: 0;
    height: 0;
    border: 0;
  }
`;
