import { listAreas } from '@open-info/sdk/areas';
import { createClient, type Client } from '@open-info/sdk/client';
import { isOpenInfoError } from '@open-info/sdk/errors';
import type { Asked, Drawn } from './asked.ts';
import { listPage } from './list-page.ts';
import { pagesTerms } from './pages.terms.ts';
import { recordPage } from './record-page.ts';
import { sheetFile, sheetFiles, type SheetFile } from './sheets.ts';
import { documentOf, escaped, type Page } from './shell.ts';
import { pageStyles } from './page.styles.ts';
import { onPage } from './world.ts';

export type { Asked, Drawn } from './asked.ts';

const pageSheet: SheetFile = sheetFile('page', pageStyles.cssText);

/** Every style sheet the pages name, for the build to write. */
export const sheets: readonly SheetFile[] = [pageSheet, ...Object.values(sheetFiles)];

/** Depends on the minute and not on the record, so it is for the reader's browser to ask. */
const isOfTheMoment = (path: string): boolean => path.startsWith('/api/v1/calendar');

/** Asks the service, and writes down what it answered, for the script of the page. */
function reader({ fetch, origin }: Asked): { client: Client; read: Record<string, unknown> } {
  const read: Record<string, unknown> = {};
  const ask = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    if (isOfTheMoment(pathname)) return new Response(null, { status: 404 });
    const answer = await fetch(request);
    if (answer.ok) read[pathname + search] = await answer.clone().json();
    return answer;
  };
  return { client: createClient({ baseUrl: origin, fetch: ask, logLevel: 'off' }), read };
}

/** The name of the district, for a service that was given none for its site. */
async function districtName(client: Client): Promise<string> {
  const { items } = await listAreas(client);
  return items[0]?.name ?? '';
}

const statuses = [400, 404, 410];

/** What is said where a page should be and is not. */
function failurePage({ language }: Asked, status: number, requestId: string | undefined): Page {
  const words = pagesTerms[language];
  const known = status === 400 || status === 404 || status === 410 ? status : 'other';
  const { title, text } = words.untilGone[known];
  const id =
    requestId === undefined ? '' : `<p class="soft">${escaped(words.requestId(requestId))}</p>`;
  const links = Object.entries(words.nouns).map(
    ([noun, name]) => `<li><a href="/${noun}">${escaped(name)}</a></li>`,
  );
  return {
    title,
    description: text,
    canonical: undefined,
    tags: {},
    linked: [],
    sheets: [],
    trail: [],
    main: `<h1>${escaped(title)}</h1><p class="lead">${escaped(text)}</p><ul class="further">${links.join('')}</ul>${id}`,
    foot: [],
  };
}

/** Draws a page. What the service does not tell of becomes a page that says so. */
export async function renderPage(asked: Asked): Promise<Drawn> {
  const { origin, noun, id, language, mode } = asked;
  const { client, read } = reader(asked);
  const address = new URL(
    id === undefined ? `/${noun}` : `/${noun}/${encodeURIComponent(id)}`,
    origin,
  );
  const site =
    asked.siteName ??
    pagesTerms[language].site(
      await districtName(createClient({ baseUrl: origin, fetch: asked.fetch })),
    );
  try {
    const page = await onPage(
      { address: address.href, lang: language === 'en' ? 'en' : 'zh-CN', mode },
      () => (id === undefined ? listPage(asked, client) : recordPage(asked, id, client, read)),
    );
    return { status: 200, html: documentOf(asked, page, site, pageSheet.name) };
  } catch (error) {
    if (!isOpenInfoError(error)) throw error;
    const status = statuses.find((each) => each === error.status) ?? 503;
    const page = failurePage(asked, status, error.requestId);
    return { status, html: documentOf(asked, page, site, pageSheet.name) };
  }
}
