import { readingOf } from '../documents/public.ts';
import { sitemapPart, sitemapParts } from '../feeds/sitemap.ts';
import { sitemapIndexOf, sitemapOf } from '../feeds/write.ts';
import { Folder } from '../http/files.ts';
import { publicHeaders, publishedCaching } from '../http/headers.ts';
import { mountRest, type App } from '../http/mount.ts';
import { traceOf } from '../http/trace.ts';
import type { Service } from '../service.ts';
import { pagesToTell } from './addresses.ts';
import { nouns, type Noun } from './renderer.ts';

const types = { txt: 'text/plain; charset=utf-8', xml: 'application/xml; charset=utf-8' };

/** What a sitemap part is called: `catalog-2.xml`. */
const partName = /^([a-z]+)-([1-9]\d{0,5})\.xml$/;

/**
 * What search engines read first, at the root, where a sitemap may name every page: `/robots.txt`,
 * `/sitemap.xml` (a list of sitemaps) and `/sitemaps/<noun>-<n>.xml`, 50,000 pages each.
 */
export function mountRobots(app: App, service: Service): void {
  const { settings } = service;
  const site = settings.site === undefined ? undefined : new Folder(settings.site);

  const serve = (
    path: string,
    type: string,
    write: (url: URL, name: string) => Promise<string | undefined>,
  ): void => {
    app.get(path, async (c, next) => {
      const trace = traceOf(c.env.incoming);
      const url = new URL(c.req.raw.url);
      if (site?.has(url.pathname)) return next();
      const body = await write(url, c.req.param('name') ?? '');
      if (body === undefined) return next();
      trace.route = path;
      const headers = {
        ...publicHeaders,
        'Content-Type': type,
        'Cache-Control': publishedCaching,
        'X-Request-Id': trace.requestId,
      };
      return new Response(body, { headers });
    });
    mountRest(app, path, path, ['GET'], service);
  };

  serve('/robots.txt', types.txt, ({ origin }) =>
    Promise.resolve(
      `User-agent: *\nDisallow: /api/\nAllow: /api/v1/documents/\nAllow: /api/v1/interpretations/\nAllow: /api/v1/matters/\n\nSitemap: ${origin}/sitemap.xml\n`,
    ),
  );
  serve('/sitemap.xml', types.xml, async ({ origin, href }) => {
    const told = pagesToTell(settings, href);
    const listed = nouns.filter((noun) => told[noun] !== undefined);
    const counts = await Promise.all(listed.map((noun) => sitemapParts(readingOf(service), noun)));
    const parts = listed.flatMap((noun, place) =>
      Array.from({ length: counts[place] ?? 1 }, (_, index) => `${noun}-${index + 1}.xml`),
    );
    return sitemapIndexOf(parts.map((name) => `${origin}/sitemaps/${name}`));
  });
  serve('/sitemaps/:name', types.xml, async ({ href }, name) => {
    const [, noun, part] = partName.exec(name) ?? [];
    const pageOf = pagesToTell(settings, href)[noun as Noun];
    if (!pageOf || part === undefined) return undefined;
    const pages = sitemapPart(readingOf(service), noun as Noun, pageOf, Number(part));
    const written: string[] = [];
    for await (const piece of sitemapOf(pages)) written.push(piece);
    return written.join('');
  });
}
