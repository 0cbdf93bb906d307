import { css } from 'lit';

/** The list on paper. */
export const sheetStyles = css`
  .sheet {
    --_ink: #000;
    color: #000;
    font-size: 11pt;
    line-height: 1.55;
  }
  .sheet-head {
    display: flex;
    justify-content: space-between;
    gap: 8mm;
    padding-bottom: 3mm;
    border-bottom: 1.5pt solid #000;
  }
  .sheet-title {
    font-size: 17pt;
    font-weight: 700;
    line-height: 1.35;
  }
  .sheet-qr {
    flex: none;
    width: 27mm;
  }
  .sheet-qr .qr {
    display: block;
    width: 100%;
  }
  .sheet-group {
    margin-top: 5mm;
    font-weight: 700;
    break-after: avoid;
  }
  .sheet-case li {
    display: inline-block;
    margin-inline-end: 6mm;
  }
  .sheet-list li {
    display: flex;
    gap: 3mm;
    padding: 1.5mm 0;
    border-bottom: 0.5pt solid #999;
    break-inside: avoid;
  }
  .box {
    flex: none;
    width: 4mm;
    height: 4mm;
    margin-top: 1mm;
    border: 1pt solid #000;
  }
  .sheet-name {
    font-weight: 700;
  }
  .sheet-said {
    margin-top: 3mm;
    font-weight: 700;
  }
  .sheet-office {
    margin-top: 3mm;
    padding: 2mm 3mm;
    border: 0.5pt solid #666;
    break-inside: avoid;
  }
  .sheet-foot {
    margin-top: 5mm;
    padding-top: 2mm;
    border-top: 0.5pt solid #666;
    font-size: 9.5pt;
  }
`;
