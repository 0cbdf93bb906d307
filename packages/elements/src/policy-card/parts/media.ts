import type { Interpretation, PolicyMedium } from '@open-info/contract/interpretations';
import { html, nothing, type TemplateResult } from 'lit';
import { renderBlocks, safeAddress, type BlockFrame } from '../../base/blocks.ts';
import { readableSize } from '../../base/file-size.ts';
import * as icons from '../../base/icons.ts';
import type { CardFrame } from './card-frame.ts';

/** Pictures, recordings and videos. Nothing plays or is fetched by itself; the words stand open. */
export function renderMedia(
  interpretation: Interpretation,
  frame: CardFrame,
  blocks: BlockFrame,
): TemplateResult[] {
  const { words, language, headingLevel } = frame;
  return interpretation.media.map((medium) => {
    const shown = sourceOf(medium, interpretation, frame);
    const form = words.forms[medium.form];
    return html`<div class="medium" part="medium">
      <p class="medium-title" role="heading" aria-level=${headingLevel + 2}>
        ${medium.title}
        <span class="badge" lang=${form === undefined ? nothing : language}
          >${form ?? medium.form}</span
        >
      </p>
      ${shown === undefined ? nothing : renderMedium(medium, shown, frame)}
      ${
        medium.alternative.length > 0
          ? html`<div class="transcript">
              <p class="soft small" lang=${language}>${words.transcript}</p>
              ${renderBlocks(medium.alternative, blocks)}
            </div>`
          : nothing
      }
    </div>`;
  });
}

/** Where a medium is: a file of its interpretation, or an address. */
interface Source {
  address: string;
  kind: 'picture' | 'audio' | 'video' | undefined;
  /** What is told of a file that may be kept. */
  file: { name: string; size: number } | undefined;
}

const kinds: Readonly<Record<string, Source['kind']>> = {
  picture: 'picture',
  image: 'picture',
  audio: 'audio',
  video: 'video',
};

function sourceOf(
  { form, file, url }: PolicyMedium,
  { id, files }: Interpretation,
  { interpretationFile }: CardFrame,
): Source | undefined {
  const found = files.find((one) => one.id === file);
  const address = found ? interpretationFile(id, found.id) : safeAddress(url);
  if (address === undefined) return undefined;
  // What a file is goes before what it is called: a press conference may be a video.
  const kind = kinds[found?.type.split('/')[0] ?? ''] ?? kinds[form];
  return { address, kind, file: found };
}

function renderMedium({ title }: PolicyMedium, source: Source, frame: CardFrame): unknown {
  const { address, kind } = source;
  return html`${kind === undefined ? nothing : players[kind](address, title)}
  ${renderKeeping(source, title, frame)}`;
}

const players: Readonly<
  Record<'picture' | 'audio' | 'video', (address: string, title: string) => TemplateResult>
> = {
  // The words below say what it shows, so here it only needs its name.
  picture: (address, title) =>
    html`<img class="picture" src=${address} alt=${title} loading="lazy" />`,
  audio: (address, title) =>
    html`<audio class="player" controls preload="none" src=${address} aria-label=${title}></audio>`,
  video: (address, title) =>
    html`<video class="player" controls preload="none" src=${address} aria-label=${title}></video>`,
};

/** A file may be downloaded; what neither shows nor plays here is opened. On a hall screen neither. */
function renderKeeping({ address, kind, file }: Source, title: string, frame: CardFrame): unknown {
  const { words, language, kiosk } = frame;
  if (kiosk) return nothing;
  if (file) {
    return html`<p class="no-print">
      <a class="link keep" href=${address} download
        >${icons.download}<span lang=${language}>${words.download}</span>${file.name}</a
      >
      <span class="soft small">${readableSize(file.size)}</span>
    </p>`;
  }
  if (kind !== undefined) return nothing;
  return html`<p class="no-print">
    <a class="button" href=${address} target="_blank" rel="noopener">
      ${icons.out}<span lang=${language}>${words.openMedium}</span
      ><span class="visually-hidden"
        >${words.cite('', title)}<span lang=${language}>${words.newWindow}</span></span
      >
    </a>
  </p>`;
}
