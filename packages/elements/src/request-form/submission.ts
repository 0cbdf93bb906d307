import type { RequestSubmission } from '@open-info/contract/requests';
import { entryFields, longest, type Entry, type EntryField, type Filing } from './entry.ts';

/** Ways a form of delivery can take; the first is the usual one. */
export const waysOf: Readonly<Record<string, readonly string[]>> = {
  electronic: ['online', 'email'],
  paper: ['post', 'pickUp', 'fax'],
  onSite: ['pickUp'],
};

/** Fields whose answers are codes and numbers, which Chinese keyboards also give in full width. */
const halfWidthFields = /number$|phone$|email$|postcode$/;

function plain(field: EntryField, typed: string): string {
  const text = typed.trim();
  if (!halfWidthFields.test(field)) return text;
  const half = text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return field.endsWith('identity.number') ? half.replace(/\s/g, '').toUpperCase() : half;
}

/** What is filed for what was typed: art. 29's fields, blanks left out. */
export function toSubmission(entry: Entry, filing: Filing): RequestSubmission {
  const given = (field: EntryField): string => plain(field, entry[field]);
  const some = (field: EntryField): string | undefined => given(field) || undefined;
  const identity = (who: 'applicant' | 'agent') => ({
    kind: given(`${who}.identity.kind`),
    number: given(`${who}.identity.number`),
  });
  const isPerson = entry['applicant.category'] === 'person';
  const needs = given('assistance.needs').split(' ').filter(Boolean);
  return {
    organId: filing.organId,
    kind: filing.kind,
    applicant: {
      category: given('applicant.category'),
      name: given('applicant.name'),
      identity: identity('applicant'),
      representative: isPerson ? undefined : some('applicant.representative'),
    },
    contact: {
      person: isPerson ? undefined : some('contact.person'),
      phone: some('contact.phone'),
      email: some('contact.email'),
      address: some('contact.address'),
      postcode: some('contact.postcode'),
    },
    agent: entry.agent
      ? { name: given('agent.name'), identity: identity('agent'), phone: given('agent.phone') }
      : undefined,
    sought: {
      name: some('sought.name'),
      documentNumber: some('sought.documentNumber'),
      description: some('sought.description'),
    },
    correction:
      filing.kind === 'correction'
        ? { wrong: given('correction.wrong'), right: given('correction.right') }
        : undefined,
    delivery: { form: given('delivery.form'), way: given('delivery.way') },
    assistance: needs.length > 0 ? { needs, note: some('assistance.note') } : undefined,
    attachments: filing.attachments.length > 0 ? [...filing.attachments] : undefined,
  };
}

/** What is too long, and by how many characters. */
export function tooLong(entry: Entry): { field: EntryField; over: number }[] {
  return entryFields
    .map((field) => ({
      field,
      over: plain(field, entry[field]).length - (longest[field] ?? Infinity),
    }))
    .filter(({ over }) => over > 0);
}
