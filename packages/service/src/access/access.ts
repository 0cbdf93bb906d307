import { createPublicKey } from 'node:crypto';
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { ProblemError } from '../http/problem.ts';
import type { Settings } from '../settings.ts';
import type { AccessKey } from './key.ts';
import { openIssuer } from './issuer.ts';
import { roles, type Officer, type Role } from './officer.ts';
import { ownIssuer, signToken } from './token.ts';

/** Who may come in as an officer. */
export interface Access {
  /**
   * The officer a bearer token speaks for.
   *
   * @param authorization the header as it came
   * @throws ProblemError `unauthenticated` when it is missing or does not hold, `forbidden` when it
   * holds but names no organ or role of this service, `unavailable` when the issuer is out of reach
   */
  officer(authorization: string | null): Promise<Officer>;
  /**
   * A token of this service's own key, for the embedded default.
   *
   * @param hours how long it holds
   */
  token(officer: Officer, hours: number): Promise<string>;
}

/** What an access is made from. */
export interface AccessParts {
  /** Whether this service has such an organ. */
  isOrgan: (id: string) => Promise<boolean>;
  settings: Settings;
  key: AccessKey;
  now: () => Date;
}

const tolerance = 30;
const mostLength = 8_192;

/** What tokens have to be. */
interface Verifier {
  keys: JWTVerifyGetKey;
  algorithms: string[];
  issuer: string;
  audience: string;
  organClaim: string;
  roleClaim: string;
}

function ownVerifier({ privateKey, algorithm }: AccessKey): Verifier {
  const publicKey = createPublicKey(privateKey);
  return {
    keys: () => publicKey,
    algorithms: [algorithm],
    issuer: ownIssuer,
    audience: ownIssuer,
    organClaim: 'organ',
    roleClaim: 'role',
  };
}

function issuerVerifier(settings: Settings, issuer: string): Verifier {
  return {
    keys: openIssuer(issuer),
    // Signatures only: with HMAC whoever may check could also sign.
    algorithms: ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'],
    issuer,
    audience: settings.oidcAudience ?? '',
    organClaim: settings.oidcOrganClaim ?? 'organ',
    roleClaim: settings.oidcRoleClaim ?? 'role',
  };
}

function unauthenticated(zh: string, en: string, error?: string): ProblemError {
  const reason = error === undefined ? '' : `, error="${error}"`;
  return new ProblemError('unauthenticated', {
    detail: { zh, en },
    headers: { 'WWW-Authenticate': `Bearer realm="open-info"${reason}` },
  });
}

function forbidden(zh: string, en: string): ProblemError {
  return new ProblemError('forbidden', {
    detail: { zh, en },
    headers: { 'WWW-Authenticate': 'Bearer realm="open-info", error="insufficient_scope"' },
  });
}

function bearerOf(authorization: string | null): string {
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];
  if (token !== undefined && token.length <= mostLength) return token;
  throw unauthenticated(
    '请带上工作人员令牌：Authorization: Bearer …。',
    "Send an officer's token: Authorization: Bearer ….",
    authorization === null ? undefined : 'invalid_request',
  );
}

function refused(error: unknown): Error {
  if (error instanceof errors.JWTExpired) {
    return unauthenticated(
      '登录已过期，请重新登录。',
      'The token has expired; sign in again.',
      'invalid_token',
    );
  }
  if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) {
    return unauthenticated(
      '令牌无效，请重新登录。',
      'The token does not hold; sign in again.',
      'invalid_token',
    );
  }
  return new ProblemError('unavailable', {
    detail: {
      zh: '登录服务暂时没有应答，请稍后重试。',
      en: 'The sign-in service does not answer for the moment; try again shortly.',
    },
    headers: { 'Retry-After': '10' },
    cause: error,
  });
}

/** A claim by its name, or by a path of names: `realm_access.roles`. */
function claim(payload: JWTPayload, path: string): unknown {
  if (Object.hasOwn(payload, path)) return payload[path];
  let value: unknown = payload;
  for (const name of path.split('.')) {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    value = isObject ? (value as Record<string, unknown>)[name] : undefined;
  }
  return value;
}

/** Of several roles the one that may do what an office does. */
function roleOf(value: unknown): Role | undefined {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  return roles.find((role) => given.includes(role));
}

/** Checks tokens: those of the configured issuer, else those signed with the service's own key. */
export function openAccess({ isOrgan, settings, key, now }: AccessParts): Access {
  const { oidcIssuer } = settings;
  const verifier =
    oidcIssuer === undefined ? ownVerifier(key) : issuerVerifier(settings, oidcIssuer);
  const { keys, algorithms, issuer, audience } = verifier;

  const payloadOf = async (token: string): Promise<JWTPayload> => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms,
        issuer,
        audience,
        clockTolerance: tolerance,
        requiredClaims: ['exp', 'sub'],
        currentDate: now(),
      });
      return payload;
    } catch (error) {
      throw refused(error);
    }
  };

  return {
    async officer(authorization) {
      const payload = await payloadOf(bearerOf(authorization));
      const { sub: id = '' } = payload;
      const role = roleOf(claim(payload, verifier.roleClaim));
      if (!role) {
        throw forbidden(
          `令牌没有本系统的角色（${verifier.roleClaim}：${roles.join('、')}）。`,
          `The token has no role of this service (${verifier.roleClaim}: ${roles.join(', ')}).`,
        );
      }
      const organId = claim(payload, verifier.organClaim);
      if (typeof organId === 'string' && (await isOrgan(organId))) return { id, organId, role };
      throw forbidden(
        `令牌没有本系统的机关（${verifier.organClaim}）。机关见 /api/v1/organs。`,
        `The token names no organ of this service (${verifier.organClaim}). See /api/v1/organs.`,
      );
    },
    token: (officer, hours) => signToken(key, officer, hours, now()),
  };
}
