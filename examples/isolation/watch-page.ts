/** What a page's own script may find changed by what was put into it. */
export interface Traces {
  /** `localStorage open-info/…`, `pushState`, `cookie …`: what was done to the browser. */
  done: string[];
  /** Names added to `window`. */
  globals: string[];
  /** Members of the browser's own prototypes and functions that are not what they were. */
  patched: string[];
  /** `document context-provider`: listeners on what belongs to the page. */
  listeners: string[];
  /** Timers that have not run and were not cleared; intervals are told by their beat. */
  timers: string[];
  /** Observers that still observe something. */
  observers: string[];
  /** What of the document is not as it was: title, head, attributes, style sheets. */
  document: string[];
}

declare global {
  interface Window {
    readTraces: () => Traces;
  }
}

/**
 * Notes everything that is done to a page. Runs in the page before any of its scripts, and therefore
 * uses nothing from outside of itself.
 */
export function watchPage(): void {
  const done: string[] = [];
  const timers = new Map<number, string>();
  const listeners = new Map<object, Set<string>>();
  // By number, so that nothing is kept alive by being watched.
  const observers = new Map<number, string>();
  const numbers = new WeakMap<object, number>();
  let counted = 0;

  /** Puts a function around one of the browser's. */
  function around(
    owner: object,
    name: string,
    note: (self: unknown, given: unknown[], result: unknown) => void,
    before?: (given: unknown[]) => unknown[],
  ): void {
    const own = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
      const result: unknown = Reflect.apply(own, this, before ? before(given) : given);
      note(this, given, result);
      return result;
    });
  }

  const area = (self: unknown) => (self === localStorage ? 'localStorage' : 'sessionStorage');
  for (const name of ['setItem', 'removeItem'])
    around(Storage.prototype, name, (self, [key]) => done.push(`${area(self)} ${String(key)}`));
  around(Storage.prototype, 'clear', (self) => done.push(`${area(self)} cleared`));
  around(IDBFactory.prototype, 'open', (_, [name]) => done.push(`indexedDB ${String(name)}`));
  for (const name of ['pushState', 'replaceState', 'go', 'back', 'forward'])
    around(History.prototype, name, () => done.push(name));
  for (const name of ['alert', 'confirm', 'prompt', 'open', 'print'])
    around(window, name, () => done.push(name));
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(this: Document, value: string) {
      done.push(`cookie ${value}`);
      cookie?.set?.call(this, value);
    },
  });

  /** Not of the program that drives the browser, which listens and observes as well. */
  const isOurs = (): boolean => (new Error().stack ?? '').includes('/embed/');
  const nameOf = (target: unknown): string | undefined => {
    if (target === window) return 'window';
    if (target === document) return 'document';
    if (target === document.documentElement) return 'html';
    if (target === document.body) return 'body';
    return target instanceof MediaQueryList ? 'media' : undefined;
  };
  const numberOf = (listener: object): number => {
    if (!numbers.has(listener)) numbers.set(listener, (counted += 1));
    return numbers.get(listener) ?? 0;
  };
  const keyOf = (type: unknown, listener: unknown, options: unknown): string => {
    const capture = options === true || (options as { capture?: boolean } | null)?.capture === true;
    return `${String(type)} ${numberOf(listener as object)} ${capture}`;
  };
  around(EventTarget.prototype, 'addEventListener', (self, [type, listener, options]) => {
    const target = self ?? window;
    if (!listener || nameOf(target) === undefined || !isOurs()) return;
    const held = listeners.get(target) ?? new Set();
    listeners.set(target, held.add(keyOf(type, listener, options)));
    const { signal } = (options ?? {}) as { signal?: AbortSignal };
    signal?.addEventListener('abort', () => held.delete(keyOf(type, listener, options)));
  });
  around(EventTarget.prototype, 'removeEventListener', (self, [type, listener, options]) => {
    if (listener) listeners.get(self ?? window)?.delete(keyOf(type, listener, options));
  });

  const running = (given: unknown[], kind: string): { given: unknown[]; id: { is: number } } => {
    const [run, ...others] = given;
    const id = { is: 0 };
    const once = (...told: unknown[]): unknown => {
      if (kind !== 'interval') timers.delete(id.is);
      return typeof run === 'function' ? Reflect.apply(run, window, told) : undefined;
    };
    return { given: [once, ...others], id };
  };
  for (const [name, kind] of [
    ['setTimeout', 'timeout'],
    ['setInterval', 'interval'],
    ['requestAnimationFrame', 'frame'],
    ['requestIdleCallback', 'idle'],
  ] as const) {
    let last: { is: number };
    around(
      window,
      name,
      (_, given, result) => {
        last.is = result as number;
        timers.set(last.is, kind === 'frame' ? kind : `${kind} ${Number(given[1] ?? 0)}`);
      },
      (given) => {
        const made = running(given, kind);
        last = made.id;
        return made.given;
      },
    );
  }
  for (const name of [
    'clearTimeout',
    'clearInterval',
    'cancelAnimationFrame',
    'cancelIdleCallback',
  ])
    around(window, name, (_, [id]) => timers.delete(id as number));

  for (const name of [
    'MutationObserver',
    'ResizeObserver',
    'IntersectionObserver',
    'PerformanceObserver',
  ] as const) {
    const { prototype } = window[name];
    around(prototype, 'observe', (self) => {
      if (isOurs()) observers.set(numberOf(self as object), name);
    });
    around(prototype, 'disconnect', (self) => observers.delete(numberOf(self as object)));
  }

  /** Every member of every class and function of the browser, as it is now. */
  function members(): Map<string, unknown> {
    const found = new Map<string, unknown>();
    for (const name of Object.getOwnPropertyNames(window)) {
      const { value } = (Object.getOwnPropertyDescriptor(window, name) ?? {}) as {
        value?: unknown;
      };
      if (typeof value !== 'function') continue;
      found.set(name, value);
      const owners: [string, object | undefined][] = [
        [name, value],
        [`${name}.prototype`, (value as { prototype?: object }).prototype],
      ];
      for (const [path, owner] of owners) {
        if (typeof owner !== 'object' && typeof owner !== 'function') continue;
        for (const [key, member] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
          found.set(`${path}.${key}`, Reflect.get(member, 'get') ?? member.value);
        }
      }
    }
    return found;
  }

  const look = (): string[] => [
    `title ${document.title}`,
    `html ${[...document.documentElement.attributes].map(({ name, value }) => `${name}=${value}`).join(' ')}`,
    `body ${[...document.body.attributes].map(({ name, value }) => `${name}=${value}`).join(' ')}`,
    `head ${[...document.head.children].map(({ localName }) => localName).join(' ')}`,
    `sheets ${document.styleSheets.length} ${document.adoptedStyleSheets.length}`,
    `address ${location.href} ${history.length}`,
    `children ${[...document.body.children].map(({ localName }) => localName).join(' ')}`,
  ];

  let before: { members: Map<string, unknown>; look: string[]; listeners: string[] } | undefined;
  const held = (): string[] =>
    [...listeners].flatMap(([target, keys]) =>
      [...keys].map((key) => `${nameOf(target) ?? ''} ${key.split(' ')[0] ?? ''}`),
    );
  window.readTraces = () => {
    before ??= { members: members(), look: look(), listeners: held() };
    const now = members();
    const names = new Set([...before.members.keys()].map((path) => path.split('.')[0]));
    const lookNow = look();
    return {
      done,
      globals: Object.getOwnPropertyNames(window).filter((name) => !known.has(name)),
      patched: [...now]
        .filter(
          ([path, value]) =>
            names.has(path.split('.')[0]) && !Object.is(before?.members.get(path), value),
        )
        .map(([path]) => path),
      listeners: held().filter((each) => !before?.listeners.includes(each)),
      timers: [...timers.values()],
      observers: [...observers.values()],
      document: lookNow.filter((each) => !before?.look.includes(each)),
    };
  };
  const known = new Set(Object.getOwnPropertyNames(window));
}
