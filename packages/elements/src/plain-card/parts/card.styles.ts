import { css } from 'lit';

/** For what is fetched with the first card. */
export const cardStyles = css`
  .card {
    max-width: 40em;
    padding: 1.5em;
    border: 1px solid var(--_line);
    border-top: 6px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  [data-width='narrow'] .card {
    padding: 1.1em;
  }
  .kicker {
    color: var(--_accent);
    font-size: var(--_small);
    font-weight: 600;
    letter-spacing: 0.08em;
  }
  .title {
    margin-top: 0.15em;
    font-size: var(--_display);
    font-weight: 700;
    line-height: 1.4;
    text-wrap: balance;
  }
  .policy {
    margin-top: 0.4em;
    color: var(--_soft);
    font-size: var(--_small);
  }
  .standing {
    margin-top: 0.75em;
    padding: 0.5em 0.9em;
    border-inline-start: 4px solid var(--_alert);
    background: var(--_wash);
    color: var(--_alert);
    font-weight: 600;
  }
  .heading {
    margin: 1.1em 0 0.3em;
    color: var(--_accent);
    font-size: var(--_large);
    font-weight: 700;
  }
  .items {
    padding-inline-start: 1.4em;
    list-style: disc;
  }
  ol.items {
    list-style: decimal;
  }
  .items li + li {
    margin-top: 0.3em;
  }
  .items .lead {
    margin-inline-start: -1.4em;
    list-style: none;
  }
  .items li::marker {
    color: var(--_accent);
    font-weight: 600;
  }
  .ask {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0 1.5em;
    margin-top: 1.25em;
    border-top: 1px solid var(--_line);
  }
  .ask-text {
    flex: 1 1 14em;
    min-width: 0;
  }
  .ask dl {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: baseline;
    gap: 0.3em 1.25em;
  }
  .fact {
    display: contents;
  }
  [data-mode='elder'][data-width='narrow'] .ask dl {
    display: block;
  }
  dt {
    color: var(--_soft);
  }
  dd {
    min-width: 0;
  }
  dd .link {
    padding: 0;
    font-weight: 600;
    text-decoration: underline;
  }
  .code {
    width: 9em;
    margin-top: 1.25em;
    color: var(--_soft);
    font-size: var(--_small);
    text-align: center;
  }
  [data-width='narrow'] .code {
    margin-inline: auto;
  }
  .code .qr {
    display: block;
    width: 100%;
  }
  .origin {
    margin-top: 1em;
    color: var(--_soft);
    font-size: var(--_small);
  }
  .origin span {
    display: inline-block;
    margin-inline-end: 1em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    max-width: 40em;
    margin-top: 1em;
  }
  [data-width='narrow'] .actions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
  }
  [data-width='narrow'] .actions .button {
    padding-inline: 0.5em;
  }
  .notice {
    margin-top: 0.75em;
  }
  .by-hand {
    display: block;
    width: 100%;
    max-width: 40em;
    height: 14em;
    margin-top: 0.4em;
    padding: 0.6em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
  }
  .print-frame {
    position: absolute;
    width: 0;
    height: 0;
    border: 0;
  }
  @media (forced-colors: active) {
    .standing {
      border: 1px solid CanvasText;
    }
  }
`;
