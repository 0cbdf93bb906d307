import { createHash } from 'node:crypto';

/** A digest of what a row is written from: the same again need not be written. */
export function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
}

/**
 * The id of a document: the one it has already, the one its record gives it, or one that follows
 * from its 索引号.
 */
export function documentIdOf(
  { id, indexNumber }: { id?: string | undefined; indexNumber: string },
  byIndexNumber: ReadonlyMap<string, string>,
): string {
  const made = () => createHash('sha256').update(indexNumber).digest('hex').slice(0, 16);
  return byIndexNumber.get(indexNumber) ?? id ?? made();
}
