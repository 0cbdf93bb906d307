interface Runtime {
  document?: unknown;
  process?: { versions?: { node?: string } };
}

/** True in Node and its like; false on a page, also where a page can reach Node. */
export function outsideBrowser(): boolean {
  const { document, process } = globalThis as Runtime;
  return document === undefined && process?.versions?.node !== undefined;
}
