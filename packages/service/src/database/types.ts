/** PostgreSQL's numbers for the types whose reading differs from the drivers' own. */
export const oid = {
  json: 114,
  jsonb: 3802,
  int8: 20,
  date: 1082,
  timestamptz: 1184,
} as const;

/** A date of law stays the text it is: a `Date` would shift it by the time zone. */
export const readDate = (text: string): string => text;

/** `2026-11-22 08:00:00+08` → `2026-11-22T00:00:00.000Z`. */
export function readInstant(text: string): string {
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  return new Date(iso).toISOString();
}
