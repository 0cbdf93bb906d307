import type { RequestReply } from '@open-info/contract/requests';
import type { Attachment } from '@open-info/contract/uploads';
import { html, nothing, type TemplateResult } from 'lit';
import { readableSize } from '../../base/file-size.ts';
import * as icons from '../../base/icons.ts';
import type { RequestStatusTerms } from '../request-status.terms.ts';
import type { Downloads } from '../../controllers/downloads.ts';
import type { CaseFrame } from './open-case.ts';

/** 答复: the letter, the files, and where to turn against it (art. 51; 行政复议法 art. 20, 23). */
export function renderReply(
  reply: RequestReply,
  frame: CaseFrame,
  downloads: Downloads,
): TemplateResult {
  const { words, kiosk } = frame;
  return html`
    <p class="outcome">${reply.label}</p>
    <p class="soft">
      ${words.repliedOn(reply.on)}${
        reply.articles.length > 0
          ? html` 　${words.bases}　${reply.articles.join(words.separator)}`
          : nothing
      }
    </p>
    <div class="letter" part="letter">${reply.text}</div>
    ${
      reply.attachments.length > 0
        ? html`${renderSubtitle(words.replyFiles, frame)}
          ${renderFiles(reply.attachments, words, kiosk, downloads)}`
        : nothing
    }
    ${reply.remedies.length > 0 ? renderRemedies(reply, frame) : nothing}
  `;
}

/** What has to come first stands first (复议前置). */
function renderRemedies({ remedies }: RequestReply, frame: CaseFrame): TemplateResult {
  const { words } = frame;
  const ordered = [...remedies].sort((a, b) => Number(b.first ?? false) - Number(a.first ?? false));
  return html`${renderSubtitle(words.remedies, frame)}
    <ol class="remedies" part="remedies">
      ${ordered.map(
        ({ kind, text, until, first }) =>
          html`<li>
            <p>
              <b>${words.remedyKinds[kind] ?? kind}</b>
              ${first ? html` <span class="badge">${words.first}</span>` : nothing}
              ${until === undefined ? nothing : html` <b>${words.remedyUntil(until)}</b>`}
            </p>
            <p>${text}</p>
          </li>`,
      )}
    </ol>`;
}

function renderSubtitle(text: string, { headingLevel }: CaseFrame): TemplateResult {
  return html`<p class="subtitle" role="heading" aria-level=${headingLevel + 2}>${text}</p>`;
}

/**
 * Files that can be had only with number and code, so each is a button, not a link. A hall screen
 * keeps none.
 */
export function renderFiles(
  files: readonly Attachment[],
  words: RequestStatusTerms,
  kiosk: boolean,
  downloads: Downloads,
): TemplateResult {
  if (kiosk) {
    return html`<ul class="files">
        ${files.map(({ name, size }) => html`<li>${name} <span class="soft">${readableSize(size)}</span></li>`)}
      </ul>
      <p class="soft">${words.kioskFiles}</p>`;
  }
  return html`<ul class="files">
    ${files.map((file) => {
      const state = downloads.stateOf(file.id);
      return html`<li>
        <button
          class="link file"
          type="button"
          aria-disabled=${state === 'running' ? 'true' : nothing}
          @click=${() => downloads.start(file)}
        >
          ${icons.download}<span
            >${state === 'running' ? words.downloading(file.name) : words.download(file.name)}</span
          >
        </button>
        <span class="soft">${readableSize(file.size)}</span>
        ${state === 'failed' ? html`<span class="fault" role="alert">${words.downloadFailed}</span>` : nothing}
      </li>`;
    })}
  </ul>`;
}
