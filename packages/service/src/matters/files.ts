import { createHash } from 'node:crypto';
import type { Attachment } from '@open-info/contract/uploads';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Files } from '../uploads/files.ts';

/** A blank form or a sample that was read. */
export interface MatterFile {
  type: string;
  content: Uint8Array;
}

/** Under which owner the files of a matter stand: ids of matters and of documents may be the same. */
export const ownerOf = (matterId: string): string => `matter:${matterId}`;

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The same form has the same id in every matter, so that a bundle shows it once. */
export const attachmentOf = (name: string, { type, content }: MatterFile): Attachment => ({
  id: sha256(content).slice(0, 16),
  name,
  type,
  size: content.length,
});

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

/**
 * Sets the files of a matter.
 *
 * @param write puts a new file into the folder of files
 * @returns files in the folder that nothing names any longer, to be removed after the commit
 */
export async function putFiles(
  trx: Kysely<Tables>,
  matterId: string,
  files: readonly { attachment: Attachment; content: Uint8Array }[],
  write: Files['write'],
): Promise<string[]> {
  const owner = ownerOf(matterId);
  const former = await trx
    .selectFrom('document_files')
    .select(['id', 'stored'])
    .where('owner_id', '=', owner)
    .execute();
  const kept = new Map(former.map(({ id, stored }) => [id, stored]));
  const rows = new Map<string, Tables['document_files']>();
  for (const { attachment, content } of files) {
    if (rows.has(attachment.id)) continue;
    const stored = kept.get(attachment.id) ?? (await write(once(content))).id;
    rows.set(attachment.id, {
      ...attachment,
      owner_id: owner,
      place: rows.size,
      sha256: sha256(content),
      stored,
    });
  }
  await trx.deleteFrom('document_files').where('owner_id', '=', owner).execute();
  if (rows.size > 0) {
    await trx
      .insertInto('document_files')
      .values([...rows.values()])
      .execute();
  }
  return former.filter(({ id }) => !rows.has(id)).map(({ stored }) => stored);
}
