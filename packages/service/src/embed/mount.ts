import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Folder } from '../http/files.ts';
import { publicHeaders } from '../http/headers.ts';
import { decodePath, mountRest, type App } from '../http/mount.ts';
import { ProblemError } from '../http/problem.ts';
import { respondProblem } from '../http/respond.ts';
import { traceOf } from '../http/trace.ts';
import type { Service } from '../service.ts';
import { version as ownVersion } from '../version.ts';

/** The widget files this workspace builds. */
const builtHere = fileURLToPath(new URL('../../../elements/dist/embed', import.meta.url));

/** Version of the elements the folder was built from; all packages are released together. */
function versionOf(folder: string): string {
  try {
    const file = join(dirname(dirname(folder)), 'package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
    if (manifest.name === '@open-info/elements' && manifest.version) return manifest.version;
  } catch {
    return ownVersion;
  }
  return ownVersion;
}

const oneYear = 'public, max-age=31536000, immutable';
const fiveMinutes = 'public, max-age=300, stale-while-revalidate=3600';

/**
 * Serves the built widget files, so that a department needs one origin only: below
 * `/embed/<version>/` for good, and below `/embed/` as they are today. `/embed/integrity.json`
 * gives their SRI hashes.
 */
export function mountEmbed(app: App, service: Service): void {
  const root = service.settings.embed ?? builtHere;
  const folder = new Folder(root);
  const version = versionOf(root);

  app.get('/embed/*', async (c) => {
    const trace = traceOf(c.env.incoming);
    trace.route = '/embed/*';
    const { headers, method, url } = c.req.raw;
    try {
      const path = decodePath(new URL(url).pathname).slice('/embed'.length);
      const isVersioned = path.startsWith(`/${version}/`);
      const answer = await folder.respond({
        path: isVersioned ? path.slice(version.length + 1) : path,
        isHead: method === 'HEAD',
        headers,
        answerHeaders: {
          ...publicHeaders,
          'Cache-Control': isVersioned ? oneYear : fiveMinutes,
          'X-Request-Id': trace.requestId,
        },
      });
      if (answer) return answer;
      throw new ProblemError('not-found', {
        detail: {
          zh: `没有这个组件文件。本服务提供的版本是 ${version}，文件清单见 /embed/integrity.json。`,
          en: `There is no such widget file. This service has version ${version}; /embed/integrity.json lists its files.`,
        },
      });
    } catch (error) {
      return respondProblem(error, headers, trace, service.log);
    }
  });
  mountRest(app, '/embed/*', '/embed/*', ['GET'], service);
}
