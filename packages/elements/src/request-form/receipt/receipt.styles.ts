import { css } from 'lit';

export const receiptStyles = css`
  .next {
    margin-top: 0.5em;
    padding-inline-start: 1.5em;
    list-style: decimal;
  }
  .next li {
    margin-bottom: 0.4em;
  }
  .follow {
    margin: 1.5em 0 1.75em;
  }
  .follow-ways {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 1em 2em;
  }
  .follow-text {
    flex: 1 1 16em;
  }
  .follow-code {
    flex: none;
    width: 10em;
    text-align: center;
  }
  .qr {
    display: block;
    width: 100%;
    height: auto;
  }
  .print-frame {
    position: absolute;
    width: 0;
    height: 0;
    border: 0;
  }
`;
