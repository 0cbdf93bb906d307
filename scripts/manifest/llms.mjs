import { eventInWords, tokensOfAll } from './editors.mjs';
import { elementsOf } from './manifest.mjs';

/**
 * @typedef {import('./manifest.mjs').Manifest} Manifest
 * @typedef {import('./manifest.mjs').Declaration} Declaration
 */

/** @param {string} heading @param {string[]} lines */
const list = (heading, lines) =>
  lines.length > 0 ? [`${heading}:\n\n${lines.map((line) => `- ${line}`).join('\n')}`] : [];

/** @param {Declaration} element @param {string} path */
function section(
  { tagName, name, description, attributes, members, events, slots, cssParts },
  path,
) {
  const folder = path.split('/')[1];
  return [
    `## <${tagName}>`,
    description,
    `Registered by \`import '@open-info/elements/${folder}/define'\`; class \`${name}\` of \`@open-info/elements/${folder}/${folder}\`.`,
    ...list(
      'Attributes',
      attributes.map(
        ({ name: attribute, fieldName, type, parsedType, default: value, description: said }) =>
          `\`${attribute}\` (property \`${fieldName}\`, ${(parsedType ?? type)?.text ?? 'string'}${value === undefined ? '' : `, ${value} when absent`}): ${said}`,
      ),
    ),
    ...list(
      'Properties without an attribute',
      members
        .filter(({ kind, attribute }) => kind === 'field' && attribute === undefined)
        .map((member) => `\`${member.name}: ${member.type?.text}\`: ${member.description}`),
    ),
    ...list(
      'Methods',
      members
        .filter(({ kind }) => kind === 'method')
        .map((member) => `\`${member.name}()\`: ${member.description}`),
    ),
    ...list(
      'Events',
      events.map(
        (event) =>
          `\`${event.name}\` (\`${event.type.text}\`${event.cancelable ? ', cancelable' : ''}): ${eventInWords(event)}`,
      ),
    ),
    ...list(
      'Slots',
      slots.map(({ name: slot, description: said }) => `\`${slot || '(default)'}\`: ${said}`),
    ),
    ...list(
      'Parts',
      cssParts.map(({ name: part, description: said }) => `\`${part}\`: ${said}`),
    ),
  ].join('\n\n');
}

/**
 * Every element in one text, for programs that read text. @param {Manifest} manifest
 */
export const llmsText = (manifest) =>
  `${[
    '# @open-info/elements',
    '> Web components for grassroots government disclosure in China (基层政务公开): catalog, disclosure requests, policies, service guides, progress. Standard custom elements; they work in plain HTML and in every framework.',
    "Put `<oi-provider service=\"https://open.example.gov.cn\">` around the elements, or give each its `service`. Register what a page uses: `import '@open-info/elements/provider/define'`. Types for templates: `import type {} from '@open-info/elements/react'` (also `preact`, `vue`, `svelte`). Events bubble and carry named fields, not `detail`; those that can be prevented are marked.",
    ...elementsOf(manifest).map(({ element, path }) => section(element, path)),
    '## Tokens',
    tokensOfAll(manifest)
      .map(
        ({ name, description, default: value }) => `- \`${name}\`: ${description} (\`${value}\`)`,
      )
      .join('\n'),
  ].join('\n\n')}\n`;
