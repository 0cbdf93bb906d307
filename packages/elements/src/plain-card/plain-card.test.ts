import type { PlainCard } from '@open-info/contract/cards';
import { getCard } from '@open-info/sdk/cards';
import { createClient } from '@open-info/sdk/client';
import { assert } from 'chai';
import {
  checkAccessible,
  checkChineseIsNamed,
  clearPage,
  faultyClient,
  inScheme,
  put,
  service,
  until,
} from '../../test/browser.ts';
import { policyAddress } from './address.ts';
import { cardWords, countedItems, textOfCard } from './card-words.ts';
import type { PlainCardElement } from './plain-card.ts';
import { plainCardTerms } from './plain-card.terms.ts';
import { layOut, papers, type SheetText } from './sheet/sheet.ts';
import { drawSheet } from './sheet/svg.ts';
import { widthOfText, wrap } from './sheet/wrap.ts';
import './define.ts';

const client = createClient({ baseUrl: service });
const id = 'elder-care-subsidy-2026';
const words = cardWords(plainCardTerms['zh-CN'], 'zh-CN');

afterEach(clearPage);

const show = (attributes = `policy-id="${id}"`, lang = 'zh-CN'): PlainCardElement =>
  put(
    `<div lang="${lang}"><oi-plain-card ${attributes}><a href="/plain">政策</a></oi-plain-card></div>`,
  ).querySelector('oi-plain-card')!;

const rootOf = (element: PlainCardElement): ShadowRoot => element.shadowRoot!;

const textOf = (element: PlainCardElement): string =>
  rootOf(element).querySelector<HTMLElement>('.frame')?.innerText ?? '';

const shows = (element: PlainCardElement, text: string) =>
  until(text, () => textOf(element).includes(text));

const control = (element: PlainCardElement, word: string): HTMLElement =>
  [...rootOf(element).querySelectorAll<HTMLElement>('button, a')].find(
    ({ innerText }) => innerText.trim() === word,
  )!;

