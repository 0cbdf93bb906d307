import { matterTypeWords } from '@open-info/contract/matters';
import { html, nothing, type TemplateResult } from 'lit';
import { withChinese } from '../../base/chinese.ts';
import { phrased } from '../../base/phrases.ts';
import type { GuideFrame } from './guide-frame.ts';
import { feeText, timeName, timeNotes, timeText } from '../wording.ts';

/** What it is, who does it, and what everybody asks first: how long, how many visits, what it costs. */
export function renderHead(frame: GuideFrame): TemplateResult {
  const { words, language, headingLevel, matter } = frame;
  const typeWords = matter.type === undefined ? undefined : matterTypeWords[matter.type];
  const type = typeWords ? typeWords[language === 'en' ? 'en' : 'zh'] : matter.type;
  const ways = matter.channels.map((code) => words.wayNames[code] ?? code);
  return html`<header class="head">
    <p class="badges">
      ${matter.bundle ? html`<span class="badge strong">${words.bundle}</span>` : nothing}
      ${type ? html`<span class="badge">${type}</span>` : nothing}
      ${matter.fictitious ? html`<span class="badge invented">${words.fictitious}</span>` : nothing}
    </p>
    <p
      class="title"
      id="guide-title"
      part="title"
      role="heading"
      aria-level=${headingLevel}
      tabindex="-1"
      lang="zh-CN"
    >
      ${phrased(matter.name)}
    </p>
    <p class="summary" part="summary" lang="zh-CN">${matter.summary}</p>
    <p class="organ">
      <span lang="zh-CN">${matter.organ.name}</span>
      ${
        matter.jointOrgans.length > 0
          ? html`<span class="joint">${words.joint}</span>
              <span lang="zh-CN">${matter.jointOrgans.join('、')}</span>`
          : nothing
      }
    </p>
    <dl class="glance" part="facts">
      <div class="time">
        <dt>${timeName(matter, words)}</dt>
        <dd>
          <span class="figure">${timeText(matter, words)}</span>
          ${timeNotes(matter, words).map(
            (note) => html`<span class="note">${withChinese(note, language)}</span>`,
          )}
        </dd>
      </div>
      <div>
        <dt>${words.visits}</dt>
        <dd><span class="figure">${words.visitCount(matter.visits)}</span></dd>
      </div>
      <div>
        <dt>${words.fee}</dt>
        <dd><span class="figure">${feeText(matter, words)}</span></dd>
      </div>
      <div>
        <dt>${words.ways}</dt>
        <dd>${ways.map((way) => html`<span class="way-name">${way}</span>`)}</dd>
      </div>
    </dl>
  </header>`;
}

/** Of a 一件事: the matters it merges, each with its own guide. */
export function renderParts(frame: GuideFrame): TemplateResult | typeof nothing {
  const { words, matter } = frame;
  if (matter.parts.length === 0) return nothing;
  return html`<div class="merged" part="parts">
    <p class="soft" id="merged">${words.parts}</p>
    <ol aria-labelledby="merged" lang="zh-CN">
      ${matter.parts.map(({ id, name }) => html`<li>${renderMatterLink(id, name, frame)}</li>`)}
    </ol>
  </div>`;
}

function renderMatterLink(id: string, name: string, frame: GuideFrame): TemplateResult {
  const href = frame.matterHref(id);
  const open = (event: Event): void => frame.openMatter(id, event);
  return href === undefined
    ? html`<button class="link" type="button" data-matter=${id} @click=${open}>${name}</button>`
    : html`<a class="link" href=${href} data-matter=${id} @click=${open}>${name}</a>`;
}
