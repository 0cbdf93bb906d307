import * as z from 'zod/mini';
import { describe, shown, type Property } from './expected.ts';
import { ProblemError, type FieldFault } from './problem.ts';
import type { Words } from './words.ts';

/** A query after it was checked. */
export interface CheckedQuery {
  values: unknown;
  /** The same for every way of writing the same query: sorted, decoded, encoded again. */
  canonical: string;
}

function malformed(): ProblemError {
  return new ProblemError('bad-query', {
    detail: {
      zh: '查询串中的百分号编码不完整。每个 % 之后应为两位十六进制数（UTF-8）。',
      en: 'The query is not well percent-encoded. Each % needs two hexadecimal digits after it (UTF-8).',
    },
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw malformed();
  }
}

function split(search: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const part of search.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decode(equals < 0 ? part : part.slice(0, equals));
    const value = equals < 0 ? '' : decode(part.slice(equals + 1));
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return values;
}

function canonical(values: Map<string, string[]>): string {
  const pairs: string[] = [];
  for (const [name, list] of values) {
    for (const value of list)
      pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  }
  return pairs.sort().join('&');
}

function unknown(name: string, known: string[]): FieldFault {
  const right: Words =
    known.length === 0
      ? { zh: '该地址没有查询参数', en: 'this address takes no parameters' }
      : { zh: `可用的参数：${known.join('、')}`, en: `one of ${known.join(', ')}` };
  return {
    field: shown(name),
    message: { zh: '没有这个参数', en: 'there is no such parameter' },
    expected: right,
  };
}

function repeated(name: string): FieldFault {
  return {
    field: name,
    message: { zh: '出现了不止一次', en: 'is given more than once' },
    expected: { zh: '只写一次', en: 'give it once' },
  };
}

function unfit(name: string, given: string[] | undefined, property: Property): FieldFault {
  const expected = describe(property);
  if (!given) {
    return { field: name, message: { zh: '缺少这个参数', en: 'is missing' }, expected };
  }
  const limit = property.items?.maxLength ?? property.maxLength;
  const long = given.find((value) => limit !== undefined && value.length > limit);
  if (long !== undefined) {
    return {
      field: name,
      message: {
        zh: `太长：共 ${long.length} 个字符`,
        en: `is too long: ${long.length} characters`,
      },
      expected,
    };
  }
  const value = shown(given.join(', '));
  return {
    field: name,
    message: { zh: `值“${value}”不正确`, en: `the value "${value}" is not right` },
    expected,
  };
}

/** A value as its schema counts it; what is no number stays text and is refused by the schema. */
function convert(list: string[], property: Property): unknown {
  if (property.type === 'array') return list;
  const [value = ''] = list;
  return property.type === 'integer' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

/**
 * Makes the reader of an endpoint's query string. Which parameters are lists and which are
 * numbers is taken from the schema once; a list is written by repeating its name.
 *
 * @throws ProblemError (from the reader) `bad-query`, naming every field that is wrong
 */
export function queryReader(schema: z.ZodMiniType | undefined): (search: string) => CheckedQuery {
  const json = schema ? (z.toJSONSchema(schema, { io: 'input' }) as { properties?: unknown }) : {};
  const properties = (json.properties ?? {}) as Record<string, Property>;
  const names = Object.keys(properties);

  return (search) => {
    const given = split(search);
    const faults: FieldFault[] = [];
    const values: Record<string, unknown> = {};
    for (const [name, list] of given) {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (!property) faults.push(unknown(name, names));
      else if (list.length > 1 && property.type !== 'array') faults.push(repeated(name));
      // PostgreSQL has no NUL in its texts.
      else if (list.some((value) => value.includes('\0'))) faults.push(unfit(name, list, property));
      else values[name] = convert(list, property);
    }
    const checked = schema?.safeParse(values);
    for (const issue of checked?.error?.issues ?? []) {
      const name = String(issue.path[0]);
      const property = properties[name];
      if (!property || faults.some((fault) => fault.field === name)) continue;
      faults.push(unfit(name, given.get(name), property));
    }
    if (faults.length > 0) throw new ProblemError('bad-query', { errors: faults });
    return { values: checked?.data ?? {}, canonical: canonical(given) };
  };
}
