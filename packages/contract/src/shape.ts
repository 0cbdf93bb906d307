import * as z from 'zod/mini';

/**
 * An enumeration that may grow without a release: the known values are completed by the editor,
 * an unknown one still type-checks and is shown as text.
 */
export type Open<T extends string> = T | (string & Record<never, never>);

/** True when `value` is one of `known`; narrows an open enumeration to its known values. */
export function isKnown<T extends string>(known: readonly T[], value: string): value is T {
  return (known as readonly string[]).includes(value);
}

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = T extends readonly (infer E)[]
  ? Flat<E>[]
  : T extends object
    ? { [K in keyof T]: Flat<T[K]> }
    : T;

/**
 * Ties a schema to the interface written out beside it. If the two differ in any field the
 * argument is `never` and the schema does not compile, so neither can drift from the other.
 */
export function shape<T>() {
  return <S extends z.ZodMiniType>(
    schema: Equal<Flat<z.output<S>>, Flat<T>> extends true ? S : never,
  ): z.ZodMiniType<T> => schema as unknown as z.ZodMiniType<T>;
}

/** None in a script tag, where no API is described; known values that nothing else reads are left out. */
const registry = z.globalRegistry as typeof z.globalRegistry | undefined;

/** Schema of an open enumeration: any string is read, the known ones are documented. */
export function openEnum<const T extends readonly string[]>(
  known: T,
): z.ZodMiniType<Open<T[number]>> {
  return registry ? z.string().register(registry, { examples: [...known] }) : z.string();
}

function isCalendarDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return text >= '0001' && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A date of law, `YYYY-MM-DD` in Asia/Shanghai; 2026-02-30 is none. */
export const LegalDate = z
  .string()
  .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/), z.refine(isCalendarDate));

/** One page of a list. */
export interface Page<T> {
  items: T[];
  /** Pass as `cursor` to get the next page; absent on the last one. */
  next?: string | undefined;
  /** How many match in all. When `totalIsLowerBound` is true there are at least this many. */
  total: number;
  totalIsLowerBound?: boolean | undefined;
  /** The date (Asia/Shanghai) as of which the list was read. */
  asOf: string;
  /** 数据截至: when the data behind the answer last changed, ISO 8601 with offset. */
  updatedAt: string;
}

/** The fields every list answer carries beside its items. */
export const pageFields = {
  next: z.optional(z.string()),
  total: z.number(),
  totalIsLowerBound: z.optional(z.boolean()),
  asOf: z.string(),
  updatedAt: z.string(),
};
