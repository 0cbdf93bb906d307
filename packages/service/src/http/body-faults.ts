import type * as z from 'zod/mini';
import { describe, shown, type Property } from './expected.ts';
import type { FieldFault } from './problem.ts';
import type { Words } from './words.ts';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** More would not help anybody to put a form right. */
const mostFaults = 50;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldOf = (path: Path): string => path.map((part) => shown(String(part))).join('.');

/** A line break and a tab are text; the other control characters hide what is really there. */
// eslint-disable-next-line no-control-regex -- it is what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** Half a character: no database keeps it. */
const loneSurrogate = /\p{Surrogate}/u;

/** The schemas of a JSON document, found by the value they are for. */
class Shapes {
  private readonly root: Property;

  constructor(root: Property) {
    this.root = root;
  }

  /** The shapes a value may have; of several, those whose fixed fields are the value's own. */
  of(property: Property, value: unknown): Property[] {
    const { $ref } = property;
    if ($ref !== undefined) return this.of(this.referred($ref), value);
    const choices = property.anyOf ?? property.oneOf;
    if (!choices) return [property];
    const all = choices.flatMap((choice) => this.of(choice, value));
    const fitting = all.filter((choice) => this.fits(choice, value));
    return fitting.length > 0 ? fitting : all;
  }

  child(property: Property, value: unknown, key: PropertyKey): Property | undefined {
    const found = this.of(property, value).flatMap((one) => childOf(one, key) ?? []);
    return found.length > 1 ? { anyOf: found } : found[0];
  }

  at(path: Path, value: unknown): Property {
    let property: Property = this.root;
    let here = value;
    for (const key of path) {
      property = this.child(property, here, key) ?? {};
      here =
        isObject(here) || Array.isArray(here)
          ? (here as Record<PropertyKey, unknown>)[key]
          : undefined;
    }
    const [first = {}, ...others] = this.of(property, here);
    return others.length > 0 ? { ...property, anyOf: [first, ...others] } : first;
  }

  private referred(ref: string): Property {
    if (ref === '#') return this.root;
    return this.root.$defs?.[ref.replace('#/$defs/', '')] ?? {};
  }

  private fits(choice: Property, value: unknown): boolean {
    if (!isObject(value)) return choice.type === typeOf(value);
    return Object.entries(choice.properties ?? {}).every(
      ([name, { const: fixed }]) => fixed === undefined || value[name] === fixed,
    );
  }
}

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

function childOf(property: Property, key: PropertyKey): Property | undefined {
  if (typeof key === 'number') return property.items;
  const { properties = {}, additionalProperties } = property;
  const name = String(key);
  if (Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

function unknown(path: Path, shapes: Property[]): FieldFault {
  const known = [...new Set(shapes.flatMap(({ properties = {} }) => Object.keys(properties)))];
  return {
    field: fieldOf(path),
    message: { zh: '没有这个字段', en: 'there is no such field' },
    expected:
      known.length === 0
        ? { zh: '这里没有字段', en: 'there are no fields here' }
        : { zh: `可用的字段：${known.join('、')}`, en: `one of ${known.join(', ')}` },
  };
}

function unprintable(path: Path): FieldFault {
  return {
    field: fieldOf(path),
    message: {
      zh: '含有控制字符或残缺的字符',
      en: 'holds control characters or broken characters',
    },
    expected: {
      zh: '只含文字、换行和制表符',
      en: 'only text, line breaks (U+000A) and tabs',
    },
  };
}

/** What no schema says: fields that do not exist, and characters that no text needs. */
function strangers(shapes: Shapes, property: Property, value: unknown, path: Path): FieldFault[] {
  if (typeof value === 'string') {
    return controls.test(value) || loneSurrogate.test(value) ? [unprintable(path)] : [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => {
      const child = shapes.child(property, value, index) ?? {};
      return strangers(shapes, child, entry, [...path, index]);
    });
  }
  if (!isObject(value)) return [];
  const possible = shapes.of(property, value);
  // Without a list of fields any is taken, as in a record.
  const isListed = possible.some((one) => one.properties !== undefined);
  return Object.entries(value).flatMap(([name, entry]) => {
    const here = [...path, name];
    const child = shapes.child(property, value, name);
    if ((!child && isListed) || name === '__proto__') return [unknown(here, possible)];
    return strangers(shapes, child ?? {}, entry, here);
  });
}

/** Of the ways a choice failed, the one that was meant: least is missing, and it came furthest. */
function nearest(issue: Issue, value: unknown): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const given = valueAt(value, issue.path);
  const missing = (way: readonly Issue[]): number =>
    way.filter(({ path }) => valueAt(given, path) === undefined).length;
  const [best = []] = [...issue.errors].sort(
    (a, b) => depthOf(b) - depthOf(a) || missing(a) - missing(b) || a.length - b.length,
  );
  if (depthOf(best) === 0) return [issue];
  return best.flatMap((inner) =>
    nearest({ ...inner, path: [...issue.path, ...inner.path] }, value),
  );
}

const depthOf = (issues: readonly Issue[]): number =>
  Math.max(0, ...issues.map((issue) => issue.path.length));

function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const key of path) here = (here as Record<PropertyKey, unknown> | undefined)?.[key];
  return here;
}

