import { createHmac, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Settings } from '../settings.ts';
import { StopError } from '../stop.ts';
import { createCipher, UnsealError, type Cipher } from './cipher.ts';
import { hashCode, verifyCode } from './code.ts';
import { requireDigest, type DigestId } from './digest.ts';
import { findDataKeys, type DataKeys } from './keys.ts';

/** What keeps personal data from those who hold only the database. */
export interface Privacy extends Cipher {
  /** The digest of the setting `--digest`, for chains and fingerprints. */
  readonly digest: DigestId;
  /** Where the key is kept; undefined when it lives as long as the process. */
  readonly keyOrigin: string | undefined;
  /** The keys as text, the newest first, for a backup that is to hold them. */
  exportKeys(): string;
  /** Seals a value as JSON. */
  sealJson(value: unknown, context: string): Buffer;
  /** @throws UnsealError as `open` */
  openJson<T>(sealed: Uint8Array, context: string): T;
  /**
   * A keyed hash to find equal values by (limits of an applicant, fees of a month) without keeping
   * them: the same for the same context and value, also after the keys were changed.
   */
  blind(context: string, value: string): string;
  /** A 查询码 as it is kept. */
  hashCode(code: string): Promise<string>;
  /** Whether a 查询码 is the kept one, in constant time. */
  verifyCode(code: string, kept: string): Promise<boolean>;
  /** Reads the secrets of the database anew; called after it was restored. */
  refresh(): Promise<void>;
}

/** Where the pepper stands, as the context of its seal. */
const pepperContext = 'privacy/pepper';
const pepperSize = 32;

type PrivacySettings = Pick<
  Settings,
  'data' | 'databaseUrl' | 'dataKey' | 'dataKeys' | 'cipher' | 'digest'
>;

/**
 * Finds the keys and proves that they fit the data: the database holds a sealed secret (the
 * pepper of all keyed hashes), made at the first start and sealed anew when the newest key or the
 * cipher has changed.
 *
 * @throws StopError when a key is missing or wrong, or does not fit the data
 */
export async function openPrivacy(db: Kysely<Tables>, settings: PrivacySettings): Promise<Privacy> {
  const found = findDataKeys(settings);
  const cipher = createCipher(settings.cipher ?? 'aes-256-gcm', found.keys);
  let pepper = await takePepper(db, cipher, found);
  return {
    id: cipher.id,
    digest: requireDigest(settings.digest ?? 'sha256'),
    keyOrigin: found.origin,
    exportKeys: () => found.keys.map(({ secret }) => secret.toString('base64')).join('\n'),
    seal: (plain, context) => cipher.seal(plain, context),
    open: (sealed, context) => cipher.open(sealed, context),
    sealJson: (value, context) =>
      Buffer.from(cipher.seal(Buffer.from(JSON.stringify(value)), context)),
    openJson: <T>(sealed: Uint8Array, context: string) =>
      JSON.parse(Buffer.from(cipher.open(sealed, context)).toString('utf8')) as T,
    blind: (context, value) =>
      createHmac('sha256', pepper).update(`${context}\0${value}`).digest('base64url'),
    hashCode: (code) => hashCode(pepper, code),
    verifyCode: (code, kept) => verifyCode(pepper, code, kept),
    refresh: async () => {
      pepper = await takePepper(db, cipher, found);
    },
  };
}

async function takePepper(db: Kysely<Tables>, cipher: Cipher, found: DataKeys): Promise<Buffer> {
  const sealed = Buffer.from(cipher.seal(randomBytes(pepperSize), pepperContext));
  // Of several processes that start at once one makes it.
  await db
    .insertInto('privacy')
    .values({ id: 1, pepper: sealed })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db.selectFrom('privacy').select('pepper').executeTakeFirstOrThrow();
  const kept = Buffer.from(row.pepper);
  const pepper = openPepper(kept, cipher, found);
  if (!sameSeal(kept, sealed)) {
    const anew = Buffer.from(cipher.seal(pepper, pepperContext));
    await db.updateTable('privacy').set({ pepper: anew }).where('pepper', '=', kept).execute();
  }
  return pepper;
}

function openPepper(kept: Buffer, cipher: Cipher, found: DataKeys): Buffer {
  try {
    return Buffer.from(cipher.open(kept, pepperContext));
  } catch (error) {
    throw error instanceof UnsealError ? wrongKey(found, error) : error;
  }
}

/** Whether two sealed values are of the same cipher and key: their first five bytes. */
function sameSeal(a: Buffer, b: Buffer): boolean {
  return a.subarray(0, 5).equals(b.subarray(0, 5));
}

/** Whether the keys open a pepper, such as that of a backup. */
export function fits(privacy: Privacy, pepper: Uint8Array): boolean {
  try {
    privacy.open(pepper, pepperContext);
    return true;
  } catch {
    return false;
  }
}

function wrongKey({ origin }: DataKeys, error: unknown): StopError {
  const where = origin ?? '(memory)';
  return new StopError(
    {
      zh: `数据密钥（${where}）打不开这个数据库中的个人信息；请用当初的密钥启动：设置 OPEN_INFO_DATA_KEY，轮换时在 OPEN_INFO_DATA_KEYS 中列出新旧密钥。`,
      en: `The data key (${where}) does not open the personal data of this database; start with the key that sealed it: set OPEN_INFO_DATA_KEY, or list new and old keys in OPEN_INFO_DATA_KEYS.`,
    },
    error,
  );
}
