import { randomUUID } from 'node:crypto';
import { queryCodeAlphabet } from '@open-info/contract/receipt-number';
import type { Kysely } from 'kysely';
import { canonicalJson, type Json } from '../audit/canonical.ts';
import type { Tables } from '../database/tables.ts';
import { ProblemError } from '../http/problem.ts';
import type { Service } from '../service.ts';

/** How long a key is remembered at least, in hours; after that the same key is a new one. */
export const keyHours = 24;

/** A write with the `Idempotency-Key` it came with. */
export interface KeyedWrite {
  /** Keyed hash of what was asked and the key. */
  readonly id: string;
  /** Keyed hash of the body. */
  readonly content: string;
  /** Whether the key was made here, so that nobody can come with it again. */
  readonly isOwn: boolean;
}

/**
 * @param scope what is asked and by whom: the same key means another write elsewhere
 * @param body what the key stands for; a repeated write brings an equal one
 */
export function keyedWrite(
  { privacy }: Pick<Service, 'privacy'>,
  scope: string,
  key: string | undefined,
  body: unknown,
): KeyedWrite {
  const json = JSON.parse(JSON.stringify(body)) as Json;
  return {
    id: privacy.blind('idempotency/key', `${scope}\0${key ?? randomUUID()}`),
    content: privacy.blind('idempotency/content', canonicalJson(json)),
    isOwn: key === undefined,
  };
}

/** What came of a write before. */
export interface KnownWrite {
  number: string;
}

function reused(): ProblemError {
  return new ProblemError('key-reused', {
    detail: {
      zh: '这个 Idempotency-Key 已随另一份内容提交过；内容不同的提交请使用新的 Idempotency-Key。',
      en: 'This Idempotency-Key came with another body before; use a new one for what differs.',
    },
  });
}

/**
 * Looks up what came of a write.
 *
 * @throws ProblemError `key-reused` when its key came with another body
 */
export async function findWrite(
  db: Kysely<Tables>,
  { id, content, isOwn }: KeyedWrite,
): Promise<KnownWrite | undefined> {
  if (isOwn) return undefined;
  const row = await db
    .selectFrom('idempotency_keys')
    .select(['content', 'number'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.content !== content) throw reused();
  return { number: row.number };
}

/**
 * Claims a key in the transaction of its write. Of two at once the second waits here for the first
 * to end.
 *
 * @returns what came of the first; undefined when this is it
 * @throws ProblemError `key-reused`
 */
export async function claimWrite(
  trx: Kysely<Tables>,
  write: KeyedWrite,
  number: string,
  at: string,
): Promise<KnownWrite | undefined> {
  if (write.isOwn) return undefined;
  const { id, content } = write;
  const claimed = await trx
    .insertInto('idempotency_keys')
    .values({ id, content, number, created_at: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return claimed ? undefined : findWrite(trx, write);
}

/** Forgets keys that are old enough. @returns how many */
export async function forgetKeys({ db, now }: Pick<Service, 'db' | 'now'>): Promise<number> {
  const before = new Date(now().getTime() - keyHours * 3_600_000).toISOString();
  const { numDeletedRows } = await db
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/**
 * 查询码 of a filing. It follows from the key and the body, so a repeated filing is told the same
 * code although only a hash of it is kept; without the service's secret nobody can tell it.
 */
export function codeOf({ privacy }: Pick<Service, 'privacy'>, { id, content }: KeyedWrite): string {
  const bytes = Buffer.from(privacy.blind('requests/code', `${id}\0${content}`), 'base64url');
  const characters = [...bytes.subarray(0, 10)].map((byte) => queryCodeAlphabet[byte % 32]);
  return `${characters.slice(0, 5).join('')}-${characters.slice(5).join('')}`;
}
