import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safetyHeaders } from '../http/headers.ts';
import type { Settings } from '../settings.ts';
import type { EmbedVersions } from './versions.ts';

/** What our elements need, and nothing besides. */
const elementsPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
];

const framePath = /^\/frame\/([a-z][a-z-]*)$/;

/** The pages below `/embed/`: where a department chooses, and one element in a frame. */
export class EmbedPages {
  private readonly versions: EmbedVersions;
  private readonly framePolicy: string;
  private readonly pagePolicy: string;

  constructor(versions: EmbedVersions, { frameAncestors = [] }: Settings) {
    this.versions = versions;
    // The page where a department chooses shows frames as well.
    const ancestors = frameAncestors.includes('none')
      ? "'none'"
      : ["'self'", ...frameAncestors].join(' ');
    this.framePolicy = [...elementsPolicy, `frame-ancestors ${ancestors}`].join('; ');
    this.pagePolicy = [...elementsPolicy, "frame-src 'self'", "frame-ancestors 'none'"].join('; ');
  }

  /** @returns nothing when the path is of no page */
  respond(path: string, isHead: boolean, requestId: string): Response | undefined {
    if (path === '/') return this.page('snippet-page.html', this.pagePolicy, isHead, requestId);
    const element = framePath.exec(path)?.[1];
    if (element === undefined || !this.elements().includes(element)) return undefined;
    return this.page('frame.html', this.framePolicy, isHead, requestId);
  }

  /** Elements that may stand in a frame, as the build of the current version has them. */
  private elements(): readonly string[] {
    const names = this.read('elements.json');
    return names === undefined ? [] : (JSON.parse(names) as string[]);
  }

  private read(file: string): string | undefined {
    try {
      return readFileSync(join(this.versions.root, 'pages', file), 'utf8');
    } catch {
      return undefined;
    }
  }

  private page(
    file: string,
    policy: string,
    isHead: boolean,
    requestId: string,
  ): Response | undefined {
    const text = this.read(file);
    if (text === undefined) return undefined;
    return new Response(isHead ? null : text, {
      headers: {
        ...safetyHeaders,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policy,
        // It names the files of one version by their hashes, so it goes with them.
        'Cache-Control': 'no-cache',
        'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
        'X-Request-Id': requestId,
      },
    });
  }
}
