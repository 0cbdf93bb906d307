import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { FieldRefSchema, type FieldRef } from './fields.ts';
import { OrganRefSchema, type OrganRef } from './organs.ts';
import { FacetOptionsSchema, type FacetOption } from './facets.ts';
import { LegalDate, openEnum, pageFields, shape, type Open, type Page } from './shape.ts';
import { TimeLimitSchema, type TimeLimit } from './time-limit.ts';

/**
 * The eight elements every catalog item must state (国办发〔2019〕54号; 江汉区方案二（一）):
 * 名称、内容、依据、时限、主体、方式、渠道、公开对象.
 */
export const catalogElements = [
  'name',
  'content',
  'basis',
  'timeLimit',
  'subject',
  'method',
  'channel',
  'audience',
] as const;
export type CatalogElement = (typeof catalogElements)[number];

/** 公开方式: 主动公开, 依申请公开. */
export const catalogMethods = ['proactive', 'onRequest'] as const;
export type CatalogMethod = Open<(typeof catalogMethods)[number]>;

/** 公开层级: 县级, 乡级（街道）, 社区（村）. */
export const catalogTiers = ['county', 'township', 'community'] as const;
export type CatalogTier = Open<(typeof catalogTiers)[number]>;

/** 公开对象: 全社会, 特定群体. */
export const audienceScopes = ['everyone', 'specific'] as const;
export type AudienceScope = Open<(typeof audienceScopes)[number]>;

/** 变更原因: 新增, 调整, 取消. */
export const changeReasons = ['added', 'adjusted', 'removed'] as const;
export type ChangeReason = Open<(typeof changeReasons)[number]>;

/**
 * Where a row was found: `seen` on a published government page, `plan` written from the district's
 * plan, `imported` by the district itself, `unverified` from general knowledge.
 */
export const provenanceKinds = ['seen', 'plan', 'imported', 'unverified'] as const;

/** 公开渠道和载体: one channel; ■ must be used, □ may be. */
export interface Channel {
  /** Name as the table prints it: 政府网站, 公开查阅点, 办税服务厅. */
  name: string;
  /** ■ 必选 (true), □ 可选 (false). */
  required: boolean;
}

/** 公开对象, with the group it is limited to. */
export interface Audience {
  scope: AudienceScope;
  /** Which group: 行政相对人, 在征收范围内. */
  note?: string | undefined;
}

/** 公开主体: the wording of the guideline and the organs of this district that it means. */
export interface Subject {
  text: string;
  organs: OrganRef[];
}

export interface Provenance {
  kind: Open<(typeof provenanceKinds)[number]>;
  note?: string | undefined;
}

/** The last change of an item. */
export interface ItemChange {
  reason: ChangeReason;
  /** Date from which it holds. */
  effectiveFrom: string;
  versionId: string;
}

/** Where a search met an item: one passage, with the matched parts. */
export interface Match {
  element: Open<CatalogElement>;
  /** The passage, at most about 80 characters; begins or ends with … where it was cut. */
  text: string;
  /** Matched parts of `text` as [start, end) offsets in UTF-16 units, ascending. */
  ranges: [number, number][];
}

/** An item as a list shows it. */
export interface CatalogItemSummary {
  id: string;
  /** 公开事项名称: the name of the lowest level. */
  name: string;
  field: FieldRef;
  /** 一级事项. */
  level1: string;
  /** 二级事项. */
  level2: string;
  /** 三级事项, where a district has one. */
  level3?: string | undefined;
  subject: Subject;
  timeLimit: TimeLimit;
  methods: CatalogMethod[];
  audiences: Audience[];
  tiers: CatalogTier[];
  /** Address of the official page of the item; absent where the district has none. */
  url?: string | undefined;
  change: ItemChange;
  /** Present in a search: where it matched, best first. */
  matches?: Match[] | undefined;
}

/** 政务公开事项: one item of the catalog with everything it states. */
export interface CatalogItem extends CatalogItemSummary {
  /** 公开内容（要素）, one entry per element. */
  content: string[];
  /** 公开依据, one entry per source. */
  basis: string[];
  channels: Channel[];
  /** 填报单位. */
  reportingUnit?: string | undefined;
  provenance: Provenance;
  /** Local columns the standard table does not have, by their heading. */
  extensions: Record<string, string>;
  /** Version the item is read from. */
  version: CatalogVersion;
}

/** A dated edition of the catalog. */
export interface CatalogVersion {
  id: string;
  title: string;
  /** Date from which the edition holds. */
  effectiveFrom: string;
  /** When it was loaded, ISO 8601 with offset. */
  publishedAt: string;
  /** File or source it was made from. */
  source: string;
  added: number;
  adjusted: number;
  removed: number;
}

/** One change of one item: 变更记录. */
export interface CatalogChange {
  itemId: string;
  name: string;
  field: FieldRef;
  reason: ChangeReason;
  effectiveFrom: string;
  versionId: string;
  versionTitle: string;
  /** What an adjustment touched, by property name: `timeLimit`, `channels`. */
  changed: string[];
}

