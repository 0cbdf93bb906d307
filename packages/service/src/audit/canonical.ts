/** A value that JSON keeps as it is. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** JSON with the names of every object in the order of their code units: equal values, equal text. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  const parts = names.map(
    (name) => `${JSON.stringify(name)}:${canonicalJson(value[name] as Json)}`,
  );
  return `{${parts.join(',')}}`;
}
