import type { Page } from 'playwright-core';

/** Where the page keeps what it was before any script of ours ran. */
const place = 'globalsBefore';

/** Runs in the page before every other script: notes each object the language and the browser offer. */
function note(name: string): void {
  type Known = [path: string, parent: object | null, own: Map<PropertyKey, PropertyDescriptor>];
  const known = new Map<object, Known>();
  const isObject = (value: unknown): value is object =>
    (typeof value === 'object' && value !== null) || typeof value === 'function';
  const describe = (object: object): Known[2] => {
    const own: Known[2] = new Map();
    for (const key of Reflect.ownKeys(object)) {
      const descriptor = Reflect.getOwnPropertyDescriptor(object, key);
      if (descriptor) own.set(key, descriptor);
    }
    return own;
  };
  const changes = (): string[] => {
    const found: string[] = [];
    for (const [object, [path, parent, before]] of known) {
      const after = describe(object);
      if (Reflect.getPrototypeOf(object) !== parent) found.push(`${path} has another prototype`);
      for (const key of after.keys()) if (!before.has(key)) found.push(`+ ${path}.${String(key)}`);
      for (const [key, was] of before) {
        const is: Partial<Record<string, unknown>> = { ...after.get(key) };
        const same = Object.entries(was).every(([field, value]) => Object.is(is[field], value));
        if (!same) found.push(`${path}.${String(key)} is another`);
      }
    }
    return found.sort();
  };
  Object.defineProperty(globalThis, name, { value: changes });
  // Nearest first, so a path is the one people know.
  const waiting: [object: object, path: string][] = [[globalThis, 'globalThis']];
  const queue = (value: unknown, path: string): void => {
    if (isObject(value)) waiting.push([value, path]);
  };
  for (const [object, path] of waiting) {
    if (known.has(object)) continue;
    const parent = Reflect.getPrototypeOf(object);
    const own = describe(object);
    known.set(object, [path, parent, own]);
    for (const [key, descriptor] of own) {
      for (const value of Object.values(descriptor)) queue(value, `${path}.${String(key)}`);
    }
    queue(parent, `${path}.__proto__`);
  }
}

/** Has a page note what it finds; before it is opened. */
export async function noteGlobals(page: Page): Promise<void> {
  await page.addInitScript(note, place);
}

/**
 * What differs from what a page found: `+ name` for what is new, else what is another than it was.
 */
export function changedGlobals(page: Page): Promise<string[]> {
  return page.evaluate((name) => (Reflect.get(globalThis, name) as () => string[])(), place);
}