describe('the card', () => {
  it('says who, what, how, whom to ask, and of when it is, as the service does', async () => {
    const card = await getCard(client, id);
    const element = show();
    await shows(element, card.title);
    const { policy, ask, complaint, version } = card;
    for (const text of [...card.who, ...card.what, ...card.how])
      assert.include(textOf(element), text);
    for (const text of [
      policy.documentNumber!,
      ask.organ,
      ask.phone!,
      complaint,
      version,
      '有效',
    ]) {
      assert.include(textOf(element), text);
    }
    assert.match(textOf(element), /数据截至：\d{4}-\d\d-\d\d/);
    assert.isNotNull(rootOf(element).querySelector('svg.qr'));
    await checkAccessible(element);
  });

  for (const [mode, lang] of [
    ['elder', 'zh-CN'],
    ['kiosk', 'zh-CN'],
    ['standard', 'en'],
  ] as const) {
    it(`is accessible in ${mode}, ${lang}`, async () => {
      document.documentElement.setAttribute('data-oi-mode', mode);
      const element = show(undefined, lang);
      await shows(element, lang === 'en' ? 'Whom to ask' : '找谁问');
      await checkAccessible(element);
      await inScheme('dark', () => checkAccessible(element));
      if (lang === 'en') checkChineseIsNamed(rootOf(element));
      const leads = rootOf(element).querySelectorAll('a');
      assert.equal(leads.length > 0, mode !== 'kiosk', 'a hall screen leads nowhere');
    });
  }

  it('changes with its source: it is read anew each time', async () => {
    let title = '第一版';
    const changing = faultyClient(async (request, next) => {
      const card = (await (await next(request)).json()) as PlainCard;
      return Response.json({ ...card, title });
    });
    const first = show('');
    first.client = changing;
    first.policyId = id;
    await shows(first, '第一版');
    title = '第二版';
    const second = show('');
    second.client = changing;
    second.policyId = id;
    await shows(second, '第二版');
  });

  it('warns where the policy is no longer in force, on screen and on paper', async () => {
    const card = await getCard(client, id);
    const ended: PlainCard = { ...card, policy: { ...card.policy, validity: 'abolished' } };
    const element = show('');
    element.client = faultyClient(async () => Response.json(ended));
    element.policyId = id;
    await shows(element, '已经废止');
    await checkAccessible(element);
    assert.include(textOnSheet(ended), '已经废止');
    assert.include(textOfCard(ended, words), '已经废止');
  });

  it('says when there is no card, and can be tried again', async () => {
    const element = show('policy-id="nothing-of-the-kind"');
    await shows(element, '没有找到这张明白卡');
    await checkAccessible(element);
    element.policyId = id;
    await shows(element, '谁能享受');
  });

  it('gives its text to be copied by hand where the browser refuses', async () => {
    const card = await getCard(client, id);
    const element = show();
    await shows(element, '复制文字');
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    try {
      control(element, '复制文字').click();
      const area = await until('a text', () => rootOf(element).querySelector('textarea'));
      for (const text of [card.title, ...card.who, ...card.how]) assert.include(area.value, text);
      await checkAccessible(element);
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('goes onto paper as drawn when the page around it is printed', async () => {
    const element = show('policy-id="elder-care-subsidy-2026" format="A4"');
    await shows(element, '找谁问');
    window.dispatchEvent(new Event('beforeprint'));
    const drawing = rootOf(element).querySelector('.sheet svg')!;
    assert.equal(drawing.getAttribute('viewBox'), '0 0 595 842');
    window.dispatchEvent(new Event('afterprint'));
    assert.isNull(rootOf(element).querySelector('.sheet svg'));
  });
});

describe('where the code leads', () => {
  const card = { id: 'a/b', url: '/api/v1/documents/x/article' };

  it('is the page the host names, the address of the card, or the service', () => {
    assert.equal(
      policyAddress(card, 'https://s.example', 'https://h.example/p?id={id}'),
      'https://h.example/p?id=a%2Fb',
    );
    assert.equal(
      policyAddress(card, 'https://s.example/open-info'),
      `https://s.example/open-info${card.url}`,
    );
    assert.equal(
      policyAddress({ ...card, url: 'https://p.example/x' }, 'https://s.example'),
      'https://p.example/x',
    );
  });

  it('is never script', () => {
    assert.isUndefined(policyAddress({ ...card, url: 'javascript:alert(1)' }, 'https://s.example'));
  });
});

/** The words on a sheet, without the breaks between lines. */
function textOnSheet(card: PlainCard, paper: 'a5' | 'a4' = 'a5'): string {
  const { pieces } = layOut({ card, words, code: undefined }, paper);
  return pieces
    .filter((piece): piece is SheetText => piece.kind === 'text')
    .map(({ text }) => text)
    .join('');
}

describe('the sheet', () => {
  it('has every word of the card, within its edges', async () => {
    const card = await getCard(client, id);
    for (const paper of ['a5', 'a4'] as const) {
      const on = textOnSheet(card, paper).replace(/\s/g, '');
      for (const text of [card.title, ...card.who, ...card.what, ...card.how, card.ask.organ]) {
        assert.include(on, text.replace(/\s/g, ''));
      }
      const { width, height, pieces } = layOut({ card, words, code: undefined }, paper);
      for (const piece of pieces) {
        if (piece.kind !== 'text') continue;
        assert.isBelow(piece.x + widthOfText(piece.text) * piece.size, width);
        assert.isBelow(piece.y, height);
      }
    }
  });

  it('leaves out what does not fit in readable type, and says how much', async () => {
    const card = await getCard(client, id);
    const long = {
      ...card,
      what: Array.from({ length: 200 }, (_, index) => `第${index}条标准，每人每月若干元`),
    };
    const { pieces, height } = layOut({ card: long, words, code: undefined }, 'a5');
    const texts = pieces.filter((piece): piece is SheetText => piece.kind === 'text');
    const kept = texts.filter(({ text }) => /^第\d+条标准/.test(text)).length;
    assert.isAbove(kept, 5);
    assert.isTrue(texts.some(({ text }) => text.includes(`还有 ${200 - kept} 条`)));
    assert.isAtLeast(Math.min(...texts.map(({ size }) => size)), papers.a5.smallest * 0.8);
    assert.isBelow(Math.max(...texts.map(({ y }) => y)), height);
    assert.include(textOfCard(long, words), '第199条标准', 'the text has them all');
  });

  it('is drawn as text, with a title and all it says', async () => {
    const card = await getCard(client, id);
    const drawing = drawSheet(
      layOut({ card, words, code: undefined }, 'a5'),
      card.title,
      textOfCard(card, words),
    );
    assert.equal(drawing.querySelector('title')?.textContent, card.title);
    for (const step of card.how) assert.include(drawing.querySelector('desc')?.textContent, step);
    assert.isNull(drawing.querySelector('foreignObject, style, script, image, [style]'));
    assert.isAbove(drawing.querySelectorAll('text').length, 10);
  });

  it('draws hostile words as words', async () => {
    const card = await getCard(client, id);
    const hostile = {
      ...card,
      title: '<script>alert(1)</script>',
      who: ['"><img src=x onerror=alert(1)>'],
    };
    const drawing = drawSheet(
      layOut({ card: hostile, words, code: undefined }, 'a5'),
      hostile.title,
      '',
    );
    assert.isNull(drawing.querySelector('script, img'));
    assert.notInclude(new XMLSerializer().serializeToString(drawing), '<script');
  });
});

describe('breaking lines', () => {
  it('never begins a line with a closing mark nor ends one with an opening mark', () => {
    const text = '年满60周岁，（本区户籍）的老年人；可以“享受”补贴、照护：《办法》第四条。'.repeat(
      6,
    );
    for (let most = 6; most < 30; most += 1) {
      for (const line of wrap(text, most)) {
        assert.notMatch(line, /^[，。；：）》”、]/);
        assert.notMatch(line, /[（《“]$/);
      }
      assert.equal(wrap(text, most).join(''), text);
    }
  });

  it('keeps numbers and words whole, and parts what is wider than a line', () => {
    assert.deepEqual(wrap('补贴1000元', 4), ['补贴', '1000元']);
    assert.isAbove(wrap('https://example.gov.cn/'.repeat(5), 10).length, 3);
    assert.deepEqual(wrap('   ', 10), []);
  });

  it('gives numbers to steps and none to a sentence that leads to them', () => {
    assert.deepEqual(
      countedItems(['这样办：', '先', '后']).map(({ number }) => number),
      [undefined, 1, 2],
    );
  });
});
