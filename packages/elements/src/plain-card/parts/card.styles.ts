import { css } from 'lit';

/** For what is fetched with the first card. */
export const cardStyles = css`
  .card {
    max-width: 40em;
    padding: var(--_space-150);
    border: 1px solid var(--_line);
    border-top: 6px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  [data-width='narrow'] .card {
    padding: var(--_space);
  }
  .kicker {
    color: var(--_accent);
    font-size: var(--_small);
    font-weight: 600;
    letter-spacing: 0.08em;
  }
  .title {
    margin-top: var(--_space-20);
  }
  .policy {
    margin-top: var(--_space-35);
    color: var(--_soft);
    font-size: var(--_small);
  }
  .standing {
    margin-top: var(--_space-75);
    padding: var(--_space-50) var(--_space);
    border-inline-start: 4px solid var(--_alert);
    background: var(--_wash);
    color: var(--_alert);
    font-weight: 600;
  }
  .heading {
    margin: var(--_space) 0 var(--_space-35);
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
    margin-top: var(--_space-35);
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
    gap: 0 var(--_space-150);
    margin-top: var(--_space-125);
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
    gap: var(--_space-35) var(--_space-125);
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
    margin-top: var(--_space-125);
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
    margin-top: var(--_space);
    color: var(--_soft);
    font-size: var(--_small);
  }
  .origin span {
    display: inline-block;
    margin-inline-end: var(--_space);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-75);
    max-width: 40em;
    margin-top: var(--_space);
  }
  [data-width='narrow'] .actions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
  }
  [data-width='narrow'] .actions .button {
    padding-inline: 0.5em;
  }
  .notice {
    margin-top: var(--_space-75);
  }
  .by-hand {
    display: block;
    width: 100%;
    max-width: 40em;
    height: 14em;
    margin-top: var(--_space-35);
    padding: var(--_space-50);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
  }
  @media (forced-colors: active) {
    .standing {
      border: 1px solid CanvasText;
    }
  }
`;
