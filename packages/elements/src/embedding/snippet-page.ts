/**
 * The page of the service where a department chooses an element, sees it, and copies what it pastes
 * into its own page.
 */
import type { Organ } from '@open-info/contract/organs';
import { createClient } from '@open-info/sdk/client';
import { listDocuments } from '@open-info/sdk/documents';
import { listOrgans } from '@open-info/sdk/organs';
import { html, nothing, render, type TemplateResult } from 'lit';
import { framedThemes, themeNames } from '../themes/theme-names.ts';
import {
  embeddables,
  isForFrames,
  languages,
  modes,
  schemes,
  type EmbeddableAttribute,
} from './embeddable.ts';
import { terms, type SnippetPageTerms } from './snippet-page.terms.ts';
import {
  chosenAttributes,
  fileFor,
  files,
  frameAddress,
  importMapOf,
  policyOf,
  snippetOf,
  styleOf,
  ways,
  type Choice,
  type Offer,
  type Way,
} from './snippet.ts';

interface Named {
  id: string;
  name: string;
}

const service = new URL('..', location.href).href.replace(/\/$/, '');
const client = createClient({ baseUrl: service });
const page = document.querySelector<HTMLElement>('#page') ?? document.body;
const preview = document.createElement('div');

let language: keyof typeof terms = /\ben\b/.test(location.search) ? 'en' : 'zh-CN';
let offer: Offer = { service, version: page.dataset.version ?? '', files: {} };
let organs: readonly Named[] = [];
let policies: readonly Named[] = [];
let isListed = true;
let said = '';
let mapHash = '';
const [firstElement] = embeddables;
if (!firstElement) throw new Error('There are no elements.');
let choice: Choice = {
  element: firstElement,
  values: {},
  lang: language,
  mode: 'standard',
  theme: 'neutral',
  scheme: 'light',
  way: 'tag',
  file: 'loader.js',
  pinned: true,
};

const words = (): SnippetPageTerms => terms[language];
const nameOf = ({ zh, en }: { zh: string; en: string }): string => (language === 'en' ? en : zh);

function change(changes: Partial<Choice>): void {
  choice = { ...choice, ...changes };
  said = '';
  show();
  showPreview();
}

function setValue(name: string, value: string): void {
  change({ values: { ...choice.values, [name]: value } });
}

function turnTo(next: keyof typeof terms): void {
  language = next;
  document.documentElement.lang = next;
  document.title = words().title;
  show();
}

/** Values with which something can be seen at once. */
function usualValues(attributes: readonly EmbeddableAttribute[]): Record<string, string> {
  const usual: Record<string, string> = { attribute: 'open' };
  const today = new Date().toISOString().slice(0, 10);
  return Object.fromEntries(
    attributes.flatMap(({ name, kind, needed }) => {
      if (!needed) return usual[name] === undefined ? [] : [[name, usual[name]]];
      return [[name, kind === 'date' ? today : (policies[0]?.id ?? '')]];
    }),
  );
}

function renderSelect(
  id: string,
  label: string,
  value: string,
  options: readonly (readonly [string, string])[],
  changed: (value: string) => void,
): TemplateResult {
  return html`<p class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      @change=${(event: Event) => changed((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([key, name]) => html`<option value=${key} ?selected=${key === value}>${name}</option>`,
      )}
    </select>
  </p>`;
}

const named = (values: readonly string[], names: Readonly<Record<string, string>>) =>
  values.map((value) => [value, names[value] ?? (value === '' ? words().any : value)] as const);

