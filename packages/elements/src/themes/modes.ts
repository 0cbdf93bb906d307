/** `standard`; `elder` 适老: larger text and targets; `kiosk` 大厅: a hall screen, nothing leads away. */
export const modeNames = ['standard', 'elder', 'kiosk'] as const;

/** How an element is looked at; one attribute sets it for a whole page. */
export type ModeName = (typeof modeNames)[number];

/** The numbers of a mode. */
export interface ModeNumbers {
  /** Text that is read, at the root size browsers start with: CSS pixels, and the same in `rem`. */
  text: number;
  /** Quieter text beside it, as a part of `text`. */
  small: number;
  /** Nothing that is read is smaller; CSS pixels. What a calendar puts into a day is repeated in words beside it. */
  leastText: number;
  /** Height of a line, as a part of the text; 1.3 is the least the rules allow. */
  leastLineHeight: number;
  /** Whatever is pressed is at least so wide and so high; CSS pixels. Links within a sentence are text. */
  target: number;
  /** Text on paper; points. */
  print: number;
}

/**
 * 《移动互联网应用（APP）适老化通用设计规范》 (工信厅信管函〔2021〕67号, annex 2): text of 18 and more, lines of
 * 1.3, targets of 60 × 60, others 44 × 44. `scripts/house/tokens.test.mjs` compares them with the
 * styles, `examples/modes` measures them on the elements.
 */
export const modes: Readonly<Record<ModeName, ModeNumbers>> = {
  standard: { text: 16, small: 0.875, leastText: 13, leastLineHeight: 1.3, target: 44, print: 11 },
  elder: { text: 20, small: 0.92, leastText: 18, leastLineHeight: 1.3, target: 60, print: 15 },
  kiosk: { text: 24, small: 0.92, leastText: 20, leastLineHeight: 1.3, target: 64, print: 11 },
};

/**
 * Sizes of text a page may offer by `data-oi-font-size` (字号): CSS pixels at the usual root size. The
 * rules want 18 for older people, and 30 as the largest (67号, annex 2).
 */
export const fontSizes = [16, 18, 20, 24, 30] as const;
