/** What a column of a department's table holds. */
export const columnKinds = [
  'number',
  'ignored',
  'field',
  'level1',
  'level2',
  'level3',
  'name',
  'content',
  'basis',
  'timeLimit',
  'subject',
  'organs',
  'channel',
  'audience',
  'everyone',
  'specific',
  'method',
  'proactive',
  'onRequest',
  'tier',
  'county',
  'township',
  'community',
  'reportingUnit',
  'url',
  'provenanceKind',
  'provenanceNote',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** Headings seen in published tables, without brackets, blanks and punctuation. */
const headings: readonly (readonly [ColumnKind, RegExp])[] = [
  ['number', /^(?:序号?|编号|no)$/],
  ['ignored', /^(?:事项编号|数据截至|目录版本|生效日期)$/],
  ['field', /^(?:试点|公开|所属|事项|业务)?领域(?:名称)?$/],
  [
    'level1',
    /^(?:公开)?(?:事项)?一级(?:公开)?(?:事项|目录|栏目|分类|类别|指标)?(?:名称)?$|^事项(?:类别|分类|类型)$/,
  ],
  ['level2', /^(?:公开)?(?:事项)?二级(?:公开)?(?:事项|目录|栏目|分类|类别|指标)?(?:名称)?$/],
  ['level3', /^(?:公开)?(?:事项)?三级(?:公开)?(?:事项|目录|栏目|分类|类别|指标)?(?:名称)?$/],
  ['name', /^(?:政务|信息)?(?:公开)?(?:事项|项目|事项名称|项目名称)$/],
  [
    'content',
    /^(?:主要)?(?:信息)?公开的?(?:主要)?(?:内容|要素|内容要素|内容和要素|内容及要素)$|^(?:主要)?内容(?:要素)?$/,
  ],
  ['basis', /^(?:公开|政策|法律|法规|法律法规|文件|设定|制定)?(?:政策)?依据$/],
  ['timeLimit', /^(?:公开|更新)?(?:时限|期限|时间)(?:要求)?$/],
  [
    'subject',
    /^(?:信息)?(?:公开|发布)?(?:责任)?(?:主体|机构)$|^(?:公开|责任|公开责任)(?:单位|部门|机关)$/,
  ],
  ['organs', /^本区责任机关$/],
  [
    'channel',
    /^(?:信息)?公开(?:的)?(?:渠道|载体|平台|途径|场所|渠道和载体|渠道及载体|渠道与载体|渠道载体|载体和渠道)$|^(?:渠道|载体|渠道和载体)$/,
  ],
  ['audience', /^(?:信息)?公开(?:的)?(?:对象|受众)(?:及范围)?$|^对象$/],
  ['everyone', /^(?:面向)?全?社会(?:公众)?$/],
  ['specific', /^特定(?:群体|群众|对象|人群)$/],
  ['method', /^(?:信息)?公开方式$|^方式$/],
  ['proactive', /^主动(?:公开)?$/],
  ['onRequest', /^依申请(?:公开)?$/],
  ['tier', /^(?:公开)?层级$/],
  ['county', /^(?:县区?级?|区县?级|区本级|县市区级)$/],
  ['township', /^(?:乡镇?级?|乡村级|乡镇村级|街道级?|镇街道?级?|乡镇街道级?)$/],
  ['community', /^(?:社区级?|村级?|村居级?|社区村级?|村社区级?)$/],
  ['reportingUnit', /^填(?:报|表)(?:单位|部门)$/],
  ['url', /^(?:公开)?(?:网址|链接|链接地址|网页链接|一键直达|一键直达链接|网站公开渠道)$/],
  ['provenanceKind', /^资料来源$/],
  ['provenanceNote', /^来源说明$/],
];

const levelKinds = ['level1', 'level2', 'level3'] as const;

/** Kinds whose cells carry a mark: √ ● ☑. */
export const tickedKinds = [
  'everyone',
  'specific',
  'proactive',
  'onRequest',
  'county',
  'township',
  'community',
] as const;

/** Kinds that name the item: 公开事项. */
export const nameKinds = [...levelKinds, 'name'] as const;

/** Kinds that stand under a common heading, in the second row of a heading. */
export const subheadings: ReadonlySet<ColumnKind> = new Set([...levelKinds, ...tickedKinds]);

/** What a heading names; `undefined` for a local column. */
export function kindOf(heading: string): ColumnKind | undefined {
  const words = heading
    .normalize('NFKC')
    .replace(/[(（【[].*?[)）】\]]/g, '')
    .replace(/[\s、，,/\\：:·*。.]/g, '')
    .toLowerCase();
  if (words === '' || words.length > 16) return undefined;
  return headings.find(([, pattern]) => pattern.test(words))?.[0];
}
