// @ts-expect-error -- its declarations leave out what it exports
import { create, ts } from '@custom-elements-manifest/analyzer';
// @ts-expect-error -- it has no declarations
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { choices, elementFolders, filesOf, readSource } from './sources.mjs';
import { tokensOf } from './tokens.mjs';

/**
 * @typedef {{ text: string }} Type
 * @typedef {object} Member a property or method of a class
 * @property {'field' | 'method'} kind
 * @property {string} name
 * @property {string} [description]
 * @property {Type} [type]
 * @property {Type} [parsedType] the type with the words it is a choice of
 * @property {string} [default]
 * @property {string} [attribute]
 * @property {string} [privacy]
 * @property {boolean} [static]
 * @typedef {{ name: string, fieldName: string, description?: string, type?: Type, parsedType?: Type, default?: string }} Attribute
 * @typedef {{ name: string, description?: string, type: Type }} Field of an event
 * @typedef {{ name: string, description?: string, type: Type, cancelable: boolean, fields: Field[] }} ElementEvent
 * @typedef {{ name: string, description?: string }} Named
 * @typedef {object} Declaration a class of the manifest; of an element all of it
 * @property {string} kind
 * @property {string} name
 * @property {string} tagName
 * @property {boolean} customElement
 * @property {string} summary
 * @property {string} description
 * @property {Member[]} members
 * @property {Attribute[]} attributes
 * @property {ElementEvent[]} events
 * @property {Named[]} slots
 * @property {Named[]} cssParts
 * @property {import('./tokens.mjs').Token[]} cssProperties
 * @typedef {object} Module
 * @property {string} path
 * @property {Declaration[]} declarations
 * @property {{ kind: string, name: string, declaration: object }[]} exports
 * @typedef {Omit<Declaration, 'events' | 'slots' | 'cssParts'> & { events?: Partial<ElementEvent>[], slots?: Named[], cssParts?: Named[] }} Analyzed
 *   what the comment of a class does not name is absent
 * @typedef {{ schemaVersion: string, readme: string, modules: Module[] }} Manifest
 */

/** Where a source lies in the published package. @param {string} file */
const published = (file) => `dist/${file.replace(/\.ts$/, '.js')}`;

/** @param {string} text as in `string | undefined | undefined`, of an optional field */
const withoutUndefined = (text) =>
  text
    .split(' | ')
    .filter((part) => part !== 'undefined')
    .join(' | ');

/** @param {string} [text] */
const unquoted = (text) => text?.replace(/^'(.*)'$/, '$1');

/**
 * @param {Member} member
 * @param {Map<string, string>} words of the types that are a choice of words
 * @returns {Member}
 */
function asPublic(member, words) {
  if (!member.type) return member;
  const text = withoutUndefined(member.type.text);
  const chosen = words.get(text);
  return { ...member, type: { text }, ...(chosen ? { parsedType: { text: chosen } } : {}) };
}

/** @param {Member} member */
const isPublic = ({ privacy, static: isStatic, name }) =>
  privacy === undefined && isStatic !== true && !name.startsWith('_');

/**
 * @param {Member} member
 * @returns {Attribute}
 */
const attributeOf = ({ attribute, name, description, type, parsedType, default: value }) => ({
  name: attribute ?? name,
  fieldName: name,
  ...(description === undefined ? {} : { description }),
  ...(type ? { type } : {}),
  ...(parsedType ? { parsedType } : {}),
  ...(value === undefined ? {} : { default: unquoted(value) ?? value }),
});

/** Whether an event of this class can be prevented. @param {string} name @param {string} source */
const isCancelable = (name, source) =>
  new RegExp(`super\\(${name}\\.type, \\{ cancelable: true \\}`).test(source);

/**
 * An event with what its class tells: what it carries, and whether it can be prevented.
 * @param {ElementEvent} event
 * @param {Declaration[]} classes
 * @param {string} source of the events of the element
 * @returns {ElementEvent}
 */
