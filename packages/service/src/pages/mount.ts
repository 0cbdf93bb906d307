import { getDocument } from '../documents/get.ts';
import { readingOf } from '../documents/public.ts';
import { EmbedVersions } from '../embed/versions.ts';
import { articleOf } from '../feeds/article.ts';
import { markup } from '../feeds/markup.ts';
import { Answers, bodyOf, fitEncoding, makeAnswer, type Answer } from '../http/answers.ts';
import { encodingFor } from '../http/encoding.ts';
import { Folder } from '../http/files.ts';
import { publishedCaching, safetyHeaders } from '../http/headers.ts';
import { decodePath, etagOf, holds, mountRest, stateReader, type App } from '../http/mount.ts';
import { ProblemError } from '../http/problem.ts';
import { traceOf } from '../http/trace.ts';
import { languageOf, type Language, type Words } from '../http/words.ts';
import type { Service } from '../service.ts';
import { pageAddresses } from './addresses.ts';
import {
  loadRenderer,
  nouns,
  type Noun,
  type PageAsked,
  type PageDrawn,
  type PageRenderer,
} from './renderer.ts';

/** What a page may be asked for; anything else in an address is not looked at. */
const known = [
  ...['q', 'cursor', 'page', 'interpretation', 'lang', 'mode'],
  ...['field', 'organ', 'topic', 'validity', 'theme'],
];

/** What a page needs, and nothing besides: it is read whole without its script. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

/** A kept answer and its status: a page that is not there is kept as one that is. */
interface ReadyPage extends Answer {
  status: number;
}

type Question = Pick<PageAsked, 'noun' | 'id' | 'query' | 'language' | 'mode' | 'origin'>;

function questionOf(noun: Noun, url: URL, acceptLanguage: string | null): Question {
  const written = url.pathname.slice(noun.length + 2);
  const query = new URLSearchParams(
    [...url.searchParams].filter(([name, value]) => known.includes(name) && value !== ''),
  );
  const asked = query.get('lang');
  const language: Language = asked === null ? languageOf(acceptLanguage) : languageOf(asked);
  return {
    noun,
    id: written === '' ? undefined : decodePath(written),
    query,
    language,
    mode: query.get('mode') === 'elder' ? 'elder' : 'standard',
    origin: url.origin,
  };
}

const unbuilt: Words = {
  zh: '本服务没有构建页面。请运行 npm run build，或用 --pages 指定页面渲染文件。',
  en: 'The pages of this service have not been built. Run npm run build, or name the file that draws them by --pages.',
};

const failed: Words = {
  zh: '这个页面暂时无法显示，请稍后再试。',
  en: 'This page cannot be shown for the moment; try again shortly.',
};

const fallback = (language: Language, words: Words, requestId: string): string =>
  markup`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words[language]}</title></head>
<body><p>${words[language]}</p><p>${requestId}</p></body></html>
`.text;

/**
 * Serves `/catalog`, `/policies` and `/matters`, and a page for each record below them: what every plain
 * link leads to, read whole without a script. Pages of the site (`--site`) go before them.
 */
export function mountPages(app: App, service: Service): void {
  const { settings } = service;
  const site = settings.site === undefined ? undefined : new Folder(settings.site);
  const answers = new Answers();
  const state = stateReader(service);
  const assets = `/embed/${new EmbedVersions(settings).current.version}`;
  let renderer: Promise<PageRenderer | undefined> | undefined;

  const load = (): Promise<PageRenderer | undefined> =>
    (renderer ??= loadRenderer(settings).then((found) => {
      if (!found) service.log.error('pages', { missing: unbuilt.en });
      return found;
    }));

  const draw = async (question: Question): Promise<PageDrawn | undefined> => {
    const drawing = await load();
    return drawing?.renderPage({
      ...question,
      assets,
      addresses: pageAddresses(settings),
      siteName: settings.siteName,
      siteCode: settings.siteCode,
      fetch: async (request) => app.fetch(request, {}),
    });
  };

  /** The plain form there is without what draws the pages. */
  const drawPlainly = async ({ noun, id, language }: Question): Promise<PageDrawn> => {
    if (noun !== 'policies' || id === undefined) {
      return { status: 503, html: fallback(language, unbuilt, '') };
    }
    const document = await getDocument(readingOf(service), id);
    const own = `/api/v1/documents/${encodeURIComponent(document.id)}`;
    const html = articleOf(document, {
      file: (file) => `${own}/files/${encodeURIComponent(file)}`,
    });
    return { status: 200, html };
  };

  const answer = async (question: Question): Promise<ReadyPage> => {
    const { noun, id = '', language, mode, origin, query } = question;
    query.sort();
    const key = JSON.stringify([origin, noun, id, language, mode, query.toString()]);
    const now = state();
    return (await answers.get(now, key, async () => {
      const { status, html } = (await draw(question)) ?? (await drawPlainly(question));
      return Object.assign(makeAnswer(etagOf(now, key), html), { status });
    })) as ReadyPage;
  };

  for (const noun of nouns) {
    const template = `/${noun}/{id}`;
    for (const path of [`/${noun}`, `/${noun}/*`]) {
      app.get(path, async (c, next) => {
        const trace = traceOf(c.env.incoming);
        const { headers, url } = c.req.raw;
        const address = new URL(url);
        const isOfSite = site?.has(address.pathname) ?? false;
        if (isOfSite || site?.isFolder(address.pathname) || address.pathname.endsWith('/')) {
          return next();
        }
        trace.route = template;
        const base = {
          ...safetyHeaders,
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': policy,
          'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
          Vary: 'Accept-Language, Accept-Encoding',
          'X-Request-Id': trace.requestId,
        };
        const language = languageOf(headers.get('accept-language'));
        try {
          const question = questionOf(noun, address, headers.get('accept-language'));
          const page = await answer(question);
          const good = {
            ...base,
            'Cache-Control': page.status === 200 ? publishedCaching : 'no-cache',
            'Content-Language': question.language === 'zh' ? 'zh-CN' : 'en',
            ETag: page.etag,
          };
          if (holds(headers.get('if-none-match'), page.etag)) {
            return new Response(null, { status: 304, headers: good });
          }
          const encoding = fitEncoding(page, encodingFor(headers.get('accept-encoding')));
          const body = await bodyOf(page, encoding);
          return new Response(body as Uint8Array<ArrayBuffer>, {
            status: page.status,
            headers: {
              ...good,
              'Content-Length': String(body.length),
              ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
            },
          });
        } catch (error) {
          const status = error instanceof ProblemError ? error.status : 500;
          if (status >= 500) {
            const cause = error instanceof Error ? error.stack : String(error);
            service.log.error('failure', { requestId: trace.requestId, route: template, cause });
          }
          return new Response(fallback(language, failed, trace.requestId), {
            status,
            headers: { ...base, 'Cache-Control': 'no-store' },
          });
        }
      });
    }
    mountRest(app, `/${noun}`, template, ['GET'], service);
    mountRest(app, `/${noun}/*`, template, ['GET'], service);
  }
}