/** The filters of the list, in the order they are shown. */
export const catalogFilters = [
  'field',
  'level1',
  'organ',
  'audience',
  'method',
  'channel',
  'tier',
] as const;
export type CatalogFilter = (typeof catalogFilters)[number];

/**
 * For each filter its values, most frequent first except `field`, which keeps the order of the
 * catalog. The counts of a filter disregard that filter's own choice, so a second value can be
 * added. At most 100 values each.
 */
export type CatalogFacets = Record<CatalogFilter, FacetOption[]>;

export interface CatalogPage extends Page<CatalogItemSummary> {
  facets: CatalogFacets;
}

export interface CatalogChangePage extends Page<CatalogChange> {}

export interface SuggestionList {
  /** Names of items, best first, at most `limit`. */
  items: Suggestion[];
}

export interface Suggestion {
  text: string;
  /** Matched parts of `text` as [start, end) offsets in UTF-16 units. */
  ranges: [number, number][];
  /** How many items bear the name. */
  count: number;
}

/** `catalog`: 目录顺序 · `updated`: last changed first · `name`: by name · `relevance`: best match first. */
export const catalogSorts = ['relevance', 'catalog', 'updated', 'name'] as const;
export type CatalogSort = (typeof catalogSorts)[number];

/** What limits a list. Several values of one filter mean any of them; filters together mean all. */
export interface CatalogFilterQuery {
  /** Words to find in any element; several words must all occur. 拼音 and initials find names. */
  q?: string | undefined;
  /** Field ids. */
  field?: string[] | undefined;
  level1?: string[] | undefined;
  /** Organ ids. */
  organ?: string[] | undefined;
  /** Division code: items of the organs working for this area or one inside it. */
  area?: string | undefined;
  audience?: string[] | undefined;
  method?: string[] | undefined;
  /** Channel names. */
  channel?: string[] | undefined;
  tier?: string[] | undefined;
  /** Read the catalog as it held on this date (Asia/Shanghai); today when absent. */
  asOf?: string | undefined;
}

export interface CatalogListQuery extends CatalogFilterQuery {
  /** `relevance` when `q` is given, else `catalog`. */
  sort?: CatalogSort | undefined;
  cursor?: string | undefined;
  /** 1 to 100; 20 when absent. */
  limit?: number | undefined;
}

export interface CatalogItemParams {
  id: string;
}

export interface CatalogItemQuery {
  asOf?: string | undefined;
}

export interface CatalogChangeQuery {
  /** Changes of one item only. */
  item?: string | undefined;
  field?: string[] | undefined;
  reason?: string[] | undefined;
  /** Effective on or after this date. */
  since?: string | undefined;
  /** Effective on or before this date. */
  until?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

export interface SuggestionQuery extends CatalogFilterQuery {
  q: string;
  /** 1 to 20; 8 when absent. */
  limit?: number | undefined;
}

/** Formats of a download (条例 art. 24: 检索、查阅、下载). */
export const exportFormats = ['json', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface CatalogExportQuery extends CatalogFilterQuery {
  format: ExportFormat;
  /** Only this item. */
  item?: string | undefined;
}

/** A search text longer than this is refused, not cut. */
export const maxQueryLength = 200;

const words = z.string().check(z.maxLength(maxQueryLength));
const values = z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(100))));
const limit = (max: number) => z.optional(z.int().check(z.minimum(1), z.maximum(max)));
const filterFields = {
  q: z.optional(words),
  field: values,
  level1: values,
  organ: values,
  area: z.optional(z.string().check(z.regex(/^\d{6}(\d{3}(\d{3})?)?$/))),
  audience: values,
  method: values,
  channel: values,
  tier: values,
  asOf: z.optional(LegalDate),
};

const summaryFields = {
  id: z.string(),
  name: z.string(),
  field: FieldRefSchema,
  level1: z.string(),
  level2: z.string(),
  level3: z.optional(z.string()),
  subject: z.object({ text: z.string(), organs: z.array(OrganRefSchema) }),
  timeLimit: TimeLimitSchema,
  methods: z.array(openEnum(catalogMethods)),
  audiences: z.array(z.object({ scope: openEnum(audienceScopes), note: z.optional(z.string()) })),
  tiers: z.array(openEnum(catalogTiers)),
  url: z.optional(z.string()),
  change: z.object({
    reason: openEnum(changeReasons),
    effectiveFrom: z.string(),
    versionId: z.string(),
  }),
  matches: z.optional(
    z.array(
      z.object({
        element: openEnum(catalogElements),
        text: z.string(),
        ranges: z.array(z.tuple([z.number(), z.number()])),
      }),
    ),
  ),
};

