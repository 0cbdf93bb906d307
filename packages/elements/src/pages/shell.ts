import { nouns, type Asked, type Noun } from './asked.ts';
import { pagesTerms, type PagesTerms } from './pages.terms.ts';

/** A page in its frame. */
export interface Page {
  title: string;
  description: string;
  /** Whole address the page is to be known by. */
  canonical: string | undefined;
  /** 网页标签 of government sites (国办发〔2017〕47号), by name. */
  tags: Readonly<Record<string, string | undefined>>;
  /** JSON-LD. */
  linked: readonly object[];
  /** Names of style sheets below the assets, fetched ahead of the shadow roots that name them. */
  sheets: readonly string[];
  /** From the list down to this page; the last one is not a link. */
  trail: readonly { name: string; href?: string | undefined }[];
  main: string;
  /** 数据截至 and 来源, ready to read, where the page itself has to say it. */
  foot: readonly string[];
  /** Answers the page was drawn from, to be read again by its script. */
  read?: Readonly<Record<string, unknown>> | undefined;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text between tags and in quoted attributes. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/** JSON inside a script element, which nothing in it may end. */
const asScript = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** The same page in another language or size of text. */
export function sameWith({ noun, id, query }: Asked, change: Record<string, string>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return pathOf(noun, id, next);
}

/** A path of ours with its query. */
export function pathOf(noun: Noun, id: string | undefined, query: URLSearchParams): string {
  const text = query.toString();
  const path = id === undefined ? `/${noun}` : `/${noun}/${encodeURIComponent(id)}`;
  return text === '' ? path : `${path}?${text}`;
}

/** What a link to another page of ours carries on: the language and the size of text, where asked for. */
export function kept({ query }: Asked): URLSearchParams {
  const carried = new URLSearchParams();
  for (const name of ['lang', 'mode']) {
    const value = query.get(name);
    if (value !== null) carried.set(name, value);
  }
  return carried;
}

const meta = ([name, content]: [string, string | undefined]): string =>
  content === undefined || content === ''
    ? ''
    : `<meta name="${name}" content="${escaped(content)}">\n`;

function head(asked: Asked, page: Page, siteName: string, pageCss: string): string {
  const { assets, origin, language, siteCode } = asked;
  const tags: Record<string, string | undefined> = {
    description: page.description,
    SiteName: siteName,
    SiteDomain: new URL(origin).host,
    SiteIDCode: siteCode,
    ...page.tags,
  };
  const { canonical } = page;
  const [zh, en] = (['zh-CN', 'en'] as const).map(
    (lang) => new URL(sameWith(asked, { lang: lang === 'en' ? 'en' : '', mode: '' }), origin).href,
  );
  const alternates =
    canonical === undefined
      ? ''
      : `<link rel="canonical" href="${escaped(canonical)}">
<link rel="alternate" hreflang="zh-CN" href="${escaped(zh ?? '')}">
<link rel="alternate" hreflang="en" href="${escaped(en ?? '')}">
<meta property="og:title" content="${escaped(page.title)}">
<meta property="og:type" content="article">
<meta property="og:url" content="${escaped(canonical)}">
<meta property="og:site_name" content="${escaped(siteName)}">
<meta property="og:locale" content="${language === 'en' ? 'en' : 'zh_CN'}">
`;
  const robots = canonical === undefined ? '<meta name="robots" content="noindex">\n' : '';
  const ahead = page.sheets.map(
    (name) => `<link rel="preload" as="style" href="${assets}/styles/${name}">\n`,
  );
  const script = page.read ? `<script type="module" src="${assets}/page.js"></script>\n` : '';
  const linked = page.linked.map(
    (one) => `<script type="application/ld+json">${asScript(one)}</script>\n`,
  );
  return `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title === siteName ? siteName : `${page.title} - ${siteName}`)}</title>
${Object.entries(tags).map(meta).join('')}${robots}${alternates}<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assets}/styles/${pageCss}">
${ahead.join('')}${linked.join('')}${script}`;
}

function header(asked: Asked, words: PagesTerms, siteName: string): string {
  const { language, mode, noun } = asked;
  const carried = kept(asked);
  const places = nouns.map((each) => {
    const current = each === noun ? ' aria-current="true"' : '';
    return `<li><a href="${escaped(pathOf(each, undefined, carried))}"${current}>${escaped(words.nouns[each])}</a></li>`;
  });
  const other = sameWith(asked, { lang: language === 'en' ? 'zh-CN' : 'en' });
  const size = sameWith(asked, { mode: mode === 'elder' ? '' : 'elder' });
  return `<a class="skip" href="#content">${escaped(words.skip)}</a>
<header class="site-head">
<div class="bar">
<p class="site-name"><a href="/">${escaped(siteName)}</a></p>
<ul class="choices"><li><a href="${escaped(size)}">${escaped(mode === 'elder' ? words.standard : words.elder)}</a></li><li><a href="${escaped(other)}" lang="${language === 'en' ? 'zh-CN' : 'en'}">${escaped(words.other)}</a></li></ul>
</div>
<nav aria-label="${escaped(words.places)}"><ul class="places">${places.join('')}</ul></nav>
</header>`;
}

function trailOf({ trail }: Page, words: PagesTerms): string {
  if (trail.length < 2) return '';
  const steps = trail.map(({ name, href }) =>
    href === undefined
      ? `<li aria-current="page">${escaped(name)}</li>`
      : `<li><a href="${escaped(href)}">${escaped(name)}</a></li>`,
  );
  return `<nav class="trail" aria-label="${escaped(words.breadcrumb)}"><ol>${steps.join('')}</ol></nav>`;
}

function footer({ foot }: Page, words: PagesTerms, siteName: string): string {
  const lines = foot.map((line) => `<li>${escaped(line)}</li>`);
  const told = lines.length > 0 ? `<ul>${lines.join('')}</ul>` : '';
  return `<footer class="site-foot">
${told}<p>${escaped(siteName)}<span class="links"><a href="/api/v1/feeds/all.atom">${escaped(words.feed)}</a><a href="/api/v1/openapi.json">${escaped(words.data)}</a></span></p>
</footer>`;
}

/** The whole document. */
export function documentOf(asked: Asked, page: Page, siteName: string, pageCss: string): string {
  const words = pagesTerms[asked.language];
  const read = page.read
    ? `<script type="application/json" id="oi-read">${asScript(page.read)}</script>\n`
    : '';
  return `<!doctype html>
<html lang="${asked.language === 'en' ? 'en' : 'zh-CN'}" data-oi-mode="${asked.mode}">
<head>
${head(asked, page, siteName, pageCss)}</head>
<body>
${header(asked, words, siteName)}
${trailOf(page, words)}
<main id="content" tabindex="-1">
${page.main}
</main>
${footer(page, words, siteName)}
${read}</body>
</html>
`;
}
