/* eslint no-restricted-globals: ["error", "history"] --
   The one file of these elements that may use the browser's storage: for what a person asked to keep,
   the code only where they asked for that too, never on a hall screen. */

/** 记住的编号: a number and what it is about, in this browser only. */
export interface SavedKey {
  number: string;
  /** What it is about, in the office's words. */
  name?: string | undefined;
  code?: string | undefined;
}

export interface SavedKeysOptions {
  /** Name in the storage. */
  key: string;
  most: number;
  readers: Record<'number' | 'code', (typed: string) => string | undefined>;
}

/** What a person asked this browser to keep, newest first. Without storage there is nothing. */
export class SavedKeys {
  private readonly options: SavedKeysOptions;

  constructor(options: SavedKeysOptions) {
    this.options = options;
  }

  get all(): SavedKey[] {
    const { key, most } = this.options;
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      return Array.isArray(kept) ? kept.flatMap((one) => this.read(one)).slice(0, most) : [];
    } catch {
      return [];
    }
  }

  save(saved: SavedKey): void {
    const others = this.all.filter(({ number }) => number !== saved.number);
    this.write([saved, ...others].slice(0, this.options.most));
  }

  forget(number: string): void {
    this.write(this.all.filter((saved) => saved.number !== number));
  }

  forgetAll(): void {
    this.write([]);
  }

  /** Of what is no number any more nothing is kept. */
  private read(kept: unknown): SavedKey[] {
    const { readers } = this.options;
    const { number, name, code } = (kept ?? {}) as Partial<Record<keyof SavedKey, unknown>>;
    const known = typeof number === 'string' ? readers.number(number) : undefined;
    if (known === undefined) return [];
    return [
      {
        number: known,
        name: typeof name === 'string' ? name : undefined,
        code: typeof code === 'string' ? readers.code(code) : undefined,
      },
    ];
  }

  private write(saved: readonly SavedKey[]): void {
    try {
      if (saved.length === 0) localStorage.removeItem(this.options.key);
      else localStorage.setItem(this.options.key, JSON.stringify(saved));
    } catch {
      // Private windows refuse storage: nothing is remembered, everything else works.
    }
  }
}
