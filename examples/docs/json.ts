import type * as z from 'zod/mini';
import { CalendarYearSchema } from '@open-info/contract/calendar';
import { ExchangeRecordSchema } from '@open-info/contract/exchange';
import { SubscriptionOrderSchema } from '@open-info/contract/subscriptions';
import { readExchange } from '../../packages/service/src/exchange/settings.ts';
import { MatterRecordSchema } from '../../packages/service/src/matters/record.ts';
import type { Block } from './blocks.ts';

const by =
  (schema: z.ZodMiniType) =>
  (value: unknown): string[] =>
    (schema.safeParse(value).error?.issues ?? []).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );

const allOf = (schema: z.ZodMiniType, values: unknown): string[] =>
  Array.isArray(values) ? values.flatMap(by(schema)) : ['there is no list'];

/** What JSON in the documents can be. */
const schemas: Readonly<Record<string, (value: never) => string[]>> = {
  calendar: by(CalendarYearSchema),
  matters: ({ items }: { items: unknown }) => allOf(MatterRecordSchema, items),
  order: by(SubscriptionOrderSchema),
  feed: ({ records, next }: { records: unknown; next: unknown }) => [
    ...allOf(ExchangeRecordSchema, records),
    ...(typeof next === 'string' ? [] : ['next is no text']),
  ],
  exchange(value: object) {
    // Of a secret the documents show the beginning only.
    const whole = JSON.stringify(value).replaceAll('whsec_…', `whsec_${btoa('0'.repeat(32))}`);
    const read = readExchange(whole);
    return Array.isArray(read) ? [] : [read.en];
  },
  gateway: (value: object) =>
    ['channel', 'to', 'language', 'template', 'params']
      .filter((name) => !(name in value))
      .map((name) => `${name} is missing`),
};

/** What of a block of JSON is not so. */
export function jsonFaults({ code, notes }: Pick<Block, 'code' | 'notes'>): string[] {
  const judge = schemas[notes.schema ?? ''];
  if (!judge) return [`no schema is called "${notes.schema ?? ''}"`];
  try {
    return judge(JSON.parse(code) as never);
  } catch (error) {
    return [String(error)];
  }
}
