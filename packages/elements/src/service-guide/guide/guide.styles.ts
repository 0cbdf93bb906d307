import { css } from 'lit';

/** For the guide of one matter, which is fetched with it. */
export const guideStyles = css`
  .guide {
    max-width: 60em;
    padding: 1.75em 2em 1.25em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    counter-reset: part;
  }
  [data-width='narrow'] .guide {
    padding: 1.1em 1em 0.9em;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 0.5em;
  }
  .badge.invented {
    border-style: dashed;
  }
  .summary {
    margin-top: 0.35em;
    font-size: var(--_large);
  }
  .organ {
    margin-top: 0.35em;
    color: var(--_soft);
  }
  .joint {
    margin-inline-start: 1em;
  }

  .glance {
    display: grid;
    grid-template-columns: 1.5fr 1fr 0.9fr 1.3fr;
    margin-top: 1.25em;
    border-block: 1px solid var(--_line);
  }
  .glance > div {
    padding: 0.9em 1.1em;
  }
  .glance > div:first-child {
    padding-inline-start: 0;
  }
  .glance > div + div {
    border-inline-start: 1px solid var(--_line);
  }
  .glance dt {
    color: var(--_soft);
    font-size: var(--_small);
  }
  .figure {
    display: block;
    color: var(--_accent);
    font-size: var(--_title);
    font-weight: 700;
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
  }
  .note {
    display: block;
    color: var(--_soft);
    font-size: var(--_small);
    line-height: 1.5;
  }
  .way-name {
    display: inline-block;
    margin-inline-end: 0.75em;
    line-height: 1.75;
  }
  [data-width='narrow'] .glance {
    grid-template-columns: 1fr 1fr;
  }
  [data-width='narrow'] .glance > div {
    padding: 0.75em 0.75em 0.75em 0;
  }
  [data-width='narrow'] .glance > div:nth-child(even) {
    padding-inline-start: 1em;
  }
  [data-width='narrow'] .glance > div:nth-child(odd) {
    border-inline-start: 0;
  }
  [data-width='narrow'] .glance > div:nth-child(n + 3) {
    border-top: 1px solid var(--_line);
  }

  .merged {
    margin-top: 1.1em;
  }
  .merged ol {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
    counter-reset: merged;
  }
  .merged li {
    display: flex;
    align-items: center;
    counter-increment: merged;
  }
  .merged li::before {
    color: var(--_soft);
    content: counter(merged) '.';
  }
  .merged .link {
    font-weight: 600;
    text-align: start;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    margin-top: 1.25em;
  }
  [data-width='narrow'] .tools .button {
    flex: 1 1 40%;
    padding-inline: 0.5em;
  }
  [data-mode='elder'][data-width='narrow'] .tools .button {
    flex-basis: 100%;
  }
  .tool-status:empty {
    display: none;
  }
  .tool-status {
    margin-top: 0.4em;
    color: var(--_soft);
    font-size: var(--_small);
  }
  .share,
  .online {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 1em 1.5em;
  }
  .share {
    margin-top: 1em;
    padding: 1em;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .share > :last-child,
  .online > :last-child {
    flex: 1;
    min-width: min(100%, 12em);
  }
  .online p + p {
    margin-top: 0.75em;
  }
  .qr-place {
    flex: none;
    width: 10em;
    max-width: 100%;
    min-height: 10em;
  }
  .qr {
    display: block;
    width: 100%;
  }
  .address {
    user-select: all;
  }

  .part {
    margin-top: 2em;
  }
  .part-title {
    display: flex;
    align-items: center;
    gap: 0.6em;
    font-size: var(--_large);
    font-weight: 700;
    line-height: 1.5;
    counter-increment: part;
  }
  .part-title::before {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 1.6em;
    height: 1.6em;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.85em;
    font-variant-numeric: tabular-nums;
    content: counter(part);
  }
  .part-body {
    margin-top: 0.75em;
  }
  [data-width='wide'] .part-body {
    padding-inline-start: 2.35em;
  }
  .facts {
    display: grid;
    gap: 0.3em 0;
  }
  .paragraph + .facts,
  .block-list + .facts {
    margin-top: 0.75em;
  }
  .facts:empty {
    display: none;
  }
  .fact {
    display: flex;
    gap: 0.75em;
  }
  .fact dt {
    flex: none;
    min-width: 4em;
    color: var(--_soft);
  }
  .fact dd {
    min-width: 0;
  }
  .line {
    display: block;
    font-variant-numeric: tabular-nums;
  }

  .questions {
    margin-top: 1em;
  }
  .questions .field {
    margin: 0;
    padding: 0.9em 1.1em 0.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .questions .field + .field {
    margin-top: 0.75em;
  }
  .questions legend {
    float: left;
    width: 100%;
  }
  .questions legend + * {
    clear: both;
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1em;
    min-height: var(--_row);
    margin-top: 0.5em;
    color: var(--_soft);
  }

  .count {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.2em 1.1em;
    padding: 0.7em 1.1em;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .count.short {
    margin: 1.1em 0;
  }
  .count-figure {
    font-size: var(--_large);
    font-weight: 700;
  }
  .materials {
    border-bottom: 1px solid var(--_line);
  }
  .material {
    padding: 0.5em 0 0.75em;
  }
  .material + .material {
    border-top: 1px solid var(--_line);
  }
  .material-row {
    display: flex;
    align-items: flex-start;
    gap: 0.75em;
    min-height: var(--_target);
    padding: calc((var(--_target) - 1.7em) / 2) 0 0;
  }
  .material-row:hover {
    color: var(--_accent);
  }
  .material-row input {
    flex: none;
    width: 1.35em;
    height: 1.35em;
    margin-top: 0.2em;
    accent-color: var(--_accent);
  }
  .material-name {
    font-size: 1.05em;
    font-weight: 600;
  }
  .material-row input:checked + .material-name {
    color: var(--_soft);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .material-more {
    padding-inline-start: 2.1em;
  }
  .material-facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 1.2em;
    color: var(--_soft);
  }
  .files .link {
    gap: 0.4em;
    margin-inline-start: -0.35em;
  }
  .ready {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1em;
    min-height: var(--_row);
    margin-top: 0.5em;
  }
  .ready-count {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .group-title {
    margin-top: 1.25em;
    font-weight: 700;
  }
  .exempt {
    margin-top: 1.5em;
    padding: 0.9em 1.1em;
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
  }
  .exempt .group-title {
    margin: 0;
  }
  .exempt li {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    padding: 0.4em 0 0;
    padding-inline-start: 1.5em;
  }
  .exempt .serves {
    width: 100%;
  }
  .exempt-name::before {
    position: absolute;
    margin-inline-start: -1.5em;
    color: var(--_accent);
    font-weight: 700;
    content: '✓';
    content: '✓' / '';
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .way {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-height: var(--_target);
    padding: 0.3em 1em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
  }
  [data-width='narrow'] .way {
    flex: 1 1 40%;
  }
  .way:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .way[data-chosen] {
    border-color: var(--_accent);
    background: var(--_wash);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 600;
  }
  .way input {
    flex: none;
    width: 1.2em;
    height: 1.2em;
    accent-color: var(--_accent);
  }
  .way-panel {
    min-height: 4em;
    margin-top: 1em;
  }
  .way-panel > p + p,
  .offices + p {
    margin-top: 0.75em;
  }
  .office-choice {
    margin-bottom: 0.75em;
  }
  .office-choice label {
    display: block;
    margin-bottom: 0.35em;
    font-weight: 600;
  }
  .offices {
    display: grid;
    gap: 0.75em;
  }
  .office {
    padding: 0.9em 1.1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .office-name {
    font-weight: 700;
  }
  .open-now {
    min-height: 1.7em;
    color: var(--_soft);
    font-weight: 600;
  }
  .open-now::before {
    display: inline-block;
    width: 0.6em;
    height: 0.6em;
    margin-inline-end: 0.5em;
    border: 2px solid currentColor;
    border-radius: 50%;
    content: '';
  }
  .open-now:empty::before {
    content: none;
  }
  .open-now[data-open] {
    color: var(--_accent);
  }
  .open-now[data-open]::before {
    background: currentColor;
  }
  .office .facts {
    margin-top: 0.4em;
  }
  .post {
    margin-top: 0.4em;
    padding: 0.9em 1.1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    font-weight: 600;
    user-select: all;
  }
  .phone {
    display: inline-flex;
    align-items: center;
    margin-inline-end: 1em;
    color: var(--_accent);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-underline-offset: 0.2em;
  }
  a.phone {
    min-height: var(--_row);
  }
  .fact a.phone {
    margin-block: calc((1.7em - var(--_row)) / 2);
  }

  .sections {
    margin-top: 2em;
    border-top: 1px solid var(--_line);
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
    padding: 0.5em 0.25em;
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
    margin-inline-end: 0.4em;
    border: solid var(--_soft);
    border-width: 0 2px 2px 0;
    content: '';
    transform: translateY(-25%) rotate(45deg);
  }
  .section-button[aria-expanded='true']::after {
    transform: translateY(25%) rotate(-135deg);
  }
  .panel {
    padding: 0.25em 0.25em 1.5em;
  }
  .steps {
    counter-reset: step;
  }
  .step {
    position: relative;
    padding: 0 0 1em;
    padding-inline-start: 2.4em;
    counter-increment: step;
  }
  .step::before {
    position: absolute;
    top: 0.15em;
    left: 0;
    inset-inline-start: 0;
    width: 1.5em;
    height: 1.5em;
    border: 1px solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_accent);
    font-size: 0.9em;
    font-weight: 700;
    line-height: 1.45;
    text-align: center;
    content: counter(step);
  }
  .step:not(:last-child)::after {
    position: absolute;
    top: 1.9em;
    bottom: 0.1em;
    left: 0.68em;
    width: 0;
    inset-inline-start: 0.68em;
    border-inline-start: 1px solid var(--_line);
    content: '';
  }
  .step-name,
  .row-name {
    margin-inline-end: 0.4em;
    font-weight: 600;
  }
  .special {
    padding: 0.8em 1.1em;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .special .group-title {
    margin: 0;
  }
  .rows li,
  .special li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.1em 0.75em;
    min-height: 2.2em;
  }
  .basis li + li {
    margin-top: 0.9em;
  }
  .panel .link,
  .files .link {
    padding-inline: 0.35em;
    margin-inline-start: -0.35em;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .faq > div + div {
    margin-top: 1em;
  }
  .faq dt {
    font-weight: 700;
  }

  .lines {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 3em;
    margin-top: 1.5em;
    padding: 1em 1.25em;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .lines dt {
    color: var(--_soft);
    font-size: var(--_small);
  }
  .lines .phone {
    font-size: var(--_large);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1.5em;
    margin-top: 1.25em;
    color: var(--_soft);
    font-size: var(--_small);
  }
  .foot .fact {
    gap: 0.5em;
  }
  .foot dt {
    min-width: 0;
  }
  .foot dd {
    font-variant-numeric: tabular-nums;
  }

  @media (forced-colors: active) {
    .count,
    .special,
    .share,
    .lines {
      border: 1px solid CanvasText;
    }
    .part-title::before {
      border: 1px solid CanvasText;
    }
    .way[data-chosen] {
      border: 3px solid Highlight;
    }
  }
  @media print {
    .guide {
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
    .section-button::after {
      display: none;
    }
    .section-head,
    .part-title,
    .group-title {
      break-after: avoid;
    }
    .panel {
      padding: 0 0 0.8em;
    }
    .part {
      margin-top: 1.1em;
    }
    .part-title::before {
      border: 1px solid #000;
      background: none;
      color: #000;
    }
    .count,
    .special,
    .lines {
      border: 1px solid #999;
      background: none;
    }
    .material,
    .office,
    .step,
    .exempt {
      break-inside: avoid;
    }
    .material-row {
      min-height: 0;
      padding-top: 0.2em;
    }
    .way {
      display: none;
    }
  }
`;
