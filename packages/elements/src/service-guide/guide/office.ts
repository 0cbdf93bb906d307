import type { MatterOffice } from '@open-info/contract/matters';
import type { OpeningHours } from '@open-info/contract/opening-hours';
import { html, nothing, type TemplateResult } from 'lit';
import type { ServiceGuideTerms } from '../service-guide.terms.ts';
import type { GuideFrame } from './guide-frame.ts';
import { inChinese, renderFact, renderPhone } from '../wording.ts';

const isAlways = ({ days, from, to }: OpeningHours): boolean =>
  from === '00:00' && to === '24:00' && days.includes('workday') && days.includes('restday');

/** 办公时间 in words, days with the same name together: 工作日 09:00–12:00，13:30–17:00. */
export function hoursText(hours: readonly OpeningHours[], words: ServiceGuideTerms): string[] {
  if (hours.some(isAlways)) return [words.always];
  const byDays = new Map<string, string[]>();
  for (const { days, from, to } of hours) {
    const name = days.map((day) => words.days[day] ?? day).join(words.separator);
    byDays.set(name, [...(byDays.get(name) ?? []), `${from}–${to}`]);
  }
  return [...byDays].map(([name, times]) => `${name} ${times.join(words.separator)}`);
}

/** 办理地点: where it is, whether it is open now, how to call and to get there. */
export function renderOffice(office: MatterOffice, frame: GuideFrame): TemplateResult {
  const { words, kiosk } = frame;
  const { name, address, counter, hours, hoursNote, phone, transit, access } = office;
  const open = frame.openState(office);
  const lines = hoursText(hours, words);
  return html`<li class="office" part="office" data-office=${office.id}>
    <p class="office-name" lang="zh-CN">${name}</p>
    ${
      hours.length > 0
        ? html`<p class="open-now no-print" part="open-now" ?data-open=${open?.open}>
            ${open?.text ?? ''}
          </p>`
        : nothing
    }
    <dl class="facts">
      ${renderFact(
        words.address,
        html`<span lang="zh-CN"
          >${address}${counter === undefined ? nothing : html`<br />${counter}`}</span
        >`,
      )}
      ${renderFact(
        words.hours,
        lines.length > 0 || hoursNote !== undefined
          ? html`${lines.map((line) => html`<span class="line">${line}</span>`)}${
              hoursNote === undefined
                ? nothing
                : html`<span class="line soft" lang="zh-CN">${hoursNote}</span>`
            }`
          : undefined,
      )}
      ${renderFact(words.phone, phone === undefined ? undefined : renderPhone(phone, kiosk))}
      ${renderFact(words.transit, inChinese(transit))}
      ${renderFact(words.access, inChinese(access))}
    </dl>
  </li>`;
}
