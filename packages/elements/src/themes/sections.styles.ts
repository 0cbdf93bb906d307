import { css } from 'lit';

/** How a text with its tools and folding sections looks: the card of a policy, the guide of a matter. */
export const sectionStyles = css`
  .card,
  .guide {
    padding: calc(var(--_space) * 1.75) var(--_space-200) var(--_space-125);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  [data-width='narrow'] .card,
  [data-width='narrow'] .guide {
    padding: var(--_space);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-50);
    margin-top: var(--_space-125);
  }
  /* On a phone two share a line; the three of older people share one as far as their words have room. */
  [data-width='narrow'] .tools > * {
    flex: 1 1 40%;
  }
  [data-width='narrow'] .tools .button {
    padding-inline: 0.5em;
  }
  [data-width='narrow'] .tools summary {
    width: 100%;
  }
  [data-mode='elder'][data-width='narrow'] .tools > :not([open]) {
    flex-basis: auto;
  }
  .tool-status:empty {
    display: none;
  }
  .tool-status {
    margin-top: var(--_space-35);
    color: var(--_soft);
    font-size: var(--_small);
  }
  .share,
  .online {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) var(--_space-150);
  }
  .share {
    margin-top: var(--_space);
    padding: var(--_space);
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .share > :last-child,
  .online > :last-child {
    flex: 1;
    min-width: min(100%, 12em);
  }
  .qr-place {
    flex: none;
    width: 10em;
    max-width: 100%;
  }
  .qr {
    display: block;
    width: 100%;
  }
  .address {
    user-select: all;
  }

  .sections {
    border-top: 1px solid var(--_line);
  }
  .section {
    border-bottom: 1px solid var(--_line);
  }
  .section-button {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space);
    width: 100%;
    min-height: max(3.2em, var(--_target));
    padding: var(--_space-50) 0;
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
    padding: var(--_space-20) 0 var(--_space-150);
  }
  .phone {
    display: inline-flex;
    align-items: center;
    color: var(--_accent);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-underline-offset: 0.2em;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-20) var(--_space-150);
    margin-top: var(--_space-125);
    color: var(--_soft);
    font-size: var(--_small);
  }
  .foot dd {
    font-variant-numeric: tabular-nums;
  }

  @media (forced-colors: active) {
    .share {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .card,
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
    .section-head {
      break-after: avoid;
    }
    /* On paper a link is where it leads. */
    a[href^='http']::after {
      font-weight: 400;
      content: ' ' attr(href);
    }
    .panel {
      padding: 0 0 0.8em;
    }
    :focus {
      outline: none;
    }
  }
`;