function told(event, classes, source) {
  const own = classes.find(({ name }) => name === event.type.text);
  const fields = (own?.members ?? []).filter(
    (member) => member.kind === 'field' && isPublic(member),
  );
  return {
    ...event,
    cancelable: isCancelable(event.type.text, source),
    fields: fields.map(({ name, description, type, parsedType }) => ({
      name,
      ...(description === undefined ? {} : { description }),
      type: parsedType ?? type ?? { text: 'unknown' },
    })),
  };
}

/**
 * The analyzer takes every `dispatchEvent` for an event, also without a name.
 * @param {Partial<ElementEvent>} event
 * @returns {event is ElementEvent}
 */
const isNamed = (event) => event.name?.startsWith('oi-') === true;

/**
 * The class of an element, as the public sees it.
 * @param {Analyzed} declaration
 * @param {Declaration[]} classes of its folder
 * @param {Map<string, string>} words
 * @param {string} folder
 * @returns {Declaration}
 */
function asElement(declaration, classes, words, folder) {
  const members = declaration.members.filter(isPublic).map((member) => asPublic(member, words));
  const source = filesOf(folder).map(readSource).join('\n');
  const { events = [], slots = [], cssParts = [] } = declaration;
  return {
    ...declaration,
    tagName: /static readonly tag: string = '([\w-]+)'/.exec(source)?.[1] ?? '',
    customElement: true,
    members,
    attributes: members.filter(({ attribute }) => attribute !== undefined).map(attributeOf),
    events: events.filter(isNamed).map((event) => told(event, classes, source)),
    slots,
    cssParts,
    cssProperties: tokensOf(folder),
  };
}

/**
 * The class of an event: its public fields, without what its constructor puts into them.
 * @param {Declaration} declaration
 * @param {Map<string, string>} words
 */
const asEvent = (declaration, words) => ({
  ...declaration,
  members: declaration.members.filter(isPublic).map(({ kind, name, description, type }) => {
    const text = type?.text ?? 'unknown';
    const chosen = words.get(text);
    return {
      kind,
      name,
      ...(description === undefined ? {} : { description }),
      type: { text },
      ...(chosen ? { parsedType: { text: chosen } } : {}),
    };
  }),
});

/**
 * @param {string} folder
 * @param {Map<string, string>} words
 * @returns {Module[]}
 */
function modulesOf(folder, words) {
  const files = filesOf(folder);
  /** @type {Manifest} */
  const analyzed = create({
    modules: files.map((file) =>
      ts.createSourceFile(file, readSource(file), ts.ScriptTarget.ES2022, true),
    ),
    plugins: litPlugin(),
    context: { dev: false },
  });
  const [main, define, ...events] = analyzed.modules;
  const found = main?.declarations.find(({ customElement }) => customElement);
  if (!main || !define || !found) throw new Error(`No element was found in ${folder}.`);
  const eventModules = events.map((module) => ({
    ...module,
    declarations: module.declarations.map((declaration) => asEvent(declaration, words)),
  }));
  const classes = eventModules.flatMap(({ declarations }) => declarations);
  const element = asElement(found, classes, words, folder);
  const definition = {
    kind: 'custom-element-definition',
    name: element.tagName,
    declaration: { name: element.name, module: published(main.path) },
  };
  return [
    { ...main, declarations: [element] },
    { ...define, exports: [definition] },
    ...eventModules,
  ].map((module) => placed(module));
}

/** A module with its paths as published. @param {Module} module @returns {Module} */
const placed = (module) =>
  JSON.parse(JSON.stringify({ ...module, path: published(module.path) }), (key, value) =>
    key === 'module' && typeof value === 'string' && value.endsWith('.ts')
      ? published(value.replace(/^\//, ''))
      : value,
  );

/**
 * Describes every element, as custom-elements.json says it (schema 1.0.0; to an event `cancelable` and
 * `fields` are added, to a member `parsedType`).
 * @returns {Manifest}
 */
export function describeElements() {
  const words = choices();
  return {
    schemaVersion: '1.0.0',
    readme: '',
    modules: elementFolders().flatMap((folder) => modulesOf(folder, words)),
  };
}

/** The elements of a manifest, with where each is registered. @param {Manifest} manifest */
export const elementsOf = ({ modules }) =>
  modules.flatMap((module) =>
    module.declarations
      .filter(({ customElement }) => customElement)
      .map((element) => ({ element, path: module.path })),
  );
