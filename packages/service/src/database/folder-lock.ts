import {
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StopError } from '../stop.ts';

/** Who holds a folder. */
interface Holder {
  pid: number;
  host: string;
  /** When the process was born, as the kernel counts; tells a reused pid from the holder. */
  born: string | undefined;
}

const beatMs = 5_000;
const silentMs = 30_000;
const held = new Set<string>();

function bornOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces; the start time is the 20th field after it.
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return undefined;
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder | undefined, file: string): boolean {
  const silent = Date.now() - statSync(file).mtimeMs > silentMs;
  // Half written, or of another machine: only its beat tells.
  if (holder?.host !== hostname()) return !silent;
  if (holder.pid === process.pid) return held.has(file);
  if (!runs(holder.pid)) return false;
  return holder.born === undefined || holder.born === bornOf(holder.pid);
}

function create(file: string): boolean {
  try {
    const handle = openSync(file, 'wx');
    const holder: Holder = { pid: process.pid, host: hostname(), born: bornOf(process.pid) };
    writeSync(handle, JSON.stringify(holder));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Puts a dead holder's lock aside; the rename lets only one of several callers succeed. */
function putAside(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    if (isAlive(read(file), file)) return;
    renameSync(file, aside);
    rmSync(aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/**
 * Takes a folder for this process alone. The lock of a process that died is taken over.
 *
 * @returns gives the folder back
 * @throws StopError when another process holds it
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock');
  if (!create(file)) {
    putAside(file);
    if (!create(file)) throw heldBy(folder, read(file));
  }
  held.add(file);
  const beat = setInterval(() => {
    const now = new Date();
    utimesSync(file, now, now);
  }, beatMs).unref();
  const release = () => {
    clearInterval(beat);
    if (held.delete(file)) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return () => {
    process.off('exit', release);
    release();
  };
}

function heldBy(folder: string, holder: Holder | undefined): StopError {
  const pid = holder?.pid ?? '?';
  return new StopError({
    zh: `数据文件夹 ${folder} 正被另一个 open-info 进程（进程号 ${pid}）使用；请先停止它，或用 --data 指定另一个文件夹。`,
    en: `The data folder ${folder} is in use by another open-info process (pid ${pid}); stop it first, or name another folder with --data.`,
  });
}
