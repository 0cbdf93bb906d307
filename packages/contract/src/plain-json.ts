/** What stands in the value itself, whatever its `toJSON` would make of it. */
function asItStands(this: Record<string, unknown>, key: string): unknown {
  return this[key];
}

/**
 * Plain values as JSON. Libraries of old sites put a `toJSON` on the prototype of arrays, which makes
 * `JSON.stringify` write a string in the place of each of them; it is not asked here.
 */
export const plainJson = (value: unknown): string => JSON.stringify(value, asItStands);
