import type { Service } from '../service.ts';
import { Folder } from './files.ts';
import { safetyHeaders } from './headers.ts';
import { decodePath, type App } from './mount.ts';
import { ProblemError } from './problem.ts';
import { respondProblem } from './respond.ts';
import { traceOf } from './trace.ts';

/**
 * The strictest policy a page can have; what this project embeds works under it, so the pages
 * served here prove it at every visit.
 */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

/** Serves the static pages at `/`, and answers 404 for whatever nothing else has answered. */
export function mountSite(app: App, service: Service): void {
  const { site } = service.settings;
  const folder = site === undefined ? undefined : new Folder(site);

  app.notFound(async (c) => {
    const trace = traceOf(c.env.incoming);
    const { headers, method, url } = c.req.raw;
    try {
      const { pathname, search } = new URL(url);
      const path = decodePath(pathname);
      const isRead = method === 'GET' || method === 'HEAD';
      if (folder && isRead && !path.startsWith('/api/')) {
        trace.route = 'site';
        // Relative links of an index page need the slash. A path that begins with two slashes
        // would lead to another host.
        if (!path.startsWith('//') && folder.isFolder(path)) {
          const location = `${pathname}/${search}`;
          return new Response(null, {
            status: 308,
            headers: { Location: location, 'X-Request-Id': trace.requestId },
          });
        }
        const answer = await folder.respond({
          path,
          isHead: method === 'HEAD',
          headers,
          answerHeaders: {
            ...safetyHeaders,
            'Content-Security-Policy': policy,
            'Cache-Control': 'no-cache',
            'X-Request-Id': trace.requestId,
          },
        });
        if (answer) return answer;
      }
      throw new ProblemError('not-found', {
        detail: {
          zh: '这个地址下没有内容。接口说明见 /api/v1/openapi.json。',
          en: 'There is nothing at this address. The API is described at /api/v1/openapi.json.',
        },
      });
    } catch (error) {
      return respondProblem(error, headers, trace, service.log);
    }
  });
}
