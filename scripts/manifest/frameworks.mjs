import { elementsOf } from './manifest.mjs';

/**
 * @typedef {import('./manifest.mjs').Manifest} Manifest
 * @typedef {import('./manifest.mjs').Declaration} Declaration
 * @typedef {import('./manifest.mjs').Member} Member
 */

/** @param {string} [text] */
const comment = (text) => (text ? `/** ${text.replace(/\s+/g, ' ')} */\n      ` : '');

/**
 * A member by its own name and, where that differs, by the name of its attribute.
 * @param {string} name of the class
 * @param {Member} member
 */
function propLines(name, member) {
  const said = comment(member.description);
  const own = `${said}${member.name}?: ${name}['${member.name}'] | undefined;`;
  if (member.attribute === undefined || member.attribute === member.name) return [own];
  const written = member.type?.text === 'number' ? ' | string' : '';
  return [own, `${said}'${member.attribute}'?: ${name}['${member.name}']${written} | undefined;`];
}

/** @param {Declaration} element */
function elementLines({ tagName, name, members, events, summary }) {
  const props = members
    .filter(({ kind }) => kind === 'field')
    .flatMap((member) => propLines(name, member));
  const told = events.map(
    (event) => `${comment(event.description)}'${event.name}': ${event.type.text};`,
  );
  return `
  /** ${summary} */
  '${tagName}': {
    element: ${name};
    props: {
      ${props.join('\n      ')}
    };
    events: {
      ${told.join('\n      ')}
    };
  };`;
}

/** Class of an event to the module that has it. @param {Manifest} manifest */
const eventModules = ({ modules }) =>
  new Map(
    modules
      .filter(({ path }) => path.endsWith('.events.js'))
      .flatMap(({ path, declarations }) =>
        declarations.map(({ name }) => /** @type {const} */ ([name, path])),
      ),
  );

/** Path of a module, seen from dist/frameworks. @param {string} path */
const fromHere = (path) => path.replace(/^dist\//, '../');

/** What every framework is told: properties and attributes, events, class of each element. @param {Manifest} manifest */
function elementTypes(manifest) {
  const elements = elementsOf(manifest);
  const modules = eventModules(manifest);
  const events = [
    ...new Set(elements.flatMap(({ element }) => element.events.map(({ type }) => type.text))),
  ];
  const imports = [
    ...elements.map(
      ({ element, path }) => `import type { ${element.name} } from '${fromHere(path)}';`,
    ),
    ...events.map((name) => `import type { ${name} } from '${fromHere(modules.get(name) ?? '')}';`),
  ];
  return `${imports.join('\n')}

/** Every element by its tag: its class, what may be set on it, and the events it sends. */
export interface Elements {${elements.map(({ element }) => elementLines(element)).join('')}
}

/** Listeners as JSX and Svelte spell them: \`on\` before the name of the event. */
export type Listeners<Tag extends keyof Elements> = {
  [Name in keyof Elements[Tag]['events'] & string as \`on\${Name}\`]?:
    | ((event: Elements[Tag]['events'][Name]) => void)
    | undefined;
};
`;
}

const react = `import type { HTMLAttributes, RefAttributes } from 'react';
import type { Elements, Listeners } from './elements.js';

type Tags = {
  [Tag in keyof Elements]: Omit<
    HTMLAttributes<Elements[Tag]['element']>,
    keyof Elements[Tag]['props']
  > &
    RefAttributes<Elements[Tag]['element']> &
    Elements[Tag]['props'] &
    Listeners<Tag>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`;

const preact = `import type { HTMLAttributes } from 'preact';
import type { Elements, Listeners } from './elements.js';

type Tags = {
  [Tag in keyof Elements]: Omit<
    HTMLAttributes<Elements[Tag]['element']>,
    keyof Elements[Tag]['props']
  > &
    Elements[Tag]['props'] &
    Listeners<Tag>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`;

const vue = `import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { Elements } from './elements.js';

type Emits<Tag extends keyof Elements> = EmitFn<{
  [Name in keyof Elements[Tag]['events']]: (event: Elements[Tag]['events'][Name]) => void;
}>;

type Tags = {
  [Tag in keyof Elements]: new () => Elements[Tag]['element'] & {
    /** Of the templates; no element has it. */
    $props: Omit<HTMLAttributes, keyof Elements[Tag]['props']> & Elements[Tag]['props'] & PublicProps;
    /** Of the templates; no element has it. */
    $emit: Emits<Tag>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
`;

const svelte = `import type { HTMLAttributes } from 'svelte/elements';
import type { Elements, Listeners } from './elements.js';

type Tags = {
  [Tag in keyof Elements]: Omit<
    HTMLAttributes<Elements[Tag]['element']>,
    keyof Elements[Tag]['props']
  > &
    Elements[Tag]['props'] &
    Listeners<Tag>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
`;

/**
 * The types of each framework, by file; they carry no code.
 * @param {Manifest} manifest
 * @returns {Record<string, string>}
 */
export const frameworkTypes = (manifest) => ({
  'elements.d.ts': elementTypes(manifest),
  'react.d.ts': react,
  'preact.d.ts': preact,
  'vue.d.ts': vue,
  'svelte.d.ts': svelte,
});
