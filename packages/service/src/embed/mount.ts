import { publicHeaders } from '../http/headers.ts';
import { decodePath, mountRest, type App } from '../http/mount.ts';
import { ProblemError } from '../http/problem.ts';
import { respondProblem } from '../http/respond.ts';
import { traceOf } from '../http/trace.ts';
import type { Service } from '../service.ts';
import { EmbedPages } from './pages.ts';
import { EmbedVersions, type EmbedVersion } from './versions.ts';

const oneYear = 'public, max-age=31536000, immutable';
const fiveMinutes = 'public, max-age=300, stale-while-revalidate=3600';

/** What a page loads by name; everything else is a part that belongs to one version. */
const modules = ['all.js', 'loader.js'];

/** What a channel may answer with the very file of a version. */
const alike = ['frame-host.js', 'integrity.json', 'importmap.json', 'loader.classic.js'];

/** Of these nothing else is named, so they may stand in for one another. */
const isAlike = (file: string): boolean =>
  alike.includes(file) || /^themes\/[a-z]+\.css$/.test(file);

/** An address below `/embed/`. */
interface Place {
  /** `0.1.0` for good, `0` for its channel, empty for whatever is current. */
  at: string;
  file: string;
}

function placeOf(path: string): Place {
  const [, at = '', rest = ''] = /^\/(\d[^/]*)\/(.*)$/.exec(path) ?? [];
  return at === '' ? { at, file: path.slice(1) } : { at, file: rest };
}

function noSuchFile(versions: EmbedVersions): ProblemError {
  const list = versions.list();
  return new ProblemError('not-found', {
    detail: {
      zh: `没有这个组件文件。本服务提供的版本是 ${list.join('、')}，当前版本的文件清单见 /embed/integrity.json。`,
      en: `There is no such widget file. This service has version ${list.join(', ')}; /embed/integrity.json lists the files of the current one.`,
    },
  });
}

/**
 * What a channel answers for a module: another module, of one version for good. So whatever it
 * imports is of the same version and may be kept for good, and there is no redirect, which a
 * policy of the host page would have to allow as well.
 */
function channelModule({ version }: EmbedVersion, { at, file }: Place): string {
  return `export * from '${at === '' ? './' : '../'}${version}/${file}';\n`;
}

/**
 * Serves the built widget files, so that a department needs one origin only: below
 * `/embed/<version>/` for good, below `/embed/<major>/` the newest of that major version, and
 * below `/embed/` the current one. `/embed/` itself is the page where a department chooses, and
 * `/embed/frame/<element>` shows one element for pages that allow no script.
 */
export function mountEmbed(app: App, service: Service): void {
  const versions = new EmbedVersions(service.settings);
  const pages = new EmbedPages(versions, service.settings);

  app.get('/embed', (c) => {
    traceOf(c.env.incoming).route = '/embed';
    return new Response(null, { status: 308, headers: { ...publicHeaders, Location: '/embed/' } });
  });
  app.get('/embed/*', async (c) => {
    const trace = traceOf(c.env.incoming);
    trace.route = '/embed/*';
    const { headers, method, url } = c.req.raw;
    const ask = (found: EmbedVersion, file: string, caching: string) =>
      found.folder.respond({
        path: `/${file}`,
        isHead: method === 'HEAD',
        headers,
        answerHeaders: {
          ...publicHeaders,
          'Cache-Control': caching,
          'X-Request-Id': trace.requestId,
        },
      });
    const answer = async (path: string): Promise<Response | undefined> => {
      const page = pages.respond(path, method === 'HEAD', trace.requestId);
      if (page) return page;
      const place = placeOf(path);
      const { at, file } = place;
      // Pages are shown at their own addresses, under their own policy.
      if (file.endsWith('.html') || file.endsWith('/')) return undefined;
      if (at.includes('.')) {
        const found = versions.find(at);
        return found && ask(found, file, oneYear);
      }
      const found = at === '' ? versions.current : versions.newest(at);
      if (!found) return undefined;
      // Beside the current files there is no folder of its version the classic loader could name.
      if (at === '' && file === 'loader.classic.js') return undefined;
      if (isAlike(file)) return ask(found, file, fiveMinutes);
      if (!modules.includes(file) || !found.folder.has(`/${file}`)) return undefined;
      return new Response(method === 'HEAD' ? null : channelModule(found, place), {
        headers: {
          ...publicHeaders,
          'Content-Type': 'text/javascript; charset=utf-8',
          'Cache-Control': fiveMinutes,
          'X-Request-Id': trace.requestId,
        },
      });
    };
    try {
      const found = await answer(decodePath(new URL(url).pathname).slice('/embed'.length));
      if (found) return found;
      throw noSuchFile(versions);
    } catch (error) {
      return respondProblem(error, headers, trace, service.log);
    }
  });
  mountRest(app, '/embed/*', '/embed/*', ['GET'], service);
}