export const CatalogVersionSchema = shape<CatalogVersion>()(
  z.object({
    id: z.string(),
    title: z.string(),
    effectiveFrom: z.string(),
    publishedAt: z.string(),
    source: z.string(),
    added: z.number(),
    adjusted: z.number(),
    removed: z.number(),
  }),
);

export const CatalogItemSummarySchema = shape<CatalogItemSummary>()(z.object(summaryFields));

export const CatalogItemSchema = shape<CatalogItem>()(
  z.object({
    ...summaryFields,
    content: z.array(z.string()),
    basis: z.array(z.string()),
    channels: z.array(z.object({ name: z.string(), required: z.boolean() })),
    reportingUnit: z.optional(z.string()),
    provenance: z.object({ kind: openEnum(provenanceKinds), note: z.optional(z.string()) }),
    extensions: z.record(z.string(), z.string()),
    version: CatalogVersionSchema,
  }),
);

export const CatalogFacetsSchema = shape<CatalogFacets>()(
  z.object({
    field: FacetOptionsSchema,
    level1: FacetOptionsSchema,
    organ: FacetOptionsSchema,
    audience: FacetOptionsSchema,
    method: FacetOptionsSchema,
    channel: FacetOptionsSchema,
    tier: FacetOptionsSchema,
  }),
);

export const CatalogPageSchema = shape<CatalogPage>()(
  z.object({
    items: z.array(CatalogItemSummarySchema),
    ...pageFields,
    facets: CatalogFacetsSchema,
  }),
);

export const CatalogChangeSchema = shape<CatalogChange>()(
  z.object({
    itemId: z.string(),
    name: z.string(),
    field: FieldRefSchema,
    reason: openEnum(changeReasons),
    effectiveFrom: z.string(),
    versionId: z.string(),
    versionTitle: z.string(),
    changed: z.array(z.string()),
  }),
);

export const listCatalog = endpoint({
  id: 'catalog.list',
  method: 'GET',
  path: '/catalog/items',
  summary: 'Search and filter the catalog, with counts for every filter',
  query: shape<CatalogListQuery>()(
    z.strictObject({
      ...filterFields,
      sort: z.optional(z.enum(catalogSorts)),
      cursor: z.optional(z.string().check(z.maxLength(500))),
      limit: limit(100),
    }),
  ),
  response: CatalogPageSchema,
  access: 'public',
  caching: 'published',
});

export const getCatalogItem = endpoint({
  id: 'catalog.get',
  method: 'GET',
  path: '/catalog/items/{id}',
  summary: 'One item with all its elements, as it held on a date',
  params: shape<CatalogItemParams>()(z.object({ id: z.string() })),
  query: shape<CatalogItemQuery>()(z.strictObject({ asOf: z.optional(LegalDate) })),
  response: CatalogItemSchema,
  access: 'public',
  caching: 'published',
});

export const listCatalogChanges = endpoint({
  id: 'catalog.changes',
  method: 'GET',
  path: '/catalog/changes',
  summary: 'What was added, adjusted or removed, newest first',
  query: shape<CatalogChangeQuery>()(
    z.strictObject({
      item: z.optional(z.string()),
      field: values,
      reason: values,
      since: z.optional(LegalDate),
      until: z.optional(LegalDate),
      cursor: z.optional(z.string().check(z.maxLength(500))),
      limit: limit(100),
    }),
  ),
  response: shape<CatalogChangePage>()(
    z.object({ items: z.array(CatalogChangeSchema), ...pageFields }),
  ),
  access: 'public',
  caching: 'published',
});

export const listCatalogVersions = endpoint({
  id: 'catalog.versions',
  method: 'GET',
  path: '/catalog/versions',
  summary: 'Dated editions of the catalog, newest first',
  response: shape<{ items: CatalogVersion[]; updatedAt: string }>()(
    z.object({ items: z.array(CatalogVersionSchema), updatedAt: z.string() }),
  ),
  access: 'public',
  caching: 'published',
});

export const suggestCatalog = endpoint({
  id: 'catalog.suggest',
  method: 'GET',
  path: '/catalog/suggestions',
  summary: 'Names of items that go on from what was typed',
  query: shape<SuggestionQuery>()(z.strictObject({ ...filterFields, q: words, limit: limit(20) })),
  response: shape<SuggestionList>()(
    z.object({
      items: z.array(
        z.object({
          text: z.string(),
          ranges: z.array(z.tuple([z.number(), z.number()])),
          count: z.number(),
        }),
      ),
    }),
  ),
  access: 'public',
  caching: 'published',
});

export const exportCatalog = endpoint({
  id: 'catalog.export',
  method: 'GET',
  path: '/catalog/export',
  summary: 'Download the catalog, or a filtered part of it, in the official columns',
  query: shape<CatalogExportQuery>()(
    z.strictObject({
      ...filterFields,
      format: z.enum(exportFormats),
      item: z.optional(z.string()),
    }),
  ),
  files: [
    'application/json',
    'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  access: 'public',
  caching: 'published',
});
