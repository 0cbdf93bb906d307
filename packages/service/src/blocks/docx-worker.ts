import { parentPort, workerData } from 'node:worker_threads';
import mammoth from 'mammoth';
import { hiddenStyles, withoutUnseen } from './docx-unseen.ts';
import { DropCount, type Dropped } from './dropped.ts';
import { readZip } from './zip.ts';

/** What the thread answers: the text as HTML and its pictures by path, or why there is none. */
export type DocxAnswer =
  | { html: string; pictures: [path: string, content: Uint8Array][]; dropped: Dropped[] }
  | { failed: 'tooLarge' | 'notDocx' };

/** Word keeps alignment beside the style; the style map sees styles only. */
const alignments: Readonly<Record<string, string>> = {
  center: 'oi-center',
  right: 'oi-end',
  end: 'oi-end',
};

const styleMap = [
  "p[style-name='oi-center'] => p[align='center']:fresh",
  "p[style-name='oi-end'] => p[align='right']:fresh",
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];

interface Paragraph {
  type: string;
  alignment?: string | null;
  styleName?: string | null;
  numbering?: unknown;
}

const transforms = (
  mammoth as unknown as {
    transforms: {
      paragraph: (change: (paragraph: Paragraph) => Paragraph) => (element: unknown) => unknown;
    };
  }
).transforms;

function withAlignment(paragraph: Paragraph): Paragraph {
  const style = alignments[paragraph.alignment ?? ''];
  const isPlain = /^(?:normal|body text|正文)?$/i.test(paragraph.styleName ?? '');
  return style !== undefined && isPlain && !paragraph.numbering
    ? { ...paragraph, styleName: style }
    : paragraph;
}

/** Parts with text that people read. */
const isText = (name: string): boolean =>
  /^word\/(?:document|footnotes|endnotes)\d*\.xml$/.test(name);

type Input = Parameters<typeof mammoth.convertToHtml>[0];

/** What mammoth reads, part by part, without what a reader of the document does not see. */
function asSeen(parts: ReadonlyMap<string, Buffer>, drops: DropCount): Input {
  const styles = parts.get('word/styles.xml');
  const hidden = styles ? hiddenStyles(styles.toString()) : new Set<string>();
  const read = (name: string, encoding?: string): Uint8Array | string => {
    const content = parts.get(name) ?? Buffer.alloc(0);
    if (encoding === 'base64') return content.toString('base64');
    if (encoding === undefined) return content;
    const text = content.toString();
    return isText(name) ? withoutUnseen(text, hidden, drops) : text;
  };
  const file = {
    exists: (name: string) => parts.has(name),
    read: (name: string, encoding?: string) => Promise.resolve(read(name, encoding)),
  };
  // An opened zip is what mammoth makes of every other input first.
  return { file } as unknown as Input;
}

async function convert(bytes: Uint8Array): Promise<DocxAnswer> {
  const parts = await readZip(bytes, 'word/document.xml');
  if (typeof parts === 'string') return { failed: parts };
  const drops = new DropCount();
  const pictures: [string, Uint8Array][] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = `word/media/${String(pictures.length + 1)}`;
    pictures.push([src, new Uint8Array(await image.readAsBuffer())]);
    return { src };
  });
  const { value } = await mammoth.convertToHtml(asSeen(parts, drops), {
    convertImage,
    styleMap,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    transformDocument: transforms.paragraph(withAlignment),
  });
  return { html: value, pictures, dropped: drops.list() };
}

const answer = await convert(workerData as Uint8Array).catch((): DocxAnswer => ({
  failed: 'notDocx',
}));
parentPort?.postMessage(answer);
