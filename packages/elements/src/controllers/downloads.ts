import type { Attachment } from '@open-info/contract/uploads';
import type { LitElement } from 'lit';
import { saveFile } from '../base/download.ts';

/** Reads one file. */
export type ReadFile = (id: string, signal: AbortSignal) => Promise<Blob>;

/** Files that are being read for the person to keep. */
export class Downloads {
  private readonly states = new Map<string, 'running' | 'failed'>();
  private stop = new AbortController();
  private readonly host: LitElement;
  private readonly read: ReadFile;

  constructor(host: LitElement, read: ReadFile) {
    this.host = host;
    this.read = read;
  }

  stateOf(id: string): 'running' | 'failed' | undefined {
    return this.states.get(id);
  }

  wipe(): void {
    this.stop.abort();
    this.stop = new AbortController();
    this.states.clear();
  }

  start(file: Attachment): void {
    if (this.states.get(file.id) === 'running') return;
    void this.run(file);
  }

  private async run({ id, name }: Attachment): Promise<void> {
    const { signal } = this.stop;
    this.states.set(id, 'running');
    this.host.requestUpdate();
    try {
      const content = await this.read(id, signal);
      if (signal.aborted) return;
      saveFile(name, content);
      this.states.delete(id);
    } catch {
      if (!signal.aborted) this.states.set(id, 'failed');
    }
    this.host.requestUpdate();
  }
}
