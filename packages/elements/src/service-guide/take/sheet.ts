import type { ChecklistItem } from '@open-info/contract/matters';
import { html, nothing, type TemplateResult } from 'lit';
import { formatInstant } from '../../base/moment.ts';
import { renderQr } from '../../base/qr.ts';
import { countsOf, groupsOf, servedBy } from '../guide/checklist.ts';
import type { GuideFrame } from '../guide/guide-frame.ts';
import { hoursText } from '../guide/office.ts';
import { officesOf, shownOf } from '../guide/ways.ts';
import { feeText, timeName, timeNotes, timeText } from '../wording.ts';

/** Questions with the answers given, in words. */
function ownCase({ matter, checklist }: GuideFrame): [question: string, answer: string][] {
  return checklist.answers.map(({ question, option }) => {
    const asked = matter.questions.find(({ id }) => id === question);
    return [
      asked?.text ?? question,
      asked?.options.find(({ id }) => id === option)?.label ?? option,
    ];
  });
}

function factsOf({ matter, words }: GuideFrame): string[] {
  const time = [timeText(matter, words), ...timeNotes(matter, words)].join(words.comma);
  return [
    words.cite(timeName(matter, words), time),
    [words.visitCount(matter.visits), feeText(matter, words)].join(words.comma),
  ];
}

const detailOf = (item: ChecklistItem, frame: GuideFrame): string =>
  [...countsOf(item, frame.words), servedBy(item, frame)].filter(Boolean).join(frame.words.comma);

/** The list on paper, with boxes to tick by hand and a code that leads back to it. */
export function renderSheet(frame: GuideFrame, address: string): TemplateResult {
  const { words, matter, checklist } = frame;
  const { bring, optional, exempt } = groupsOf(checklist.items);
  const group = (title: string, items: readonly ChecklistItem[]) =>
    items.length === 0
      ? nothing
      : html`<p class="sheet-group">${title}</p>
          <ul class="sheet-list">
            ${items.map(
              (item) =>
                html`<li>
                  <span class="box"></span>
                  <div>
                    <p class="sheet-name">${item.name}</p>
                    <p>${detailOf(item, frame)}</p>
                    ${item.note === undefined ? nothing : html`<p>${item.note}</p>`}
                  </div>
                </li>`,
            )}
          </ul>`;
  return html`<article class="sheet">
    <header class="sheet-head">
      <div>
        <p class="sheet-title">${words.sheetTitle(matter.name)}</p>
        <p>${matter.organ.name}</p>
        ${factsOf(frame).map((fact) => html`<p>${fact}</p>`)}
      </div>
      <div class="sheet-qr">${renderQr(address, words.scan)}</div>
    </header>
    ${
      checklist.answers.length > 0
        ? html`<p class="sheet-group">${words.ownCase}</p>
            <ul class="sheet-case">
              ${ownCase(frame).map(([question, answer]) => html`<li>${question} ${answer}</li>`)}
            </ul>`
        : nothing
    }
    ${group(words.bring, bring)} ${group(words.optional, optional)}
    ${
      exempt.length > 0
        ? html`<p class="sheet-group">${words.exempt}</p>
            <p>${exempt.map(({ name }) => name).join(words.separator)}</p>`
        : nothing
    }
    <p class="sheet-said">
      ${checklist.complete ? words.isAll : words.asked(checklist.open.length)}
    </p>
    ${shownOf(officesOf(frame), frame).map(
      ({ name, address: place, counter, hours, phone }) =>
        html`<div class="sheet-office">
          <p class="sheet-name">${name}</p>
          <p>${[place, counter, phone].filter(Boolean).join(words.separator)}</p>
          <p>${hoursText(hours, words).join(words.comma)}</p>
        </div>`,
    )}
    <footer class="sheet-foot">
      <p>
        ${[
          matter.consultPhones.length > 0
            ? words.cite(words.consult, matter.consultPhones.join(words.separator))
            : '',
          words.cite(words.version, matter.version),
          words.cite(words.asOf, formatInstant(matter.updatedAt)),
        ]
          .filter(Boolean)
          .join('　')}
      </p>
      ${matter.fictitious ? html`<p>${words.fictitious}</p>` : nothing}
    </footer>
  </article>`;
}

/** The same in plain words, to be pasted elsewhere. */
export function sheetText(frame: GuideFrame, address: string): string {
  const { words, matter, checklist } = frame;
  const { bring, optional, exempt } = groupsOf(checklist.items);
  const group = (title: string, items: readonly ChecklistItem[]): string[] =>
    items.length === 0
      ? []
      : [
          '',
          title,
          ...items.map((item) =>
            [`□ ${words.cite(item.name, detailOf(item, frame))}`, item.note]
              .filter(Boolean)
              .join(words.comma),
          ),
        ];
  return [
    words.sheetTitle(matter.name),
    matter.organ.name,
    ...factsOf(frame),
    ...ownCase(frame).map(([question, answer]) => `${question} ${answer}`),
    ...group(words.bring, bring),
    ...group(words.optional, optional),
    ...(exempt.length > 0 ? ['', words.exempt, ...exempt.map(({ name }) => `· ${name}`)] : []),
    '',
    checklist.complete ? words.isAll : words.asked(checklist.open.length),
    ...shownOf(officesOf(frame), frame).map(({ name, address: place, phone }) =>
      [name, place, phone].filter(Boolean).join(words.comma),
    ),
    words.cite(words.asOf, formatInstant(matter.updatedAt)),
    address,
  ].join('\n');
}
