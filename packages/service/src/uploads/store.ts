import { createHash, randomBytes } from 'node:crypto';
import type { Attachment, Upload } from '@open-info/contract/uploads';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { FileAnswer } from '../http/route.ts';
import { ProblemError } from '../http/problem.ts';
import type { Service } from '../service.ts';
import type { Written } from './files.ts';
import { uploadRules } from './kinds.ts';

/**
 * Whose file it is: the applicant's, with the request or later, part of the office's reply, part of
 * a draft (拟稿), or the result of a case (办件结果).
 */
export type AttachmentRole = 'applicant' | 'reply' | 'draft' | 'result';

/** How long an upload waits for what takes it. */
export const { keepMinutes } = uploadRules;

/** What is kept beside a file; its name may be a person's, so it is sealed. */
interface Particulars {
  name: string;
}

const nameContext = (id: string) => `uploads/${id}/name`;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Remembers a file that nothing has taken yet. */
export async function addUpload(
  service: Pick<Service, 'db' | 'now' | 'privacy'>,
  { id, size, sha256 }: Written,
  name: string,
  type: string,
): Promise<Upload> {
  // 32 characters of chance: who has it has the file, so only its hash is kept.
  const token = randomBytes(24).toString('base64url');
  const now = service.now();
  const expiresAt = new Date(now.getTime() + uploadRules.keepMinutes * 60_000).toISOString();
  const particulars: Particulars = { name };
  await service.db
    .insertInto('uploads')
    .values({
      id,
      token_hash: hashOf(token),
      particulars: service.privacy.sealJson(particulars, nameContext(id)),
      type,
      size,
      sha256,
      created_at: now.toISOString(),
      expires_at: expiresAt,
    })
    .execute();
  return { token, name, type, size, expiresAt };
}

function refuseTokens(field: string): ProblemError {
  return new ProblemError('bad-body', {
    errors: [
      {
        field,
        message: {
          zh: '有附件已过期或者已被使用，请重新上传',
          en: 'A file has expired or was taken already; upload it again',
        },
        expected: {
          zh: `上传后 ${uploadRules.keepMinutes / 60} 小时内提交，每个附件只能使用一次`,
          en: `submit within ${uploadRules.keepMinutes / 60} hours of the upload, each file once`,
        },
      },
    ],
  });
}

function refuseAmount(field: string, zh: string, en: string): ProblemError {
  return new ProblemError('bad-body', {
    errors: [
      { field, message: { zh: '附件过多', en: 'There are too many files' }, expected: { zh, en } },
    ],
  });
}

/**
 * Gives uploads to a request, in the caller's transaction.
 *
 * @param tokens as submitted
 * @param number 申请编号
 * @throws ProblemError `bad-body` at `attachments` for a token that is not there, or too much
 */
export async function takeUploads(
  trx: Kysely<Tables>,
  tokens: readonly string[],
  number: string,
  role: AttachmentRole,
  now: Date,
): Promise<void> {
  if (tokens.length === 0) return;
  const { maxCount, maxTotalBytes } = uploadRules;
  if (tokens.length > maxCount) {
    throw refuseAmount('attachments', `每次最多 ${maxCount} 个`, `at most ${maxCount} at a time`);
  }
  const taken = await claimUploads(trx, tokens, number, role, now);
  if (taken.size < tokens.length) throw refuseTokens('attachments');
  const total = [...taken.values()].reduce((sum, { size }) => sum + size, 0);
  if (total > maxTotalBytes) {
    const most = maxTotalBytes / 1024 / 1024;
    throw refuseAmount('attachments', `合计不超过 ${most} MB`, `at most ${most} MB in all`);
  }
}

/**
 * Gives the uploads that wait under tokens to an owner, in the caller's transaction.
 *
 * @param number 申请编号, or the id of a draft
 * @returns those that were there, by token
 */
