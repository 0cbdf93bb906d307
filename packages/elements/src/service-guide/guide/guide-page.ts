import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { blockStyles } from '../../base/blocks.styles.ts';
import { renderBlocks } from '../../base/blocks.ts';
import { formatInstant } from '../../base/moment.ts';
import { fields } from '../../themes/fields.styles.ts';
import { sectionStyles } from '../../themes/sections.styles.ts';
import { bringText, groupsOf, renderChecklist } from './checklist.ts';
import type { GuideFrame } from './guide-frame.ts';
import { guideStyles } from './guide.styles.ts';
import { renderHead, renderParts } from './head.ts';
import { renderLines, renderMore } from './more.ts';
import { renderQuestions } from './questions.ts';
import { renderTools, type Tools } from './tools.ts';
import { inChinese, renderFact } from '../wording.ts';
import { renderWays } from './ways.ts';

export { checklistOf } from '@open-info/contract/matter-checklist';
export { pageTerms } from '../page.terms.ts';

export const sheets: readonly CSSResult[] = [fields, blockStyles, sectionStyles, guideStyles];

/** The whole guide, in the order a person needs it. */
export function renderGuide(frame: GuideFrame, tools: Tools): TemplateResult {
  const { words, matter, language, kiosk, headingLevel } = frame;
  const { conditions, questions } = matter;
  return html`${renderHead(frame)} ${renderParts(frame)} ${renderTools(frame, tools)}
    <div class="main-parts">
      ${
        conditions.length > 0 || matter.quota !== undefined || matter.range !== undefined
          ? renderPart(
              frame,
              'able',
              html`<div lang="zh-CN">
                ${renderBlocks(conditions, {
                  headingLevel: headingLevel + 2,
                  kiosk,
                  newWindow: words.newWindow,
                  file: () => undefined,
                })}
                <dl class="facts" lang=${language}>
                  ${renderFact(words.range, inChinese(matter.range))}
                  ${renderFact(words.quota, inChinese(matter.quota))}
                </dl>
              </div>`,
            )
          : nothing
      }
      ${questions.length > 0 ? renderPart(frame, 'own', renderQuestions(frame)) : nothing}
      ${renderPart(frame, 'bring', renderChecklist(frame))}
      ${renderPart(frame, 'where', renderWays(frame))}
    </div>
    ${renderMore(frame)} ${renderLines(frame)} ${renderFoot(frame)}`;
}

/** What is asked first, and the way to the rest: a link where the guide has a page of its own. */
export function renderCompact(frame: GuideFrame, unfold: (() => void) | undefined): TemplateResult {
  const { words, matter, checklist } = frame;
  const { bring, exempt } = groupsOf(checklist.items);
  const href = frame.matterHref(matter.id);
  return html`${renderHead(frame)}
    <p class="count short">
      <span class="count-figure">${bringText(bring.length, words, checklist.complete)}</span>
      ${exempt.length > 0 ? html`<span>${words.exemptCount(exempt.length)}</span>` : nothing}
    </p>
    <p class="no-print">
      ${
        unfold === undefined && href !== undefined
          ? html`<a
              class="button primary"
              href=${href}
              @click=${(event: Event) => frame.openMatter(matter.id, event)}
              >${words.unfold}</a
            >`
          : html`<button class="button primary" type="button" @click=${unfold}>
              ${words.unfold}
            </button>`
      }
    </p>
    ${renderFoot(frame)}`;
}

function renderPart(
  { words, headingLevel }: GuideFrame,
  name: 'able' | 'own' | 'bring' | 'where',
  content: TemplateResult,
): TemplateResult {
  return html`<section class="part" data-part=${name} aria-labelledby="part-${name}">
    <p class="part-title" id="part-${name}" role="heading" aria-level=${headingLevel + 1}>
      ${words[name]}
    </p>
    <div class="part-body">${content}</div>
  </section>`;
}

/** Codes, dates and source (来源), as every government page has to name them. */
export function renderFoot({ words, matter }: GuideFrame): TemplateResult {
  return html`<dl class="foot" part="foot">
    ${renderFact(words.code, matter.code)} ${renderFact(words.version, matter.version)}
    ${renderFact(words.asOf, formatInstant(matter.updatedAt))}
    ${renderFact(words.source, inChinese(matter.source?.name ?? matter.organ.name))}
  </dl>`;
}
