import { UsageError } from '../errors.ts';

/** The part of a page that polling minds. */
interface PageDocument {
  readonly hidden?: boolean;
  addEventListener(type: 'visibilitychange', listener: () => void): void;
  removeEventListener(type: 'visibilitychange', listener: () => void): void;
}

interface Runtime {
  document?: PageDocument;
  process?: { versions?: { node?: string } };
  crypto?: { subtle?: SubtleCrypto };
}

/** True in Node and its like; false on a page, also where a page can reach Node. */
export function outsideBrowser(): boolean {
  const { document, process } = globalThis as Runtime;
  return document === undefined && process?.versions?.node !== undefined;
}

/** The page this runs in, where there is one. */
export const pageDocument = (): PageDocument | undefined => (globalThis as Runtime).document;

/** @throws UsageError where the page has no cryptography because it was not loaded by HTTPS */
export function subtle(): SubtleCrypto {
  const { crypto } = globalThis as Runtime;
  if (crypto?.subtle) return crypto.subtle;
  throw new UsageError('This needs a page loaded by HTTPS.');
}
