/** Marks that may not begin a line, and marks that may not end one (GB/T 15834, 5.1). */
const notFirst = /^[。，、；：？！）》」』】〕〉”’…—·％℃,.;:?!)\]}%]/;
const notLast = /[（《「『【〔〈“‘([{]$/;

/** Runs of Latin letters and digits stay together, everything else may part at each character. */
const units = /[\x21-\x7e]+|\s+|[^\x21-\x7e\s]/gu;

const narrow = /[fijlrtI1.,:;'!|()[\]{}/\\-]/;
const broad = /[MWmw@%&]/;

/** Width of a character in em, on the safe side for every font a reader may have. */
function widthOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  // Quotation marks, dashes and dots are as wide as a Han character in a Chinese font.
  if (code > 0x7e) return 1;
  if (character === ' ') return 0.33;
  if (narrow.test(character)) return 0.42;
  if (broad.test(character)) return 0.95;
  return character >= 'A' && character <= 'Z' ? 0.72 : 0.6;
}

/** Width of a text in em. Reckoned, not measured: the drawing is the same on every machine. */
export function widthOfText(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

/** A run wider than a whole line (an address) parts anywhere. */
function fitting(unit: string, most: number): string[] {
  return widthOfText(unit) <= most ? [unit] : Array.from(unit);
}

/**
 * Breaks a text into lines as Chinese is set: anywhere between Han characters, never before a closing
 * mark, which may hang over the edge, and never after an opening one.
 *
 * @param most width of a line in em
 */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of (text.trim().match(units) ?? []).flatMap((one) => fitting(one, most))) {
    if (line === '' || notFirst.test(unit) || widthOfText(line + unit.trimEnd()) <= most) {
      line += line === '' ? unit.trimStart() : unit;
      continue;
    }
    const opening = line.length > 1 ? (notLast.exec(line)?.[0] ?? '') : '';
    lines.push(line.slice(0, line.length - opening.length).trimEnd());
    line = opening + unit.trimStart();
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}
