import { html, nothing, type TemplateResult } from 'lit';
import type { EntryField, Step } from '../entry.ts';
import type { FilingState } from '../filing.ts';
import { waysOf } from '../submission.ts';
import type { FurtherPage } from './choices.ts';
import { foldedFields } from './step-delivery.ts';

export interface CheckStep {
  organ: string;
  /** The page has fixed the organ. */
  organIsFixed: boolean;
  fileNames: readonly string[];
  undoMinutes: number | undefined;
  filing: FilingState;
  /** An earlier attempt got no answer. */
  sent: boolean;
  change: (step: Step, field: string) => void;
  tryNow: () => void;
  cancel: () => void;
}

interface Row {
  field: string;
  label: string;
  value: string;
  isFixed?: boolean;
}

const soughtFields: readonly EntryField[] = [
  'sought.name',
  'sought.documentNumber',
  'sought.description',
];

function soughtRows({ words, entry, kind }: FurtherPage, step: CheckStep): Row[] {
  const fields: readonly EntryField[] =
    kind === 'correction'
      ? [...soughtFields, 'correction.wrong', 'correction.right']
      : soughtFields;
  return [
    { field: 'organId', label: words.organ, value: step.organ, isFixed: step.organIsFixed },
    ...fields.map((field) => ({ field, label: words.labels[field], value: entry[field] })),
    {
      field: 'attachments',
      label: words.attachments[kind],
      value: step.fileNames.join(words.separator),
    },
  ];
}

function identityRow({ words, entry }: FurtherPage, who: 'applicant' | 'agent'): Row {
  const kind = entry[`${who}.identity.kind`];
  const field: EntryField = `${who}.identity.number`;
  return { field, label: words.identityKinds[kind] ?? kind, value: entry[field] };
}

function applicantRows(page: FurtherPage): Row[] {
  const { words, entry } = page;
  const category = entry['applicant.category'];
  const isPerson = category === 'person';
  const row = (field: EntryField): Row => ({
    field,
    label: words.labels[field],
    value: entry[field],
  });
  return [
    { field: 'applicant', label: words.applicantIs, value: words.categories[category] ?? category },
    {
      ...row('applicant.name'),
      label: isPerson ? words.labels['applicant.name'] : words.organisationName,
    },
    identityRow(page, 'applicant'),
    ...(isPerson ? [] : [row('applicant.representative'), row('contact.person')]),
    ...(entry.agent ? [row('agent.name'), identityRow(page, 'agent'), row('agent.phone')] : []),
  ];
}

function deliveryRows(page: FurtherPage): Row[] {
  const { words, entry } = page;
  const contact: readonly EntryField[] = [
    ...(['contact.phone', 'contact.email', 'contact.address', 'contact.postcode'] as const),
  ];
  const form = entry['delivery.form'];
  const way = entry['delivery.way'];
  const needs = entry['assistance.needs'].split(' ').filter(Boolean);
  const note = entry['assistance.note'];
  return [
    ...contact
      .filter((field) => !isFolded(field, page))
      .map((field) => ({ field, label: words.labels[field], value: entry[field] })),
    {
      field: 'delivery.form',
      label: words.labels['delivery.form'],
      value: words.deliveryForms[form] ?? form,
    },
    ...((waysOf[form]?.length ?? 0) > 1
      ? [
          {
            field: 'delivery.way',
            label: words.labels['delivery.way'],
            value: words.deliveryWays[way] ?? way,
          },
        ]
      : []),
    ...(isFolded('assistance.needs', page)
      ? []
      : [
          {
            field: 'assistance.needs',
            label: words.labels['assistance.needs'],
            value: [
              ...needs.map((need) => words.needs[need] ?? need),
              ...(needs.length && note ? [note] : []),
            ].join(words.separator),
          },
        ]),
  ];
}

/** What older people were not asked at once is shown only where they have answered it. */
const isFolded = (field: EntryField, { words, entry }: FurtherPage): boolean =>
  words.moreFields !== undefined && foldedFields.includes(field) && entry[field] === '';

/** 核对: everything that will be filed, each with the way back to where it is typed. */
export function renderCheckStep(page: FurtherPage, step: CheckStep): TemplateResult {
  const { words } = page;
  return html`
    <p class="step-lead">${words.checkLead}</p>
    ${step.sent ? html`<p class="notice">${words.unfinished}</p>` : nothing}
    ${renderRows(page, step, 'sought', soughtRows(page, step))}
    ${renderRows(page, step, 'applicant', applicantRows(page))}
    ${renderRows(page, step, 'delivery', deliveryRows(page))}
    <p class="soft">${words.submitNote(step.undoMinutes)}</p>
    ${renderFiling(page, step)}
  `;
}

function renderRows({ words }: FurtherPage, { change }: CheckStep, at: Step, rows: readonly Row[]) {
  return html`<section class="check">
    <p class="section-title">${words.steps[at]}</p>
    <dl>
      ${rows.map(
        ({ field, label, value, isFixed }) =>
          html`<div class="check-row">
            <dt>${label}</dt>
            <dd class=${value ? '' : 'soft'}>${value || words.nothingGiven}</dd>
            ${
              isFixed
                ? nothing
                : html`<dd class="check-change">
                    <button class="link" type="button" @click=${() => change(at, field)}>
                      ${words.change}<span class="visually-hidden">${label}</span>
                    </button>
                  </dd>`
            }
          </div>`,
      )}
    </dl>
  </section>`;
}

/** What happens to what was submitted; said as it changes. */
function renderFiling(
  { words }: FurtherPage,
  { filing, tryNow, cancel }: CheckStep,
): TemplateResult {
  return html`<div class="filing" role="status">
    ${
      filing.state === 'sending' || filing.state === 'verifying'
        ? html`<p class="filing-text">
            <span class="spinner" aria-hidden="true"></span>${words[filing.state]}
          </p>`
        : nothing
    }
    ${
      filing.state === 'waiting'
        ? html`<div class="message waiting">
            <p class="message-title">
              ${filing.offline ? words.waitingOffline : words.waitingRetry}
            </p>
            <p>${words.waitingText}</p>
            <p class="actions">
              <button class="button" type="button" @click=${tryNow}>${words.tryNow}</button>
              <button class="button" type="button" @click=${cancel}>${words.cancelSubmit}</button>
            </p>
          </div>`
        : nothing
    }
    ${
      filing.state === 'idle' && filing.cancelled
        ? html`<p class="notice">${words.cancelledMaybe}</p>`
        : nothing
    }
  </div>`;
}
