import type { RequestRules } from '@open-info/contract/requests';
import type { Client } from '@open-info/sdk/client';
import { isOpenInfoError } from '@open-info/sdk/errors';
import { attachFile } from '@open-info/sdk/uploads';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { latestValue, type Load } from '../../controllers/load.ts';
import type { Language } from '../../controllers/terms.ts';
import type { FilesFault } from '../parts/faults.ts';
import type { FormPage } from '../parts/page.ts';
import { besideStyles } from './beside.styles.ts';
import type { Speech } from '../speech.ts';
import type { HeldFile } from '../writing.ts';
import { renderAttachmentList } from './attachment-list.ts';
import { attachmentTerms, type AttachmentTerms } from './attachment.terms.ts';

/** Why a file cannot be attached; else the service's own words, in the language it was asked in. */
export type FileFault =
  'kind' | 'size' | 'total' | 'count' | 'empty' | 'failed' | Partial<Record<Language, string>>;

/** A file a person has chosen. */
export interface ChosenFile {
  id: number;
  name: string;
  /** Bytes. */
  size: number;
  /** Of the upload, 0 to 1. */
  progress: number;
  fault?: FileFault | undefined;
  held?: HeldFile | undefined;
  stop: AbortController;
}

export interface AttachingOptions extends Speech {
  rules: () => Load<RequestRules>;
  retry: () => void;
  client: () => Client;
  /** Which files the service now holds. */
  held: (files: readonly HeldFile[]) => void;
}

let lastId = 0;

/** 附件: uploaded as soon as they are chosen, each by itself, each to be stopped or taken away. */
export class Attaching implements ReactiveController {
  files: readonly ChosenFile[] = [];
  private readonly host: ReactiveControllerHost;
  private readonly options: AttachingOptions;

  constructor(host: ReactiveControllerHost, options: AttachingOptions) {
    this.host = host;
    this.options = options;
    options.style(besideStyles);
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const { stop, held } of this.files) if (!held) stop.abort();
  }

  /** Files a draft has brought back. */
  show(held: readonly HeldFile[]): void {
    this.files = held.map((file) => ({
      id: (lastId += 1),
      name: file.name,
      size: file.size,
      progress: 1,
      held: file,
      stop: new AbortController(),
    }));
    this.host.requestUpdate();
  }

  /** What keeps the form from going on. */
  get fault(): FilesFault | undefined {
    const isBusy = this.files.some(({ held, fault }) => !held && fault === undefined);
    if (isBusy) return 'stillUploading';
    const isBroken = this.files.some(({ fault }) => fault !== undefined);
    return isBroken ? 'brokenFile' : undefined;
  }

  get words(): AttachmentTerms {
    return this.options.words(attachmentTerms);
  }

  /** 附件: what may be uploaded, what has been chosen. */
  render(page: FormPage): TemplateResult {
    const { rules, retry } = this.options;
    return renderAttachmentList(page, this.words, {
      rules: rules(),
      attaching: this,
      language: this.options.language(),
      separator: page.words.separator,
      retry,
    });
  }

  async add(files: readonly File[]): Promise<void> {
    await Promise.all(files.map((file) => this.attach(file)));
  }

  remove(id: number): void {
    this.files.find((file) => file.id === id)?.stop.abort();
    this.files = this.files.filter((file) => file.id !== id);
    this.tell();
  }

  clear(): void {
    for (const { stop } of this.files) stop.abort();
    this.files = [];
    this.host.requestUpdate();
  }

  private async attach(file: File): Promise<void> {
    const fault = this.faultOf(file);
    const chosen: ChosenFile = {
      id: (lastId += 1),
      name: file.name,
      size: file.size,
      progress: 0,
      fault,
      stop: new AbortController(),
    };
    this.files = [...this.files, chosen];
    this.host.requestUpdate();
    if (fault !== undefined) return;
    const { signal } = chosen.stop;
    const language = this.options.language();
    const onProgress = (sent: number, total: number): void =>
      this.update(chosen.id, { progress: total === 0 ? 0 : sent / total });
    try {
      const { token, name, size } = await attachFile(this.options.client(), file, {
        signal,
        headers: { 'Accept-Language': language },
        onProgress,
      });
      const minutes = this.rules?.keepMinutes ?? 0;
      const held = { token, name, size, until: Date.now() + minutes * 60_000 };
      this.update(chosen.id, { name, progress: 1, held });
      this.tell();
    } catch (error) {
      this.update(chosen.id, { fault: faultOfUpload(error, language) });
    }
  }

  /** What can be told before anything is sent. */
  private faultOf({ name, size }: File): FileFault | undefined {
    const { rules } = this;
    if (!rules) return 'failed';
    const extensions = rules.kinds.flatMap((kind) => kind.extensions);
    const good = this.files.filter(({ fault }) => fault === undefined);
    const total = good.reduce((sum, file) => sum + file.size, size);
    if (!extensions.some((extension) => name.toLowerCase().endsWith(extension))) return 'kind';
    if (size === 0) return 'empty';
    if (size > rules.maxBytes) return 'size';
    if (good.length >= rules.maxCount) return 'count';
    if (total > rules.maxTotalBytes) return 'total';
    return undefined;
  }

  private get rules(): RequestRules['uploads'] | undefined {
    return latestValue(this.options.rules())?.uploads;
  }

  private update(id: number, changes: Partial<ChosenFile>): void {
    this.files = this.files.map((file) => (file.id === id ? { ...file, ...changes } : file));
    this.host.requestUpdate();
  }

  private tell(): void {
    this.options.held(this.files.flatMap(({ held }) => (held ? [held] : [])));
    this.host.requestUpdate();
  }
}

function faultOfUpload(error: unknown, language: Language): FileFault {
  if (!isOpenInfoError(error, 'http')) return 'failed';
  const text = error.fields[0]?.message ?? error.problem?.detail;
  return text === undefined ? 'failed' : { [language]: text };
}
