import { channelWords, type MatterOffice } from '@open-info/contract/matters';
import { html, nothing, type TemplateResult } from 'lit';
import { safeAddress } from '../../base/blocks.ts';
import { withChinese } from '../../base/chinese.ts';
import * as icons from '../../base/icons.ts';
import type { GuideFrame } from './guide-frame.ts';
import { renderOffice } from './office.ts';

/** 办理形式 codes that need a screen and no office. */
const onlineWays: readonly string[] = ['2', '3'];

/** Choosing a way shows what it needs and nothing else: an address, a link, or where to send it. */
export function renderWays(frame: GuideFrame): TemplateResult {
  const { words, language, matter, way, chooseWay } = frame;
  const name = (code: string) => channelWords[code]?.[language === 'en' ? 'en' : 'zh'] ?? code;
  if (frame.expanded) return renderAllWays(frame, name);
  return html`${
      matter.channels.length > 1
        ? html`<fieldset class="ways no-print" part="ways">
            <legend class="visually-hidden">${words.chooseWay}</legend>
            ${matter.channels.map(
              (code) =>
                html`<label class="way" ?data-chosen=${code === way}>
                  <input
                    type="radio"
                    name="way"
                    value=${code}
                    .checked=${code === way}
                    @change=${() => chooseWay(code)}
                  /><span>${name(code)}</span>
                </label>`,
            )}
          </fieldset>`
        : nothing
    }
    <div class="way-panel" part="way">${renderWay(frame)}</div>`;
}

/** One below the other, for whoever cannot or will not choose. */
function renderAllWays(frame: GuideFrame, name: (code: string) => string): TemplateResult {
  const { matter } = frame;
  return html`${matter.channels.map(
    (way) =>
      html`${matter.channels.length > 1 ? html`<p class="group-title">${name(way)}</p>` : nothing}
        <div class="way-panel" part="way">${renderWay({ ...frame, way })}</div>`,
  )}`;
}

function renderWay(frame: GuideFrame): TemplateResult {
  const { way } = frame;
  if (onlineWays.includes(way)) return renderOnline(frame);
  return way === '4' ? renderPost(frame) : renderOffices(frame);
}

/** From this many on a person chooses one instead of reading all. */
const manyOffices = 4;

/** Offices where a way is open; where none says so, all there are. */
export function officesOf({ matter, way }: GuideFrame): readonly MatterOffice[] {
  const fitting = matter.offices.filter(({ channels }) => channels.includes(way));
  if (fitting.length > 0) return fitting;
  return matter.offices.some(({ channels }) => channels.length > 0) && way === 'self'
    ? []
    : matter.offices;
}

function renderOffices(frame: GuideFrame): TemplateResult {
  const { words, matter, kiosk, leave } = frame;
  const offices = officesOf(frame);
  const booking = kiosk || frame.way !== '1' ? undefined : safeAddress(matter.appointmentUrl);
  if (offices.length === 0) return html`<p>${words.noOffice}</p>`;
  return html`${renderOfficeChoice(offices, frame)}
    <ul class="offices">
      ${shownOf(offices, frame).map((office) => renderOffice(office, frame))}
    </ul>
    ${
      booking === undefined
        ? nothing
        : html`<p class="no-print">
            <a
              class="button"
              href=${booking}
              target="_blank"
              rel="noopener"
              @click=${(event: Event) => leave(booking, event)}
              >${icons.out}${words.book}<span class="visually-hidden">${words.newWindow}</span></a
            >
          </p>`
    }`;
}

/** The chosen one of many, or all of few. */
export function shownOf(
  offices: readonly MatterOffice[],
  { office, expanded }: GuideFrame,
): readonly MatterOffice[] {
  if (expanded || offices.length < manyOffices) return offices;
  return offices.filter(({ id }) => id === office);
}

function renderOfficeChoice(
  offices: readonly MatterOffice[],
  { words, office, expanded, chooseOffice }: GuideFrame,
): TemplateResult | typeof nothing {
  if (expanded || offices.length < manyOffices) return nothing;
  return html`<p class="office-choice no-print">
    <label for="office">${words.chooseOffice}</label>
    <select
      id="office"
      class="input"
      @change=${(event: Event) => chooseOffice((event.target as HTMLSelectElement).value)}
    >
      <option value="" .selected=${!office}>${words.officeCount(offices.length)}</option>
      ${offices.map(
        ({ id, name }) =>
          html`<option value=${id} lang="zh-CN" .selected=${id === office}>${name}</option>`,
      )}
    </select>
  </p>`;
}

function renderOnline(frame: GuideFrame): TemplateResult {
  const { words, matter, kiosk, way, leave, qr } = frame;
  const address = safeAddress(matter.onlineUrl);
  if (address === undefined) return html`<p>${words.onlineNone}</p>`;
  const code = kiosk || way === '3';
  return html`<div class="online">
    ${
      code
        ? html`<div class="qr-place">
            ${qr(new URL(address, document.baseURI).href, words.scanOnline)}
          </div>`
        : nothing
    }
    <div>
      ${code ? html`<p>${words.onlinePhone}</p>` : nothing}
      ${
        kiosk
          ? nothing
          : html`<p>
              <a
                class="button primary"
                href=${address}
                target="_blank"
                rel="noopener"
                @click=${(event: Event) => leave(address, event)}
                >${icons.out}${words.onlineOpen}<span class="visually-hidden"
                  >${words.newWindow}</span
                ></a
              >
            </p>`
      }
    </div>
  </div>`;
}

function renderPost(frame: GuideFrame): TemplateResult {
  const { words, matter, language } = frame;
  const [office] = officesOf(frame);
  if (!office) return html`<p>${words.noOffice}</p>`;
  return html`<p class="soft">${words.post}</p>
    <p class="post" lang="zh-CN">
      ${office.address}<br />${office.name} ${office.counter ?? ''}
      ${office.phone === undefined ? nothing : html`<br />${office.phone}`}
    </p>
    <p>${withChinese(words.postNote(matter.name), language)}</p>`;
}
