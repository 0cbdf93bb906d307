import { css } from 'lit';

/**
 * A touch screen: what is to be pressed stands at the foot of an upright screen, within reach from a
 * wheelchair (0.4 to 1.2 m above the floor: GB 50763, ISO 21542), and at the side of one that lies.
 */
export const frameLook = css`
  .kiosk {
    position: relative;
    display: grid;
    box-sizing: border-box;
    grid-template: auto auto minmax(0, 1fr) auto auto / minmax(0, 1fr) auto;
    height: 100%;
    overflow: hidden;
  }
  .kiosk [hidden] {
    display: none;
  }
  .kiosk > .frame {
    background: var(--_surface);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1.5em;
    padding: 0.7em 2em 0.55em;
    border-bottom: 4px solid var(--_accent);
  }
  .title {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.35;
  }
  .now {
    display: flex;
    align-items: baseline;
    gap: 0.75em;
    white-space: nowrap;
    color: var(--_soft);
    line-height: 1.35;
  }
  .now b {
    color: var(--_ink);
    font-size: 1.5em;
    font-weight: 600;
  }
  .lift {
    display: flex;
    grid-row: 2;
    grid-column: 1 / -1;
    align-items: center;
    justify-content: center;
    height: 34vh;
    background: var(--_wash);
    border-bottom: 4px solid var(--_accent);
    color: var(--_soft);
    text-align: center;
  }
  .kiosk > .lift {
    padding: 0 1em;
    background: var(--_wash);
    font-size: 1.75em;
  }
  .stage {
    position: relative;
    grid-row: 3;
    grid-column: 1;
    min-height: 0;
    overflow-x: hidden;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .stage:focus {
    outline: none;
  }
  .stage:focus-visible {
    outline: 3px solid;
    outline-offset: -3px;
  }
  /* Margins of what is inside stay inside. */
  .content {
    display: flow-root;
    box-sizing: border-box;
    min-height: 100%;
  }
  /* In line with the title of the frame. */
  .content {
    padding: 36px 48px 64px;
  }
  [data-start] .content {
    height: 100%;
    padding: 0;
  }
  /* Each button keeps its place, whichever of them are there. */
  .bar {
    display: grid;
    grid-row: 4;
    grid-column: 1 / -1;
    grid-template-columns: 1.1fr 1fr 1fr 1.1fr;
    gap: 0.8em;
    padding: 0.9em 2em;
    border-top: 2px solid var(--_line);
  }
  .bar .button {
    min-height: 88px;
    padding-inline: 0.4em;
    border-width: 2px;
    font-size: 1.15em;
  }
  .bar .up {
    grid-column: 2;
  }
  .bar .down {
    grid-column: 3;
  }
  .bar .reach {
    grid-column: 4;
  }
  .bar .icon {
    width: 1.5em;
    height: 1.5em;
  }
  .bar [aria-disabled] {
    border-color: var(--_line);
    color: var(--_soft);
    cursor: default;
  }
  .bar [aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 2px var(--_accent);
    color: var(--_accent);
  }
  [data-shape='wide'] .bar {
    display: flex;
    flex-direction: column;
    grid-row: 3;
    grid-column: 2;
    justify-content: flex-end;
    width: 8.5em;
    min-height: 0;
    padding: 1em;
    overflow-y: auto;
    border-inline-start: 2px solid var(--_line);
    border-top: 0;
  }
  [data-shape='wide'] .bar .button {
    flex: 0 0 auto;
    padding: 0.4em;
  }
  [data-shape='wide'] .bar .move {
    flex-direction: column;
    min-height: 5.4em;
  }
  [data-shape='wide'] .bar .primary {
    order: 1;
  }
  .keyboard {
    grid-row: 5;
    grid-column: 1 / -1;
    padding: 0.5em 2em 1em;
    border-top: 2px solid var(--_line);
  }
  .kiosk > .keyboard {
    background: var(--_wash);
  }
  .keyboard-head {
    display: flex;
    justify-content: flex-end;
    max-width: 44em;
    margin: 0 auto 0.4em;
  }
  [data-shape='wide'] .keyboard-head {
    position: absolute;
    top: 0.5em;
    right: 1em;
  }
  [data-shape='wide'] .key {
    min-height: 64px;
  }
  .hide {
    border-color: transparent;
    background: none;
  }
  .keys {
    display: flex;
    gap: 0.4em;
    max-width: 44em;
    margin: 0 auto 0.4em;
  }
  [data-kind='digits'] .keys,
  [data-kind='identity'] .keys {
    max-width: 30em;
  }
  .key {
    flex: 1 1 0;
    min-width: 0;
    min-height: 72px;
    padding: 0;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    font-size: 1.25em;
    line-height: 1.3;
    touch-action: manipulation;
    user-select: none;
  }
  .action {
    flex-grow: 1.5;
    background: none;
    font-size: 1em;
  }
  .key:active {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .action[data-action='space'] {
    flex-grow: 2.5;
  }
  .action[data-action='done'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .action[aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 2px var(--_accent);
    color: var(--_accent);
  }
  .notice {
    position: absolute;
    z-index: 10;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    padding: 1.5em;
  }
  .kiosk > .notice {
    background: rgba(10, 20, 34, 0.72);
  }
  /* Where a hand reaches. */
  [data-shape='tall'] .notice {
    align-items: flex-end;
    padding-bottom: 12vh;
  }
  .notice-box {
    width: 30em;
    max-width: 100%;
    max-height: 100%;
    padding: 1.8em 2em 2em;
    overflow-y: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: center;
  }
  .notice-title {
    margin-bottom: 0.4em;
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.4;
  }
  .notice-left {
    color: var(--_accent);
    font-size: 4.5em;
    font-weight: 700;
    line-height: 1.3;
  }
  .notice .qr {
    display: block;
    width: min(12em, 100%);
    margin: 1em auto;
    border: 1px solid var(--_line);
  }
  .notice-address {
    color: var(--_soft);
    font-size: max(var(--_small), var(--_least));
    line-height: 1.5;
  }
  .notice .button {
    width: 100%;
    min-height: 80px;
    margin-top: 1.2em;
    font-size: 1.15em;
  }
  /* No touch screen of a hall is so small; a page shown on a phone, or at 400 %, is. */
  @media (max-width: 600px), (max-height: 560px) {
    .head {
      padding: 0.3em 0.8em 0.2em;
    }
    .content {
      padding: 12px 16px 24px;
    }
    .title,
    .now b {
      font-size: 1.15em;
    }
    .now {
      font-size: max(var(--_small), var(--_least));
    }
    .bar .button,
    [data-shape='wide'] .bar .button {
      min-height: 64px;
      padding: 0.1em 0;
      font-size: 1em;
      line-height: 1.3;
    }
    .bar .word {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .keyboard {
      padding: 0.2em 0.4em;
    }
    .keyboard-head,
    .keys {
      margin-bottom: 0.2em;
    }
    .keys {
      gap: 0.2em;
    }
    .hide {
      min-height: 44px;
    }
    .kiosk .key {
      min-height: 48px;
      font-size: 1em;
    }
    .kiosk .action {
      padding: 0 0.2em;
      font-size: var(--_least);
    }
    .kiosk > .notice {
      padding: 0.5em;
    }
    .notice-box {
      padding: 0.8em 1em 1em;
      line-height: 1.5;
    }
    .notice-title {
      font-size: 1.25em;
    }
    .notice-left {
      font-size: 2.5em;
    }
    .notice-coded {
      display: flex;
      flex-direction: column;
    }
    .notice .qr {
      flex: 0 1 auto;
      align-self: center;
      width: min(12em, 100%);
      min-height: 6em;
      margin: 0.5em 0;
      border: 0;
    }
    /* The way back is in sight, however long the address. */
    .notice .button {
      position: sticky;
      bottom: 0;
      flex: none;
      min-height: 64px;
      margin-top: 0.6em;
      box-shadow: 0 0.6em 0 0.4em var(--_surface);
    }
  }
  @media (max-width: 600px) {
    .bar {
      grid-template-columns: minmax(min-content, 1fr) 64px 64px minmax(min-content, 1fr);
      gap: 0.2em;
      padding: 0.4em;
    }
    .bar .button {
      overflow-wrap: normal;
    }
    [data-kind='letters'] .keys:last-child {
      flex-wrap: wrap;
    }
    [data-kind='letters'] .action {
      flex-basis: auto;
    }
  }
  /* So little height that the field and the keyboard take all of it. */
  @media (max-height: 720px) {
    .kiosk > .lift {
      height: 22vh;
    }
    [data-keyed] > .head,
    [data-keyed] > .lift {
      display: none;
    }
  }
  @media (max-height: 560px) {
    [data-keyed] > .bar {
      display: none;
    }
    [data-shape='wide'] .bar {
      width: 6em;
      gap: 0.4em;
      padding: 0.4em;
    }
    [data-shape='wide'] .key {
      min-height: 36px;
    }
    [data-shape='wide'] .keyboard-head {
      position: static;
    }
    /* The code beside its words. */
    [data-shape='wide'] .notice-coded {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      column-gap: 1em;
      width: 40em;
      text-align: start;
    }
    [data-shape='wide'] .notice-coded .qr {
      grid-row: 1 / span 4;
      grid-column: 1;
      width: min(12em, 70vh, 40vw);
      margin: 0;
    }
  }
  @media (forced-colors: active) {
    .notice-box {
      border: 2px solid CanvasText;
    }
    .key:active,
    .action[data-action='done'] {
      border-color: Highlight;
    }
  }
  @media print {
    .kiosk {
      display: block;
      height: auto;
    }
    .stage {
      overflow: visible;
    }
    .lift,
    .bar,
    .keyboard,
    .notice {
      display: none;
    }
  }
`;
