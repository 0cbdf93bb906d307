import { LegalDate } from '@open-info/contract/shape';
import * as z from 'zod/mini';
import type { Words } from './words.ts';

/** The part of a JSON Schema from which it can be said what would be right. */
export interface Property {
  type?: string;
  const?: unknown;
  items?: Property;
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Property>;
  additionalProperties?: boolean | Property;
  anyOf?: Property[];
  oneOf?: Property[];
  allOf?: Property[];
  $ref?: string;
  $defs?: Record<string, Property>;
  /** What would be right in the schema's own words, where a pattern says nothing to a person. */
  'x-expected'?: Words;
}

const datePattern = (z.toJSONSchema(LegalDate) as Property).pattern;
const shownLength = 40;

/** A value as it may stand in a message: never longer than a line. */
export const shown = (value: string): string =>
  value.length > shownLength ? `${value.slice(0, shownLength)}…` : value;

/** What would be right, said from the schema itself. */
export function describe(property: Property): Words {
  if (property['x-expected']) return property['x-expected'];
  if (property.items) return describeList(property);
  if (property.enum) {
    return {
      zh: `可用的值：${property.enum.join('、')}`,
      en: `one of ${property.enum.join(', ')}`,
    };
  }
  if (property.const !== undefined) {
    const only = JSON.stringify(property.const);
    return { zh: `应为 ${only}`, en: only };
  }
  if (property.pattern !== undefined && property.pattern === datePattern) {
    return {
      zh: '存在的日期，写作 YYYY-MM-DD，如 2026-01-31',
      en: 'a date that exists, written YYYY-MM-DD, such as 2026-01-31',
    };
  }
  if (property.pattern?.startsWith('^\\d{6')) {
    return {
      zh: '6、9 或 12 位统计用区划代码，如 420103',
      en: 'a statistical division code of 6, 9 or 12 digits, such as 420103',
    };
  }
  return (kinds[property.type ?? 'string'] ?? describeText)(property);
}

const kinds: Record<string, (property: Property) => Words> = {
  string: describeText,
  integer: (property) => describeNumber(property, '整数', 'whole number'),
  number: (property) => describeNumber(property, '数', 'number'),
  boolean: () => ({ zh: 'true 或 false', en: 'true or false' }),
  null: () => ({ zh: 'null', en: 'null' }),
  object: ({ properties = {} }) => ({
    zh: `对象，可有字段：${Object.keys(properties).join('、')}`,
    en: `an object with ${Object.keys(properties).join(', ')}`,
  }),
};

/** Bounds zod writes for every whole number; they tell a person nothing. */
const isSaid = (bound: number | undefined): bound is number =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;

function describeNumber({ minimum, maximum }: Property, zh: string, en: string): Words {
  if (isSaid(minimum) && isSaid(maximum)) {
    return { zh: `${minimum} 到 ${maximum} 的${zh}`, en: `a ${en} from ${minimum} to ${maximum}` };
  }
  if (isSaid(minimum))
    return { zh: `不小于 ${minimum} 的${zh}`, en: `a ${en}, ${minimum} or more` };
  if (isSaid(maximum))
    return { zh: `不大于 ${maximum} 的${zh}`, en: `a ${en}, ${maximum} or less` };
  return { zh, en: `a ${en}` };
}

function describeList({ items = {}, minItems = 0, maxItems }: Property): Words {
  const each = describe(items);
  if (maxItems === undefined && minItems === 0) return each;
  const zh = maxItems === undefined ? `至少 ${minItems} 项` : `${minItems} 到 ${maxItems} 项`;
  const en =
    maxItems === undefined ? `at least ${minItems} entries` : `${minItems} to ${maxItems} entries`;
  return { zh: `${zh}，每项：${each.zh}`, en: `${en}, each ${each.en}` };
}

/** Something other than blanks. */
const saysSomething = '\\S';

function describeText({ minLength = 0, maxLength, pattern }: Property): Words {
  if (pattern === saysSomething) {
    return maxLength === undefined
      ? { zh: '不能为空', en: 'text that is not empty' }
      : {
          zh: `不能为空，不超过 ${maxLength} 个字符`,
          en: `text that is not empty, at most ${maxLength} characters`,
        };
  }
  if (pattern !== undefined) return { zh: `格式为 ${pattern}`, en: `text that matches ${pattern}` };
  if (maxLength === undefined && minLength > 0) {
    return { zh: `至少 ${minLength} 个字符`, en: `at least ${minLength} characters` };
  }
  if (maxLength === undefined) return { zh: '文字', en: 'text' };
  if (minLength === 0) {
    return { zh: `不超过 ${maxLength} 个字符`, en: `at most ${maxLength} characters` };
  }
  return {
    zh: `${minLength} 到 ${maxLength} 个字符`,
    en: `${minLength} to ${maxLength} characters`,
  };
}