export async function claimUploads(
  trx: Kysely<Tables>,
  tokens: readonly string[],
  number: string,
  role: AttachmentRole,
  now: Date,
): Promise<Map<string, { id: string; size: number }>> {
  const byHash = new Map(tokens.map((token) => [hashOf(token), token]));
  if (byHash.size === 0) return new Map();
  const taken = await trx
    .updateTable('uploads')
    .set({ number, role, taken_at: now.toISOString() })
    .where('token_hash', 'in', [...byHash.keys()])
    .where('number', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returning(['id', 'size', 'token_hash'])
    .execute();
  return new Map(taken.map(({ token_hash: hash, ...file }) => [byHash.get(hash) ?? '', file]));
}

/** Makes files nobody's again, to be thrown away with the uploads nobody took in time. */
export async function letUploadsGo(
  trx: Kysely<Tables>,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('uploads')
    .set({ number: null, role: null, expires_at: now.toISOString() })
    .where('id', 'in', [...ids])
    .execute();
}

/** A file that was an upload, for the records that own it from now on; its bytes stay where they are. */
export interface HandedOver extends Attachment {
  sha256: string;
}

/** Takes the files of an owner out of the uploads, in the caller's transaction. */
export async function handUploadsOver(
  { db, privacy }: Pick<Service, 'db' | 'privacy'>,
  number: string,
  role: AttachmentRole,
): Promise<HandedOver[]> {
  const rows = await db
    .deleteFrom('uploads')
    .where('number', '=', number)
    .where('role', '=', role)
    .returning(['id', 'particulars', 'type', 'size', 'sha256'])
    .execute();
  return rows.map(({ particulars, ...file }) => ({
    ...file,
    name: privacy.openJson<Particulars>(particulars, nameContext(file.id)).name,
  }));
}

/** The files of a request or a draft, oldest first. */
export async function listAttachments(
  { db, privacy }: Pick<Service, 'db' | 'privacy'>,
  number: string,
  role: AttachmentRole,
): Promise<Attachment[]> {
  const rows = await db
    .selectFrom('uploads')
    .select(['id', 'particulars', 'type', 'size'])
    .where('number', '=', number)
    .where('role', '=', role)
    .orderBy('taken_at')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, particulars, type, size }) => {
    const { name } = privacy.openJson<Particulars>(particulars, nameContext(id));
    return { id, name, type, size };
  });
}

/**
 * A file of a request or a draft, for download.
 *
 * @param roles which may be given out
 * @throws ProblemError `not-found`
 */
export async function openAttachment(
  { db, privacy, files }: Pick<Service, 'db' | 'privacy' | 'files'>,
  number: string,
  id: string,
  roles: readonly AttachmentRole[] = ['applicant', 'reply'],
): Promise<FileAnswer> {
  const row = await db
    .selectFrom('uploads')
    .select(['id', 'particulars'])
    .where('id', '=', id)
    .where('number', '=', number)
    .where('role', 'in', [...roles])
    .executeTakeFirst();
  if (!row) throw new ProblemError('not-found');
  const { name } = privacy.openJson<Particulars>(row.particulars, nameContext(row.id));
  // A download and nothing else: no browser opens it in our origin.
  return { contentType: 'application/octet-stream', fileName: name, body: files.read(row.id) };
}

async function eraseRows(
  { db, files }: Pick<Service, 'db' | 'files'>,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  // The row first: a file without a row is rubbish, a row without a file a broken promise.
  await db
    .deleteFrom('uploads')
    .where('id', 'in', [...ids])
    .execute();
  await Promise.all(ids.map((id) => files.remove(id)));
  return ids.length;
}

/** Throws away what nobody took in time. @returns how many */
export async function eraseExpiredUploads(
  service: Pick<Service, 'db' | 'files' | 'now'>,
): Promise<number> {
  const rows = await service.db
    .selectFrom('uploads')
    .select('id')
    .where('number', 'is', null)
    .where('expires_at', '<=', service.now().toISOString())
    .execute();
  return eraseRows(
    service,
    rows.map(({ id }) => id),
  );
}

/** Throws away the files of a request whose time of keeping has passed. @returns how many */
export async function eraseAttachments(
  service: Pick<Service, 'db' | 'files'>,
  number: string,
): Promise<number> {
  const rows = await service.db
    .selectFrom('uploads')
    .select('id')
    .where('number', '=', number)
    .execute();
  return eraseRows(
    service,
    rows.map(({ id }) => id),
  );
}

/** Bytes that wait to be taken, for the limit on all of them. */
export async function waitingBytes(db: Kysely<Tables>): Promise<number> {
  const { total } = await db
    .selectFrom('uploads')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('size'), eb.lit(0)).as('total'))
    .where('number', 'is', null)
    .executeTakeFirstOrThrow();
  return total;
}
