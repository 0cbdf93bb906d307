import { css } from 'lit';

export const styles = css`
  .card {
    max-width: 56em;
  }
  .message {
    max-width: 56em;
  }
  .small {
    font-size: var(--_small);
  }
  .title {
    margin-top: var(--_space-35);
  }
  [data-width='narrow'] .title {
    font-size: var(--_title);
  }
  .summary {
    margin-top: var(--_space-50);
    font-size: var(--_large);
  }
  .badge.form {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .badge.validity {
    border-color: var(--_alert);
    color: var(--_alert);
    font-weight: 600;
  }
  .badge.validity[data-validity='inForce'] {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .policies {
    margin-top: var(--_space);
    color: var(--_soft);
  }
  .policy {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.1em var(--_space-75);
  }
  /* In one piece, unless it is longer than the line. */
  .number {
    display: inline-block;
    max-width: 100%;
  }
  .policy-link {
    padding-inline: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .back {
    padding-inline-start: 0;
  }

  .banner {
    margin-top: var(--_space-125);
    padding: var(--_space) var(--_space-125);
    border: 1px solid var(--_alert);
    border-inline-start-width: 6px;
    border-radius: var(--_radius);
  }
  .banner-text {
    color: var(--_alert);
    font-size: var(--_large);
    font-weight: 700;
  }
  .banner-next {
    margin-top: var(--_space-50);
  }
  .banner li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-75);
  }

  .choice {
    margin-top: var(--_space-125);
  }
  .choice-button {
    display: flex;
    align-items: center;
    gap: var(--_space-75);
    width: 100%;
    min-height: var(--_target);
    margin-top: var(--_space-35);
    padding: var(--_space-35) var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    line-height: 1.5;
    text-align: start;
  }
  .choice-button:hover {
    border-color: var(--_accent);
  }
  .choice-button .badge {
    flex: none;
  }
  [data-mode='elder'][data-width='narrow'] .choice-button {
    flex-wrap: wrap;
    gap: var(--_space-20) var(--_space-75);
  }
  .choice-button[aria-current='true'] {
    border-color: var(--_accent);
    background: var(--_wash);
    box-shadow: inset 4px 0 var(--_accent);
    font-weight: 600;
  }

  .tools-place {
    visibility: hidden;
  }
  .expand {
    display: flex;
    justify-content: flex-end;
    margin-top: var(--_space-75);
  }
  .expand .link {
    padding-inline-end: 0;
  }
  .sections {
    margin-top: var(--_space-20);
  }
  .head + .sections,
  .choice + .sections,
  .banner + .sections,
  .none + .sections,
  .tool-status + .sections,
  .share + .sections {
    margin-top: var(--_space-125);
  }

  .term {
    border-bottom: 2px dotted;
    color: var(--_accent);
    cursor: pointer;
  }
  .term::after {
    margin-inline-start: 0.15em;
    font-size: 0.8em;
    font-weight: 700;
    content: '?';
    content: '?' / '';
  }
  .term[aria-expanded='true'] {
    border-bottom-style: solid;
  }
  [data-mode='elder'] .term,
  [data-mode='kiosk'] .term {
    padding: 0.25em 0;
  }
  .meaning {
    display: block;
    margin: var(--_space-35) 0;
    padding: var(--_space-50) var(--_space);
    border-inline-start: 3px solid var(--_accent);
    background: var(--_wash);
    font-size: 0.95em;
    font-weight: 400;
  }

  table.changes {
    table-layout: fixed;
  }
  .compared {
    text-wrap: wrap;
  }
  .piece {
    content-visibility: auto;
    contain-intrinsic-size: 0 60em;
    contain-intrinsic-size: auto 60em;
  }
  .compared[role='table'] {
    border-top: 1px solid var(--_line);
  }
  .compared-row {
    display: flex;
  }
  .compared-row > * {
    flex: 1;
    min-width: 0;
    padding: var(--_space-50) var(--_space-75);
    border: 1px solid var(--_line);
    border-top: 0;
  }
  .compared-row > * + * {
    border-inline-start: 0;
  }
  .compared-head {
    background: var(--_wash);
    color: var(--_soft);
    font-weight: 600;
  }
  .compared-row > .same {
    padding-block: 0;
  }
  .changes th:first-child {
    width: 22%;
  }
  thead th {
    color: var(--_soft);
    font-weight: 600;
  }
  .before {
    color: var(--_soft);
  }
  del {
    color: var(--_alert);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  ins {
    background: var(--_mark);
    color: var(--_ink);
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  ins.whole {
    background: none;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 1px;
  }
  .changes.stacked li + li,
  .pair + .pair {
    margin-top: var(--_space);
  }
  .change-topic {
    font-weight: 700;
  }
  .pair {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_space-20) var(--_space);
    margin-top: var(--_space-35);
    padding: var(--_space-50) var(--_space);
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .pair dt {
    color: var(--_soft);
    font-size: var(--_small);
    line-height: 1.95;
    white-space: nowrap;
  }
  .comparison {
    margin-top: var(--_space-125);
  }
  .comparison .button {
    text-align: start;
  }
  .comparison [role='status'],
  .legend {
    margin: var(--_space-50) 0;
  }
  .compared summary {
    display: flex;
    align-items: center;
    min-height: var(--_row);
  }
  .compared summary::before {
    margin-inline-end: 0.5em;
    content: '⋯';
    content: '⋯' / '';
  }
  .same {
    padding-block: 0;
    background: var(--_wash);
  }
  .stacked > .piece > *,
  .stacked > .piece + .piece {
    margin-top: var(--_space-75);
  }
  .compared.stacked .same {
    padding: 0 var(--_space);
    border-radius: var(--_radius);
  }

  .glossary > div + div,
  .questions > div + div,
  .medium + .medium,
  .response + .response {
    margin-top: var(--_space);
  }
  .glossary dt,
  .questions dt,
  .medium-title,
  .response-title {
    font-weight: 700;
  }
  .matters {
    margin-top: var(--_space);
    padding: var(--_space-75) var(--_space);
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .matters li {
    display: flex;
    align-items: center;
    min-height: var(--_row);
  }
  .matter {
    padding: var(--_space-35) 0;
    color: var(--_accent);
    font-weight: 600;
    text-underline-offset: 0.2em;
  }
  .panel a:not(.button) {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  .transcript {
    margin-top: var(--_space-50);
    padding: var(--_space);
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .picture,
  .player {
    display: block;
    width: 100%;
    max-width: 40em;
    margin-top: var(--_space-50);
  }
  .picture {
    height: auto;
  }
  .keep {
    gap: var(--_space-35);
    padding-inline: 0;
  }
  .stamp {
    margin-top: var(--_space-125);
    color: var(--_soft);
  }
  .files li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-75);
  }

  .ask {
    margin-top: var(--_space-150);
    padding: var(--_space) var(--_space-125);
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .ask-office {
    font-weight: 700;
  }
  .phone {
    min-height: var(--_row);
  }
  .ask + .no-print {
    margin-top: var(--_space);
  }
  .foot {
    padding-top: var(--_space);
    border-top: 1px solid var(--_line);
  }
  .foot > div {
    display: flex;
    gap: var(--_space-50);
  }
  .foot dt {
    flex: none;
  }
  [data-width='narrow'] .foot {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_space-20) var(--_space);
  }
  [data-width='narrow'] .foot > div {
    display: contents;
  }
  .sections + .foot {
    border-top: 0;
  }

  @media (forced-colors: active) {
    .meaning,
    .pair,
    .ask,
    .matters,
    .transcript {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .term::after {
      display: none;
    }
    .piece {
      content-visibility: visible;
    }
    .term {
      border: 0;
      color: inherit;
    }
    .banner,
    .ask,
    .pair {
      break-inside: avoid;
    }
    ins {
      background: none;
    }
    .ask,
    .matters,
    .pair,
    .transcript {
      border: 1px solid #999;
      background: none;
    }
    .picture {
      max-width: 12cm;
    }
    .player {
      display: none;
    }
  }
`;
