import type { Block } from '@open-info/contract/blocks';
import type { PlainCard } from '@open-info/contract/cards';
import type { DocumentRef, Issuer } from '@open-info/contract/documents';
import { digestOf } from '../documents/identity.ts';
import {
  publicDocuments,
  publicInterpretations,
  toRef,
  validitySql,
  type Reading,
} from '../documents/public.ts';
import type { InterpretationContent } from '../interpretations/record.ts';
import { findOrgan } from '../organs/store.ts';
import { readSeedFile } from '../seed-file.ts';
import { linesOf } from './lines.ts';

/** What a card says, before it is known where it leads. */
export type CardContent = Omit<PlainCard, 'url' | 'asOf'>;

/** The first of some sections that says anything. */
const firstOf = (...sections: Block[][]): string[] => {
  for (const section of sections) {
    const lines = linesOf(section);
    if (lines.length > 0) return lines;
  }
  return [];
};

interface Three {
  who: string[];
  what: string[];
  how: string[];
}

/** Who, what and how, in the words of the interpretation; absent where one of them is missing. */
function threeOf(content: InterpretationContent): Three | undefined {
  const who = firstOf(content.eligibility, content.scope);
  const what = firstOf(content.standards, content.benefits);
  const how = firstOf(content.steps);
  return who.length > 0 && what.length > 0 && how.length > 0 ? { who, what, how } : undefined;
}

/** 监督电话 where neither the district nor the organ names one. */
const { complaint: hotline } = readSeedFile<{ complaint: { phone: string } }>('hotlines.json');

/**
 * The plain card (明白卡) of a document, made of the document, the first interpretation that says who
 * gets what and how, and the disclosure office of the lead organ; absent where it cannot be made.
 *
 * @param complaintPhone 监督电话 of the district, instead of the organ's
 */
export async function cardOf(
  reading: Reading,
  documentId: string,
  complaintPhone?: string,
): Promise<CardContent | undefined> {
  const document = await publicDocuments(reading)
    .select(['d.id', 'd.title', 'd.document_number', 'd.issuers'])
    .select(validitySql(reading.today).as('validity'))
    .where('d.id', '=', documentId)
    .executeTakeFirst();
  if (!document) return undefined;
  const interpretations = await publicInterpretations(reading)
    .innerJoin('document_edges as x', 'x.from_id', 'i.id')
    .where('x.kind', '=', 'explains')
    .where('x.to_id', '=', documentId)
    // One that stands for another document says who gets what of that one.
    .where('x.place', '=', 0)
    .select(['i.content'])
    .orderBy('i.released_at')
    .orderBy('i.id')
    .execute();
  for (const { content } of interpretations) {
    const three = threeOf(content);
    if (!three) continue;
    const from = { ...three, complaintPhone };
    return complete(reading, toRef(document), document.issuers, content, from);
  }
  return undefined;
}

async function complete(
  { db }: Reading,
  policy: DocumentRef,
  issuers: readonly Issuer[],
  { interpreter }: InterpretationContent,
  { complaintPhone, ...three }: Three & { complaintPhone: string | undefined },
): Promise<CardContent> {
  const lead = issuers.find((issuer) => issuer.lead === true) ?? issuers[0];
  const organ = lead?.organId === undefined ? undefined : await findOrgan(db, lead.organId);
  const asked =
    interpreter.organId === undefined || interpreter.organId === organ?.id
      ? organ
      : await findOrgan(db, interpreter.organId);
  const phone = interpreter.phone ?? asked?.office?.phone;
  const address = asked?.office?.address;
  const content = {
    id: policy.id,
    title: titleOf(policy.title),
    policy,
    ...three,
    ask: {
      organ: interpreter.organ,
      ...(phone !== undefined && { phone }),
      ...(address !== undefined && { address }),
    },
    complaint: complaintPhone ?? organ?.office?.phone ?? hotline.phone,
  };
  return { ...content, version: digestOf(content).slice(0, 8) };
}

/** 《…》 of 关于印发《…》的通知 is what people call it. */
const titleOf = (title: string): string => /印发《([^《》]+)》/.exec(title)?.[1] ?? title;
