import { html, nothing, type TemplateResult } from 'lit';
import { folded } from '../../base/folded.ts';
import { renderManyField, renderRadioField } from '../../base/field.ts';
import type { EntryField } from '../entry.ts';
import { waysOf } from '../submission.ts';
import { choicesOf, type FurtherPage } from './choices.ts';
import { section, textField } from './page.ts';

/** 怎样答复您 (art. 29 (一) and (三), 40, 43). */
export function renderDeliveryStep(page: FurtherPage): TemplateResult {
  const { words, entry, faults, set } = page;
  const form = entry['delivery.form'];
  const ways = waysOf[form] ?? [];
  return html`
    ${section(
      words.contactTitle,
      html`${textField(page, 'contact.phone', {
        type: 'tel',
        inputmode: 'tel',
        autocomplete: 'tel',
        width: 'middle',
      })}
      ${textField(page, 'contact.email', {
        type: 'email',
        inputmode: 'email',
        autocomplete: 'email',
      })}
      ${textField(page, 'contact.address', { autocomplete: 'street-address' })}
      ${words.moreFields === undefined ? renderPostcode(page) : nothing}`,
      words.contactLead,
    )}
    ${renderRadioField({
      name: 'delivery.form',
      label: words.labels['delivery.form'],
      value: form,
      fault: faults.get('delivery.form'),
      choices: choicesOf(words.deliveryForms),
      choose: (value) => set({ 'delivery.form': value, 'delivery.way': waysOf[value]?.[0] ?? '' }),
    })}
    ${
      ways.length === 1
        ? html`<div class="field"><p class="field-hint">${words.onSiteNote}</p></div>`
        : renderRadioField({
            name: 'delivery.way',
            label: words.labels['delivery.way'],
            value: entry['delivery.way'],
            fault: faults.get('delivery.way'),
            choices: choicesOf(words.deliveryWays, ways),
            choose: (value) => set({ 'delivery.way': value }),
          })
    }
    ${folded(
      words.moreFields,
      html`${words.moreFields === undefined ? nothing : renderPostcode(page)}
      ${renderAssistance(page)}`,
      foldedFields.some((name) => entry[name] !== '' || faults.has(name)),
    )}
  `;
}

/** Nobody has to answer these: folded for older people, unless something stands in them. */
export const foldedFields: readonly EntryField[] = [
  'contact.postcode',
  'assistance.needs',
  'assistance.note',
];

function renderPostcode(page: FurtherPage): TemplateResult {
  return textField(page, 'contact.postcode', {
    inputmode: 'numeric',
    autocomplete: 'postal-code',
    width: 'short',
    note: page.words.optional,
  });
}

function renderAssistance(page: FurtherPage): TemplateResult {
  const { words, entry, faults, set } = page;
  const needs = entry['assistance.needs'].split(' ').filter(Boolean);
  return html`${renderManyField({
    name: 'assistance.needs',
    label: words.labels['assistance.needs'],
    note: words.optional,
    hint: words.hints['assistance.needs'],
    fault: faults.get('assistance.needs'),
    values: needs,
    choices: choicesOf(words.needs),
    choose: (values) => set({ 'assistance.needs': values.join(' ') }),
  })}
  ${needs.length > 0 ? textField(page, 'assistance.note', { note: words.optional }) : nothing}`;
}
