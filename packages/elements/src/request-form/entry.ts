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

/** What stands around the entry when it is submitted. */
export interface Filing {
  kind: 'disclosure' | 'correction';
  organId: string;
  attachments: readonly string[];
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
