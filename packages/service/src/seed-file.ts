import { readFileSync } from 'node:fs';

/** A file of the package's `data` folder. */
export function readSeedFile<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')) as T;
}
