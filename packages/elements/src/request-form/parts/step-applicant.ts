import { html, nothing, type TemplateResult } from 'lit';
import { withChinese } from '../../base/chinese.ts';
import { renderCheckField, renderRadioField, renderSelectField } from '../../base/field.ts';
import { choicesOf, identityFields, type FurtherPage } from './choices.ts';
import { textField } from './page.ts';

export interface ApplicantStep {
  /** Who is asked, for the privacy notice. */
  organ: string;
  retentionDays: number | undefined;
}

const organisations = [
  'business',
  'research',
  'socialOrganization',
  'legalService',
  'otherOrganization',
];
const personalPapers = [
  ...['residentId', 'passport', 'hkMacaoPermit', 'taiwanPermit', 'foreignResident', 'other'],
];
const organisationPapers = ['creditCode', 'other'];

/** 您是谁 (art. 29 (一)); how the answers are handled is said before they are asked for. */
export function renderApplicantStep(page: FurtherPage, step: ApplicantStep): TemplateResult {
  const { words, entry } = page;
  const isPerson = entry['applicant.category'] === 'person';
  const ownName = entry.agent ? 'off' : 'name';
  return html`
    ${renderPrivacy(page, step)}
    ${renderRadioField({
      name: 'applicant',
      label: words.applicantIs,
      value: isPerson ? 'person' : 'organisation',
      choices: [
        { value: 'person', label: words.person },
        { value: 'organisation', label: words.organisation },
      ],
      choose: (value) => chooseApplicant(page, value),
    })}
    ${isPerson ? nothing : renderCategory(page)}
    ${textField(
      page,
      'applicant.name',
      isPerson
        ? { autocomplete: ownName, width: 'middle' }
        : { label: words.organisationName, autocomplete: 'organization' },
    )}
    ${identityFields(page, 'applicant', isPerson ? personalPapers : organisationPapers)}
    ${
      isPerson
        ? nothing
        : html`${textField(page, 'applicant.representative', { width: 'middle' })}${textField(
            page,
            'contact.person',
            { width: 'middle', note: words.optional },
          )}`
    }
    ${renderCheckField({
      name: 'agent',
      label: words.labels.agent,
      checked: entry.agent !== '',
      toggle: (checked) => page.set({ agent: checked ? 'yes' : '' }),
    })}
    ${entry.agent ? renderAgent(page) : nothing}
  `;
}

function chooseApplicant({ set }: FurtherPage, value: string): void {
  const isPerson = value === 'person';
  set({
    'applicant.category': isPerson ? 'person' : 'business',
    'applicant.identity.kind': isPerson ? 'residentId' : 'creditCode',
  });
}

function renderCategory({ words, entry, faults, set }: FurtherPage): TemplateResult {
  return renderSelectField({
    name: 'applicant.category',
    label: words.labels['applicant.category'],
    value: entry['applicant.category'],
    fault: faults.get('applicant.category'),
    choices: choicesOf(words.categories, organisations),
    choose: (value) => set({ 'applicant.category': value }),
  });
}

function renderAgent(page: FurtherPage): TemplateResult {
  return html`<div class="inset">
    <p class="field-hint">${page.words.agentLead}</p>
    ${textField(page, 'agent.name', { autocomplete: 'name', width: 'middle' })}
    ${identityFields(page, 'agent', personalPapers)}
    ${textField(page, 'agent.phone', {
      type: 'tel',
      inputmode: 'tel',
      autocomplete: 'tel',
      width: 'middle',
    })}
  </div>`;
}

/** 个人信息处理告知 (个人信息保护法 art. 17, 30, 35). */
function renderPrivacy(
  { words, language }: FurtherPage,
  { organ, retentionDays }: ApplicantStep,
): TemplateResult {
  return html`<div class="privacy" part="privacy">
    <p class="privacy-title">${words.privacyTitle}</p>
    <ul>
      ${words.privacy(organ, retentionDays).map((line) => html`<li>${withChinese(line, language)}</li>`)}
    </ul>
  </div>`;
}
