/**
 * The part of `zod/mini` that the contract and the SDK use, for script tags only: rollup puts it in
 * the place of `zod/mini` there (docs/decisions/0005-light-schemas.md). It weighs 1 kB gzip where zod weighs 9, and
 * builds its schemas without the work that a low-end phone feels. A test holds it to zod's verdicts
 * over every endpoint; what the contract does not use is not here, and the build then says so.
 */

/** What is wrong, in the terms of zod. */
export interface Issue {
  code: string;
  path: PropertyKey[];
  expected?: string;
  values?: readonly string[];
  keys?: string[];
  minimum?: number;
  maximum?: number;
  format?: string;
  pattern?: string;
}

export type Result =
  { success: true; data: unknown } | { success: false; error: { issues: Issue[] } };

type Finding = Omit<Issue, 'path'>;
/** Reads a value; adds what is wrong with it. */
type Read = (value: unknown, path: PropertyKey[], issues: Issue[]) => unknown;
type Check = (value: never) => Finding | undefined;

class Schema {
  readonly read: Read;
  readonly isOptional: boolean;

  constructor(read: Read, isOptional = false) {
    this.read = read;
    this.isOptional = isOptional;
  }

  check(...checks: Check[]): Schema {
    return new Schema((value, path, issues) => {
      const found = issues.length;
      const out = this.read(value, path, issues);
      if (issues.length > found) return out;
      for (const check of checks) {
        const finding = check(out as never);
        if (finding) issues.push({ ...finding, path });
      }
      return out;
    });
  }

  /** As zod's schemas have it, so that a client made with either reads declarations of either. */
  safeParse(value: unknown): Result {
    const issues: Issue[] = [];
    const data = this.read(value, [], issues);
    return issues.length > 0 ? { success: false, error: { issues } } : { success: true, data };
  }
}

/** Examples are for the API description, which is not made here. */
export const globalRegistry = undefined;

function ofType(expected: string, fits: (value: unknown) => boolean): Schema {
  return new Schema((value, path, issues) => {
    if (!fits(value)) issues.push({ code: 'invalid_type', expected, path });
    return value;
  });
}

export const minimum = (minimum: number) => (value: number) =>
  value < minimum ? { code: 'too_small', minimum } : undefined;
export const maximum = (maximum: number) => (value: number) =>
  value > maximum ? { code: 'too_big', maximum } : undefined;

export const string = () => ofType('string', (value) => typeof value === 'string');
export const boolean = () => ofType('boolean', (value) => typeof value === 'boolean');
export const number = () => ofType('number', (value) => Number.isFinite(value));
export const int = () =>
  number().check(
    (value) =>
      Number.isInteger(value)
        ? undefined
        : { code: 'invalid_type', expected: 'int', format: 'safeint' },
    minimum(Number.MIN_SAFE_INTEGER),
    maximum(Number.MAX_SAFE_INTEGER),
  );

export const optional = ({ read }: Schema) =>
  new Schema(
    (value, path, issues) => (value === undefined ? value : read(value, path, issues)),
    true,
  );

export const lazy = (schema: () => Schema) =>
  new Schema((value, path, issues) => schema().read(value, path, issues));

function choice(values: readonly string[]): Schema {
  return new Schema((value, path, issues) => {
    if (!values.includes(value as string)) issues.push({ code: 'invalid_value', values, path });
    return value;
  });
}
export { choice as enum };
export const literal = (value: string) => choice([value]);

export const array = (item: Schema) =>
  new Schema((value, path, issues) => {
    if (Array.isArray(value))
      return value.map((v, i): unknown => item.read(v, [...path, i], issues));
    issues.push({ code: 'invalid_type', expected: 'array', path });
    return value;
  });

export const tuple = (items: Schema[]) =>
  new Schema((value, path, issues) => {
    const { length } = items;
    if (!Array.isArray(value)) {
      issues.push({ code: 'invalid_type', expected: 'tuple', path });
      return undefined;
    }
    if (value.length < length) {
      issues.push({ code: 'too_small', minimum: length, path });
      return undefined;
    }
    if (value.length > length) issues.push({ code: 'too_big', maximum: length, path });
    return items.map((item, i): unknown => item.read(value[i], [...path, i], issues));
  });

type Fields = Record<string, unknown>;

function isObject(value: unknown, path: PropertyKey[], issues: Issue[], expected: string) {
  const fits = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!fits) issues.push({ code: 'invalid_type', expected, path });
  return fits;
}

export const record = (_: Schema, item: Schema) =>
  new Schema((value, path, issues) => {
    if (!isObject(value, path, issues, 'record')) return value;
    // zod leaves this key out, so that it cannot become the prototype of anything.
    const entries = Object.entries(value as Fields).filter(([key]) => key !== '__proto__');
    return Object.fromEntries(
      entries.map(([key, v]) => [key, item.read(v, [...path, key], issues)]),
    );
  });

export const object = (shape: Record<string, Schema>, isStrict = false) =>
  new Schema((value, path, issues) => {
    if (!isObject(value, path, issues, 'object')) return value;
    const given = value as Fields;
    const out: Fields = {};
    for (const [key, { read, isOptional }] of Object.entries(shape)) {
      if (key in given || !isOptional) out[key] = read(given[key], [...path, key], issues);
    }
    // Not `in`: names such as valueOf are inherited.
    const known = Object.keys(shape);
    const keys = isStrict ? Object.keys(given).filter((key) => !known.includes(key)) : [];
    if (keys.length > 0) issues.push({ code: 'unrecognized_keys', keys, path });
    return out;
  });

export const strictObject = (shape: Record<string, Schema>) => object(shape, true);

/** Of the shapes the one that has the value's own discriminator. */
export const discriminatedUnion = (key: string, options: Schema[]) =>
  new Schema((value, path, issues) => {
    if (!isObject(value, path, issues, 'object')) return value;
    const own = { [key]: (value as Fields)[key] };
    const option = options.find(({ read }) => {
      const found: Issue[] = [];
      read(own, [], found);
      return found.every((issue) => issue.path[0] !== key);
    });
    if (option) return option.read(value, path, issues);
    issues.push({ code: 'invalid_union', path: [...path, key] });
    return value;
  });

export const minLength = (minimum: number) => (value: string) =>
  value.length < minimum ? { code: 'too_small', minimum } : undefined;
export const maxLength = (maximum: number) => (value: string) =>
  value.length > maximum ? { code: 'too_big', maximum } : undefined;
export const regex = (pattern: RegExp) => (value: string) =>
  pattern.test(value)
    ? undefined
    : { code: 'invalid_format', format: 'regex', pattern: String(pattern) };
export const refine = (holds: (value: string) => boolean) => (value: string) =>
  holds(value) ? undefined : { code: 'custom' };
