import type { RequestRules } from '@open-info/contract/requests';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { readableSize } from '../../base/file-size.ts';
import * as icons from '../../base/icons.ts';
import type { RequestStatusTerms } from '../request-status.terms.ts';

/** Sends one file; answers with its token. */
export type SendFile = (
  file: File,
  progress: (sent: number, total: number) => void,
  signal: AbortSignal,
) => Promise<string>;

interface Row {
  file: File;
  stop: AbortController;
  percent: number;
  token?: string;
  fault?: (words: RequestStatusTerms) => string;
}

/** Files on their way to the service, before a request takes them. */
export class FileRows {
  private rows: Row[] = [];
  private readonly host: LitElement;
  private readonly send: SendFile;

  constructor(host: LitElement, send: SendFile) {
    this.host = host;
    this.send = send;
  }

  get tokens(): string[] {
    return this.rows.map(({ token }) => token).filter((token) => token !== undefined);
  }

  /** A file is still being sent, or could not be: what is submitted now would lack it. */
  get unsettled(): boolean {
    return this.rows.some(({ token }) => token === undefined);
  }

  wipe(): void {
    for (const { stop } of this.rows) stop.abort();
    this.rows = [];
  }

  render(words: RequestStatusTerms, rules: RequestRules['uploads'] | undefined): TemplateResult {
    const hint =
      rules &&
      words.filesHint(
        rules.kinds.map(({ label }) => label).join(words.separator),
        readableSize(rules.maxBytes),
        rules.maxCount,
      );
    return html`<div class="field">
      <p class="field-label" id="files-label">${words.files}</p>
      ${hint === undefined ? nothing : html`<p class="field-hint" id="files-hint">${hint}</p>`}
      <input
        id="files"
        class="file-input visually-hidden"
        type="file"
        multiple
        aria-labelledby="files-label files-button"
        accept=${rules?.kinds.flatMap(({ extensions }) => extensions).join(',') ?? nothing}
        aria-describedby=${hint === undefined ? nothing : 'files-hint'}
        @change=${(event: Event) => this.onChosen(event, rules)}
      />
      <label class="button" id="files-button" for="files">${words.chooseFiles}</label>
      <div aria-live="polite">
        ${
          this.rows.length === 0
            ? nothing
            : html`<ul class="files">
                ${this.rows.map((row) => this.renderRow(row, words))}
              </ul>`
        }
      </div>
    </div>`;
  }

  private renderRow(row: Row, words: RequestStatusTerms): TemplateResult {
    const { file, token, fault, percent } = row;
    const running = token === undefined && fault === undefined;
    return html`<li class="file-row">
      <span class="file-name"
        >${file.name} <span class="soft">${readableSize(file.size)}</span></span
      >
      ${
        running
          ? html`<progress max="100" value=${percent} aria-label=${file.name}></progress>
              <span class="soft">${words.fileProgress(percent)}</span>`
          : nothing
      }
      ${token === undefined ? nothing : html`<span class="soft">✓ ${words.fileDone}</span>`}
      ${fault === undefined ? nothing : html`<span class="field-fault">${fault(words)}</span>`}
      <button
        class="link"
        type="button"
        aria-label=${running ? words.cancelFile(file.name) : words.removeFile(file.name)}
        @click=${() => this.remove(row)}
      >
        ${icons.close}${running ? words.cancel : words.remove}
      </button>
    </li>`;
  }

  private onChosen(event: Event, rules: RequestRules['uploads'] | undefined): void {
    const input = event.target as HTMLInputElement;
    for (const file of input.files ?? []) this.add(file, rules);
    // The same file may be chosen again after it was removed.
    input.value = '';
  }

  private add(file: File, rules: RequestRules['uploads'] | undefined): void {
    const row: Row = { file, stop: new AbortController(), percent: 0 };
    const fault = rules && faultOf(file, this.rows.length, rules);
    if (fault) row.fault = fault;
    this.rows = [...this.rows, row];
    this.host.requestUpdate();
    if (!fault) void this.run(row);
  }

  private async run(row: Row): Promise<void> {
    const progress = (sent: number, total: number): void => {
      row.percent = total > 0 ? Math.round((sent / total) * 100) : 0;
      this.host.requestUpdate();
    };
    try {
      row.token = await this.send(row.file, progress, row.stop.signal);
    } catch {
      row.fault = (words) => words.fileFailed;
    }
    this.host.requestUpdate();
  }

  private remove(row: Row): void {
    row.stop.abort();
    this.rows = this.rows.filter((each) => each !== row);
    this.host.requestUpdate();
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector<HTMLElement>('#files')?.focus(),
    );
  }
}

/** What can be said before a file is sent; the service judges by content. */
function faultOf(
  { name, size }: File,
  before: number,
  { kinds, maxBytes, maxCount }: RequestRules['uploads'],
): Row['fault'] {
  if (before >= maxCount) return (words) => words.fileTooMany(maxCount);
  if (size > maxBytes) return (words) => words.fileTooBig(readableSize(maxBytes));
  const known = kinds.some(({ extensions }) =>
    extensions.some((extension) => name.toLowerCase().endsWith(extension.toLowerCase())),
  );
  if (known) return undefined;
  return (words) => words.fileKind(kinds.map(({ label }) => label).join(words.separator));
}
