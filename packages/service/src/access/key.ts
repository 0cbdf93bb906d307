import {
  createPrivateKey,
  generateKeyPairSync,
  hkdfSync,
  type JsonWebKey as JWK,
  type KeyObject,
} from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../settings.ts';
import { StopError } from '../stop.ts';

/** The service's own key: it signs officers' tokens, and the keys of limits come from it. */
export interface AccessKey {
  readonly privateKey: KeyObject;
  readonly algorithm: 'EdDSA' | 'ES256';
  /** 32 bytes for one purpose; the same in every process that has the same key. */
  readonly derive: (purpose: string) => Buffer;
}

const fileName = 'access-key.json';

function keyOf(privateKey: KeyObject): AccessKey | undefined {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = privateKey;
  const isP256 = type === 'ec' && details?.namedCurve === 'prime256v1';
  if (type !== 'ed25519' && !isP256) return undefined;
  const { d = '' } = privateKey.export({ format: 'jwk' });
  const material = Buffer.from(d, 'base64url');
  return {
    privateKey,
    algorithm: isP256 ? 'ES256' : 'EdDSA',
    derive: (purpose) => Buffer.from(hkdfSync('sha256', material, '', `open-info ${purpose}`, 32)),
  };
}

/** A private key as JWK or PEM; undefined when it is neither, or of another kind. */
function parse(text: string): AccessKey | undefined {
  try {
    const isJson = text.trim().startsWith('{');
    // In an environment file the line breaks of a PEM are often written out.
    const pem = text.replaceAll('\\n', '\n');
    return keyOf(
      isJson
        ? createPrivateKey({ key: JSON.parse(text) as JWK, format: 'jwk' })
        : createPrivateKey(pem),
    );
  } catch {
    return undefined;
  }
}

const made = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

/** Writes a new key whole or not at all; of several processes that start at once one is first. */
function makeFile(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true });
  const part = `${file}.${process.pid}`;
  const jwk = JSON.stringify(made().export({ format: 'jwk' }));
  writeFileSync(part, `${jwk}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(part);
  }
}

function readOrMake(folder: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  makeFile(folder, file);
  return readFileSync(file, 'utf8');
}

function readFolder(folder: string): AccessKey {
  const file = join(folder, fileName);
  let text: string;
  try {
    text = readOrMake(folder, file);
  } catch (error) {
    throw new StopError(
      {
        zh: `无法读写工作人员访问密钥 ${file}；请更改其权限，或用环境变量 OPEN_INFO_ACCESS_KEY 给出密钥。`,
        en: `The access key ${file} cannot be read or written; change its permissions, or give the key in OPEN_INFO_ACCESS_KEY.`,
      },
      error,
    );
  }
  const key = parse(text);
  if (key) return key;
  throw new StopError({
    zh: `文件 ${file} 不是访问密钥；请从备份恢复，或删除它以生成新的（已发出的令牌将失效）。`,
    en: `The file ${file} is not an access key; restore it from a backup, or delete it to have a new one made (tokens given out will no longer hold).`,
  });
}

/**
 * The key from `OPEN_INFO_ACCESS_KEY`, else from `access-key.json` in the data folder, where it is
 * made (0600) when it is not there. In memory mode it lasts as long as the process.
 *
 * @throws StopError when it is no key, or cannot be read or written
 */
export function openAccessKey({
  accessKey,
  data,
}: Pick<Settings, 'accessKey' | 'data'>): AccessKey {
  const key =
    accessKey !== undefined
      ? parse(accessKey)
      : data === 'memory'
        ? keyOf(made())
        : readFolder(data);
  if (key) return key;
  throw new StopError({
    zh: '环境变量 OPEN_INFO_ACCESS_KEY 不是可用的私钥；应为 Ed25519 或 P-256 私钥，写作 JWK 或 PEM（PKCS #8）。',
    en: 'OPEN_INFO_ACCESS_KEY is not a usable private key; give an Ed25519 or P-256 private key as JWK or PEM (PKCS #8).',
  });
}
