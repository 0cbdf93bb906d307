import { createHash, getHashes } from 'node:crypto';
import { StopError } from '../stop.ts';

/** The digests of the setting `--digest`. */
export const digestIds = ['sha256', 'sm3'] as const;
export type DigestId = (typeof digestIds)[number];

/** The digest of a text, in lower-case hex. */
export function digest(id: DigestId, text: string): string {
  return createHash(id).update(text).digest('hex');
}

/** @throws StopError when this Node does not offer the digest */
export function requireDigest(id: DigestId): DigestId {
  if (getHashes().includes(id)) return id;
  throw new StopError({
    zh: `这个 Node 的 OpenSSL 没有 ${id}；请换用带 SM3 的 Node，或设置 --digest sha256。`,
    en: `The OpenSSL of this Node lacks ${id}; use a Node with SM3, or set --digest sha256.`,
  });
}
