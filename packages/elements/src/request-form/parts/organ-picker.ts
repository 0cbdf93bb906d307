import type { Organ } from '@open-info/contract/organs';
import { html, nothing, type TemplateResult } from 'lit';
import { renderRadioField } from '../../base/field.ts';
import { latestValue, type Load } from '../../controllers/load.ts';
import type { FormPage } from './page.ts';

/** Organs that may be asked under 条例 art. 4, 29; the others have rules of their own (art. 55). */
const askable = ['government', 'department', 'street'];

/** The organs a person may turn to. */
function askableOrgans(organs: readonly Organ[]): Organ[] {
  return organs.filter(({ kind }) => askable.includes(kind));
}

function isNamed({ name, shortName, aliases }: Organ, words: string): boolean {
  return [name, shortName ?? '', ...aliases].some((each) => each.includes(words));
}

export interface OrganPicker {
  load: Load<readonly Organ[]>;
  /** What was typed to find one. */
  search: string;
  /** The list is open although one is chosen. */
  isOpen: boolean;
  find: (words: string) => void;
  choose: (id: string) => void;
  open: () => void;
  retry: () => void;
}

/** 向哪个机关申请: a list that narrows as one types; folded away once one is chosen. */
export function renderOrganPicker(page: FormPage, picker: OrganPicker): TemplateResult {
  const { words, entry, faults } = page;
  const all = latestValue(picker.load);
  const organs = all && askableOrgans(all);
  if (!organs) return renderNoList(page, picker);
  const chosen = organs.find(({ id }) => id === entry.organId);
  if (chosen && !picker.isOpen) {
    return html`<div class="field">
      <p class="field-label">${words.labels.organId}</p>
      <p class="chosen-organ">
        <strong lang="zh-CN">${chosen.name}</strong>
        <button class="link" type="button" id="organId" @click=${picker.open}>
          ${words.changeOrgan}
        </button>
      </p>
    </div>`;
  }
  const shown = organs.filter((organ) => isNamed(organ, picker.search.trim()));
  return html`<div class="organ-picker">
    ${renderRadioField({
      name: 'organId',
      label: words.labels.organId,
      fault: faults.get('organId'),
      hint: html`<label for="organ-search" class="visually-hidden">${words.organSearch}</label>
        <input
          id="organ-search"
          class="input"
          type="search"
          autocomplete="off"
          placeholder=${words.organSearch}
          .value=${picker.search}
          @input=${(event: Event) => picker.find((event.target as HTMLInputElement).value)}
          @keydown=${staysHere}
        />
        <span class="organ-count" role="status"
          >${shown.length > 0 ? words.organCount(shown.length) : words.organNone}</span
        >`,
      value: entry.organId,
      choices: shown.map(({ id, name }) => ({ value: id, label: name })),
      choose: picker.choose,
    })}
  </div>`;
}

/** Enter in the search does not go to the next step. */
function staysHere(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}

function renderNoList({ words }: FormPage, { load, retry }: OrganPicker): TemplateResult {
  if (load.state !== 'failed') return html`<p class="field-hint">${words.loading}</p>`;
  return html`<div class="message" role="alert">
    <p>${words.organsFailed}</p>
    <p><button class="button" type="button" @click=${retry}>${words.retry}</button></p>
  </div>`;
}

/** Where the organ's office is, for whoever would rather go or call (art. 4). */
export function renderOffice(organ: Organ | undefined): unknown {
  const office = organ?.office;
  if (!office) return nothing;
  const facts = [office.name, office.address, office.phone, office.hours].filter(Boolean);
  return html`<p class="office facts" lang="zh-CN">
    ${facts.map((fact) => html`<span>${fact}</span>`)}
  </p>`;
}
