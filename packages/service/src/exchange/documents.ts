import type { ExchangeFile } from '@open-info/contract/exchange';
import type { Attachment } from '@open-info/contract/uploads';
import type { Service } from '../service.ts';
import { kindOf, safeName, sampleBytes } from '../uploads/kinds.ts';

/** A 结果文件 on the disk. */
export interface KeptDocument extends Attachment {
  /** SHA-256 of the content, hexadecimal. */
  sha256: string;
}

/** A file of a kind nobody takes in otherwise is kept as what it is: bytes. */
const unknownKind = { type: 'application/octet-stream', label: '文件', extensions: ['.bin'] };

async function* chunks(content: Buffer) {
  yield content;
}

/** Seals the files of a record; they belong to nobody until a row names them. */
export function keepDocuments(
  { files }: Pick<Service, 'files'>,
  given: readonly ExchangeFile[],
): Promise<KeptDocument[]> {
  return Promise.all(
    given.map(async ({ name, content }) => {
      const bytes = Buffer.from(content, 'base64');
      const head = bytes.subarray(0, sampleBytes);
      const kind = (await kindOf(head, bytes.length <= sampleBytes)) ?? unknownKind;
      const written = await files.write(chunks(bytes));
      return { ...written, name: safeName(name, kind), type: kind.type };
    }),
  );
}
