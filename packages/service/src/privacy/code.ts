import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** 2 MB and about 3 ms: codes have 50 bits of their own, and are peppered besides. */
const cost = { N: 2048, r: 8, p: 1 };
const size = 32;
const saltSize = 16;

function stretch(pepper: Buffer, code: string, salt: Buffer): Promise<Buffer> {
  const peppered = createHmac('sha256', pepper).update(code).digest();
  return new Promise((resolve, reject) => {
    scrypt(peppered, salt, size, cost, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** The code as it is kept: `1.<salt>.<hash>`; the same code never gives the same text twice. */
export async function hashCode(pepper: Buffer, code: string): Promise<string> {
  const salt = randomBytes(saltSize);
  const hash = await stretch(pepper, code, salt);
  return `1.${salt.toString('base64url')}.${hash.toString('base64url')}`;
}

/** Compares in constant time. */
export async function verifyCode(pepper: Buffer, code: string, kept: string): Promise<boolean> {
  const [, salt = '', hash = ''] = kept.split('.');
  const expected = Buffer.from(hash, 'base64url');
  const given = await stretch(pepper, code, Buffer.from(salt, 'base64url'));
  return expected.length === size && timingSafeEqual(given, expected);
}
