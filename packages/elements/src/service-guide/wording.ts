import type { MatterPeriod, MatterSummary } from '@open-info/contract/matters';
import { html, nothing, type TemplateResult } from 'lit';
import type { ServiceGuideTerms } from './service-guide.terms.ts';

const isOnSpot = ({ caseType, promised }: MatterSummary): boolean =>
  caseType === '1' || promised?.amount === 0;

export const periodText = (
  { amount, unit }: MatterPeriod,
  { period, onSpot }: ServiceGuideTerms,
): string => (amount === 0 ? onSpot : period(amount, unit));

/** How long it takes, as it is promised; where nothing is promised, as the law allows. */
export function timeText(matter: MatterSummary, words: ServiceGuideTerms): string {
  if (isOnSpot(matter)) return words.onSpot;
  const period = matter.promised ?? matter.statutory;
  return period ? periodText(period, words) : words.timeUnknown;
}

/** Asked at first: how long; where a time is promised, it says so. */
export const timeName = (matter: MatterSummary, words: ServiceGuideTerms): string =>
  matter.promised && !isOnSpot(matter) ? words.timePromised : words.time;

/** What has to be known beside it: 法定, and how days are counted. */
export function timeNotes(matter: MatterSummary, words: ServiceGuideTerms): string[] {
  const { promised, statutory } = matter;
  const shown = isOnSpot(matter) ? undefined : (promised ?? statutory);
  return [
    statutory ? words.statutory(periodText(statutory, words)) : '',
    shown?.unit === 'workday' ? words.workdays : '',
    shown?.note ?? '',
  ].filter(Boolean);
}

export const feeText = ({ charged }: MatterSummary, words: ServiceGuideTerms): string =>
  charged ? words.charged : words.free;

const dialled = (number: string): string => number.replace(/[^\d+,-]/g, '');

/** A telephone number; a link where there is a telephone. */
export function renderPhone(number: string, kiosk: boolean): TemplateResult {
  if (kiosk) return html`<span class="phone">${number}</span>`;
  return html`<a class="phone" href="tel:${dialled(number)}">${number}</a>`;
}

/** A name and what is said of it, for a list of facts; nothing where nothing is said. */
export const renderFact = (name: string, fact: unknown): TemplateResult | typeof nothing =>
  fact === undefined || fact === '' || fact === nothing
    ? nothing
    : html`<div class="fact">
        <dt>${name}</dt>
        <dd>${fact}</dd>
      </div>`;

/** Words of the record, which is written in Chinese whatever the page speaks. */
export const inChinese = (text: string | undefined): TemplateResult | undefined =>
  text === undefined ? undefined : html`<span lang="zh-CN">${text}</span>`;
