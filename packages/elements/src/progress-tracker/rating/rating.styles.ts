import { css } from 'lit';

/** How a rating is asked for. */
export const ratingStyles = css`
  .rating-intro {
    margin-bottom: 1em;
  }
  .levels .group-options {
    gap: 0.5em;
  }
  .levels .group-option {
    align-items: center;
    padding: 0.35em 1em 0.35em 0.75em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .levels .group-option input {
    margin-top: 0;
  }
  .levels .group-option:hover {
    border-color: var(--_accent);
  }
  .rating .group:not(#level) .group-options {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
  }
  @media (max-width: 30em) {
    .levels .group-option {
      width: 100%;
    }
  }
`;
