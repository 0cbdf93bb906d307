import { css } from 'lit';

/** Until the card is there; what it looks like comes with it. */
export const styles = css`
  .sheet {
    display: none;
  }
  @media print {
    /* The card as drawn is what is printed: it is one page by its making. */
    .sheet:not(:empty) {
      display: block;
      break-inside: avoid;
    }
    .sheet svg {
      display: block;
      width: 100%;
      height: 94vh;
    }
    .sheet[data-paper='a5'] svg {
      max-width: 148mm;
      max-height: 210mm;
    }
    .sheet:not(:empty) ~ .screen {
      display: none;
    }
  }
`;
