import { render, type CSSResult } from 'lit';
import { copyText } from '../../base/copy.ts';
import { printAlone } from '../../base/print-alone.ts';
import type { GuideFrame } from '../guide/guide-frame.ts';
import { sheetStyles } from './sheet.styles.ts';
import { renderSheet, sheetText } from './sheet.ts';

export { renderQr } from '../../base/qr.ts';

/** Prints the list, and only the list. */
export function printList(
  frame: GuideFrame,
  address: string,
  root: ShadowRoot,
  styles: readonly CSSResult[],
): void {
  const place = document.createElement('div');
  render(renderSheet(frame, address), place);
  if (place.firstElementChild) {
    printAlone(place.firstElementChild, root, [...styles, sheetStyles]);
  }
}

/** @returns whether it worked */
export const copyList = (frame: GuideFrame, address: string, root: ShadowRoot): Promise<boolean> =>
  copyText(sheetText(frame, address), root);
