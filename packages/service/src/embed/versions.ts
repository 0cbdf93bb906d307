import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Folder } from '../http/files.ts';
import type { Settings } from '../settings.ts';
import { version as ownVersion } from '../version.ts';

/** The widget files this workspace builds. */
const builtHere = fileURLToPath(new URL('../../../elements/dist/embed', import.meta.url));

/** `1.4.2`; a version that is not yet released (`1.5.0-beta.1`) follows no channel. */
const released = /^(\d+)\.(\d+)\.(\d+)$/;
const anyVersion = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

/** One version of the widget files. */
export interface EmbedVersion {
  version: string;
  folder: Folder;
}

function readVersion(file: string): string | undefined {
  try {
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown };
    return typeof version === 'string' && anyVersion.test(version) ? version : undefined;
  } catch {
    return undefined;
  }
}

/** What the build wrote down, else the package the folder lies in; all packages go together. */
function versionOf(folder: string): string {
  return (
    readVersion(join(folder, 'integrity.json')) ??
    readVersion(join(dirname(dirname(folder)), 'package.json')) ??
    ownVersion
  );
}

/** @returns above 0 when `a` is the newer of two released versions */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  return [0, 1, 2]
    .map((place) => (left?.[place] ?? 0) - (right?.[place] ?? 0))
    .reduce((first, next) => (first === 0 ? next : first), 0);
}

/** Folders of an archive are named by their version. */
function archived(archive: string): string[] {
  return readdirSync(archive).filter(
    (name) => anyVersion.test(name) && statSync(join(archive, name)).isDirectory(),
  );
}

/** The versions of the widget files a service has: its own and those of its archive. */
export class EmbedVersions {
  readonly current: EmbedVersion;
  /** Where the files of the current version lie. */
  readonly root: string;
  private readonly archive: string | undefined;
  private readonly folders = new Map<string, EmbedVersion>();

  constructor({ embed, embedArchive }: Settings) {
    this.root = embed ?? builtHere;
    this.archive = embedArchive;
    this.current = { version: versionOf(this.root), folder: new Folder(this.root) };
  }

  /** All of them, as they lie there now: an archive may grow while the service runs. */
  list(): string[] {
    const older = this.archive === undefined ? [] : archived(this.archive);
    return [...new Set([this.current.version, ...older])];
  }

  /** One version, if it is here. */
  find(version: string): EmbedVersion | undefined {
    if (version === this.current.version) return this.current;
    if (this.archive === undefined || !this.list().includes(version)) return undefined;
    const known = this.folders.get(version) ?? {
      version,
      folder: new Folder(join(this.archive, version)),
    };
    this.folders.set(version, known);
    return known;
  }

  /** The newest released version of a major one: `1` → `1.4.2`. */
  newest(major: string): EmbedVersion | undefined {
    const [found] = this.list()
      .filter((version) => released.exec(version)?.[1] === major)
      .sort(compare)
      .reverse();
    return found === undefined ? undefined : this.find(found);
  }
}
