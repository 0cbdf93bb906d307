import { validities } from '@open-info/contract/documents';
import { html, nothing, type TemplateResult } from 'lit';
import { folded } from '../../base/folded.ts';
import * as icons from '../../base/icons.ts';
import type { Language } from '../../controllers/terms.ts';
import type { PolicyListTerms } from '../policy-list.terms.ts';
import type { View } from '../view.ts';

export interface Filters {
  words: PolicyListTerms;
  view: View;
  /** Topics to choose from; nothing to choose where there are fewer than two. */
  topics: readonly string[];
  change: (change: Partial<View>) => void;
}

/** Search, validity and topic. */
export function renderFilters(filters: Filters): TemplateResult {
  const { words, view, change } = filters;
  return html`<form
    class="filters no-print"
    role="search"
    aria-label=${words.search}
    @submit=${(event: Event) => {
      event.preventDefault();
      const input = (event.currentTarget as Element).querySelector('input');
      change({ q: input?.value.trim() ?? '' });
    }}
  >
    <div class="search-row">
      <input
        class="input"
        part="search-input"
        type="search"
        name="q"
        maxlength="200"
        autocomplete="off"
        enterkeyhint="search"
        aria-label=${words.searchLabel}
        placeholder=${words.searchLabel}
        .value=${view.q}
        @search=${(event: Event) => {
          // The cross within the field empties it; Enter submits the form.
          if ((event.target as HTMLInputElement).value === '') change({ q: '' });
        }}
      />
      <button class="button primary" type="submit">${icons.search}${words.search}</button>
    </div>
    ${folded(words.moreFilters, renderChoices(filters))}
  </form>`;
}

function renderChoices({ words, view, topics, change }: Filters): TemplateResult {
  return html`${renderSelect(words.validity, view.validity, (validity) => change({ validity }), [
    ['', words.allValidities],
    ...validities.map((code) => [code, words.validities[code] ?? code] as const),
  ])}
  ${
    // Last: they come with the answer, and nothing is to move then.
    topics.length > 1
      ? renderSelect(words.topic, view.topic, (topic) => change({ topic }), [
          ['', words.allTopics],
          ...topics.map((topic) => [topic, topic, 'zh-CN'] as const),
        ])
      : nothing
  }`;
}

function renderSelect(
  name: string,
  chosen: string,
  choose: (value: string) => void,
  options: readonly (readonly [value: string, label: string, language?: Language])[],
): TemplateResult {
  return html`<label class="choice">
    <span class="choice-name">${name}</span>
    <select
      class="select"
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([value, label, language]) =>
          html`<option value=${value} lang=${language ?? nothing} .selected=${value === chosen}>
            ${label}
          </option>`,
      )}
    </select>
  </label>`;
}
