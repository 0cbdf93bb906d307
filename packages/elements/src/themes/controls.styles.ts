import { css } from 'lit';

/** What every element draws the same: bare lists, icons, buttons, links, messages. */
export const controls = css`
  :host {
    display: block;
  }
  .frame {
    --_row: var(--_target);
    position: relative;
  }
  /* As wide as the element and as high as its text, so that a change of either is observed. */
  .ruler {
    height: 1em;
    margin-bottom: -1em;
  }
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  .title {
    width: fit-content;
    border-radius: 2px;
    font-size: var(--_display);
    font-weight: 700;
    line-height: 1.4;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .print-frame {
    position: absolute;
    width: 0;
    height: 0;
    border: 0;
  }
  .soft {
    color: var(--_soft);
  }
  .icon {
    flex: none;
    width: 1.2em;
    height: 1.2em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.9;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .back > .icon:dir(rtl) {
    transform: scaleX(-1);
  }
  button,
  input,
  select,
  textarea {
    margin: 0;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }
  button,
  select,
  summary,
  label {
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  .badge {
    display: inline-block;
    padding: 0 0.5em;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) / 2);
    color: var(--_soft);
    font-size: max(0.8125em, var(--_least));
    font-weight: 400;
    line-height: 1.65;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-35);
    min-width: var(--_target);
    min-height: var(--_target);
    padding: var(--_space-35) var(--_space);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    line-height: 1.4;
    text-decoration: none;
  }
  .button:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .button.primary:hover {
    box-shadow: inset 0 0 0 99px rgba(0, 0, 0, 0.12);
  }
  .button:disabled {
    border-color: var(--_line);
    color: var(--_soft);
    cursor: default;
  }
  .folded[open] {
    flex-basis: 100%;
  }
  .folded[open] > summary {
    margin-block-end: var(--_space-50);
  }
  .folded > summary::-webkit-details-marker {
    display: none;
  }
  .folded > summary::after {
    content: '＋';
  }
  .folded[open] > summary::after {
    content: '－';
  }
  .button.icon-only {
    padding: 0;
    border-color: transparent;
  }
  .link {
    display: inline-flex;
    align-items: center;
    min-width: var(--_target);
    min-height: var(--_row);
    padding: 0 0.35em;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: none;
  }
  .link:hover {
    text-decoration: underline;
  }
  .message {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    margin: var(--_space-125) 0;
    padding: var(--_space-125) var(--_space-150);
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .message p + p,
  .message ul + p {
    margin-top: var(--_space-50);
  }
  .message-title {
    font-size: var(--_large);
    font-weight: 600;
  }
  .message > * {
    grid-column: 2;
  }
  /* The drawing of a message stands before its words, above them on a phone. */
  .vignette {
    width: 4em;
    fill: var(--_surface);
    stroke: var(--_edge);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .message > .vignette {
    grid-row: 1 / span 9;
    grid-column: 1;
    margin-inline-end: var(--_space-125);
  }
  .vignette + :last-child {
    grid-row: 1 / span 9;
    align-self: center;
  }
  @media (max-width: 30em) {
    .message > .vignette {
      grid-row: auto;
      grid-column: 2;
      margin-bottom: var(--_space-35);
    }
    .vignette + :last-child {
      grid-row: auto;
    }
  }
  .message[role='alert'],
  .message.failure {
    border-inline-start: 4px solid var(--_alert);
  }
  .message-id {
    color: var(--_soft);
    font-size: var(--_small);
    user-select: all;
  }
  @media (forced-colors: active) {
    .message {
      border: 1px solid CanvasText;
    }
    .vignette {
      fill: Canvas;
      stroke: CanvasText;
    }
  }
  @media print {
    .button:not(a) {
      display: none;
    }
    .badge {
      border-color: #000;
      color: #000;
    }
  }
`;
