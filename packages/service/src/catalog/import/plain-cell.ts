const formula = /^[\s"'“”‘’]*[=+\-@＝＋－＠\t\r]/u;

/**
 * A text as a cell that no spreadsheet program takes for a formula: an apostrophe is put before
 * what begins with = + - @, a tab or a carriage return, also behind quotes and blanks (OWASP, CSV
 * Injection). {@link plainCell} takes it away again.
 */
export function safeCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text of a cell without the apostrophe {@link safeCell} put there. */
export function plainCell(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
}