const isWords = (value: unknown): value is Words =>
  isObject(value) && typeof value.zh === 'string' && typeof value.en === 'string';

function messageOf(issue: Issue, given: unknown): Words {
  if (issue.code === 'custom' && isWords(issue.params?.message)) return issue.params.message;
  if (given === undefined) return { zh: '必填', en: 'is required' };
  if (given === '') return { zh: '必填，不能为空', en: 'is required and cannot be empty' };
  if (issue.code === 'too_big' && typeof given === 'string') {
    return {
      zh: `太长：共 ${given.length} 个字符，最多 ${issue.maximum} 个`,
      en: `is too long: ${given.length} characters, at most ${issue.maximum}`,
    };
  }
  if (issue.code === 'too_small' && typeof given === 'string') {
    return {
      zh: `太短：共 ${given.length} 个字符，至少 ${issue.minimum} 个`,
      en: `is too short: ${given.length} characters, at least ${issue.minimum}`,
    };
  }
  if (issue.code === 'too_big' && Array.isArray(given)) {
    return {
      zh: `太多：共 ${given.length} 项，最多 ${issue.maximum} 项`,
      en: `has too many entries: ${given.length}, at most ${issue.maximum}`,
    };
  }
  if (issue.code === 'too_small' && Array.isArray(given)) {
    return {
      zh: `太少：共 ${given.length} 项，至少 ${issue.minimum} 项`,
      en: `has too few entries: ${given.length}, at least ${issue.minimum}`,
    };
  }
  if (issue.code === 'invalid_type') return { zh: '类型不正确', en: 'is of the wrong type' };
  // What was given is a person's own: it is not said back.
  return { zh: '内容不正确', en: 'is not right' };
}

/**
 * What is wrong with a body, field by field. A check of the schema may bring words of its own in
 * `params.message` and `params.expected`, a schema in `x-expected` of the global registry.
 *
 * @param json the body's schema as JSON Schema
 * @param issues what the schema itself has found
 */
export function bodyFaults(json: Property, value: unknown, issues: readonly Issue[]): FieldFault[] {
  const shapes = new Shapes(json);
  const faults = strangers(shapes, json, value, []);
  const named = new Set(faults.map((fault) => fault.field));
  for (const issue of issues.flatMap((one) => nearest(one, value))) {
    const field = fieldOf(issue.path);
    if (issue.code === 'unrecognized_keys' || named.has(field)) continue;
    named.add(field);
    const own: unknown = issue.code === 'custom' ? issue.params?.expected : undefined;
    faults.push({
      field,
      message: messageOf(issue, valueAt(value, issue.path)),
      expected: isWords(own) ? own : describe(shapes.at(issue.path, value)),
    });
  }
  return faults.slice(0, mostFaults);
}
