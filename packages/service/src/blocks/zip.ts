import { promisify } from 'node:util';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** No office file has more parts, or parts of more bytes once inflated. */
const limits = { entries: 5_000, xml: 24 * 1024 * 1024, total: 160 * 1024 * 1024 };

const open = promisify<Buffer, object, ZipFile>(fromBuffer);

class TooLargeError extends Error {}

/**
 * The parts of a zip by their names, or why it may not be inflated: first by the sizes its directory
 * states, then by counting while every part is inflated, since a directory can lie.
 *
 * @param needed a part that makes it a file of its kind
 */
export async function readZip(
  bytes: Uint8Array,
  needed: string,
): Promise<'tooLarge' | 'notDocx' | Map<string, Buffer>> {
  let zip: ZipFile | undefined;
  try {
    zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      autoClose: false,
    });
    const entries = await entriesOf(zip);
    checkSizes(entries.map((entry) => [entry.fileName, entry.uncompressedSize]));
    const parts = new Map<string, Buffer>();
    const sizes: [string, number][] = [];
    for (const entry of entries) {
      const content = await inflated(zip, entry);
      sizes.push([entry.fileName, content.length]);
      checkSizes(sizes);
      parts.set(entry.fileName, content);
    }
    return parts.has(needed) ? parts : 'notDocx';
  } catch (error) {
    return error instanceof TooLargeError ? 'tooLarge' : 'notDocx';
  } finally {
    zip?.close();
  }
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    if (zip.entryCount > limits.entries) reject(new TooLargeError());
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('error', reject);
    zip.on('end', () => {
      resolve(entries);
    });
    zip.readEntry();
  });
}

function checkSizes(sizes: readonly [name: string, size: number][]): void {
  const sum = (list: readonly [string, number][]) =>
    list.reduce((total, [, size]) => total + size, 0);
  const xml = sizes.filter(([name]) => /\.(?:xml|rels)$/i.test(name));
  if (sum(sizes) > limits.total || sum(xml) > limits.xml) throw new TooLargeError();
}

/** Inflates a part; stops past the size the directory states. */
function inflated(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error);
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
      });
      stream.on('error', reject);
      stream.on('end', () => {
        resolve(Buffer.concat(chunks));
      });
    });
  });
}
