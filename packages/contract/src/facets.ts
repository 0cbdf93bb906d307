import * as z from 'zod/mini';
import { shape } from './shape.ts';

/** One value of a filter with the number of records it would leave. */
export interface FacetOption {
  value: string;
  /** Name, where the value is an id. */
  label: string;
  count: number;
}

export const FacetOptionsSchema = shape<FacetOption[]>()(
  z.array(z.object({ value: z.string(), label: z.string(), count: z.number() })),
);

/** The options of each filter, by its name in the query. */
export const FacetsSchema = shape<Record<string, FacetOption[]>>()(
  z.record(z.string(), FacetOptionsSchema),
);
