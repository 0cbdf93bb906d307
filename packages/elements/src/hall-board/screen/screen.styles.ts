import { css } from 'lit';

/**
 * To be read from five metres, each page at the same place: the eye finds label and title where they
 * were, and whose it is at the foot. Characters want 1/200 of the distance (FAA HF-STD; ISO 9241-303: at
 * least 16′ of arc, 17′ here), 25 mm at 5 m. The shorter side of a 55-inch 16:9 panel is 685 mm, so a
 * character of 25 mm is 3.65 % of it; one fills about 0.92 of its em, so that text is 4.2 vmin.
 * What accompanies it is 2.8 vmin and more, read from 3.3 m.
 */
export const screenLook = css`
  .frame {
    height: 100%;
  }
  .frame .hall {
    height: 100%;
    font-size: max(18px, var(--_least), 4.2vmin);
    padding: 0.9em 1.1em 0.7em;
    background: var(--_surface);
  }
  .stage {
    position: relative;
    order: 1;
    flex: 1 1 0;
    min-height: 0;
    overflow: hidden;
  }
  .slide {
    position: relative;
    display: flex;
    gap: 1.6em;
    box-sizing: border-box;
    min-height: 100%;
    padding: 1em 0;
    animation: appear 600ms ease-out;
  }
  .slide-body {
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    min-width: 0;
  }
  .slide-label {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    font-size: max(0.78em, var(--_least));
    line-height: 1.3;
  }
  .slide-label b,
  .slide-label i {
    padding: 0.2em 0.75em;
    border: 0.08em solid var(--_accent);
    border-radius: var(--_radius);
    font-style: normal;
    font-weight: 600;
  }
  .slide-label b {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .slide-label i {
    color: var(--_accent);
  }
  .slide-title {
    margin-top: 0.45em;
    font-size: 2em;
    font-weight: 700;
    line-height: 1.3;
    text-wrap: balance;
  }
  .slide-text {
    margin-top: 0.65em;
    font-size: 1.15em;
    line-height: 1.55;
    text-wrap: pretty;
  }
  .slide-facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1.4em;
    margin-top: auto;
    padding-top: 1.1em;
    color: var(--_soft);
    font-size: max(0.72em, var(--_least));
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  .slide-qr {
    flex: none;
    align-self: center;
    margin: 0;
    text-align: center;
  }
  .slide-qr .qr {
    display: block;
    width: 7em;
    height: 7em;
    border: 0.06em solid var(--_line);
    border-radius: var(--_radius);
    background: #fff;
  }
  .slide-qr figcaption {
    margin-top: 0.5em;
    font-size: max(0.72em, var(--_least));
    line-height: 1.4;
  }
  .slide .counts {
    gap: 0.7em;
    margin: 1em 0 0;
  }
  .slide .count {
    padding: 0.7em 0.6em;
  }
  .slide .count dt {
    font-size: max(0.8em, var(--_least));
  }
  .slide .count dd {
    font-size: 2.4em;
  }
  .slide .board {
    flex: none;
    margin-top: 0.6em;
  }
  .slide .board thead th {
    padding-inline: calc(0.3em / 0.68);
    font-size: max(0.68em, var(--_least));
  }
  @media (min-width: 601px) {
    .slide .board thead .board-number {
      width: 6.4em;
    }
    .slide .board thead .board-status {
      width: 8.6em;
    }
    .slide .board thead .board-time {
      width: 5.2em;
    }
  }
  .slide[data-fit='1'] .slide-title {
    font-size: 1.7em;
  }
  .slide[data-fit='1'] .slide-text {
    font-size: 1.08em;
  }
  .slide[data-fit='2'] .slide-title {
    font-size: 1.45em;
  }
  .slide[data-fit='3'] {
    padding: 0.5em 0;
  }
  .slide[data-fit='3'] .slide-title {
    font-size: 1.2em;
  }
  .slide[data-fit='2'] .slide-text,
  .slide[data-fit='3'] .slide-text {
    font-size: 1em;
  }
  .slide[data-brief] .slide-text,
  .slide[data-brief][data-of='cases'] .slide-facts {
    display: none;
  }
  .slide[data-of='cases'] .slide-title {
    margin-top: 0.5em;
    font-size: 1.25em;
  }
  [data-shape='wide'] .slide[data-of='cases'] {
    padding: 0.4em 0;
  }
  [data-shape='wide'] .slide[data-of='cases'] .slide-label,
  [data-shape='square'] .slide[data-of='cases'] .slide-label {
    display: none;
  }
  [data-shape='square'] .board tbody tr {
    height: 2.5em;
  }
  .hall .hall-pager {
    order: 2;
    padding-top: 0.9em;
    border-top: max(2px, 0.07em) solid var(--_line);
    font-size: max(16px, var(--_least), 0.66em);
  }
  .hall .hall-origin {
    order: 3;
  }
  .hall .hall-pager .button {
    border: max(1px, 0.05em) solid var(--_edge);
  }
  .hall .hall-pager .icon-only .icon {
    width: 1.6em;
    height: 1.6em;
  }
  /* Each thing keeps its place while more pages come: the bar is as wide as the line leaves it. */
  .hall-page {
    display: flex;
    flex: 1 1 11em;
    align-items: center;
    gap: 0.9em;
    margin-inline-start: 0.6em;
  }
  .hall-page > :first-child {
    flex: none;
    min-width: 3.6em;
  }
  .dots {
    flex: 1 1 0;
    min-width: 0;
    height: 0.36em;
    fill: var(--_line);
  }
  .dots [data-here] {
    fill: var(--_accent);
  }
  .hall-origin {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.1em 1.5em;
    padding-top: 0.7em;
    color: var(--_soft);
    font-size: max(var(--_least), 0.67em);
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  .hall-origin .hall-stale {
    width: auto;
    font-weight: 600;
  }
  .stage > .hall-empty {
    height: 100%;
    padding: 0;
    font-size: 1.2em;
    line-height: 1.7;
  }
  .hall-empty small {
    color: var(--_soft);
    font-size: max(0.65em, var(--_least));
  }
  .stage > .message,
  .stage > .skeleton {
    margin-top: 12vmin;
  }
  [data-shape='tall'] .slide {
    flex-direction: column;
  }
  /* What is high is filled from above: a figure in each row. */
  [data-shape='tall'] .counts {
    flex-direction: column;
    flex-wrap: nowrap;
  }
  [data-shape='tall'] .count {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    padding: 0.7em 1em;
    text-align: start;
  }
  [data-shape='tall'] .count dt {
    font-size: 1.1em;
  }
  [data-shape='tall'] .board tbody tr {
    height: 4em;
  }
  [data-shape='tall'] .slide-text,
  [data-shape='square'] .slide-text {
    font-size: 1em;
    line-height: 1.5;
  }
  /* The code stands in the corner, beside the facts. */
  [data-shape='square'] [data-coded] .slide-facts {
    align-content: flex-end;
    min-height: 6em;
    padding-top: 0.4em;
    padding-inline-end: 11.5em;
  }
  [data-shape='square'] .slide-qr {
    position: absolute;
    right: 0;
    bottom: 0.5em;
    display: flex;
    flex-direction: row-reverse;
    align-items: flex-end;
    gap: 0.6em;
  }
  [data-shape='square'] .slide-qr .qr {
    width: 4em;
    height: 4em;
  }
  [data-shape='square'] .slide-qr figcaption {
    width: 4.2em;
    text-align: end;
  }
  [data-shape='square'] .slide {
    padding: 0.5em 0;
  }
  [data-shape='tall'] .slide-qr {
    display: flex;
    align-items: center;
    align-self: stretch;
    gap: 1.2em;
    padding: 0.8em;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  [data-shape='tall'] .slide-qr figcaption {
    margin: 0;
    font-size: 1em;
  }
  [data-shape='wide'] .board-matter {
    -webkit-line-clamp: 1;
  }
  [data-shape='wide'] .board tbody tr {
    height: 1.9em;
  }
  .slide[data-of='cases'] .slide-facts {
    padding-top: 0.7em;
  }
  @media (prefers-reduced-motion: reduce) {
    .slide {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .dots {
      fill: GrayText;
    }
    .dots [data-here] {
      fill: Highlight;
    }
  }
  @media print {
    .frame .hall {
      height: auto;
      font-size: 14pt;
    }
    .stage {
      overflow: visible;
    }
  }
`;
