import type { RequestRules } from '@open-info/contract/requests';
import { html, nothing, type TemplateResult } from 'lit';
import { readableSize } from '../../base/file-size.ts';
import * as icons from '../../base/icons.ts';
import { latestValue, type Load } from '../../controllers/load.ts';
import type { Language } from '../../controllers/terms.ts';
import type { FormPage } from '../parts/page.ts';
import type { Attaching, ChosenFile, FileFault } from './attaching.ts';
import type { AttachmentTerms } from './attachment.terms.ts';

export interface AttachmentList {
  rules: Load<RequestRules>;
  attaching: Attaching;
  language: Language;
  /** Between the kinds of files. */
  separator: string;
  retry: () => void;
}

const extensionsOf = (rules: RequestRules['uploads']): string[] =>
  rules.kinds.flatMap(({ extensions }) => extensions);

/** Kinds of files as people name them: PDF、JPG. */
const kindsOf = (rules: RequestRules['uploads'], { separator }: AttachmentList): string =>
  extensionsOf(rules)
    .map((extension) => extension.slice(1).toUpperCase())
    .join(separator);

/** 附件: what may be uploaded is said before anything is chosen. */
export function renderAttachmentList(
  page: FormPage,
  words: AttachmentTerms,
  list: AttachmentList,
): TemplateResult {
  const { kind, faults } = page;
  const rules = latestValue(list.rules)?.uploads;
  const fault = faults.get('attachments');
  const { files } = list.attaching;
  return html`<div class="field" ?data-faulty=${fault !== undefined}>
    <p class="field-label" id="attachments-label">
      ${page.words.attachments[kind]}<span class="field-note">${page.words.optional}</span>
    </p>
    ${
      rules
        ? html`<p class="field-hint" id="attachments-hint">
            ${words.attachmentRules(
              kindsOf(rules, list),
              readableSize(rules.maxBytes),
              rules.maxCount,
              readableSize(rules.maxTotalBytes),
            )}
          </p>`
        : renderNoRules(page, words, list)
    }
    ${fault === undefined ? nothing : html`<p class="field-fault" id="attachments-fault">${fault}</p>`}
    ${
      files.length === 0
        ? nothing
        : html`<ul class="files" aria-labelledby="attachments-label">
            ${files.map((file) => renderFile(words, list, file))}
          </ul>`
    }
    ${rules ? renderChooser(page, words, list, rules) : nothing}
  </div>`;
}

function renderNoRules(
  page: FormPage,
  words: AttachmentTerms,
  { rules, retry }: AttachmentList,
): TemplateResult {
  if (rules.state !== 'failed') return html`<p class="field-hint">${page.words.loading}</p>`;
  return html`<p class="field-hint">
    ${words.rulesFailed}
    <button class="link" type="button" @click=${retry}>${page.words.retry}</button>
  </p>`;
}

function renderChooser(
  { faults }: FormPage,
  words: AttachmentTerms,
  { attaching }: AttachmentList,
  rules: RequestRules['uploads'],
): TemplateResult {
  const onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void attaching.add([...(input.files ?? [])]);
    // The same file may be chosen again after it was taken away.
    input.value = '';
  };
  return html`<div class="chooser">
    <input
      class="chooser-input"
      type="file"
      id="attachments"
      multiple
      accept=${extensionsOf(rules).join(',')}
      aria-describedby="attachments-hint${faults.has('attachments') ? ' attachments-fault' : ''}"
      @change=${onChange}
    />
    <label class="button" for="attachments">${words.chooseFiles}</label>
  </div>`;
}

function renderFile(
  words: AttachmentTerms,
  list: AttachmentList,
  file: ChosenFile,
): TemplateResult {
  const { id, name, size, progress, fault, held } = file;
  const isDone = held !== undefined || fault !== undefined;
  const percent = Math.round(progress * 100);
  return html`<li class="file" ?data-faulty=${fault !== undefined}>
    <span class="file-name">${name}<span class="file-size">${readableSize(size)}</span></span>
    ${
      isDone
        ? nothing
        : html`<progress
            class="file-progress"
            max="100"
            value=${percent}
            aria-label=${words.uploading(name, percent)}
          ></progress>`
    }
    ${held ? html`<span class="file-done">${words.uploaded}</span>` : nothing}
    <button
      class="button file-remove"
      type="button"
      aria-label=${isDone ? words.removeFile(name) : words.cancelUpload(name)}
      @click=${() => list.attaching.remove(id)}
    >
      ${icons.close}${isDone ? words.remove : words.cancel}
    </button>
    ${
      fault === undefined
        ? nothing
        : html`<p class="field-fault" role="alert">${sayFault(words, list, fault)}</p>`
    }
  </li>`;
}

function sayFault(words: AttachmentTerms, list: AttachmentList, fault: FileFault): string {
  const { fileFaults } = words;
  if (typeof fault === 'object') return fault[list.language] ?? fileFaults.failed;
  const rules = latestValue(list.rules)?.uploads;
  if (!rules) return fileFaults.failed;
  const said: Record<typeof fault, string> = {
    kind: fileFaults.kind(kindsOf(rules, list)),
    size: fileFaults.size(readableSize(rules.maxBytes)),
    total: fileFaults.total(readableSize(rules.maxTotalBytes)),
    count: fileFaults.count(rules.maxCount),
    empty: fileFaults.empty,
    failed: fileFaults.failed,
  };
  return said[fault];
}
