import { html, nothing, type TemplateResult } from 'lit';
import { phrased } from '../../base/phrases.ts';
import { renderQr } from '../../base/qr.ts';
import {
  renderBoardTable,
  renderCounts,
  countsOf,
  type HallFrame,
} from '../../hall-view/hall-parts.ts';
import type { HallBoardTerms } from '../hall-board.terms.ts';
import type { CasesSlide, CleanupSlide, Slide, TextSlide, TodaySlide } from './slides.ts';

/** A page of the screen, and what its QR code leads to. */
export interface SlideFrame extends HallFrame {
  words: HallBoardTerms;
  headingLevel: number;
  policyPage: (id: string) => string | undefined;
  progressPage: () => string | undefined;
}

/** One page: what it is, what it says, whose it is and of when, and where to read it all. */
export function renderSlide(slide: Slide, frame: SlideFrame): TemplateResult {
  if (slide.of === 'text') return renderText(slide, frame);
  if (slide.of === 'cleanup') return renderCleanup(slide, frame);
  return renderProgress(slide, frame);
}

function renderTitle(title: string, { headingLevel }: SlideFrame): TemplateResult {
  return html`<p class="slide-title" lang="zh-CN" role="heading" aria-level=${headingLevel + 1}>
    ${phrased(title)}
  </p>`;
}

function renderLabel(slide: Slide, { words }: SlideFrame, badge?: string): TemplateResult {
  return html`<p class="slide-label">
    <b>${words.labels[slide.label]}</b>${badge === undefined ? nothing : html`<i>${badge}</i>`}
  </p>`;
}

function renderCode(address: string | undefined, title: string, caption: string) {
  // A public place offers no address that cannot be opened.
  if (address === undefined) return nothing;
  return html`<figure class="slide-qr" part="qr">
    ${renderQr(address, title)}
    <figcaption>${caption}</figcaption>
  </figure>`;
}

function renderText(slide: TextSlide, frame: SlideFrame): TemplateResult {
  const { words } = frame;
  const { decision, policyId, title, text, on, effectiveOn } = slide;
  const organ = slide.organs > 1 ? words.andOthers(slide.organ, slide.organs) : slide.organ;
  const badge = decision === undefined ? undefined : (words.decisions[decision] ?? decision);
  const address = policyId === undefined ? undefined : frame.policyPage(policyId);
  return html`<div class="slide-body" ?data-coded=${address !== undefined}>
      ${renderLabel(slide, frame, badge)} ${renderTitle(title, frame)}
      ${text ? html`<p class="slide-text" lang="zh-CN">${text}</p>` : nothing}
      <p class="slide-facts">
        <span lang="zh-CN">${organ}</span>
        <span>${decision === undefined ? on : words.decided(on)}</span>
        ${slide.documentNumber ? html`<span lang="zh-CN">${slide.documentNumber}</span>` : nothing}
        ${effectiveOn ? html`<span>${words.effective(effectiveOn)}</span>` : nothing}
      </p>
    </div>
    ${renderCode(address, words.qrLabel(title), words.scan)}`;
}

function renderCleanup(slide: CleanupSlide, frame: SlideFrame): TemplateResult {
  const { words } = frame;
  const { title, organ, on, counts } = slide;
  const pieces = counts.reduce((sum, [, count]) => sum + count, 0);
  return html`<div class="slide-body">
    ${renderLabel(slide, frame)} ${renderTitle(title, frame)}
    ${renderCounts(counts.map(([code, count]) => [words.decisions[code] ?? code, count]))}
    <p class="slide-facts">
      <span lang="zh-CN">${organ}</span><span>${words.decided(on)}</span>
      <span>${words.counted(pieces)}</span>
    </p>
  </div>`;
}

function renderProgress(slide: TodaySlide | CasesSlide, frame: SlideFrame): TemplateResult {
  const { words, headingLevel } = frame;
  const address = slide.of === 'today' ? frame.progressPage() : undefined;
  return html`<div class="slide-body" ?data-coded=${address !== undefined}>
      ${renderLabel(slide, frame)}
      <p class="slide-title" role="heading" aria-level=${headingLevel + 1}>
        ${slide.of === 'today' ? words.today : words.table}
      </p>
      ${
        slide.of === 'today'
          ? renderCounts(countsOf(slide, words))
          : renderBoardTable(frame, slide.rows, slide.key)
      }
      ${
        slide.of === 'today'
          ? nothing
          : html`<p class="slide-facts"><span>${words.privacy}</span></p>`
      }
    </div>
    ${renderCode(address, words.scanProgress, words.scanProgress)}`;
}