function renderAttribute(attribute: EmbeddableAttribute): TemplateResult {
  const { name, kind, values, needed } = attribute;
  const id = `attribute-${name}`;
  const label = `${nameOf(attribute)}${needed ? ` · ${words().needed}` : ''}`;
  const value = choice.values[name] ?? '';
  if (kind === 'flag') {
    return html`<p class="field check">
      <input
        id=${id}
        type="checkbox"
        .checked=${value !== ''}
        @change=${(event: Event) =>
          setValue(name, (event.target as HTMLInputElement).checked ? 'on' : '')}
      />
      <label for=${id}>${label}</label>
    </p>`;
  }
  if (kind === 'choice') {
    return renderSelect(id, label, value, named(values ?? [], words().values), (chosen) =>
      setValue(name, chosen),
    );
  }
  const list = kind === 'organ' ? organs : kind === 'policy' ? policies : [];
  if (list.length > 0) {
    const none = needed ? [] : [['', words().any] as const];
    const all = list.map((each) => [each.id, each.name] as const);
    return renderSelect(id, label, value, [...none, ...all], (chosen) => setValue(name, chosen));
  }
  const types: Partial<Record<typeof kind, string>> = {
    date: 'date',
    number: 'number',
    url: 'url',
  };
  return html`<p class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type=${types[kind] ?? 'text'}
      min=${kind === 'number' ? '1' : nothing}
      .value=${value}
      autocomplete="off"
      spellcheck="false"
      @change=${(event: Event) => setValue(name, (event.target as HTMLInputElement).value.trim())}
    />
  </p>`;
}

const offeredThemes = (way: Way) => (way === 'frame' ? framedThemes : themeNames);

function place(way: Way): void {
  const known = offeredThemes(way).some(({ name }) => name === choice.theme);
  change({ way, theme: known ? choice.theme : 'neutral' });
}

function renderChoices(): TemplateResult {
  const text = words();
  const { element, lang, mode, theme, scheme, way, pinned } = choice;
  const attributes = element.attributes.filter((each) => way !== 'frame' || isForFrames(each));
  const offered = files.filter((each) => way !== 'div' || each !== 'all.js');
  return html`<form
    class="choices"
    aria-labelledby="choose"
    @submit=${(event: Event) => event.preventDefault()}
  >
    <h2 id="choose">${text.choose}</h2>
    ${renderSelect(
      'element',
      text.element,
      element.name,
      embeddables.map((each) => [each.name, nameOf(each)]),
      (name) => {
        const next = embeddables.find((each) => each.name === name) ?? element;
        change({ element: next, values: usualValues(next.attributes) });
      },
    )}
    ${attributes.map(renderAttribute)}
    <h2>${text.appearance}</h2>
    ${renderSelect('mode', text.mode, mode, named(modes, text.modes), (value) => change({ mode: value }))}
    ${renderSelect('lang', text.language, lang, named(languages, text.languages), (value) =>
      change({ lang: value }),
    )}
    ${renderSelect(
      'theme',
      text.theme,
      theme,
      offeredThemes(way).map((each) => [each.name, nameOf(each)]),
      (value) => change({ theme: value }),
    )}
    ${renderSelect('scheme', text.scheme, scheme, named(schemes, text.schemes), (value) =>
      change({ scheme: value }),
    )}
    <h2>${text.code}</h2>
    ${renderSelect('way', text.way, way, named(ways, text.ways), (value) =>
      place(ways.find((each) => each === value) ?? 'tag'),
    )}
    ${
      way === 'frame'
        ? nothing
        : renderSelect('file', text.file, fileFor(choice), named(offered, text.files), (value) =>
            change({ file: files.find((each) => each === value) ?? 'loader.js' }),
          )
    }
    <fieldset>
      <legend>${language === 'en' ? 'Version' : '版本'} ${offer.version}</legend>
      ${[true, false].map(
        (value) =>
          html`<p class="check">
            <input
              id="pinned-${value}"
              type="radio"
              name="pinned"
              .checked=${pinned === value}
              @change=${() => change({ pinned: value })}
            />
            <label for="pinned-${value}">${value ? text.pinned : text.channel}</label>
          </p>`,
      )}
    </fieldset>
  </form>`;
}

function renderText(name: string, title: string, about: string, text: string): TemplateResult {
  const id = `snippet-${name}`;
  return html`<section class="text" aria-labelledby="${id}-title">
    <div class="text-head">
      <h2 id="${id}-title">${title}</h2>
      <button
        type="button"
        aria-describedby="${id}-title"
        @click=${() => void copy(id, title, text)}
      >
        ${words().copy}
      </button>
    </div>
    <p class="about">${about}</p>
    <pre id=${id} tabindex="0" lang="en" aria-labelledby="${id}-title"><code>${text}</code></pre>
  </section>`;
}

