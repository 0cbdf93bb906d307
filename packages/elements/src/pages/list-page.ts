import { validityWords } from '@open-info/contract/documents';
import { listCatalog } from '@open-info/sdk/catalog';
import type { Client } from '@open-info/sdk/client';
import { listDocuments } from '@open-info/sdk/documents';
import { listMatters } from '@open-info/sdk/matters';
import { filledIn } from '../base/fill-in.ts';
import { grouped } from '../base/grouped.ts';
import { formatInstant } from '../base/moment.ts';
import type { Asked, Noun } from './asked.ts';
import { pagesTerms, type PagesTerms } from './pages.terms.ts';
import { escaped, kept, pathOf, type Page } from './shell.ts';

/** A record in a list: its name and what is said of it in a line or two. */
interface Row {
  id: string;
  name: string;
  facts: readonly string[];
  text?: string | undefined;
}

/** A value the list can be narrowed to. */
interface Narrowing {
  value: string;
  label: string;
  count: number;
}

/** Where the page stands in the whole list. */
interface Extent {
  total: number;
  totalIsLowerBound?: boolean | undefined;
  updatedAt: string;
  /** Of the next page. */
  cursor: string | undefined;
}

interface Rows {
  rows: Row[];
  page: Extent;
  /** By the name of the filter, in the order they are offered. */
  narrowings: Readonly<Record<string, readonly Narrowing[]>>;
}

interface Question {
  q: string | undefined;
  cursor: string | undefined;
  limit: number;
  chosen: Readonly<Record<string, string[] | undefined>>;
}

const pageSize = 30;

const lists: Readonly<
  Record<
    Noun,
    {
      filters: readonly string[];
      read: (client: Client, question: Question, asked: Asked) => Promise<Rows>;
    }
  >
> = {
  catalog: {
    filters: ['field', 'organ'],
    read: async (client, { chosen, ...question }) => {
      const page = await listCatalog(client, { ...question, ...chosen });
      return {
        page,
        rows: page.items.map((item) => ({
          id: item.id,
          name: item.name,
          facts: [
            [item.field.name, item.level1].join(' › '),
            item.subject.organs.map(({ name }) => name).join('、') || item.subject.text,
          ],
          text: item.timeLimit.text,
        })),
        narrowings: { field: page.facets.field, organ: page.facets.organ },
      };
    },
  },
  policies: {
    filters: ['topic', 'validity'],
    read: async (client, { chosen, ...question }, { language }) => {
      const page = await listDocuments(client, { ...question, ...chosen, facets: 'true' });
      const force = (validity: string) => validityWords[validity]?.[language] ?? validity;
      return {
        page,
        rows: page.items.map((one) => ({
          id: one.id,
          name: one.title,
          facts: [
            one.documentNumber ?? '',
            one.issuers.map(({ name }) => name).join('、'),
            one.issuedOn,
            force(one.validity),
          ],
        })),
        narrowings: {
          topic: page.facets?.topic ?? [],
          validity: (page.facets?.validity ?? []).map((one) => ({
            ...one,
            label: force(one.value),
          })),
        },
      };
    },
  },
  matters: {
    filters: ['theme', 'organ'],
    read: async (client, { chosen, ...question }) => {
      const page = await listMatters(client, { ...question, ...chosen, facets: 'true' });
      return {
        page,
        rows: page.items.map((one) => ({
          id: one.id,
          name: one.name,
          facts: [one.organ.name, one.themes.join('、')],
          text: one.summary,
        })),
        narrowings: { theme: page.facets?.theme ?? [], organ: page.facets?.organ ?? [] },
      };
    },
  },
};

/** What the address asks for, as far as the list knows it. */
function questionOf({ query }: Asked, filters: readonly string[]): Question {
  const q = query.get('q')?.trim() ?? '';
  const chosen = filters.map((name) => {
    const values = query.getAll(name).filter(Boolean);
    return [name, values.length > 0 ? values : undefined] as const;
  });
  return {
    q: q === '' ? undefined : q,
    cursor: query.get('cursor') ?? undefined,
    limit: pageSize,
    chosen: Object.fromEntries(chosen),
  };
}

/** The same list with one thing changed, from its first page on. */
function listHref(asked: Asked, change: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(asked.query);
  query.delete('cursor');
  query.delete('page');
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  return escaped(pathOf(asked.noun, undefined, query));
}

