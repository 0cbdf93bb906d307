/** On everything: a body is only what its type says, and cannot be sniffed into something else. */
export const safetyHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
} as const;

/**
 * Public reads are open to every origin, without credentials. They need no preflight: a caller
 * sends no header of its own.
 */
export const publicHeaders = {
  ...safetyHeaders,
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'ETag, X-Request-Id, Date, Retry-After, Content-Disposition, RateLimit, RateLimit-Policy',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Timing-Allow-Origin': '*',
} as const;

/** What a preflight allows besides; for a caller that sends headers of its own. */
export const preflightHeaders = {
  'Access-Control-Allow-Headers':
    'Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-None-Match, X-Request-Id',
  'Access-Control-Max-Age': '7200',
} as const;

/**
 * Published data may be a minute old in front of a reader. For five minutes more a cache may
 * show what it has while it asks again, so a busy page never waits for the service.
 */
export const publishedCaching = 'public, max-age=60, stale-while-revalidate=300';

/** An answer differs by what its base says, and by one thing more. */
export const varyOf = (base: Record<string, string>, name: string): string =>
  base.Vary === undefined ? name : `${base.Vary}, ${name}`;
