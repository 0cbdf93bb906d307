import { newIdempotencyKey } from '@open-info/sdk/idempotency';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Draft } from '../controllers/draft.ts';
import {
  emptyEntry,
  entryFields,
  secretFields,
  steps,
  type Entry,
  type EntryField,
  type Step,
} from './entry.ts';

/** A file the service holds for this form. */
export interface HeldFile {
  token: string;
  name: string;
  /** Bytes. */
  size: number;
  /** Until when it is held, by this device's clock, ms. */
  until: number;
}

/** A half-filled form, as it is kept and as it moves to a phone. */
export interface Written {
  entry: Entry;
  files: readonly HeldFile[];
  step: Step;
  /** Goes with every attempt to file this form: the same key never files twice. */
  key: string;
  /** It was sent and no answer came: it may have been filed. */
  sent: boolean;
}

interface OpenPart extends Omit<Written, 'entry' | 'files'> {
  entry: Record<string, string>;
  hadFiles: boolean;
}

interface SecretPart {
  entry: Record<string, string>;
  files: readonly HeldFile[];
}

/** What a draft could not bring back. */
export interface Restored {
  savedAt: string;
  numbersLost: boolean;
  filesLost: boolean;
  sent: boolean;
}

export interface WritingHost extends ReactiveControllerHost {
  /** Under which key drafts are kept; undefined where nothing may be kept. */
  readonly draftKey: string | undefined;
}

const restMilliseconds = 400;

const blank = (): Written => ({
  entry: emptyEntry,
  files: [],
  step: 'sought',
  key: newIdempotencyKey(),
  sent: false,
});

/** What is known of what was kept: a draft may be of an older form, or not ours at all. */
function readEntry(kept: Readonly<Record<string, unknown>>): Entry {
  const entry = { ...emptyEntry };
  for (const field of entryFields) {
    const value = kept[field];
    if (typeof value === 'string') entry[field] = value;
  }
  return entry;
}

/** Reads a form that comes from storage or another device. */
export function readWritten(kept: Partial<Record<keyof Written, unknown>>): Written {
  const { entry, files, step, key, sent } = kept;
  return {
    entry: readEntry((entry ?? {}) as Record<string, unknown>),
    files: Array.isArray(files)
      ? (files as HeldFile[]).filter(({ until }) => until > Date.now())
      : [],
    step: steps.find((each) => each === step && each !== 'receipt') ?? 'sought',
    key: typeof key === 'string' && key !== '' ? key : newIdempotencyKey(),
    sent: sent === true,
  };
}

/** What a person writes, kept as a draft where the place allows it. */
export class Writing implements ReactiveController {
  now: Written = blank();
  /** When it was last kept on this device, ISO 8601. */
  savedAt: string | undefined;
  restored: Restored | undefined;
  private readonly host: WritingHost;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private begun = false;

  constructor(host: WritingHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.flush);
    document.addEventListener('visibilitychange', this.flush);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.flush);
    document.removeEventListener('visibilitychange', this.flush);
    this.flush();
  }

  /** Before the first drawing: attributes are known by then. */
  hostUpdate(): void {
    if (this.begun) return;
    this.begun = true;
    this.restore();
  }

  get(field: EntryField): string {
    return this.now.entry[field];
  }

  set(changes: Partial<Entry>): void {
    this.change({ entry: { ...this.now.entry, ...changes } });
  }

  change(changes: Partial<Written>): void {
    this.now = { ...this.now, ...changes };
    clearTimeout(this.timer);
    this.timer = setTimeout(this.flush, restMilliseconds);
    this.host.requestUpdate();
  }

  /** Anything a stranger should not find. */
  get isBlank(): boolean {
    const { entry, files } = this.now;
    return files.length === 0 && entryFields.every((field) => entry[field] === emptyEntry[field]);
  }

  /** The next filing is another one. */
  renewKey(): void {
    this.change({ key: newIdempotencyKey(), sent: false });
  }

  /** Keeps what is in memory, and nothing of it on the device. */
  forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.draft?.forget();
    this.savedAt = undefined;
    this.restored = undefined;
    this.host.requestUpdate();
  }

  /** Forgets everything. */
  clear(): void {
    this.forget();
    this.now = blank();
  }

  /** Goes on with a form from elsewhere. */
  take(written: Written): void {
    this.restored = undefined;
    this.change(written);
  }

  readonly flush = (): void => {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.save();
  };

  private get draft(): Draft<OpenPart, SecretPart> | undefined {
    const key = this.host.draftKey;
    return key === undefined ? undefined : new Draft(key);
  }

  private save(): void {
    const { entry, files, ...rest } = this.now;
    const part = (secret: boolean) =>
      Object.fromEntries(
        Object.entries(entry).filter(([field]) => secretFields.test(field) === secret),
      );
    this.savedAt = this.draft?.save({
      open: { ...rest, entry: part(false), hadFiles: files.length > 0 },
      secret: { entry: part(true), files },
    });
    this.host.requestUpdate();
  }

  private restore(): void {
    const kept = this.draft?.read();
    if (!kept) return;
    const { open, secret, savedAt } = kept;
    this.now = readWritten({
      ...open,
      entry: { ...open.entry, ...secret?.entry },
      files: secret?.files,
    });
    if (this.isBlank) return;
    this.savedAt = savedAt;
    this.restored = {
      savedAt,
      // Someone who came as far as this step had to give a number.
      numbersLost: secret === undefined && steps.indexOf(this.now.step) > 1,
      filesLost: open.hadFiles && this.now.files.length === 0,
      sent: this.now.sent,
    };
    // A number that is missing is asked for where it is typed.
    if (this.restored.numbersLost) this.now = { ...this.now, step: 'applicant' };
  }
}
