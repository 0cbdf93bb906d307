import {
  proposalFaults,
  type AttributeProposal,
  type DocumentText,
  type DraftContent,
  type Forwarded,
  type InterpretationText,
} from '@open-info/contract/editing';
import { attributeWords } from '@open-info/contract/disclosure-attribute';
import type { Kysely } from 'kysely';
import type { Officer } from '../access/officer.ts';
import type { Tables } from '../database/tables.ts';
import { standardNumber } from '../documents/known.ts';
import type { DocumentRow, InterpretationRow } from '../documents/rows.ts';
import { ProblemError, type FieldFault } from '../http/problem.ts';
import { law, refusal, type Refusal } from './law.ts';
import { findRecords, type EditingRecord } from './records.ts';
import { writePublic, type Writing } from './write.ts';

/** 索引号 of what is not issued yet, for checks alone. */
const noIndexNumber = '（未编索引号）';

/** A draft as the record that is published. */
export function documentRowOf(
  record: Pick<EditingRecord<DraftContent>, 'id' | 'facts'>,
  { files: _, ...text }: DocumentText,
  at: Date,
): DocumentRow {
  const { indexNumber = noIndexNumber, issuedOn, attribute } = record.facts;
  return {
    ...text,
    id: record.id,
    indexNumber,
    issuedOn: issuedOn ?? '2000-01-01',
    publishedAt: at.toISOString(),
    ...(attribute && {
      attribute: attribute.attribute as DocumentRow['attribute'],
      reason: attribute.reason,
      ground: attribute.ground,
    }),
  };
}

/** An interpretation as the record that is published. */
export function interpretationRowOf(
  { id, organId }: Pick<EditingRecord, 'id' | 'organId'>,
  text: InterpretationText,
  at: Date,
): InterpretationRow {
  return { ...text, id, organId, publishedAt: at.toISOString() };
}

/** Ids of documents by what a record may call them: id, 索引号, 文号. */
export async function documentsNamed(
  db: Kysely<Tables>,
  names: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(names.flatMap((name) => [name, standardNumber(name)]))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'index_number', 'document_number'])
    .where((eb) =>
      eb.or([
        eb('id', 'in', wanted),
        eb('index_number', 'in', wanted),
        eb('document_number', 'in', wanted),
      ]),
    )
    .execute();
  const found = new Map<string, string>();
  for (const { id, document_number: number } of rows) if (number !== null) found.set(number, id);
  for (const { id, index_number: index } of rows) if (index !== null) found.set(index, id);
  for (const { id } of rows) found.set(id, id);
  const named = names.flatMap((name) => {
    const id = found.get(name) ?? found.get(standardNumber(name));
    return id === undefined ? [] : [[name, id] as const];
  });
  return new Map(named);
}

const missing = (field: string, zh: string, en: string): FieldFault => ({
  field,
  message: { zh: `缺少${zh}`, en: `is missing` },
  expected: { zh, en },
});

const wrong = (errors: FieldFault[], article: string): ProblemError =>
  new ProblemError('bad-body', { errors, article });

const refuse = (errors: FieldFault[], article: string): void => {
  if (errors.length > 0) throw wrong(errors, article);
};

/** A joint document is drafted where its lead is; what is issued alone, where it is issued. */
function issuerFaults({ issuers }: DocumentText, officer: Officer): FieldFault[] {
  const leads = issuers.filter(({ lead }) => lead === true);
  const [decider] = issuers.length === 1 ? issuers : leads;
  if (issuers.length > 1 && leads.length !== 1) {
    return [
      {
        field: 'document.issuers',
        message: {
          zh: '联合发文应当写明一个牵头机关',
          en: 'a joint document has one organ that leads',
        },
        expected: { zh: '其中一个写 lead: true', en: 'lead: true on one of them' },
      },
    ];
  }
  if (decider?.organId === officer.organId) return [];
  return [
    {
      field: 'document.issuers',
      message: {
        zh: `公开属性由发文机关（联合发文由牵头机关）审定，这里不是本机关（${officer.organId}）`,
        en: `the issuing organ, of a joint document the leading one, decides; that is not your organ (${officer.organId})`,
      },
      expected: {
        zh: `organId: ${officer.organId}`,
        en: `organId: ${officer.organId}, leading where several issue`,
      },
    },
  ];
}

