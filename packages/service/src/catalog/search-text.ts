import type { CatalogElement, CatalogItem } from '@open-info/contract/catalog';
import { grams, normalise, spell, spelledLines } from '../search/text.ts';

/** An item as a revision stores it. */
export type StoredItem = Omit<CatalogItem, 'version' | 'change' | 'matches'>;

/**
 * Where a piece of an item counts when a search is ranked: the higher, the better. The name
 * (公开事项, all levels) over the content over the basis over everything else.
 */
export const nameRank = 4;
export const contentRank = 3;
export const basisRank = 2;
export const restRank = 1;

/** What a passage belongs to: one of the eight elements, or one of the columns beside them. */
export type SearchedElement = CatalogElement | 'field' | 'tier' | 'reportingUnit' | 'extensions';

/** A piece of an item that can be found: it never matches together with its neighbour. */
export interface Passage {
  element: SearchedElement;
  rank: number;
  /** As the item states it. */
  text: string;
}

/** The words the coded values stand for in the printed table, so that they can be found. */
const printed: Readonly<Record<string, string>> = {
  proactive: '主动公开',
  onRequest: '依申请公开',
  everyone: '全社会',
  specific: '特定群体',
  county: '县级',
  township: '乡级',
  community: '社区',
};

/** The label of a coded value of method, audience or tier; an unknown code is its own label. */
export function printedWord(code: string): string {
  return printed[code] ?? code;
}

/** The name of an item and the names of the levels above it, each once. */
export function names(item: Pick<StoredItem, 'name' | 'level1' | 'level2' | 'level3'>): string[] {
  const levels = [item.name, item.level1, item.level2, item.level3 ?? ''];
  return [...new Set(levels)].filter((level) => level !== '');
}

/** Everything of an item that can be found, best rank first. */
export function passages(item: StoredItem): Passage[] {
  const rest = (element: SearchedElement, text: string): Passage => ({
    element,
    rank: restRank,
    text,
  });
  return [
    ...names(item).map((text): Passage => ({ element: 'name', rank: nameRank, text })),
    ...item.content.map((text): Passage => ({ element: 'content', rank: contentRank, text })),
    ...item.basis.map((text): Passage => ({ element: 'basis', rank: basisRank, text })),
    rest('timeLimit', item.timeLimit.text),
    rest('subject', item.subject.text),
    ...item.subject.organs.map((organ) => rest('subject', organ.name)),
    ...item.methods.map((method) => rest('method', printedWord(method))),
    ...item.channels.map((channel) => rest('channel', channel.name)),
    ...item.audiences.map(({ scope, note }) =>
      rest('audience', note ? `${printedWord(scope)}（${note}）` : printedWord(scope)),
    ),
    rest('field', item.field.name),
    ...item.tiers.map((tier) => rest('tier', printedWord(tier))),
    rest('reportingUnit', item.reportingUnit ?? ''),
    ...Object.values(item.extensions).map((text) => rest('extensions', text)),
  ];
}

/** Parts `search_text` into its four ranks: name, content, basis, the rest. */
export const rankSeparator = '\n\n';

/** The columns of a revision that a search reads. */
export interface SearchColumns {
  /**
   * One line each: the name, its 拼音 in full, its initials (these three always, in this order),
   * then the same for each level above it.
   */
  name_text: string;
  /** `name_text`, the content, the basis and the rest, apart by {@link rankSeparator}; one line for each entry. */
  search_text: string;
  name_grams: number[];
  grams: number[];
  /** 拼音 of the name, then the name: sorts as a Chinese reader looks things up. */
  name_sort: string;
}

/** Makes the search columns of an item. Whoever writes a revision must fill them with this. */
export function searchColumns(item: StoredItem): SearchColumns {
  const [name = '', ...levels] = names(item).map(normalise);
  const spelling = spell(name);
  const nameText = [name, spelling.full, spelling.initials, ...levels.flatMap(spelledLines)].join(
    '\n',
  );
  const all = passages(item);
  const ranks = [contentRank, basisRank, restRank].map((rank) => linesOf(all, rank));
  const searchText = [nameText, ...ranks].join(rankSeparator);
  return {
    name_text: nameText,
    search_text: searchText,
    name_grams: grams(nameText),
    grams: grams(searchText),
    name_sort: `${spelling.syllables.join(' ')} ${item.name}`,
  };
}

function linesOf(all: readonly Passage[], rank: number): string {
  const lines = all.filter((passage) => passage.rank === rank).map(({ text }) => normalise(text));
  return [...new Set(lines)].filter((line) => line !== '').join('\n');
}
