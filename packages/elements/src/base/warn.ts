/** Codes of the warnings a page author may meet; each has a section in docs/warnings.md. */
export type WarningCode = 'another-version' | 'no-service' | 'bad-attribute';

/** Tells the page author, not the visitor, what is wrong. The only place that writes to the console. */
export function warn(code: WarningCode, message: string): void {
  console.warn(`[open-info/${code}] ${message}`);
}
