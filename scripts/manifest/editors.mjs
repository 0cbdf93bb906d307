import { elementsOf } from './manifest.mjs';

/**
 * @typedef {import('./manifest.mjs').Manifest} Manifest
 * @typedef {import('./manifest.mjs').Declaration} Declaration
 * @typedef {import('./manifest.mjs').Attribute} Attribute
 * @typedef {import('./manifest.mjs').ElementEvent} ElementEvent
 */

/** The words an attribute is a choice of. @param {Attribute} attribute */
const choicesOf = ({ type, parsedType }) =>
  [...((parsedType ?? type)?.text ?? '').matchAll(/'([\w-]+)'/g)].map(([, word = '']) => word);

/** An event in one sentence, with what it carries. @param {ElementEvent} event */
export function eventInWords({ description = '', fields }) {
  const carried = fields.map(({ name, type }) => `\`${name}: ${type.text}\``).join(', ');
  return carried ? `${description} Carries ${carried}.` : description;
}

/** What a hovering pointer is told of an element. @param {Declaration} element */
function elementInWords({ description, summary, slots, events }) {
  /** @param {string} heading @param {string[]} lines */
  const list = (heading, lines) =>
    lines.length > 0 ? [`**${heading}**\n${lines.map((line) => `- ${line}`).join('\n')}`] : [];
  return [
    description || summary,
    ...list(
      'Events',
      events.map((event) => `\`${event.name}\`: ${eventInWords(event)}`),
    ),
    ...list(
      'Slots',
      slots.map(({ name, description: said }) => `\`${name || '(default)'}\`: ${said}`),
    ),
  ].join('\n\n');
}

/** Every token of every element, once. @param {Manifest} manifest */
export const tokensOfAll = (manifest) => [
  ...new Map(
    elementsOf(manifest).flatMap(({ element }) =>
      element.cssProperties.map((token) => /** @type {const} */ ([token.name, token])),
    ),
  ).values(),
];

/** Custom data for HTML of VS Code, version 1.1. @param {Manifest} manifest */
export const vscodeHtml = (manifest) => ({
  version: 1.1,
  tags: elementsOf(manifest).map(({ element }) => ({
    name: element.tagName,
    description: { kind: 'markdown', value: elementInWords(element) },
    attributes: element.attributes.map((attribute) => ({
      name: attribute.name,
      description: { kind: 'markdown', value: attribute.description },
      ...(attribute.type?.text === 'boolean' ? { valueSet: 'v' } : {}),
      ...(choicesOf(attribute).length > 0
        ? { values: choicesOf(attribute).map((name) => ({ name })) }
        : {}),
    })),
  })),
});

/** Custom data for CSS of VS Code, version 1.1. @param {Manifest} manifest */
export const vscodeCss = (manifest) => ({
  version: 1.1,
  properties: tokensOfAll(manifest).map(({ name, description }) => ({
    name,
    description: { kind: 'markdown', value: description },
  })),
});

/**
 * Web Types of JetBrains, which also other editors read.
 * @param {Manifest} manifest
 * @param {string} version of the elements
 */
export const webTypes = (manifest, version) => ({
  $schema: 'https://json.schemastore.org/web-types',
  name: '@open-info/elements',
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elementsOf(manifest).map(({ element, path }) => ({
        name: element.tagName,
        description: element.description,
        source: { module: `@open-info/elements/${path}`, symbol: element.name },
        attributes: element.attributes.map((attribute) => ({
          name: attribute.name,
          description: attribute.description,
          value: {
            type:
              choicesOf(attribute)
                .map((word) => `'${word}'`)
                .join(' | ') || attribute.type?.text,
          },
          ...(attribute.type?.text === 'boolean' ? { value: { type: 'boolean' } } : {}),
          ...(attribute.default === undefined ? {} : { default: attribute.default }),
        })),
        slots: element.slots.map(({ name, description }) => ({ name, description })),
        js: {
          properties: element.members
            .filter(({ kind }) => kind === 'field')
            .map(({ name, description, type }) => ({ name, description, type: type?.text })),
          events: element.events.map((event) => ({
            name: event.name,
            description: eventInWords(event),
          })),
        },
        css: {
          parts: element.cssParts.map(({ name, description }) => ({ name, description })),
          properties: element.cssProperties.map(({ name, description }) => ({ name, description })),
        },
      })),
    },
  },
});
