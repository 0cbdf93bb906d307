import { css } from 'lit';

export const hallStyles = css`
  .hand-off {
    max-width: 46em;
    margin-top: 1.5em;
  }
  #hand-off-title:focus {
    outline: none;
  }
  .hand-off-code {
    max-width: 18em;
    margin: 1em 0;
  }
  .hand-off .actions {
    margin-top: 1em;
  }
  .idle {
    position: fixed;
    z-index: 10;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    padding: 1.5em;
    background: rgba(10, 20, 34, 0.72);
  }
  .idle-box {
    max-width: 26em;
    padding: 2em;
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: center;
  }
  .idle-title {
    font-size: var(--_title);
    font-weight: 700;
  }
  .idle-left {
    font-size: 4em;
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    line-height: 1.3;
  }
  .idle .button {
    margin-top: 1.25em;
  }

  .hall-moves {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
    margin-inline-start: auto;
  }
  .qr {
    display: block;
    width: 100%;
    height: auto;
  }
  @media (forced-colors: active) {
    .idle-box {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .idle,
    .hall-moves {
      display: none;
    }
  }
`;
