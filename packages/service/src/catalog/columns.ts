import type { CatalogItem } from '@open-info/contract/catalog';
import { safeCell } from './import/plain-cell.ts';
import { provenanceWords } from './import/provenance-words.ts';

/** A column of the download, in the order of the official table (国办发〔2019〕54号 and its guidelines). */
export interface Column {
  /** Heading over several columns: 公开对象. */
  group?: string;
  heading: string;
  /** Width in characters, for the workbook. */
  width: number;
  text(item: CatalogItem, place: number): string;
}

const tick = '√';
const ticked = (is: boolean) => (is ? tick : '');

/** A level the item does not have; an empty cell would be read as 同上 by many. */
const noLevel = '—';

function audienceText(item: CatalogItem, scope: string): string {
  return item.audiences
    .filter((audience) => audience.scope === scope)
    .map(({ note }) => (note ? `${tick}（${note}）` : tick))
    .join('；');
}

const official: readonly Column[] = [
  { heading: '序号', width: 6, text: (_, place) => String(place) },
  { heading: '领域', width: 14, text: ({ field }) => field.name },
  { group: '公开事项', heading: '一级事项', width: 16, text: ({ level1 }) => level1 || noLevel },
  { group: '公开事项', heading: '二级事项', width: 20, text: ({ level2 }) => level2 || noLevel },
  { group: '公开事项', heading: '三级事项', width: 16, text: ({ level3 }) => level3 ?? '' },
  { heading: '公开内容（要素）', width: 44, text: ({ content }) => content.join('；') },
  { heading: '公开依据', width: 36, text: ({ basis }) => basis.join('；') },
  { heading: '公开时限', width: 24, text: ({ timeLimit }) => timeLimit.text },
  { heading: '公开主体', width: 22, text: ({ subject }) => subject.text },
  {
    heading: '公开渠道和载体',
    width: 26,
    text: ({ channels }) =>
      channels.map(({ name, required }) => `${required ? '■' : '□'}${name}`).join('\n'),
  },
  {
    group: '公开对象',
    heading: '全社会',
    width: 8,
    text: (item) => audienceText(item, 'everyone'),
  },
  {
    group: '公开对象',
    heading: '特定群体（请写明）',
    width: 16,
    text: (item) => audienceText(item, 'specific'),
  },
  {
    group: '公开方式',
    heading: '主动公开',
    width: 8,
    text: ({ methods }) => ticked(methods.includes('proactive')),
  },
  {
    group: '公开方式',
    heading: '依申请公开',
    width: 8,
    text: ({ methods }) => ticked(methods.includes('onRequest')),
  },
  {
    group: '公开层级',
    heading: '县级',
    width: 6,
    text: ({ tiers }) => ticked(tiers.includes('county')),
  },
  {
    group: '公开层级',
    heading: '乡级',
    width: 6,
    text: ({ tiers }) => ticked(tiers.includes('township')),
  },
  {
    group: '公开层级',
    heading: '社区（村）级',
    width: 8,
    text: ({ tiers }) => ticked(tiers.includes('community')),
  },
  { heading: '填报单位', width: 18, text: ({ reportingUnit }) => reportingUnit ?? '' },
];

const added: readonly Column[] = [
  {
    heading: '本区责任机关',
    width: 22,
    text: ({ subject }) => subject.organs.map(({ name }) => name).join('、'),
  },
  { heading: '公开网址', width: 24, text: ({ url }) => url ?? '' },
  { heading: '资料来源', width: 12, text: ({ provenance }) => provenanceWords(provenance.kind) },
  { heading: '来源说明', width: 30, text: ({ provenance }) => provenance.note ?? '' },
  { heading: '生效日期', width: 12, text: ({ change }) => change.effectiveFrom },
  { heading: '事项编号', width: 18, text: ({ id }) => id },
];

/**
 * The columns of the official table, then what this catalog adds, then the local columns.
 *
 * @param local headings of the extensions that occur
 */
export function columnsOf(local: readonly string[]): Column[] {
  return [
    ...official,
    ...added,
    ...local.map((heading) => ({
      heading,
      width: 16,
      text: ({ extensions }: CatalogItem) => extensions[heading] ?? '',
    })),
  ];
}

/** The cells of an item, none of which a spreadsheet program takes for a formula. */
export function cellsOf(columns: readonly Column[], item: CatalogItem, place: number): string[] {
  return columns.map((column) => safeCell(column.text(item, place)));
}
