import type { Client } from '@open-info/sdk/client';
import { getCatalogItem } from '@open-info/sdk/catalog';
import { documentLinkedDataUrl, getDocument } from '@open-info/sdk/documents';
import { getMatter, matterLinkedDataUrl } from '@open-info/sdk/matters';
import type { CatalogItem } from '@open-info/contract/catalog';
import type { PolicyDocument } from '@open-info/contract/documents';
import type { Matter } from '@open-info/contract/matters';
import type { LitElement } from 'lit';
import { filledIn } from '../base/fill-in.ts';
import { formatInstant } from '../base/moment.ts';
import { CatalogBrowser } from '../catalog-browser/catalog-browser.ts';
import { PolicyCard } from '../policy-card/policy-card.ts';
import { ServiceGuide } from '../service-guide/service-guide.ts';
import type { Asked, Noun } from './asked.ts';
import { lived, livedClass, type Lived } from './lived.ts';
import { pagesTerms, type PagesTerms } from './pages.terms.ts';
import { plainHtml, servedHtml } from './served.ts';
import { sheetFiles } from './sheets.ts';
import { escaped, kept, pathOf, type Page } from './shell.ts';

/** What a page says of its record outside of the element. */
interface Told {
  title: string;
  description: string;
  tags: Record<string, string | undefined>;
  linked: object;
  /** What stands below the element, ready as HTML. */
  below?: string | undefined;
}

interface Kind {
  element: new () => Lived;
  tag: string;
  /** Attributes of the element for this page; it is drawn by them here and in the browser. */
  attributes: (asked: Asked, id: string) => Record<string, string>;
  tell: (client: Client, id: string, asked: Asked, words: PagesTerms) => Promise<Told>;
}

/** Descriptions are shown by search engines up to about this many characters. */
const longest = 120;

const short = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length > longest
    ? `${characters.slice(0, longest).join('')}…`
    : characters.join('');
};

const own = (asked: Asked, noun: Noun, id: string): string =>
  new URL(filledIn(asked.addresses[noun], id), asked.origin).href;

async function readJson({ fetch, origin }: Asked, address: string): Promise<object> {
  const answer = await fetch(new Request(new URL(address, origin)));
  return (await answer.json()) as object;
}

const kinds: Readonly<Record<Noun, Kind>> = {
  catalog: {
    element: livedClass(CatalogBrowser),
    tag: CatalogBrowser.tag,
    attributes: (_, id) => ({ 'item-id': id, expanded: '' }),
    tell: async (client, id, asked) => tellItem(await getCatalogItem(client, id), asked),
  },
  policies: {
    element: livedClass(PolicyCard),
    tag: PolicyCard.tag,
    attributes: ({ addresses, origin, query }, id) => ({
      'policy-id': id,
      ...(query.get('interpretation') !== null && {
        'interpretation-id': query.get('interpretation') ?? '',
      }),
      'policy-url': addresses.policies,
      'matter-url': addresses.matters,
      'share-url': new URL(addresses.policies, origin).href.replace('%7Bid%7D', '{id}'),
      expanded: '',
    }),
    tell: async (client, id, asked, words) => {
      const document = await getDocument(client, id);
      const linked = await readJson(asked, documentLinkedDataUrl(client, document.id));
      return tellDocument(document, linked, asked, words);
    },
  },
  matters: {
    element: livedClass(ServiceGuide),
    tag: ServiceGuide.tag,
    attributes: ({ addresses, origin }, id) => ({
      matter: id,
      'guide-url': addresses.matters,
      'policy-url': addresses.policies,
      'share-url': new URL(addresses.matters, origin).href.replace('%7Bid%7D', '{id}'),
      expanded: '',
    }),
    tell: async (client, id, asked) => {
      const matter = await getMatter(client, id);
      return tellMatter(matter, await readJson(asked, matterLinkedDataUrl(client, matter.id)));
    },
  },
};

function tellItem(item: CatalogItem, asked: Asked): Told {
  const organs = item.subject.organs.map(({ name }) => name).join('、') || item.subject.text;
  const url = own(asked, 'catalog', item.id);
  return {
    title: item.name,
    description: short([organs, item.timeLimit.text, ...item.content].join('。')),
    tags: {
      ArticleTitle: item.name,
      PubDate: formatInstant(item.version.publishedAt),
      ContentSource: item.version.source,
      Author: organs,
      Keywords: [item.field.name, item.level1, item.level2].join(','),
    },
    linked: {
      '@context': 'https://schema.org',
      '@type': 'DefinedTerm',
      '@id': url,
      url,
      name: item.name,
      description: item.content.join(''),
      inLanguage: 'zh-CN',
      inDefinedTermSet: {
        '@type': 'DefinedTermSet',
        name: item.version.title,
        dateModified: item.version.publishedAt,
      },
    },
  };
}

