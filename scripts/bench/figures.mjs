/**
 * @param {ArrayLike<number>} values
 * @param {number} share 0 to 1
 */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return NaN;
  return /** @type {number} */ (
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  );
}

/** @param {ArrayLike<number>} values */
export const median = (values) => quantile(values, 0.5);

/** @param {number} value */
export function short(value) {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/**
 * Prints a table with aligned columns.
 * @param {string} title
 * @param {string[]} heading
 * @param {(string | number)[][]} rows
 */
export function table(title, heading, rows) {
  const cells = [
    heading,
    ...rows.map((row) => row.map((c) => (typeof c === 'number' ? short(c) : c))),
  ];
  const widths = heading.map((_, i) => Math.max(...cells.map((row) => width(row[i] ?? ''))));
  const line = (/** @type {string[]} */ row) =>
    row
      .map((cell, i) => {
        const gap = ' '.repeat((widths[i] ?? 0) - width(cell));
        return i === 0 ? cell + gap : gap + cell;
      })
      .join('  ');
  console.log(`\n${title}\n${cells.map(line).join('\n')}`);
}

/** Width in a terminal: Chinese characters take two columns. @param {string} text */
const width = (text) =>
  [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);

/**
 * Prints one target and whether it is met.
 * @param {string} name
 * @param {number} value
 * @param {number} limit
 * @param {string} [unit]
 */
export function target(name, value, limit, unit = '×') {
  const met = value <= limit;
  console.log(
    `${met ? 'met   ' : 'MISSED'}  ${name}: ${short(value)} ${unit} (target ≤ ${limit} ${unit})`,
  );
  return met;
}
