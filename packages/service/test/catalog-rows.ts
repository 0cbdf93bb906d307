import { readFileSync } from 'node:fs';
import type { CatalogRow } from '../src/catalog/row.ts';

/** A number from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** Repeatable random numbers (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T;
}

interface AreaNode {
  name: string;
  children: AreaNode[];
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url), 'utf8'));
}

function names(areas: AreaNode[]): string[] {
  return areas.flatMap(({ name, children }) => [name, ...names(children)]);
}

const characters = [
  ...'安康泰和平福瑞祥兴隆盛达通顺利昌荣华富贵春秋江汉武长青山湖滨河源林泉松竹梅兰菊荷桂枫柳杨樟',
  ...'东西南北中上下新老前后左右大小高金银玉石铁木水火土天地日月星云风雨雪霜民生文明和谐友善敬业诚信',
];
const things = [
  '改造工程',
  '服务中心',
  '示范小区',
  '养老服务站',
  '综合市场',
  '幼儿园',
  '停车场',
  '便民点',
];
const papers = ['江政发', '江办发', '武民政', '鄂建文', '国办发', '民发', '教基'];
const brackets = ['〔〕', '[]', '()', '（）', '【】', ''];

/** A name nobody else has, or nearly: 安顺桂服务中心. */
function thing(random: Random): string {
  const length = 2 + Math.floor(random() * 2);
  const name = Array.from({ length }, () => pick(random, characters)).join('');
  return name + pick(random, things);
}

/** A 文号 in one of the bracket styles departments use: 江政发〔2019〕54号. */
export function documentNumber(random: Random): string {
  const [open = '', close = ''] = pick(random, brackets);
  const year = 2008 + Math.floor(random() * 18);
  return `${pick(random, papers)}${open}${year}${close}${1 + Math.floor(random() * 400)}号`;
}

/**
 * Rows in any number: the real rows of the district's catalog, then the same with other places,
 * projects and document numbers. No two have the same key; the same seed gives the same rows.
 */
export function* variedRows(count: number, seed = 1): Generator<CatalogRow> {
  const real = (read('catalog') as { items: CatalogRow[] }).items;
  const places = names((read('areas') as { items: AreaNode[] }).items);
  const random = seededRandom(seed);
  const taken = new Set<string>();
  for (let n = 0; n < count; n++) {
    const row = { ...(real[n % real.length] as CatalogRow), level3: '' };
    if (n < real.length) yield row;
    else yield vary(row, random, pick(random, places), taken);
  }
}

function vary(row: CatalogRow, random: Random, place: string, taken: Set<string>): CatalogRow {
  let level3 = '';
  do level3 = `${row.level2}（${place}${thing(random)}）`;
  while (taken.has(level3));
  taken.add(level3);
  const content = row.content.map((entry) =>
    random() < 0.5 ? entry : `${place}${entry}${random() < 0.3 ? documentNumber(random) : ''}`,
  );
  const basis = [...row.basis];
  if (random() < 0.4) basis.push(`《关于${thing(random)}的通知》（${documentNumber(random)}）`);
  return {
    ...row,
    level3,
    content,
    basis,
    extensions: random() < 0.1 ? { 备注: thing(random) } : {},
  };
}
