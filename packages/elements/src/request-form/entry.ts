import type { RequestSubmission } from '@open-info/contract/requests';

/** 填写步骤, in order. */
export const steps = ['sought', 'applicant', 'delivery', 'check', 'receipt'] as const;
export type Step = (typeof steps)[number];

/** Everything a person can type or choose, by its path in what is submitted. */
export const entryFields = [
  'organId',
  'sought.name',
  'sought.documentNumber',
  'sought.description',
  'correction.wrong',
  'correction.right',
  'applicant.category',
  'applicant.name',
  'applicant.identity.kind',
  'applicant.identity.number',
  'applicant.representative',
  'agent',
  'agent.name',
  'agent.identity.kind',
  'agent.identity.number',
  'agent.phone',
  'contact.person',
  'contact.phone',
  'contact.email',
  'contact.address',
  'contact.postcode',
  'delivery.form',
  'delivery.way',
  'assistance.needs',
  'assistance.note',
] as const;
export type EntryField = (typeof entryFields)[number];

/** What a person has typed, as typed. `agent` is `yes` or blank; needs are set apart by spaces. */
export type Entry = Readonly<Record<EntryField, string>>;

export const emptyEntry: Entry = {
  ...(Object.fromEntries(entryFields.map((field) => [field, ''])) as Entry),
  'applicant.category': 'person',
  'applicant.identity.kind': 'residentId',
  'agent.identity.kind': 'residentId',
  'delivery.form': 'electronic',
  'delivery.way': 'online',
};

/** Numbers of identity papers: kept no longer than the tab is open. */
export const secretFields = /identity\.number$/;

/** Ways a form of delivery can take; the first is the usual one. */
export const waysOf: Readonly<Record<string, readonly string[]>> = {
  electronic: ['online', 'email'],
  paper: ['post', 'pickUp', 'fax'],
  onSite: ['pickUp'],
};

/** Characters the contract takes. */
export const longest: Readonly<Partial<Record<EntryField, number>>> = {
  'sought.name': 200,
  'sought.documentNumber': 60,
  'sought.description': 2000,
  'correction.wrong': 1000,
  'correction.right': 1000,
  'applicant.name': 100,
  'applicant.identity.number': 40,
  'applicant.representative': 50,
  'agent.name': 100,
  'agent.identity.number': 40,
  'agent.phone': 30,
  'contact.person': 50,
  'contact.phone': 30,
  'contact.email': 254,
  'contact.address': 200,
  'contact.postcode': 10,
  'assistance.note': 200,
};

/** Fields whose answers are codes and numbers, which Chinese keyboards also give in full width. */
const halfWidthFields = /number$|phone$|email$|postcode$/;

function plain(field: EntryField, typed: string): string {
  const text = typed.trim();
  if (!halfWidthFields.test(field)) return text;
  const half = text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return field.endsWith('identity.number') ? half.replace(/\s/g, '').toUpperCase() : half;
}

/** What stands around the entry when it is submitted. */
export interface Filing {
  kind: 'disclosure' | 'correction';
  organId: string;
  attachments: readonly string[];
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

const stepByRoot: Readonly<Record<string, Step>> = {
  organId: 'sought',
  sought: 'sought',
  correction: 'sought',
  attachments: 'sought',
  applicant: 'applicant',
  agent: 'applicant',
  contact: 'delivery',
  delivery: 'delivery',
  assistance: 'delivery',
};

/** The step a field stands on; what no step knows is said where the form is submitted. */
export function stepOf(field: string): Step {
  return stepByRoot[field.split(/[.[]/)[0] ?? ''] ?? 'check';
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
