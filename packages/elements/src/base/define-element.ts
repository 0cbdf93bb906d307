import { warn } from './warn.ts';

/** A class that knows its tag and its version and registers nothing by itself. */
export interface ElementClass extends CustomElementConstructor {
  readonly tag: string;
  readonly version: string;
}

export interface DefineOptions {
  /** Another tag, so that two versions can live on one page. */
  tag?: string;
  /** Another registry (scoped registries). */
  registry?: CustomElementRegistry;
}

type Registered = CustomElementConstructor & { readonly version?: string };

/**
 * Registers an element once. The first definition of a tag stays; the same version again is silent,
 * another version warns with both numbers. A second tag gets a subclass of its own.
 *
 * @returns the class the registry really holds for the tag
 */
export function defineElement(
  element: ElementClass,
  { tag = element.tag, registry = customElements }: DefineOptions = {},
): CustomElementConstructor {
  const existing: Registered | undefined = registry.get(tag);
  if (existing === undefined) return register(element, tag, registry);
  if (existing.version !== element.version) {
    warn(
      'another-version',
      `<${tag}> ${element.version} is ignored: ${existing.version ?? 'another class'} is already defined.`,
    );
  }
  return existing;
}

function register(
  element: ElementClass,
  tag: string,
  registry: CustomElementRegistry,
): CustomElementConstructor {
  try {
    registry.define(tag, element);
    return element;
  } catch {
    // A class can carry one tag only: the second tag takes a subclass.
    const copy = class extends element {};
    registry.define(tag, copy);
    return copy;
  }
}
