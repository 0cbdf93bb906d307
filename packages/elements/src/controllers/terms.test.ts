import { assert } from 'chai';
import { html, LitElement, type TemplateResult } from 'lit';
import { clearPage, put, until } from '../../test/browser.ts';
import { TermsController, type Language } from './terms.ts';

interface Said {
  hello: string;
  parts: { one: string; two: string };
}

type Plain = Readonly<Record<Language, object>>;

const usual: Said = { hello: '敬启者', parts: { one: '甲', two: '乙' } };
const plain: Plain = { 'zh-CN': { hello: '您好', parts: { two: '第二' } }, en: { hello: 'Hi' } };

/** Plain words that come when the test says so. */
let come: (words: { plain: Plain }) => void;
let fail: (reason: Error) => void;

class Speaker extends LitElement {
  terms?: Partial<Said>;
  private readonly words = new TermsController<Said>(this, {
    'zh-CN': usual,
    en: () => Promise.resolve({ hello: 'Dear Sir', parts: { one: 'a', two: 'b' } }),
    plain: () =>
      new Promise<{ plain: Plain }>((resolve, reject) => {
        come = resolve;
        fail = reject;
      }),
  });

  protected override render(): TemplateResult {
    const words = this.words.current;
    return words ? html`${words.hello} ${words.parts.one} ${words.parts.two}` : html`…`;
  }
}
customElements.define('test-speaker', Speaker);

const speak = (mode: string, lang = 'zh-CN'): Speaker =>
  put(
    `<div lang="${lang}" data-oi-mode="${mode}"><test-speaker></test-speaker></div>`,
  ).querySelector<Speaker>('test-speaker')!;

const says = (speaker: Speaker, text: string): Promise<boolean> =>
  until(text, () => speaker.shadowRoot?.textContent.trim() === text);

describe('plain words', () => {
  afterEach(clearPage);

  it('are the first that are shown, and replace only what they name', async () => {
    const speaker = speak('elder');
    await says(speaker, '…');
    come({ plain });
    await says(speaker, '您好 甲 第二');
  });

  it('leave the usual ones where they cannot be fetched', async () => {
    const speaker = speak('elder');
    await says(speaker, '…');
    fail(new TypeError('lost'));
    await says(speaker, '敬启者 甲 乙');
  });

  it('come over what is on show when the page turns to them, and go again', async () => {
    const speaker = speak('standard');
    await says(speaker, '敬启者 甲 乙');
    speaker.parentElement!.setAttribute('data-oi-mode', 'elder');
    await new Promise(requestAnimationFrame);
    await says(speaker, '敬启者 甲 乙');
    come({ plain });
    await says(speaker, '您好 甲 第二');
    speaker.parentElement!.setAttribute('data-oi-mode', 'standard');
    await says(speaker, '敬启者 甲 乙');
  });

  it('are there in English, and stay under the words of the page', async () => {
    const speaker = speak('elder', 'en');
    speaker.terms = { hello: 'Good day' };
    await until('asked', () => speaker.shadowRoot?.textContent);
    await new Promise(requestAnimationFrame);
    come({ plain });
    await says(speaker, 'Good day a b');
    assert.notInclude(speaker.shadowRoot!.textContent, '第二');
  });
});
