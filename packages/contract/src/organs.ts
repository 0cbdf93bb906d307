import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { openEnum, shape, type Open } from './shape.ts';

/**
 * Kinds of organ: 人民政府, 政府部门, 街道办事处, 社区居民委员会, 党委部门, 公共企事业单位.
 * Only government organs receive disclosure requests under 条例 art. 29.
 */
export const organKinds = [
  'government',
  'department',
  'street',
  'community',
  'party',
  'publicEnterprise',
] as const;
export type OrganKind = Open<(typeof organKinds)[number]>;

/** 政府信息公开工作机构 of an organ (条例 art. 4 and 12): where a citizen can turn. */
export interface DisclosureOffice {
  name: string;
  address?: string | undefined;
  /** Office hours in words. */
  hours?: string | undefined;
  phone?: string | undefined;
  fax?: string | undefined;
  email?: string | undefined;
}

export interface OrganRef {
  id: string;
  name: string;
}

/** 机关: an organ that discloses. */
export interface Organ extends OrganRef {
  shortName?: string | undefined;
  kind: OrganKind;
  /** Area the organ works for, by division code. */
  areaCode: string;
  /** Other names it is found under, former names included. */
  aliases: string[];
  office?: DisclosureOffice | undefined;
  /** Set where contact facts are invented for demonstration. */
  fictitious?: boolean | undefined;
}

export const OrganRefSchema = shape<OrganRef>()(z.object({ id: z.string(), name: z.string() }));

export const OrganSchema = shape<Organ>()(
  z.object({
    id: z.string(),
    name: z.string(),
    shortName: z.optional(z.string()),
    kind: openEnum(organKinds),
    areaCode: z.string(),
    aliases: z.array(z.string()),
    office: z.optional(
      z.object({
        name: z.string(),
        address: z.optional(z.string()),
        hours: z.optional(z.string()),
        phone: z.optional(z.string()),
        fax: z.optional(z.string()),
        email: z.optional(z.string()),
      }),
    ),
    fictitious: z.optional(z.boolean()),
  }),
);

export interface OrganList {
  items: Organ[];
  updatedAt: string;
}

export interface OrganQuery {
  kind?: string[] | undefined;
  /** Only organs working for this area or one inside it. */
  area?: string | undefined;
}

export interface OrganParams {
  id: string;
}

export const listOrgans = endpoint({
  id: 'organs.list',
  method: 'GET',
  path: '/organs',
  summary: 'Organs that disclose, with their disclosure offices',
  query: shape<OrganQuery>()(
    z.strictObject({
      kind: z.optional(z.array(z.string())),
      area: z.optional(z.string().check(z.regex(/^\d{6,12}$/))),
    }),
  ),
  response: shape<OrganList>()(z.object({ items: z.array(OrganSchema), updatedAt: z.string() })),
  access: 'public',
  caching: 'published',
});

export const getOrgan = endpoint({
  id: 'organs.get',
  method: 'GET',
  path: '/organs/{id}',
  summary: 'One organ',
  params: shape<OrganParams>()(z.object({ id: z.string() })),
  response: OrganSchema,
  access: 'public',
  caching: 'published',
});
