import './page.css';
import { html, nothing, type TemplateResult } from 'lit';

/** Chinese and English. */
export type Said = readonly [zh: string, en: string];

/** One question a designer asks: what to do, what not, and how the two look. */
export interface Answer {
  good: readonly Said[];
  bad: readonly Said[];
  /** Live examples of both; without them the words are enough. */
  shown?: readonly [good: Example, bad: Example];
  /** What is pasted into a page. */
  code?: string;
}

export interface Example {
  caption: Said;
  draw: () => TemplateResult;
}

/** Everything to know of an element before it is put on a page. */
export interface Guide {
  element: string;
  name: Said;
  lead: Said;
  use: Answer;
  content: Answer;
  accessibility: Answer;
  embedding: Answer;
}

const questions = {
  use: ['什么时候用', 'When to use it'],
  content: ['内容怎么写', 'What to write'],
  accessibility: ['无障碍', 'Accessibility'],
  embedding: ['怎么嵌入', 'How to embed it'],
} as const satisfies Record<string, Said>;

const verdicts = {
  good: ['这样做', 'Do'],
  bad: ['不要这样', 'Do not'],
} as const satisfies Record<string, Said>;

type Verdict = keyof typeof verdicts;

function renderSide(
  verdict: Verdict,
  said: readonly Said[],
  example: Example | undefined,
  word: (said: Said) => string,
): TemplateResult {
  return html`<div class="guide-side" data-verdict=${verdict}>
    <h3>${word(verdicts[verdict])}</h3>
    <ul>
      ${said.map((sentence) => html`<li>${word(sentence)}</li>`)}
    </ul>
    ${
      example
        ? html`<figure>
            <figcaption>${word(example.caption)}</figcaption>
            ${example.draw()}
          </figure>`
        : nothing
    }
  </div>`;
}

/** A page of guidance in the language of the toolbar. */
export function renderGuide(guide: Guide, language: string): TemplateResult {
  const word = ([zh, en]: Said): string => (language === 'en' ? en : zh);
  const { element, name, lead, ...answers } = guide;
  return html`<article class="guide">
    <h1>${word(name)} <code>&lt;${element}&gt;</code></h1>
    <p class="guide-lead">${word(lead)}</p>
    ${Object.entries(questions).map(([key, question]) => {
      const { good, bad, shown, code } = answers[key as keyof typeof questions];
      return html`<section>
        <h2>${word(question)}</h2>
        ${code === undefined ? nothing : html`<pre class="guide-code" tabindex="0">${code}</pre>`}
        <div class="guide-sides">
          ${renderSide('good', good, shown?.[0], word)} ${renderSide('bad', bad, shown?.[1], word)}
        </div>
      </section>`;
    })}
  </article>`;
}
