import { html, nothing, type TemplateResult } from 'lit';
import { renderRadioField } from '../../base/field.ts';
import type { GuideFrame } from './guide-frame.ts';

/** 情形: one question after the other; an answer can be changed where it stands. */
export function renderQuestions(frame: GuideFrame): TemplateResult {
  const { words, matter, checklist, answer } = frame;
  const given = new Map(checklist.answers.map(({ question, option }) => [question, option]));
  const next = checklist.open[0];
  const shown = matter.questions.filter(({ id }) => given.has(id) || id === next?.id);
  return html`<p class="soft no-print">${words.ask}</p>
    <div class="questions" part="questions" lang="zh-CN">
      ${shown.map(({ id, text, help, options }) =>
        renderRadioField({
          name: `question-${id}`,
          label: text,
          hint: help,
          value: given.get(id) ?? '',
          choices: options.map((option) => ({ value: option.id, label: option.label })),
          choose: (option) => answer(id, option),
        }),
      )}
    </div>
    <p class="progress no-print">
      <span>${next ? words.asked(checklist.open.length) : words.askedAll}</span>
      ${
        given.size > 0
          ? html`<button class="link" type="button" @click=${frame.startAgain}>
              ${words.startAgain}
            </button>`
          : nothing
      }
    </p>`;
}
