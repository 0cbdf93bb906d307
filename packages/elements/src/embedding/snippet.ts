import type { Embeddable } from './embeddable.ts';

/** Ways to put an element into a page. */
export const ways = ['tag', 'div', 'frame'] as const;
export type Way = (typeof ways)[number];

/** What the page loads. */
export const files = ['loader.js', 'all.js', 'loader.classic.js'] as const;
export type EmbedFile = (typeof files)[number];

/** What a person has chosen. */
export interface Choice {
  element: Embeddable;
  /** Attributes by name; an empty one is left out. */
  values: Readonly<Record<string, string>>;
  lang: string;
  mode: string;
  theme: string;
  scheme: string;
  way: Way;
  file: EmbedFile;
  /** One version for good, with its hash; else the newest of its major version. */
  pinned: boolean;
}

/** What the service has. */
export interface Offer {
  /** Address of the service, without a slash at its end. */
  service: string;
  version: string;
  /** SRI hashes by file. */
  files: Readonly<Record<string, string>>;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

function attribute(name: string, value: string): string {
  return value === '' ? name : `${name}="${escaped(value)}"`;
}

/** The file a way needs: only a loader looks for `data-oi`. */
export function fileFor({ way, file }: Choice): EmbedFile {
  return way === 'div' && file === 'all.js' ? 'loader.js' : file;
}

/** Address of a file: of one version for good, or of the channel of its major version. */
function addressOf(file: string, { pinned }: Choice, { service, version }: Offer): string {
  const folder = pinned ? version : (version.split('.')[0] ?? version);
  return `${service}/embed/${folder}/${file}`;
}

function scriptTag(file: string, choice: Choice, offer: Offer): string {
  const hash = offer.files[file];
  const isModule = /^(all|loader)\.js$/.test(file);
  const parts = [
    '<script',
    ...(isModule ? ['type="module"'] : []),
    attribute('src', addressOf(file, choice, offer)),
    ...(choice.pinned && hash !== undefined ? [attribute('integrity', hash)] : []),
    'crossorigin="anonymous"></script>',
  ];
  return parts.join(' ');
}

/** Attributes as chosen: a flag has an empty value, the usual choice is left out. */
export function chosenAttributes({ element, values }: Choice): [string, string][] {
  return element.attributes.flatMap(({ name, kind, values: known }): [string, string][] => {
    const value = values[name] ?? '';
    if (value === '' || value === known?.[0]) return [];
    return [[name, kind === 'flag' ? '' : value]];
  });
}

function placeTag(choice: Choice, { service }: Offer): string {
  const { element, lang, mode, way } = choice;
  const prefix = way === 'div' ? 'data-oi-' : '';
  const written = [['service', service] as const, ...chosenAttributes(choice)].map(
    ([name, value]) => attribute(`${prefix}${name}`, value),
  );
  if (mode !== 'standard') written.push(attribute('data-oi-mode', mode));
  if (lang !== 'zh-CN') written.push(attribute('lang', lang));
  const name = way === 'div' ? 'div' : `oi-${element.name}`;
  const start = way === 'div' ? ['<div', attribute('data-oi', element.name)] : [`<${name}`];
  const fallback = element.fallback.replace('{service}', escaped(service));
  return `${[...start, ...written].join(' ')}>${fallback}</${name}>`;
}

/** Address of the element in a frame. */
export function frameAddress(choice: Choice, { service }: Offer): string {
  const { element, lang, mode, theme, scheme } = choice;
  const query = new URLSearchParams();
  for (const [name, value] of chosenAttributes(choice)) {
    const kind = element.attributes.find((each) => each.name === name)?.kind;
    if (kind !== 'text' && kind !== 'url') query.set(name, value);
  }
  if (lang !== 'zh-CN') query.set('lang', lang);
  if (mode !== 'standard') query.set('mode', mode);
  if (theme !== 'neutral') query.append('theme', theme);
  if (scheme !== 'light') query.set('scheme', scheme);
  const search = query.toString();
  return `${service}/embed/frame/${element.name}${search === '' ? '' : `?${search}`}`;
}

function frameTag(choice: Choice, offer: Offer): string {
  const { element, lang } = choice;
  const parts = [
    '<iframe data-oi-frame',
    attribute('src', frameAddress(choice, offer)),
    attribute('title', lang === 'en' ? element.en : element.zh),
    'width="100%" height="720" frameborder="0" loading="lazy" allow="clipboard-write"></iframe>',
  ];
  return parts.join(' ');
}

/** The line that brings in a theme; none for the usual look. */
function themeLink(choice: Choice, offer: Offer): string[] {
  if (choice.theme === 'neutral') return [];
  const file = `themes/${choice.theme}.css`;
  const hash = offer.files[file];
  const parts = [
    '<link rel="stylesheet"',
    attribute('href', addressOf(file, choice, offer)),
    ...(choice.pinned && hash !== undefined ? [attribute('integrity', hash)] : []),
    'crossorigin="anonymous">',
  ];
  return [parts.join(' ')];
}

/** The two lines, and one before them where a theme is chosen. */
export function snippetOf(choice: Choice, offer: Offer): string {
  if (choice.way === 'frame') {
    return `${frameTag(choice, offer)}\n${scriptTag('frame-host.js', choice, offer)}`;
  }
  return [
    ...themeLink(choice, offer),
    scriptTag(fileFor(choice), choice, offer),
    placeTag(choice, offer),
  ].join('\n');
}

/** What the Content-Security-Policy of the page has to allow, where it has one. */
export function policyOf(choice: Choice, { service }: Offer): string {
  if (choice.way === 'frame') return `frame-src ${service};\nscript-src ${service}`;
  const own = fileFor(choice) === 'loader.classic.js' ? 'open-info-loader ' : '';
  const style = choice.theme === 'neutral' ? [] : ['style-src'];
  return [
    ...['script-src', ...style, 'connect-src', 'img-src', 'media-src'].map(
      (name) => `${name} ${service}`,
    ),
    "require-trusted-types-for 'script'",
    `trusted-types ${own}lit-html 'allow-duplicates'`,
  ].join(';\n');
}

/** What the page's own style sheet has to say, if anything. */
export function styleOf({ scheme, way }: Choice): string {
  if (scheme === 'light' || way === 'frame') return '';
  return `:root { color-scheme: ${scheme === 'auto' ? 'light dark' : scheme}; }`;
}

/** The hashes of what the chosen file may fetch later; nothing where none can be known. */
export function importMapOf(choice: Choice, offer: Offer): string {
  if (choice.way === 'frame' || !choice.pinned) return '';
  const parts = fileFor(choice) === 'all.js' ? 'all/' : 'chunks/';
  const integrity = Object.fromEntries(
    Object.entries(offer.files)
      .filter(([file]) => file.startsWith(parts))
      .map(([file, hash]) => [addressOf(file, choice, offer), hash]),
  );
  return JSON.stringify({ integrity });
}
