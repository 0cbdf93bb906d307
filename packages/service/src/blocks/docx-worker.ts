import { parentPort, workerData } from 'node:worker_threads';
import mammoth from 'mammoth';
import { checkZip } from './zip.ts';

/** What the thread answers: the text as HTML and its pictures by path, or why there is none. */
export type DocxAnswer =
  | { html: string; pictures: [path: string, content: Uint8Array][] }
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

async function convert(bytes: Uint8Array): Promise<DocxAnswer> {
  const failed = await checkZip(bytes, 'word/document.xml');
  if (failed) return { failed };
  const pictures: [string, Uint8Array][] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = `word/media/${String(pictures.length + 1)}`;
    pictures.push([src, new Uint8Array(await image.readAsBuffer())]);
    return { src };
  });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      convertImage,
      styleMap,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      transformDocument: transforms.paragraph(withAlignment),
    },
  );
  return { html: value, pictures };
}

const answer = await convert(workerData as Uint8Array).catch((): DocxAnswer => ({
  failed: 'notDocx',
}));
parentPort?.postMessage(answer);