function tellDocument(
  document: PolicyDocument,
  linked: object,
  asked: Asked,
  words: PagesTerms,
): Told {
  const { title, documentNumber, issuers, topics, publishedAt, source } = document;
  const from = source?.name ?? issuers.map(({ name }) => name).join('、');
  return {
    title,
    description: short([title, documentNumber ?? '', from, document.issuedOn].join(' ')),
    tags: {
      ArticleTitle: title,
      PubDate: formatInstant(publishedAt),
      ContentSource: from,
      Author: issuers.map(({ name }) => name).join('、'),
      Keywords: topics.join(','),
    },
    linked,
    below: [readings(document, asked, words), related(document, asked, words)].join(''),
  };
}

/** Links below the card, where there is more than it shows. */
function list(name: string, links: readonly { href: string; name: string }[]): string {
  if (links.length === 0) return '';
  const rows = links.map(
    (link) => `<li><a href="${escaped(link.href)}">${escaped(link.name)}</a></li>`,
  );
  return `<section class="further"><h2>${escaped(name)}</h2><ul lang="zh-CN">${rows.join('')}</ul></section>`;
}

function readings(
  { id, interpretationList: all }: PolicyDocument,
  asked: Asked,
  words: PagesTerms,
) {
  if (all.length < 2) return '';
  const links = all.map((one) => {
    const query = kept(asked);
    query.set('interpretation', one.id);
    return { name: one.title, href: pathOf('policies', id, query) };
  });
  return list(words.readings, links);
}

const related = ({ catalogItems }: PolicyDocument, { addresses }: Asked, words: PagesTerms) =>
  list(
    words.related,
    catalogItems.map(({ id, name }) => ({ name, href: filledIn(addresses.catalog, id) })),
  );

function tellMatter(matter: Matter, linked: object): Told {
  const { name, organ, summary, themes, updatedAt, source } = matter;
  return {
    title: name,
    description: short(summary),
    tags: {
      ArticleTitle: name,
      PubDate: formatInstant(updatedAt),
      ContentSource: source?.name ?? organ.name,
      Author: organ.name,
      Keywords: themes.join(','),
    },
    linked,
  };
}

/** The element in its host, with what it draws as a declarative shadow root and once more as plain HTML. */
function elementHtml(asked: Asked, tag: string, attributes: Record<string, string>, drawn: string) {
  const { assets, noun } = asked;
  const served = servedHtml(drawn);
  const list = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  const sheet = `<link rel="stylesheet" href="${assets}/styles/${sheetFiles[noun].name}">`;
  // In a root of its own, what stands there is not touched by the element that draws itself beside it.
  return `<${tag} ${list.join(' ')} data-served><template shadowrootmode="open">${sheet}<div data-part="served"><template shadowrootmode="open">${sheet}${served}</template></div></template>
<div class="plain">${plainHtml(served)}</div></${tag}>`;
}

/** The page of one record. @throws OpenInfoError when the service does not tell of it */
export async function recordPage(
  asked: Asked,
  id: string,
  client: Client,
  read: Readonly<Record<string, unknown>>,
): Promise<Page> {
  const { noun, language } = asked;
  const words = pagesTerms[language];
  const { element, tag, attributes: attributesOf, tell } = kinds[noun];
  const told = await tell(client, id, asked, words);
  const attributes = { ...attributesOf(asked, id), 'heading-level': '1' };
  const drawn = await lived<LitElement & { client: Client }>(element, { client }, attributes);
  return {
    title: told.title,
    description: told.description,
    canonical: own(asked, noun, id) + (language === 'en' ? '?lang=en' : ''),
    tags: { ColumnName: words.nouns[noun], ...told.tags, Url: own(asked, noun, id) },
    linked: [told.linked],
    sheets: [sheetFiles[noun].name],
    trail: [
      { name: words.nouns[noun], href: pathOf(noun, undefined, kept(asked)) },
      { name: told.title },
    ],
    main: elementHtml(asked, tag, attributes, drawn) + (told.below ?? ''),
    // When its data is from, and from whom, the element itself says.
    foot: [],
    read,
  };
}
