import { createClient } from '@open-info/sdk/client';
import { listDocuments } from '@open-info/sdk/documents';
import { assert } from 'chai';
import {
  checkAccessible,
  clearPage,
  faultyClient,
  put,
  service,
  until,
} from '../../test/browser.ts';
import type { Stamp } from './stamp.ts';
import './define.ts';

afterEach(clearPage);

const show = (attributes: string, lang = 'zh-CN'): Stamp =>
  put(
    `<div lang="${lang}"><oi-stamp ${attributes}><a href="/plain">文件</a></oi-stamp></div>`,
  ).querySelector('oi-stamp')!;

const textOf = (element: Stamp): string =>
  element.shadowRoot!.querySelector<HTMLElement>('.frame')?.innerText ?? '';

const shows = (element: Stamp, words: string) =>
  until(words, () => textOf(element).includes(words));

const words = [
  ['open', '此件公开发布', '第十九条'],
  ['onRequest', '此件依申请公开', '第二十七条'],
  ['closed', '此件不予公开', '第十四条'],
] as const;

describe('the stamp', () => {
  for (const [attribute, text, article] of words) {
    it(`has the exact words of ${attribute}, with the article`, async () => {
      const element = show(`attribute="${attribute}"`);
      await shows(element, article);
      const stamp = element.shadowRoot!.querySelector('[part="stamp"]')!;
      assert.equal(stamp.textContent.trim(), text);
      await checkAccessible(element);
    });
  }

  it('says the reason where one is told, and where the document is asked for', async () => {
    const element = show(
      'attribute="onRequest" document-id="a/b" reason="含有企业申报材料" request-url="/request?of={id}"',
    );
    await shows(element, '理由：含有企业申报材料');
    const link = element.shadowRoot!.querySelector('a')!;
    assert.equal(link.getAttribute('href'), '/request?of=a%2Fb');
  });

  it('keeps the words of law in Chinese on an English page', async () => {
    const element = show('attribute="open"', 'en');
    await shows(element, 'article 19');
    const stamp = element.shadowRoot!.querySelector('[part="stamp"]')!;
    assert.equal(stamp.getAttribute('lang'), 'zh-CN');
    assert.equal(stamp.textContent.trim(), '此件公开发布');
    await checkAccessible(element);
  });

  it('reads a document, and says when there is none', async () => {
    const { items } = await listDocuments(createClient({ baseUrl: service }), { limit: 1 });
    const element = show(`document-id="${items[0]!.id}"`);
    await shows(element, '此件');
    element.documentId = 'nothing-of-the-kind';
    await shows(element, '没有找到这份文件');
    await checkAccessible(element);
  });

  it('tells why a document it reads is on request, as far as the service does', async () => {
    const element = show('document-id="relief-checking-procedure-2025"');
    await shows(element, '理由：规程规定的是核对人员的分工');
    await shows(element, '依据：内部事务信息（《政府信息公开条例》第十六条）');
    await checkAccessible(element);
    element.reason = '另一种说法';
    await shows(element, '理由：另一种说法');
  });

  it('is nothing but the words when compact', async () => {
    const element = show('attribute="open" compact');
    await shows(element, '此件公开发布');
    assert.equal(textOf(element).trim(), '此件公开发布');
  });

  it('shows the plain link for an attribute it does not know', async () => {
    const element = show('attribute="secret"');
    await element.updateComplete;
    assert.isAbove(element.querySelector('a')!.getClientRects().length, 0);
  });

  it('can be tried again after a fault', async () => {
    let broken = true;
    const client = faultyClient((request, next) =>
      broken ? Promise.reject(new TypeError('lost')) : next(request),
    );
    const { items } = await listDocuments(createClient({ baseUrl: service }), { limit: 1 });
    const element = show('');
    element.client = client;
    element.documentId = items[0]!.id;
    await shows(element, '重新读取');
    broken = false;
    element.shadowRoot!.querySelector('button')!.click();
    await shows(element, '此件');
  });

  it('speaks plainly for older people, under the words of the page', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'elder');
    const element = show('attribute="onRequest" request-url="/request"');
    await shows(element, '想看可以申请（依申请公开');
    await shows(element, '我要申请看');
    const first = element.shadowRoot!.querySelector('[part="stamp"]')!;
    assert.equal(first.textContent.trim(), '此件依申请公开', 'the stamp is the words of law');
    await checkAccessible(element);
    element.terms = { request: '向档案馆申请' };
    await shows(element, '向档案馆申请');
    document.documentElement.removeAttribute('data-oi-mode');
    await shows(element, '依申请公开：正文不主动公开');
  });
});