function renderPage(): TemplateResult {
  const text = words();
  const map = importMapOf(choice, offer);
  const style = styleOf(choice);
  return html`<header>
      <h1>${text.title}</h1>
      <button
        class="language"
        type="button"
        lang=${language === 'en' ? 'zh-CN' : 'en'}
        @click=${() => turnTo(language === 'en' ? 'zh-CN' : 'en')}
      >
        ${text.other}
      </button>
      <p>${text.intro}</p>
    </header>
    ${isListed ? nothing : html`<p class="warning" role="alert">${text.failed}</p>`}
    <div class="columns">
      ${renderChoices()}
      <div class="results">
        ${renderText('code', text.code, choice.way === 'frame' ? text.frameAbout : text.codeAbout, snippetOf(choice, offer))}
        ${renderText('policy', text.policy, text.policyAbout, policyOf(choice, offer))}
        ${style === '' ? nothing : renderText('style', text.style, text.styleAbout, style)}
        ${
          map === ''
            ? nothing
            : html`<details class="text">
                <summary>${text.map}</summary>
                ${renderText('map', text.map, text.mapAbout, `<script type="importmap">${map}</script>`)}
                ${mapHash === '' ? nothing : html`<p class="about">${text.mapHash} <code>'${mapHash}'</code></p>`}
              </details>`
        }
        <p class="status" role="status">${said}</p>
        <section aria-labelledby="preview-title">
          <h2 id="preview-title">${text.preview}</h2>
          ${preview}
        </section>
      </div>
    </div>`;
}

async function copy(id: string, title: string, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    said = words().copied(title);
  } catch {
    const target = document.querySelector(`#${id}`);
    if (target) getSelection()?.selectAllChildren(target);
    said = words().notCopied;
  }
  show();
}

/** The hash a policy names an inline import map by; browsers reckon it on secure pages only. */
async function hashMap(): Promise<void> {
  const map = importMapOf(choice, offer);
  if (map === '' || !isSecureContext) return;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(map));
  const next = `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
  if (next === mapHash) return;
  mapHash = next;
  show();
}

function show(): void {
  render(renderPage(), page);
  void hashMap();
}

/** The chosen element itself, made anew: what it shows depends on nothing chosen before. */
function showPreview(): void {
  const { element, lang, mode, theme, scheme, way, values } = choice;
  preview.className = 'preview';
  preview.dataset.scheme = scheme;
  preview.dataset.oiTheme = theme;
  const isReady = element.attributes.every(({ name, needed }) => !needed || values[name]);
  if (!isReady) {
    preview.textContent = words().incomplete;
    return;
  }
  if (way === 'frame') {
    const frame = document.createElement('iframe');
    frame.setAttribute('data-oi-frame', '');
    frame.title = nameOf(element);
    frame.src = frameAddress(choice, offer);
    preview.replaceChildren(frame);
    return;
  }
  const shown = document.createElement(`oi-${element.name}`);
  shown.setAttribute('service', service);
  shown.lang = lang;
  if (mode !== 'standard') shown.dataset.oiMode = mode;
  for (const [name, value] of chosenAttributes(choice)) shown.setAttribute(name, value);
  preview.replaceChildren(shown);
}

async function readOffer(): Promise<void> {
  const answer = await fetch(`${service}/embed/integrity.json`);
  const { version, files: hashes } = (await answer.json()) as Omit<Offer, 'service'>;
  offer = { service, version, files: hashes };
}

async function readLists(): Promise<void> {
  try {
    const [organList, documentList] = await Promise.all([
      listOrgans(client),
      listDocuments(client, { limit: 100 }),
    ]);
    organs = organList.items.map(({ id, name }: Organ) => ({ id, name }));
    policies = documentList.items.map(({ id, title }) => ({ id, name: title }));
  } catch {
    isListed = false;
  }
}

turnTo(language);
showPreview();
void Promise.all([readOffer(), readLists()]).then(show);