/** The attribute of the document that is forwarded. */
async function forwardedAttribute(
  db: Kysely<Tables>,
  { document, attribute }: Forwarded,
): Promise<string | undefined> {
  if (document === undefined) return attribute;
  const id = (await documentsNamed(db, [document])).get(document);
  if (id === undefined) return undefined;
  const row = await db
    .selectFrom('documents')
    .select('attribute')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.attribute ?? undefined;
}

const said = (attribute: string | undefined) =>
  attributeWords[attribute ?? ''] ?? { zh: '待认定', en: 'undecided' };

/** Why an attribute does not follow the document that is forwarded; undefined: it does. */
export async function forwardRefusal(
  db: Kysely<Tables>,
  forwards: Forwarded | undefined,
  proposal: AttributeProposal | undefined,
): Promise<Refusal | undefined> {
  if (!forwards || !proposal) return undefined;
  const original = await forwardedAttribute(db, forwards);
  if (original === proposal.attribute) return undefined;
  const [was, is] = [said(original), said(proposal.attribute)];
  return refusal(
    law.attribute,
    `转发的文件，公开属性与被转发的文件一致：被转发的文件是“${was.zh}”，这里是“${is.zh}”`,
    `What forwards a document has the attribute of that document: it is “${was.en}”, this says “${is.en}”`,
  );
}

/**
 * Checks what a drafter hands in.
 *
 * @throws ProblemError `bad-body` naming every field with the article it rests on, `illegal-move`
 * where it does not follow the document it forwards
 */
export async function checkContent(
  writing: Writing,
  officer: Officer,
  content: DraftContent,
): Promise<void> {
  if (content.kind === 'interpretation') {
    await checkInterpretation(writing, officer, content);
    return;
  }
  const { document, proposal, needsInterpretation, forwards } = content;
  const proposed = proposalFaults(proposal);
  const isUndecided =
    proposal === undefined || proposed.some(({ field }) => field.endsWith('attribute'));
  refuse(proposed, isUndecided ? law.proposal : `${law.grounds}；${law.reasons}`);
  if (!document) throw wrong([missing('document', '公文', 'a document')], law.review);
  if (needsInterpretation === undefined) {
    const words = '是否需要解读';
    refuse([missing('needsInterpretation', words, 'true or false')], law.synchronous);
  }
  refuse(issuerFaults(document, officer), law.organ);
  const refused = await forwardRefusal(writing.trx, forwards, proposal);
  if (refused) throw new ProblemError('illegal-move', refused);
  const draft = { id: 'd0', facts: {} };
  const row = documentRowOf(draft, document, writing.at);
  await writePublic(writing, { documents: [row] }, 'document', true);
}

async function checkInterpretation(
  writing: Writing,
  officer: Officer,
  { interpretation }: DraftContent,
): Promise<void> {
  if (!interpretation) {
    throw wrong([missing('interpretation', '解读材料', 'an interpretation')], law.review);
  }
  const row = interpretationRowOf(
    { id: 'i0', organId: officer.organId },
    interpretation,
    writing.at,
  );
  await writePublic(writing, { interpretations: [row] }, 'interpretation', true);
  const known = await documentsNamed(writing.trx, interpretation.policies);
  const drafts = await findRecords(writing.trx, ['document'], interpretation.policies);
  const own = new Set(
    drafts.filter(({ organId }) => organId === officer.organId).map(({ id }) => id),
  );
  refuse(
    interpretation.policies.flatMap((name, index) =>
      known.has(name) || own.has(name)
        ? []
        : [
            {
              field: `interpretation.policies.${String(index)}`,
              message: { zh: `没有“${name}”`, en: `there is no "${name}"` },
              expected: {
                zh: '政策文件的编号、索引号、文号，或者本机关拟稿的编号',
                en: 'the id, 索引号 or 文号 of a document, or the id of a draft of your organ',
              },
            },
          ],
    ),
    law.synchronous,
  );
}
