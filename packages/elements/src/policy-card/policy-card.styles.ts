import { css } from 'lit';

export const styles = css`
  .card {
    max-width: 56em;
    padding: 1.75em 2em 1.25em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  [data-width='narrow'] .card {
    padding: 1.1em 1em 0.9em;
  }
  .message {
    max-width: 56em;
  }
  .small {
    font-size: var(--_small);
  }
  .title {
    margin-top: 0.35em;
    border-radius: 2px;
    font-size: var(--_display);
    font-weight: 700;
    line-height: 1.4;
    text-wrap: balance;
  }
  [data-width='narrow'] .title {
    font-size: var(--_title);
  }
  .summary {
    margin-top: 0.5em;
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
    margin-top: 0.9em;
    color: var(--_soft);
  }
  .policy {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.1em 0.75em;
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
    margin-top: 1.25em;
    padding: 0.9em 1.25em;
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
    margin-top: 0.5em;
  }
  .banner li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
  }

  .choice {
    margin-top: 1.25em;
  }
  .choice-button {
    display: flex;
    align-items: center;
    gap: 0.75em;
    width: 100%;
    min-height: var(--_target);
    margin-top: 0.4em;
    padding: 0.4em 0.9em;
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
    gap: 0.2em 0.75em;
  }
  .choice-button[aria-current='true'] {
    border-color: var(--_accent);
    background: var(--_wash);
    box-shadow: inset 4px 0 var(--_accent);
    font-weight: 600;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    margin-top: 1.25em;
  }
  .tools-place {
    visibility: hidden;
  }
  [data-width='narrow'] .tools {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(7em, 1fr));
  }
  [data-width='narrow'] .tools .button {
    padding-inline: 0.5em;
  }
  .expand {
    display: flex;
    justify-content: flex-end;
    margin-top: 0.75em;
  }
  .expand .link {
    padding-inline-end: 0;
  }
  .sections {
    margin-top: 0.25em;
    border-top: 1px solid var(--_line);
  }
  .head + .sections,
  .choice + .sections,
  .banner + .sections,
  .none + .sections,
  .tool-status + .sections,
  .share + .sections {
    margin-top: 1.25em;
  }
  .section {
    border-bottom: 1px solid var(--_line);
  }
  .section-button {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    width: 100%;
    min-height: max(3.2em, var(--_target));
    padding: 0.5em 0;
    border: 0;
    background: none;
    font-size: var(--_large);
    font-weight: 700;
    text-align: start;
  }
  .section-button:hover {
    color: var(--_accent);
  }
  .section-button::after {
    flex: none;
    width: 0.5em;
    height: 0.5em;
    margin-inline-end: 0.25em;
    border: solid var(--_soft);
    border-width: 0 2px 2px 0;
    content: '';
    transform: translateY(-25%) rotate(45deg);
  }
  .section-button[aria-expanded='true']::after {
    transform: translateY(25%) rotate(-135deg);
  }
  .panel {
    padding: 0.25em 0 1.5em;
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
    margin: 0.4em 0;
    padding: 0.5em 0.9em;
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
    padding: 0.5em 0.75em;
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
    margin-top: 1em;
  }
  .change-topic {
    font-weight: 700;
  }
  .pair {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.15em 0.9em;
    margin-top: 0.3em;
    padding: 0.6em 0.9em;
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
    margin-top: 1.25em;
  }
  .comparison .button {
    text-align: start;
  }
  .comparison [role='status'],
  .legend {
    margin: 0.5em 0;
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
    margin-top: 0.75em;
  }
  .compared.stacked .same {
    padding: 0 0.9em;
    border-radius: var(--_radius);
  }

  .glossary > div + div,
  .questions > div + div,
  .medium + .medium,
  .response + .response {
    margin-top: 1.1em;
  }
  .glossary dt,
  .questions dt,
  .medium-title,
  .response-title {
    font-weight: 700;
  }
  .matters {
    margin-top: 1.1em;
    padding: 0.8em 1.1em;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .matters li {
    display: flex;
    align-items: center;
    min-height: var(--_row);
  }
  .matter {
    padding: 0.3em 0;
    color: var(--_accent);
    font-weight: 600;
    text-underline-offset: 0.2em;
  }
  .panel a:not(.button) {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  .transcript {
    margin-top: 0.6em;
    padding: 0.9em 1.1em;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .picture,
  .player {
    display: block;
    width: 100%;
    max-width: 40em;
    margin-top: 0.6em;
  }
  .picture {
    height: auto;
  }
  .keep {
    gap: 0.35em;
    padding-inline: 0;
  }
  .stamp {
    margin-top: 1.25em;
    color: var(--_soft);
  }
  .files li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
  }

  .ask {
    margin-top: 1.5em;
    padding: 1em 1.25em;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .ask-office {
    font-weight: 700;
  }
  .phone {
    display: inline-flex;
    align-items: center;
    min-height: var(--_row);
    color: var(--_accent);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-underline-offset: 0.2em;
  }
  .ask + .no-print {
    margin-top: 1em;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1.5em;
    margin-top: 1.25em;
    padding-top: 0.9em;
    border-top: 1px solid var(--_line);
    color: var(--_soft);
    font-size: var(--_small);
  }
  .foot > div {
    display: flex;
    gap: 0.5em;
  }
  .foot dt {
    flex: none;
  }
  [data-width='narrow'] .foot {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.2em 1em;
  }
  [data-width='narrow'] .foot > div {
    display: contents;
  }
  .sections + .foot {
    border-top: 0;
  }
  .foot dd {
    font-variant-numeric: tabular-nums;
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
    .card {
      max-width: none;
      padding: 0;
      border: 0;
    }
    .frame .panel[hidden] {
      display: block !important;
    }
    .section-button {
      min-height: 0;
      padding: 0.5em 0 0.2em;
    }
    .section-button::after,
    .term::after {
      display: none;
    }
    .piece {
      content-visibility: visible;
    }
    .section-head {
      break-after: avoid;
    }
    .panel {
      padding: 0 0 0.8em;
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
    .banner,
    .badge.validity,
    .badge.validity[data-validity='inForce'] {
      border-color: #000;
      color: #000;
    }
    .banner-text,
    .title,
    del {
      color: #000;
    }
    ins {
      background: none;
      color: #000;
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
    :focus {
      outline: none;
    }
  }
`;
