import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { shape } from './shape.ts';

export interface FieldRef {
  id: string;
  name: string;
}

/**
 * 领域: a field of disclosure. The list is data, not an enumeration: 国办发〔2019〕54号 names 26,
 * districts apply 23, 24 or 31, and names change (扶贫 → 乡村振兴).
 */
export interface Field extends FieldRef {
  /** Place in the district's catalog, from 1. */
  order: number;
  /** Former and other names. */
  aliases: string[];
  /** 文号 of the ministry's guideline, where known. */
  guideline?: string | undefined;
}

export const FieldRefSchema = shape<FieldRef>()(z.object({ id: z.string(), name: z.string() }));

export const FieldSchema = shape<Field>()(
  z.object({
    id: z.string(),
    name: z.string(),
    order: z.number(),
    aliases: z.array(z.string()),
    guideline: z.optional(z.string()),
  }),
);

export interface FieldList {
  items: Field[];
  updatedAt: string;
}

export const listFields = endpoint({
  id: 'fields.list',
  method: 'GET',
  path: '/fields',
  summary: 'Fields of disclosure, in the order of the catalog',
  response: shape<FieldList>()(z.object({ items: z.array(FieldSchema), updatedAt: z.string() })),
  access: 'public',
  caching: 'published',
});
