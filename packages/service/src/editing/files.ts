import type { Block } from '@open-info/contract/blocks';
import type { DraftContent, InterpretationText } from '@open-info/contract/editing';
import type { Attachment } from '@open-info/contract/uploads';
import type { Officer } from '../access/officer.ts';
import { filesOf, sendFile } from '../documents/get.ts';
import { ProblemError, type FieldFault } from '../http/problem.ts';
import type { FileAnswer } from '../http/route.ts';
import { textSections } from '../interpretations/record.ts';
import type { Service } from '../service.ts';
import {
  claimUploads,
  handUploadsOver,
  keepMinutes,
  letUploadsGo,
  listAttachments,
  openAttachment,
} from '../uploads/store.ts';
import type { EditingRecord } from './records.ts';
import { openRecord } from './scope.ts';
import type { Writing } from './write.ts';

/** Answers what stands for the name of a file at a place of a content. */
type Rename = (name: string, field: string) => string;

const inBlocks = (blocks: readonly Block[], field: string, rename: Rename): Block[] =>
  blocks.map((block, place) =>
    block.file === undefined
      ? block
      : { ...block, file: rename(block.file, `${field}.${String(place)}.file`) },
  );

function inInterpretation(text: InterpretationText, rename: Rename): InterpretationText {
  const field = 'interpretation';
  const { media, questions } = text;
  const sections = textSections.flatMap((section) => {
    const blocks = text[section];
    return blocks ? [[section, inBlocks(blocks, `${field}.${section}`, rename)] as const] : [];
  });
  return {
    ...text,
    ...Object.fromEntries(sections),
    ...(questions && {
      questions: questions.map((one, place) => ({
        ...one,
        answer: inBlocks(one.answer, `${field}.questions.${String(place)}.answer`, rename),
      })),
    }),
    ...(media && {
      media: media.map((one, place) => {
        const at = `${field}.media.${String(place)}`;
        const alternative = inBlocks(one.alternative, `${at}.alternative`, rename);
        const { file } = one;
        // A medium may stand on the site already.
        const isAddress = file === undefined || file.startsWith('/');
        return { ...one, alternative, ...(!isAddress && { file: rename(file, `${at}.file`) }) };
      }),
    }),
  };
}

/** The same content with its files named otherwise. */
function withNames(content: DraftContent, rename: Rename): DraftContent {
  const { document, interpretation } = content;
  if (interpretation) {
    return { ...content, interpretation: inInterpretation(interpretation, rename) };
  }
  if (!document) return content;
  const { files = [], body } = document;
  const listed = files.map((name, place) => rename(name, `document.files.${String(place)}`));
  const text = inBlocks(body, 'document.body', rename);
  const shown = text.flatMap(({ file }) => file ?? []);
  const all = [...new Set([...listed, ...shown])];
  return {
    ...content,
    document: { ...document, body: text, ...(all.length > 0 && { files: all }) },
  };
}

/** Names of files in a content, each with the first place it stands at, in their order. */
function namesIn(content: DraftContent): Map<string, string> {
  const names = new Map<string, string>();
  withNames(content, (name, field) => {
    if (!names.has(name)) names.set(name, field);
    return name;
  });
  return names;
}

const mostFiles = 50;

const tooMany = (field: string): ProblemError =>
  new ProblemError('bad-body', {
    errors: [
      {
        field,
        message: { zh: '附件过多', en: 'There are too many files' },
        expected: { zh: `最多 ${mostFiles} 个`, en: `at most ${mostFiles}` },
      },
    ],
  });

const noSuchFile = (field: string): FieldFault => ({
  field,
  message: {
    zh: '没有这个附件，或者已过期、已被使用',
    en: 'There is no such file, or it has expired or was taken already',
  },
  expected: {
    zh: `上传附件后 ${keepMinutes / 60} 小时内的 token，或者本拟稿已有附件的编号`,
    en: `the token of an upload of the last ${keepMinutes / 60} hours, or the id of a file this draft has`,
  },
});

/**
 * Gives a draft the files its content names, uploads by their tokens and what it has by their ids;
 * what it no longer names goes the way of an upload nobody took.
 *
 * @returns the content with ids in the place of tokens
 * @throws ProblemError `bad-body` at each place that names a file there is not
 */
export async function keepFiles(
  { trx, at }: Writing,
  id: string,
  content: DraftContent,
): Promise<DraftContent> {
  const names = namesIn(content);
  if (names.size > mostFiles) throw tooMany(content.kind);
  const own = await trx
    .selectFrom('uploads')
    .select('id')
    .where('number', '=', id)
    .where('role', '=', 'draft')
    .execute();
  const has = new Set(own.map((file) => file.id));
  const tokens = [...names.keys()].filter((name) => !has.has(name));
  const taken = await claimUploads(trx, tokens, id, 'draft', at);
  const errors = tokens
    .filter((token) => !taken.has(token))
    .map((token) => noSuchFile(names.get(token) ?? 'files'));
  if (errors.length > 0) throw new ProblemError('bad-body', { errors });
  await letUploadsGo(
    trx,
    [...has].filter((file) => !names.has(file)),
    at,
  );
  return withNames(content, (name) => taken.get(name)?.id ?? name);
}

/** Puts the files of a draft where the record that is written from it has them. */
export async function handFilesOver(
  service: Pick<Service, 'privacy'>,
  { trx }: Writing,
  { id, content }: EditingRecord<DraftContent>,
): Promise<void> {
  const order = [...namesIn(content).keys()];
  const files = await handUploadsOver({ db: trx, privacy: service.privacy }, id, 'draft');
  const rows = files.map(({ id: file, ...about }) => ({
    ...about,
    owner_id: id,
    id: file,
    stored: file,
    place: order.indexOf(file),
  }));
  if (rows.length > 0) await trx.insertInto('document_files').values(rows).execute();
}

/** The files of a draft, before and after it is out. */
export async function filesOfDraft(
  service: Pick<Service, 'db' | 'privacy'>,
  { id, content }: EditingRecord<DraftContent>,
): Promise<Attachment[]> {
  const order = [...namesIn(content).keys()];
  const waiting = await listAttachments(service, id, 'draft');
  const out = await filesOf(service, id);
  return [...waiting, ...out].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

/**
 * A file of a draft, for its office.
 *
 * @throws ProblemError `not-found`
 */
export async function openDraftFile(
  service: Service,
  officer: Officer,
  id: string,
  file: string,
): Promise<FileAnswer> {
  await openRecord(service.db, officer, ['document', 'interpretation'], id);
  const waiting = await listAttachments(service, id, 'draft');
  if (waiting.some((one) => one.id === file)) return openAttachment(service, id, file, ['draft']);
  const answer = await sendFile(service, service, id, file);
  return { ...answer, contentType: 'application/octet-stream' };
}
