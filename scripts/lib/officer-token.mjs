import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';

/**
 * A key for a service that a test starts (`OPEN_INFO_ACCESS_KEY`), and officers' tokens signed with it.
 * @returns {{ accessKey: string, tokenFor: (organ: string, role?: string) => Promise<string> }}
 */
export function officerTokens() {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    accessKey: JSON.stringify(privateKey.export({ format: 'jwk' })),
    tokenFor: (organ, role = 'officer') =>
      new SignJWT({ organ, role })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
        .setIssuer('open-info')
        .setAudience('open-info')
        .setSubject(`${role}@${organ}`)
        .setIssuedAt()
        .setExpirationTime('2h')
        .sign(privateKey),
  };
}
