import { SignJWT } from 'jose';
import type { AccessKey } from './key.ts';
import type { Officer } from './officer.ts';

/** Issuer and audience of the tokens this service signs itself. */
export const ownIssuer = 'open-info';

/**
 * A token signed with the service's own key.
 *
 * @param hours how long it holds
 */
export function signToken(
  { algorithm, privateKey }: AccessKey,
  { id, organId, role }: Officer,
  hours: number,
  now: Date,
): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1_000);
  return new SignJWT({ organ: organId, role })
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .setIssuer(ownIssuer)
    .setAudience(ownIssuer)
    .setSubject(id)
    .setIssuedAt(seconds)
    .setNotBefore(seconds)
    .setExpirationTime(seconds + Math.round(hours * 3_600))
    .sign(privateKey);
}
