import { css } from 'lit';

/** For the guide of one matter, which is fetched with it. */
export const guideStyles = css`
  .guide {
    max-width: 60em;
    counter-reset: part;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-35) var(--_space-50);
  }
  .badge.invented {
    border-style: dashed;
  }
  .summary {
    margin-top: var(--_space-35);
    font-size: var(--_large);
  }
  .organ {
    margin-top: var(--_space-35);
    color: var(--_soft);
  }
  .joint {
    margin-inline-start: 1em;
  }

  .glance {
    display: grid;
    grid-template-columns: 1.5fr 1fr 0.9fr 1.3fr;
    margin-top: var(--_space-125);
    border-block: 1px solid var(--_line);
  }
  .glance > div {
    padding: var(--_space);
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
    padding: var(--_space-75) var(--_space-75) var(--_space-75) 0;
  }
  [data-width='narrow'] .glance > div:nth-child(even) {
    padding-inline-start: var(--_space);
  }
  [data-width='narrow'] .glance > div:nth-child(odd) {
    border-inline-start: 0;
  }
  [data-width='narrow'] .glance > div:nth-child(n + 3) {
    border-top: 1px solid var(--_line);
  }

  .merged {
    margin-top: var(--_space);
  }
  .merged ol {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-150);
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

  .online p + p {
    margin-top: var(--_space-75);
  }
  .qr-place {
    min-height: 10em;
  }

  .part {
    margin-top: var(--_space-200);
  }
  .part-title {
    display: flex;
    align-items: center;
    gap: var(--_space-50);
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
    margin-top: var(--_space-75);
  }
  [data-width='wide'] .part-body {
    padding-inline-start: 2.35em;
  }
  .facts {
    display: grid;
    gap: var(--_space-35) 0;
  }
  .paragraph + .facts,
  .block-list + .facts {
    margin-top: var(--_space-75);
  }
  .facts:empty {
    display: none;
  }
  .fact {
    display: flex;
    gap: var(--_space-75);
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
    margin-top: var(--_space);
  }
  .questions .field {
    margin: 0;
    padding: var(--_space) var(--_space) var(--_space-50);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .questions .field + .field {
    margin-top: var(--_space-75);
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
    gap: 0 var(--_space);
    min-height: var(--_row);
    margin-top: var(--_space-50);
    color: var(--_soft);
  }

  .count {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_space-20) var(--_space);
    padding: var(--_space-75) var(--_space);
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .count.short {
    margin: var(--_space) 0;
  }
  .count-figure {
    font-size: var(--_large);
    font-weight: 700;
  }
  .materials {
    border-bottom: 1px solid var(--_line);
  }
  .material {
    padding: var(--_space-50) 0 var(--_space-75);
  }
  .material + .material {
    border-top: 1px solid var(--_line);
  }
  .material-row {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-75);
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
    gap: 0.1em var(--_space-125);
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
    gap: 0 var(--_space);
    min-height: var(--_row);
    margin-top: var(--_space-50);
  }
  .ready-count {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .group-title {
    margin-top: var(--_space-125);
    font-weight: 700;
  }
  .exempt {
    margin-top: var(--_space-150);
    padding: var(--_space);
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
    gap: 0 var(--_space);
    padding: var(--_space-35) 0 0;
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
    gap: var(--_space-50);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .way {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-50);
    min-height: var(--_target);
    padding: var(--_space-35) var(--_space);
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
    margin-top: var(--_space);
  }
  .way-panel > p + p,
  .offices + p {
    margin-top: var(--_space-75);
  }
  .office-choice {
    margin-bottom: var(--_space-75);
  }
  .office-choice label {
    display: block;
    margin-bottom: var(--_space-35);
    font-weight: 600;
  }
  .offices {
    display: grid;
    gap: var(--_space-75);
  }
  .office {
    padding: var(--_space);
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
    margin-top: var(--_space-35);
  }
  .post {
    margin-top: var(--_space-35);
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    font-weight: 600;
    user-select: all;
  }
  .phone {
    margin-inline-end: var(--_space);
  }
  a.phone {
    min-height: var(--_row);
  }
  .fact a.phone {
    margin-block: calc((1.7em - var(--_row)) / 2);
  }

  .sections {
    margin-top: var(--_space-200);
  }
  .steps {
    counter-reset: step;
  }
  .step {
    position: relative;
    padding: 0 0 var(--_space);
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
    padding: var(--_space-75) var(--_space);
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
    gap: 0.1em var(--_space-75);
    min-height: 2.2em;
  }
  .basis li + li {
    margin-top: var(--_space);
  }
  .panel .link,
  .files .link {
    padding-inline: 0.35em;
    margin-inline-start: -0.35em;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .faq > div + div {
    margin-top: var(--_space);
  }
  .faq dt {
    font-weight: 700;
  }

  .lines {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-50) 3em;
    margin-top: var(--_space-150);
    padding: var(--_space) var(--_space-125);
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
  .foot .fact {
    gap: var(--_space-50);
  }
  .foot dt {
    min-width: 0;
  }

  @media (forced-colors: active) {
    .count,
    .special,
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
    .part-title,
    .group-title {
      break-after: avoid;
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
