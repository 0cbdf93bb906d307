import { policyLevels, policyLevelWords } from '@open-info/contract/documents';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/terms.ts';
import type { PolicyListTerms } from '../policy-list.terms.ts';

export interface LevelTabs {
  words: PolicyListTerms;
  language: Language;
  /** Level on show; empty for all of them. */
  level: string;
  choose: (level: string) => void;
}

const levels = ['', ...policyLevels];

/** Steps to another tab by key; undefined for a key that does nothing here. */
const steps: Readonly<Record<string, (at: number) => number>> = {
  ArrowRight: (at) => (at + 1) % levels.length,
  ArrowLeft: (at) => (at + levels.length - 1) % levels.length,
  Home: () => 0,
  End: () => levels.length - 1,
};

function onKeyDown(tabs: LevelTabs, event: KeyboardEvent): void {
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const level = levels[step(levels.indexOf(tabs.level))] ?? '';
  tabs.choose(level);
  const list = event.currentTarget as Element;
  list.querySelector<HTMLElement>(`#level-${level || 'all'}`)?.focus();
}

/** 全部, 国家, 省, 市, 区: one of them can be reached by Tab, the others from it by arrows. */
export function renderLevelTabs(tabs: LevelTabs): TemplateResult {
  const { words, language, level, choose } = tabs;
  return html`<div
    class="tabs no-print"
    role="tablist"
    aria-label=${words.levels}
    @keydown=${(event: KeyboardEvent) => onKeyDown(tabs, event)}
  >
    ${levels.map(
      (one) =>
        html`<button
          id="level-${one || 'all'}"
          class="tab"
          type="button"
          role="tab"
          aria-selected=${one === level ? 'true' : 'false'}
          aria-controls="panel"
          tabindex=${one === level ? 0 : -1}
          @click=${() => choose(one)}
        >
          ${one === '' ? words.allLevels : (policyLevelWords[one]?.[language === 'en' ? 'en' : 'zh'] ?? one)}
        </button>`,
    )}
  </div>`;
}
