import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  getCiphers,
  getHashes,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { StopError } from '../stop.ts';

/**
 * Seals personal data at rest (《个人信息保护法》第五十一条 asks for encryption). What was sealed for
 * one place opens in no other.
 */
export interface Cipher {
  readonly id: string;
  /** @param context where the sealed bytes stand, such as `requests/applicant/<id>` */
  seal(plain: Uint8Array, context: string): Uint8Array;
  /** @throws UnsealError when the bytes are damaged, of another place, or of a key that is not here */
  open(sealed: Uint8Array, context: string): Uint8Array;
}

/** Sealed bytes that do not open. */
export class UnsealError extends Error {
  constructor(reason: string, cause?: unknown) {
    super(`sealed data does not open: ${reason}`, { cause });
    this.name = 'UnsealError';
  }
}

/** The ciphers of the setting `--cipher`. */
export const cipherIds = ['aes-256-gcm', 'sm4-gcm'] as const;
export type CipherId = (typeof cipherIds)[number];

/** A key for the data, 32 bytes; each cipher derives its own from it. */
export interface DataKey {
  /** Four bytes that tell which key sealed something; they say nothing about the key. */
  readonly id: Buffer;
  readonly secret: Buffer;
}

/** A key for one purpose, derived from a data key. */
export function derive({ secret }: Pick<DataKey, 'secret'>, purpose: string, size: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `open-info/${purpose}`, size));
}

export function toDataKey(secret: Buffer): DataKey {
  return { id: derive({ secret }, 'key-id', 4), secret };
}

/** How bytes are sealed with one key: the nonce and tag lie within what it returns. */
interface Suite {
  /** The first byte of what it seals. */
  readonly version: number;
  readonly available: () => boolean;
  readonly seal: (key: DataKey, plain: Uint8Array, associated: Uint8Array) => Buffer;
  readonly open: (key: DataKey, body: Buffer, associated: Uint8Array) => Buffer;
}

const gcmNonce = 12;
const gcmTag = 16;

const aes: Suite = {
  version: 1,
  available: () => true,
  seal(key, plain, associated) {
    const nonce = randomBytes(gcmNonce);
    const cipher = createCipheriv('aes-256-gcm', derive(key, 'aes-256-gcm', 32), nonce);
    cipher.setAAD(associated);
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  open(key, body, associated) {
    const nonce = body.subarray(0, gcmNonce);
    const secret = derive(key, 'aes-256-gcm', 32);
    // A shorter tag would be easier to forge.
    const decipher = createDecipheriv('aes-256-gcm', secret, nonce, { authTagLength: gcmTag });
    decipher.setAAD(associated);
    decipher.setAuthTag(body.subarray(-gcmTag));
    return Buffer.concat([decipher.update(body.subarray(gcmNonce, -gcmTag)), decipher.final()]);
  },
};

const ctrNonce = 16;
const hmacSize = 32;

/**
 * SM4 (GM/T 0002) in counter mode, authenticated by HMAC-SM3 (GM/T 0004) over associated data,
 * nonce and cipher text: Node reaches OpenSSL's SM4-CTR, not its SM4-GCM, and both give the same
 * promise.
 */
const sm4: Suite = {
  version: 2,
  available: () => getCiphers().includes('sm4-ctr') && getHashes().includes('sm3'),
  seal(key, plain, associated) {
    const nonce = randomBytes(ctrNonce);
    const cipher = createCipheriv('sm4-ctr', derive(key, 'sm4-ctr', 16), nonce);
    const body = Buffer.concat([nonce, cipher.update(plain), cipher.final()]);
    return Buffer.concat([body, sm3Tag(key, body, associated)]);
  },
  open(key, body, associated) {
    const told = body.subarray(0, -hmacSize);
    const tag = sm3Tag(key, told, associated);
    if (!timingSafeEqual(tag, body.subarray(-hmacSize))) throw new Error('wrong tag');
    const nonce = told.subarray(0, ctrNonce);
    const decipher = createDecipheriv('sm4-ctr', derive(key, 'sm4-ctr', 16), nonce);
    return Buffer.concat([decipher.update(told.subarray(ctrNonce)), decipher.final()]);
  },
};

function sm3Tag(key: DataKey, body: Buffer, associated: Uint8Array): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(associated.length);
  const hmac = createHmac('sm3', derive(key, 'hmac-sm3', 32));
  return hmac.update(size).update(associated).update(body).digest();
}

const suites: Readonly<Record<CipherId, Suite>> = { 'aes-256-gcm': aes, 'sm4-gcm': sm4 };
const headSize = 5;

/**
 * @param keys the first seals, all open; what another cipher sealed still opens
 * @throws StopError when this Node does not offer the cipher
 */
export function createCipher(id: CipherId, keys: readonly [DataKey, ...DataKey[]]): Cipher {
  const suite = suites[id];
  if (!suite.available()) throw notOffered(id);
  const [newest] = keys;
  return {
    id,
    seal(plain, context) {
      const head = Buffer.concat([Buffer.of(suite.version), newest.id]);
      return Buffer.concat([head, suite.seal(newest, plain, associatedWith(head, context))]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
      const head = bytes.subarray(0, headSize);
      const own = Object.values(suites).find(({ version }) => version === head[0]);
      if (!own?.available()) throw new UnsealError('unknown cipher');
      const key = keys.find((known) => known.id.equals(head.subarray(1)));
      if (!key) throw new UnsealError('the key is not among those given');
      try {
        return own.open(key, bytes.subarray(headSize), associatedWith(head, context));
      } catch (error) {
        throw new UnsealError('damaged, or of another place', error);
      }
    },
  };
}

function associatedWith(head: Buffer, context: string): Buffer {
  return Buffer.concat([head, Buffer.from(context)]);
}

function notOffered(id: CipherId): StopError {
  return new StopError({
    zh: `这个 Node 的 OpenSSL 没有 ${id} 所需的算法；请换用带 SM4、SM3 的 Node，或设置 --cipher aes-256-gcm。`,
    en: `The OpenSSL of this Node lacks what ${id} needs; use a Node with SM4 and SM3, or set --cipher aes-256-gcm.`,
  });
}
