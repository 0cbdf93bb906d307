import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { openEnum, shape, type Open } from './shape.ts';

/** Levels of the area tree: 区 (district), 街道 (street), 社区 (community). */
export const areaLevels = ['district', 'street', 'community'] as const;
export type AreaLevel = Open<(typeof areaLevels)[number]>;

/** An area of the district by its statistical division code (统计用区划代码). */
export interface Area {
  /** 6 digits for the district, 9 for a street, 12 for a community. */
  code: string;
  name: string;
  level: AreaLevel;
  /** Code of the area it belongs to; absent on the district. */
  parent?: string | undefined;
  children: Area[];
}

export const AreaSchema: z.ZodMiniType<Area> = z.object({
  code: z.string(),
  name: z.string(),
  level: openEnum(areaLevels),
  parent: z.optional(z.string()),
  children: z.array(z.lazy(() => AreaSchema)),
});

/** The tree, with where it comes from. */
export interface AreaTree {
  items: Area[];
  /** Source of the division codes. */
  source: string;
  updatedAt: string;
}

export const AreaTreeSchema = shape<AreaTree>()(
  z.object({ items: z.array(AreaSchema), source: z.string(), updatedAt: z.string() }),
);

/** 区、街道、社区 as a tree. */
export const listAreas = endpoint({
  id: 'areas.list',
  method: 'GET',
  path: '/areas',
  summary: 'The tree of areas: district, streets, communities',
  response: AreaTreeSchema,
  access: 'public',
  caching: 'published',
});
