import { defineElement } from '../base/define-element.ts';
import { HallBoard } from './hall-board.ts';

defineElement(HallBoard);

declare global {
  interface HTMLElementTagNameMap {
    'oi-hall-board': HallBoard;
  }
}
