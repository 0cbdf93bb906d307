// Preloaded into a process and its threads: keeps, beside the data folder, a copy of it as a power
// cut would leave it, which holds nothing but what was synced.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join, relative } from 'node:path';

const { POWER_CUT_DATA: data = '', POWER_CUT_COPY: copy = '' } = process.env;

/** A synced folder: what is no longer in it is gone, its folders are there. */
function copyFolder(from: string, to: string): void {
  fs.mkdirSync(to, { recursive: true });
  const entries = fs.readdirSync(from, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory()) fs.mkdirSync(join(to, entry.name), { recursive: true });
  }
  const names = new Set(entries.map(({ name }) => name));
  for (const name of fs.readdirSync(to)) {
    if (!names.has(name)) fs.rmSync(join(to, name), { recursive: true });
  }
}

function keep(handle: number): void {
  const from = fs.readlinkSync(`/proc/self/fd/${String(handle)}`);
  const path = relative(data, from);
  if (path.startsWith('..') || from.endsWith(' (deleted)')) return;
  const to = join(copy, path);
  if (fs.fstatSync(handle).isDirectory()) {
    copyFolder(from, to);
    return;
  }
  fs.mkdirSync(dirname(to), { recursive: true });
  fs.copyFileSync(from, to);
}

for (const name of ['fsyncSync', 'fdatasyncSync'] as const) {
  const own = fs[name];
  fs[name] = (handle: number) => {
    own(handle);
    keep(handle);
  };
}
syncBuiltinESMExports();