function searchForm(asked: Asked, words: PagesTerms, { q = '', chosen }: Question): string {
  const carried = [
    ...kept(asked),
    ...Object.entries(chosen).flatMap(([name, values]) =>
      (values ?? []).map((value) => [name, value] as const),
    ),
  ].map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`);
  return `<form class="search" role="search" action="/${asked.noun}" method="get">
<label for="q">${escaped(words.searchLabel[asked.noun])}</label>
<input id="q" name="q" type="search" maxlength="200" value="${escaped(q)}" autocomplete="off">
${carried.join('')}<button type="submit">${escaped(words.search)}</button>
</form>`;
}

function narrowingsOf(asked: Asked, words: PagesTerms, { narrowings }: Rows, { chosen }: Question) {
  const groups = Object.entries(narrowings).map(([filter, values]) => {
    const now = chosen[filter] ?? [];
    if (values.length < 2 && now.length === 0) return '';
    const links = values.map(({ value, label, count }) => {
      const current = now.includes(value) ? ' aria-current="true"' : '';
      return `<li><a href="${listHref(asked, { [filter]: value })}"${current}>${escaped(label)} <span class="soft">${count}</span></a></li>`;
    });
    const whole = `<li><a href="${listHref(asked, { [filter]: undefined })}"${now.length === 0 ? ' aria-current="true"' : ''}>${escaped(words.all)}</a></li>`;
    return `<details class="narrow"${now.length > 0 ? ' open' : ''}><summary>${escaped(words.narrow[filter] ?? filter)}</summary><ul lang="zh-CN">${whole}${links.join('')}</ul></details>`;
  });
  return `<div class="narrows">${groups.join('')}</div>`;
}

function rowHtml({ addresses, noun }: Asked, { id, name, facts, text }: Row): string {
  const said = facts.filter(Boolean).map((fact) => `<span>${escaped(fact)}</span>`);
  const more = text === undefined ? '' : `<p class="row-text">${escaped(text)}</p>`;
  return `<li><h2><a href="${escaped(filledIn(addresses[noun], id))}">${escaped(name)}</a></h2><p class="row-facts">${said.join('')}</p>${more}</li>`;
}

function pager(asked: Asked, words: PagesTerms, { cursor }: Extent, number: number): string {
  if (number === 1 && cursor === undefined) return '';
  const first = number === 1 ? '' : `<a href="${listHref(asked, {})}">${escaped(words.first)}</a>`;
  const on =
    cursor === undefined
      ? ''
      : `<a rel="next" href="${listHref(asked, { cursor, page: String(number + 1) })}">${escaped(words.next)}</a>`;
  return `<nav class="pager" aria-label="${escaped(words.pages)}">${first}<span>${escaped(words.page(number))}</span>${on}</nav>`;
}

/** A list that is searched, narrowed and turned by plain links. @throws OpenInfoError as the service refuses it */
export async function listPage(asked: Asked, client: Client): Promise<Page> {
  const { noun, language, origin, query } = asked;
  const words = pagesTerms[language];
  const { filters, read } = lists[noun];
  const question = questionOf(asked, filters);
  const found = await read(client, question, asked);
  const { page, rows } = found;
  const number = Math.max(1, Math.trunc(Number(query.get('page'))) || 1);
  const total = page.totalIsLowerBound ? words.atLeast(grouped(page.total)) : grouped(page.total);
  const count = question.q === undefined ? words.count(total) : words.found(total, question.q);
  // Of a search nothing is kept by search engines; of the list every page is.
  const canonical =
    question.q === undefined ? new URL(canonicalPath(asked, filters), origin).href : undefined;
  return {
    title: words.nouns[noun],
    description: words.descriptions[noun],
    canonical,
    tags: {
      ColumnName: words.nouns[noun],
      ColumnDescription: words.descriptions[noun],
      Url: canonical,
    },
    linked: [
      {
        '@context': 'https://schema.org',
        '@type': 'CollectionPage',
        name: words.nouns[noun],
        description: words.descriptions[noun],
        url: canonical ?? new URL(`/${noun}`, origin).href,
        mainEntity: {
          '@type': 'ItemList',
          numberOfItems: page.total,
          itemListElement: rows.map((row, index) => ({
            '@type': 'ListItem',
            position: (number - 1) * pageSize + index + 1,
            name: row.name,
            url: new URL(filledIn(asked.addresses[noun], row.id), origin).href,
          })),
        },
      },
    ],
    sheets: [],
    trail: [{ name: words.nouns[noun] }],
    main: `<h1>${escaped(words.nouns[noun])}</h1>
<p class="lead">${escaped(words.descriptions[noun])}</p>
${searchForm(asked, words, question)}
${narrowingsOf(asked, words, found, question)}
<p class="count">${escaped(count)}</p>
${rows.length === 0 ? `<p class="none">${escaped(words.none)} <a href="/${noun}">${escaped(words.all)}</a></p>` : `<ol class="rows" lang="zh-CN">${rows.map((row) => rowHtml(asked, row)).join('\n')}</ol>`}
${pager(asked, words, page, number)}`,
    foot: [words.asOf(formatInstant(page.updatedAt))],
  };
}

/** Filters and pages make pages of their own; languages and sizes of text do not. */
function canonicalPath({ noun, query, language }: Asked, filters: readonly string[]): string {
  const named = new URLSearchParams();
  for (const name of [...filters, 'cursor', 'page']) {
    for (const value of query.getAll(name)) named.append(name, value);
  }
  if (language === 'en') named.set('lang', 'en');
  return pathOf(noun, undefined, named);
}
