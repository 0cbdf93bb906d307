import type { AnyEndpoint } from '@open-info/contract/endpoint';
import type { Settings } from '../settings.ts';
import { publicHeaders, safetyHeaders } from './headers.ts';
import { ProblemError } from './problem.ts';

/** Whether an endpoint is kept to the configured origins: every write, and all for officers. */
export const isGuarded = ({ method, access }: AnyEndpoint): boolean =>
  method !== 'GET' || access === 'officer';

function isLocal(origin: string): boolean {
  const hostname = URL.parse(origin)?.hostname ?? '';
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** The pages of this service itself, whatever terminates TLS in front of it. */
function isOwn(origin: string, headers: Headers): boolean {
  const host = headers.get('host');
  return host !== null && URL.parse(origin)?.host === host.toLowerCase();
}

/** Which pages may write, and what their browsers are told. */
export class Origins {
  private readonly isOpen: boolean;
  private readonly named: ReadonlySet<string>;
  private readonly isEmbedded: boolean;

  constructor({ writeOrigins = [], databaseUrl }: Settings) {
    this.isOpen = writeOrigins.includes('*');
    this.named = new Set(writeOrigins);
    // Somebody who tries things out, with pages on another port of the same machine.
    this.isEmbedded = databaseUrl === undefined && writeOrigins.length === 0;
  }

  /** True without an origin: that is a server or a native client, which no page speaks through. */
  allows(headers: Headers): boolean {
    const origin = headers.get('origin');
    if (origin === null || this.isOpen || this.named.has(origin)) return true;
    return isOwn(origin, headers) || (this.isEmbedded && isLocal(origin));
  }

  /** @throws ProblemError `forbidden` when a page of another origin asks */
  check(headers: Headers): void {
    if (this.allows(headers)) return;
    throw new ProblemError('forbidden', {
      detail: {
        zh: '这个网页的来源（Origin）不能提交。网站管理员可用设置 --write-origins 或 OPEN_INFO_WRITE_ORIGINS 允许它。',
        en: 'Pages of this origin may not write. Those who run the service can allow it with --write-origins or OPEN_INFO_WRITE_ORIGINS.',
      },
    });
  }

  /** Headers of an answer that only allowed origins may read; never with credentials. */
  headersFor(headers: Headers): Record<string, string> {
    const origin = headers.get('origin');
    return {
      ...safetyHeaders,
      'Cross-Origin-Resource-Policy': 'same-origin',
      Vary: 'Origin',
      ...(origin !== null &&
        this.allows(headers) && {
          'Access-Control-Allow-Origin': this.isOpen ? '*' : origin,
          'Access-Control-Expose-Headers': publicHeaders['Access-Control-Expose-Headers'],
        }),
    };
  }
}
