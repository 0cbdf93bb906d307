import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

const timeoutMs = 5_000;
/** After a failure nobody waits for the issuer again for so long. */
const pauseMs = 5_000;

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, {
    headers: { Accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (found.issuer !== issuer) throw new Error(`${address} speaks for another issuer`);
  const keys = typeof found.jwks_uri === 'string' ? URL.parse(found.jwks_uri) : null;
  if (!keys) throw new Error(`${address} names no jwks_uri`);
  return createRemoteJWKSet(keys, { timeoutDuration: timeoutMs });
}

/**
 * The keys of an OpenID Connect issuer, found at its discovery document when first needed, kept,
 * and fetched anew when a token names one that is not among them.
 */
export function openIssuer(issuer: string): JWTVerifyGetKey {
  let finding: Promise<JWTVerifyGetKey> | undefined;
  const find = (): Promise<JWTVerifyGetKey> => {
    if (finding) return finding;
    const now = discover(issuer);
    finding = now;
    now.catch(() => {
      setTimeout(() => (finding = undefined), pauseMs).unref();
    });
    return now;
  };
  return async (header, token) => (await find())(header, token);
}
