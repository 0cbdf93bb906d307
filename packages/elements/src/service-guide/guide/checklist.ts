import { isExempt } from '@open-info/contract/matter-checklist';
import type { ChecklistItem } from '@open-info/contract/matters';
import { html, nothing, type TemplateResult } from 'lit';
import { withChinese } from '../../base/chinese.ts';
import { readableSize } from '../../base/file-size.ts';
import * as icons from '../../base/icons.ts';
import type { ServiceGuideTerms } from '../service-guide.terms.ts';
import type { GuideFrame } from './guide-frame.ts';

/** The three groups of a list: to bring, useful, not asked for. */
export function groupsOf(items: readonly ChecklistItem[]): {
  bring: ChecklistItem[];
  optional: ChecklistItem[];
  exempt: ChecklistItem[];
} {
  const asked = items.filter((item) => !isExempt(item));
  return {
    bring: asked.filter(({ bring }) => bring),
    optional: asked.filter(({ bring }) => !bring),
    exempt: items.filter(isExempt),
  };
}

/** 原件, 复印件, 电子件 in words. */
export function countsOf(item: ChecklistItem, words: ServiceGuideTerms): string[] {
  const { originals, copies, forms } = item;
  const isElectronic = forms.includes('electronic');
  const isPaper = forms.length === 0 || forms.some((form) => form !== 'electronic');
  if (!isPaper) return [words.electronicOnly];
  return [
    originals > 0 ? words.originals(originals) : '',
    copies > 0 ? words.copies(copies) : '',
    isElectronic ? words.electronic : '',
  ].filter(Boolean);
}

/** In a bundle: which of its matters a material serves. */
export function servedBy(item: ChecklistItem, { words, matter }: GuideFrame): string {
  if (!item.matters || matter.parts.length === 0) return '';
  const names = matter.parts.filter(({ id }) => item.matters?.includes(id));
  return words.serves(names.map(({ name }) => name));
}

/** How much there is to bring; while questions are open, at most. */
export function bringText(count: number, words: ServiceGuideTerms, complete: boolean): string {
  if (count === 0) return words.bringNothing;
  return (complete ? words.bringCount : words.bringAtMost)(count);
}

/** How many of what, said again whenever an answer changes it. */
function countLine({ words, checklist }: GuideFrame): TemplateResult {
  const { bring, exempt } = groupsOf(checklist.items);
  return html`<p class="count" role="status">
    <span class="count-figure">${bringText(bring.length, words, checklist.complete)}</span>
    ${exempt.length > 0 ? html`<span>${words.exemptCount(exempt.length)}</span>` : nothing}
    <span class="soft">${checklist.complete ? words.isAll : words.mayShrink}</span>
  </p>`;
}

/** 一次性告知: the whole list at once, to tick, and apart from it what nobody has to bring. */
export function renderChecklist(frame: GuideFrame): TemplateResult {
  const { words, checklist } = frame;
  const { bring, optional, exempt } = groupsOf(checklist.items);
  return html`${countLine(frame)}
    <ul class="materials" part="checklist">
      ${bring.map((item) => renderMaterial(item, frame))}
    </ul>
    ${renderReady(bring, frame)}
    ${
      optional.length > 0
        ? html`<p class="group-title" id="optional">${words.optional}</p>
            <ul class="materials" aria-labelledby="optional">
              ${optional.map((item) => renderMaterial(item, frame))}
            </ul>`
        : nothing
    }
    ${
      exempt.length > 0
        ? html`<div class="exempt" part="exempt">
            <p class="group-title" id="exempt">${words.exempt}</p>
            <ul aria-labelledby="exempt" lang="zh-CN">
              ${exempt.map(
                (item) =>
                  html`<li>
                    <span class="exempt-name">${item.name}</span>
                    <span class="soft">${item.exempt ?? item.issuer ?? ''}</span>
                    ${item.note === undefined ? nothing : html`<span class="soft serves">${item.note}</span>`}
                    ${renderServes(item, frame)}
                  </li>`,
              )}
            </ul>
          </div>`
        : nothing
    }`;
}

function renderServes(item: ChecklistItem, frame: GuideFrame): TemplateResult | typeof nothing {
  const serves = servedBy(item, frame);
  return serves
    ? html`<span class="soft serves" lang=${frame.language}
        >${withChinese(serves, frame.language)}</span
      >`
    : nothing;
}

function renderMaterial(item: ChecklistItem, frame: GuideFrame): TemplateResult {
  const { words, kiosk, ready, tick, fileUrl, language, checklist } = frame;
  const { id, name, issuer, note, files, when = [] } = item;
  const answered = new Set(checklist.answers.map(({ question }) => question));
  const depends = when.some(({ question }) => !answered.has(question));
  const facts = [...countsOf(item, words), issuer === undefined ? '' : words.issuer(issuer)];
  return html`<li class="material" part="material" data-material=${id}>
    <label class="material-row">
      <input type="checkbox" .checked=${ready.has(id)} @change=${() => tick(id)} />
      <span class="material-name"
        ><span lang="zh-CN">${name}</span>${
          depends ? html` <span class="badge">${words.depends}</span>` : nothing
        }</span
      >
    </label>
    <div class="material-more">
      <p class="material-facts">
        ${facts.filter(Boolean).map((fact) => html`<span>${withChinese(fact, language)}</span>`)}
        ${renderServes(item, frame)}
      </p>
      ${note === undefined ? nothing : html`<p lang="zh-CN">${note}</p>`}
      ${
        files.length > 0 && !kiosk
          ? html`<ul class="files no-print" lang="zh-CN">
              ${files.map(
                (file) =>
                  html`<li>
                    <a class="link" href=${fileUrl(file.id)} download
                      >${icons.download}<span
                        >${file.name}
                        <span class="soft" lang=${language}>${readableSize(file.size)}</span></span
                      ></a
                    >
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </div>
  </li>`;
}

/** How far a person is, where the ticks are kept, and how they are taken back. */
function renderReady(
  bring: readonly ChecklistItem[],
  { words, ready, forget, kiosk }: GuideFrame,
): TemplateResult | typeof nothing {
  if (ready.size === 0) return nothing;
  const done = bring.filter(({ id }) => ready.has(id)).length;
  return html`<p class="ready no-print">
    <span class="ready-count">${words.readyCount(done, bring.length)}</span>
    ${kiosk ? nothing : html`<span class="soft">${words.kept}</span>`}
    <button class="link" type="button" @click=${forget}>${words.forget}</button>
  </p>`;
}
