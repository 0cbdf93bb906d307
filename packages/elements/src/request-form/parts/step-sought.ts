import { html, nothing, type TemplateResult } from 'lit';
import { withChinese } from '../../base/chinese.ts';
import type { AlreadyPublic } from '../beside/already-public.ts';
import type { Attaching } from '../beside/attaching.ts';
import { renderOrganPicker, type OrganPicker } from './organ-picker.ts';
import { section, textField, type FormPage } from './page.ts';

export interface SoughtStep {
  /** Name of the organ the page has fixed. */
  fixedOrgan: string | undefined;
  picker: OrganPicker;
  /** Once they have been fetched. */
  offers: AlreadyPublic | undefined;
  attaching: Attaching | undefined;
}

/** 您需要什么信息 (art. 29 (二), 41). */
export function renderSoughtStep(page: FormPage, step: SoughtStep): TemplateResult {
  const { words, kind } = page;
  return html`
    ${
      step.fixedOrgan === undefined
        ? renderOrganPicker(page, step.picker)
        : html`<p class="asked-organ">
            ${withChinese(words.askedOrgan(step.fixedOrgan), page.language)}
          </p>`
    }
    ${section(
      words.soughtTitle[kind],
      html`${textField(page, 'sought.name')}
      ${step.offers?.render(page) ?? nothing}${textField(page, 'sought.documentNumber', {
        width: 'middle',
      })}${textField(page, 'sought.description', { rows: 4 })}`,
      words.soughtEither,
    )}
    ${
      kind === 'correction'
        ? html`${textField(page, 'correction.wrong', { rows: 3 })}${textField(
            page,
            'correction.right',
            { rows: 3 },
          )}`
        : nothing
    }
    ${step.attaching?.render(page) ?? nothing}
    ${kind === 'disclosure' ? step.offers?.renderMisfits(page) : nothing}
  `;
}
