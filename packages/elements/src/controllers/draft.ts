/* eslint no-restricted-globals: ["error", "history"] --
   The one file that may write the browser's storage, and only under our own keys. */

import { plainJson } from '@open-info/contract/plain-json';

/** Drafts nobody came back to are thrown away (个人信息保护法 art. 19: kept no longer than needed). */
const keptDays = 30;

/** What is kept of a form: `open` until it is filed or 30 days old, `secret` until the tab is closed. */
export interface DraftContent<O, S> {
  open: O;
  /** What others who use the machine may not find: numbers of identity papers, tokens. */
  secret?: S | undefined;
}

/** A draft as it was found. */
export interface KeptDraft<O, S> extends DraftContent<O, S> {
  /** ISO 8601. */
  savedAt: string;
}

interface Stored {
  savedAt: string;
  content: unknown;
}

function store(area: () => Storage, key: string, content: unknown): boolean {
  try {
    const stored: Stored = { savedAt: new Date().toISOString(), content };
    area().setItem(key, plainJson(stored));
    return true;
  } catch {
    // Storage may be full or forbidden; a form works without it.
    return false;
  }
}

function fetchStored(area: () => Storage, key: string): Stored | undefined {
  try {
    const text = area().getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Stored);
  } catch {
    return undefined;
  }
}

function remove(area: () => Storage, key: string): void {
  try {
    area().removeItem(key);
  } catch {
    // Nothing can be kept where nothing can be removed.
  }
}

const lasting = (): Storage => localStorage;
const passing = (): Storage => sessionStorage;

/** 草稿: what a person typed, kept under one key of ours, in two places by how delicate it is. */
export class Draft<O, S> {
  readonly key: string;

  constructor(key: string) {
    this.key = key;
  }

  /** @returns when it was saved, ISO 8601; undefined when this browser keeps nothing */
  save({ open, secret }: DraftContent<O, S>): string | undefined {
    if (secret !== undefined) store(passing, this.key, secret);
    return store(lasting, this.key, open) ? new Date().toISOString() : undefined;
  }

  /** The draft, unless there is none or it is too old. The content is as it was saved: check it. */
  read(): KeptDraft<O, S> | undefined {
    const kept = fetchStored(lasting, this.key);
    if (!kept) return undefined;
    const age = Date.now() - Date.parse(kept.savedAt);
    if (!(age < keptDays * 86_400_000)) {
      this.forget();
      return undefined;
    }
    const secret = fetchStored(passing, this.key)?.content as S | undefined;
    return { open: kept.content as O, secret, savedAt: kept.savedAt };
  }

  forget(): void {
    remove(lasting, this.key);
    remove(passing, this.key);
  }
}
