import { getDocument as getEndpoint } from '@open-info/contract/documents';
import { createClient, type Client, type Middleware } from '@open-info/sdk/client';
import { getDocument } from '@open-info/sdk/documents';
import { getInterpretation } from '@open-info/sdk/interpretations';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
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
import type { PolicyOpeningEvent } from './policy-card.events.ts';
import type { PolicyCard } from './policy-card.ts';
import './define.ts';

const client = createClient({ baseUrl: service });
const subsidy = 'elder-care-subsidy-2026';
const abolished = 'elder-care-subsidy-2021';

/** What a person sees and can reach. */
class Reader {
  readonly element: PolicyCard;

  constructor(attributes: string, given: Client | undefined) {
    this.element = put(
      `<oi-policy-card ${attributes}><a href="/plain">查看政策</a></oi-policy-card>`,
    ).querySelector('oi-policy-card')!;
    this.element.client = given;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get text(): string {
    return this.root.querySelector<HTMLElement>('.frame')?.innerText.replace(/\s+/g, ' ') ?? '';
  }

  find<E extends HTMLElement = HTMLElement>(selector: string): E | null {
    return this.root.querySelector<E>(selector);
  }

  all(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)].filter(
      (found) => found.getClientRects().length > 0,
    );
  }

  button(word: string): HTMLElement {
    const found = this.all('button').find((button) => button.innerText.trim().startsWith(word));
    assert.isDefined(found, `there is no button “${word}”`);
    return found;
  }

  shows(words: string): Promise<boolean> {
    return until(words, () => this.text.includes(words));
  }

  section(name: string): HTMLElement {
    return this.find(`#head-${name}`)!;
  }

  async open(name: string): Promise<HTMLElement> {
    this.section(name).click();
    await this.element.updateComplete;
    return this.find(`#panel-${name}`)!;
  }

  /** The card with what is fetched a moment later. */
  async ready(): Promise<this> {
    await until('the card', () => this.find('#card-title'));
    await until('the tools', () => this.find('[part="tools"]'));
    return this;
  }
}

const start = (attributes: string, given: Client | undefined = client): Reader =>
  new Reader(attributes, given);
const show = (id: string, attributes = ''): Promise<Reader> =>
  start(`policy-id="${id}" ${attributes}`).ready();

/** Where the lines of a text begin, as it is drawn. */
function lineStarts(text: Element): number[] {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const tops: number[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < (node.nodeValue ?? '').length; at++) {
      const character = document.createRange();
      character.setStart(node, at);
      character.setEnd(node, at + 1);
      tops.push(Math.round(character.getBoundingClientRect().top));
    }
  }
  return [...tops.keys()].filter((at) => tops[at] !== tops[at - 1]);
}

/** Changes what the service answers about documents. */
const altering = (change: (document: Record<string, unknown>) => void): Client => {
  const middleware: Middleware = async (request, next) => {
    const answer = await next(request);
    if (!request.url.includes('/documents/') || !answer.ok) return answer;
    const document = (await answer.json()) as Record<string, unknown>;
    change(document);
    return new Response(JSON.stringify(document), answer);
  };
  return faultyClient(middleware);
};

beforeEach(() => setViewport({ width: 1280, height: 900 }));
afterEach(() => {
  clearPage();
  document.documentElement.lang = 'zh-CN';
});

describe('a policy with its interpretation', () => {
  it('says what it is, whether it holds, and opens the first section', async () => {
    const reader = await show(subsidy);
    const document = await getDocument(client, subsidy);
    const found = await getInterpretation(client, document.interpretationList[0]!.id);
    for (const words of [
      found.title,
      found.summary,
      document.documentNumber!,
      '有效',
      '数据截至',
    ]) {
      assert.include(reader.text, words);
    }
    assert.equal(reader.section('eligibility').getAttribute('aria-expanded'), 'true');
    assert.lengthOf(reader.all('.panel'), 1);
    assert.include(reader.find('[part="interpreter"] a')!.getAttribute('href'), 'tel:');
  });

  it('breaks its title between words and nowhere else, and says it in one piece', async () => {
    await setViewport({ width: 320, height: 900 });
    const reader = await show(subsidy);
    const { title } = await getInterpretation(
      client,
      (await getDocument(client, subsidy)).interpretationList[0]!.id,
    );
    const phrases = reader.find('#card-title .phrases')!;
    assert.equal(phrases.innerText, title);
    const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)];
    const lines = lineStarts(phrases);
    assert.isAbove(lines.length, 1);
    assert.includeMembers(
      words.map(({ index }) => index),
      lines,
    );
  });

  it('is the same card by the id of its interpretation', async () => {
    const { interpretationList } = await getDocument(client, subsidy);
    const byPolicy = await show(subsidy);
    const { text } = byPolicy;
    clearPage();
    const reader = await start(`interpretation-id="${interpretationList[0]!.id}"`).ready();
    assert.equal(reader.text, text);
  });

  it('opens and closes sections by keyboard, one and all', async () => {
    const reader = await show(subsidy);
    const steps = reader.section('steps');
    steps.focus();
    await sendKeys({ press: 'Enter' });
    await until('open', () => steps.getAttribute('aria-expanded') === 'true');
    assert.include(reader.text, '到哪里办');
    await sendKeys({ press: 'Space' });
    await until('closed', () => steps.getAttribute('aria-expanded') === 'false');
    reader.button('展开全部').click();
    await until('all', () => reader.all('.panel').length === reader.all('.section').length);
    reader.button('收起全部').click();
    await until('none', () => reader.all('.panel').length === 0);
  });

  it('explains a key term where it stands', async () => {
    const reader = await show(subsidy);
    const term = reader.find('#panel-eligibility .term')!;
    assert.equal(term.innerText, '失能');
    term.focus();
    await sendKeys({ press: 'Enter' });
    const meaning = await until('the meaning', () => reader.find('#panel-eligibility .meaning'));
    assert.include(meaning.innerText, '失能：吃饭');
    assert.equal(term.getAttribute('aria-expanded'), 'true');
    term.click();
    await until('folded', () => !reader.find('.meaning'));
  });

  it('marks what changed, in words as well', async () => {
    const reader = await show('disability-subsidies-2027');
    const panel = await reader.open('changes');
    const changed = await until('the marks', () => panel.querySelector('del'));
    assert.equal(changed.textContent, '删去：100，删去完。');
    assert.equal(panel.querySelector('ins')!.textContent, '新增：120，新增完。');
    assert.include(getComputedStyle(changed).textDecorationLine, 'line-through');
    assert.include(getComputedStyle(panel.querySelector('ins')!).textDecorationLine, 'underline');
    assert.equal(panel.querySelectorAll('table.changes th[scope="col"]').length, 3);
    assert.include(panel.innerText, '以前没有这一项');
  });

  it('lays changes in pairs on a phone', async () => {
    await setViewport({ width: 360, height: 740 });
    const reader = await show(subsidy);
    const panel = await reader.open('changes');
    await until('pairs', () => panel.querySelector('ul.changes dl.pair'));
    assert.isNull(panel.querySelector('table'));
  });

  it('lays the old document beside the new, sentence by sentence', async () => {
    const reader = await show(subsidy);
    const panel = await reader.open('changes');
    const button = await until('the button', () => reader.find('.comparison button'));
    button.click();
    await until('compared', () => panel.innerText.includes('对照完毕'));
    const rows = [...panel.querySelectorAll<HTMLElement>('.compared [role="row"]')];
    assert.isAbove(rows.length, 20);
    const article = rows.find((row) => row.textContent.includes('结合本区实际'))!;
    assert.include(article.querySelector('.before del')!.textContent, '帮助');
    assert.include(article.querySelector('.after ins')!.textContent, '保障');
    reader.button('收起逐句对照').click();
    await until('closed', () => !panel.querySelector('.compared'));
  });

  it('draws thousands of rows a part at a time', async () => {
    const old = Array.from({ length: 4000 }, (_, i) => `旧${i}。`).join('');
    const long = faultyClient(async (request, next) => {
      const answer = await next(request);
      if (!request.url.includes(abolished)) return answer;
      const document = (await answer.json()) as Record<string, unknown>;
      document.body = [{ kind: 'paragraph', text: [{ text: old }] }];
      return new Response(JSON.stringify(document), answer);
    });
    const reader = await start(`policy-id="${subsidy}"`, long).ready();
    const panel = await reader.open('changes');
    (await until('the button', () => reader.find('.comparison button'))).click();
    const done = () => until('compared', () => panel.textContent.includes('对照完毕'));
    await done().catch(done);
    const rows = () => panel.querySelectorAll('.compared-row').length;
    const before = rows();
    reader.button('接着看后面的').click();
    const told = /(\d+) 行/;
    const left = () => Number(told.exec(reader.find('.compared ~ p button')?.innerText ?? '')?.[1]);
    assert.isAbove(rows(), before);
    const pieces = () => panel.querySelectorAll('.piece').length;
    await until('the next part', () => pieces() === 120);
    assert.isAbove(left(), 0);
    reader.element.style.width = '360px';
    await until('pairs instead of rows', () => rows() === 0 && pieces() === 120);
    assert.isAbove(panel.querySelectorAll('.compared.stacked .pair').length, before);
  }).timeout(12_000);

  it('says so when the old document cannot be read', async () => {
    const faulty = faultyClient(async (request, next) => {
      if (request.url.includes(abolished)) throw new TypeError('lost');
      return next(request);
    });
    const reader = await start(`policy-id="${subsidy}"`, faulty).ready();
    await reader.open('changes');
    (await until('the button', () => reader.find('.comparison button'))).click();
    await reader.shows('读取不到旧文件');
  });

  it('lets a person choose among several interpretations', async () => {
    const reader = await show('elevator-subsidy-2025');
    const before = reader.find('#card-title')!.innerText;
    const other = reader
      .all('.choice-button')
      .find((button) => button.getAttribute('aria-current') === 'false')!;
    other.click();
    await until('the other', () => {
      const title = reader.find('#card-title')?.innerText;
      return title !== undefined && title !== before;
    });
    await until('the focus', () => reader.root.activeElement?.id === 'card-title');
    reader.button('返回').click();
    await until('the first', () => reader.find('#card-title')?.innerText === before);
  });

  it('shows pictures and recordings with their words, and plays nothing', async () => {
    const reader = await show('minimum-living-allowance-2026');
    const panel = await reader.open('media');
    assert.isAbove(panel.querySelector<HTMLElement>('.transcript')!.innerText.length, 100);
    assert.isNull(panel.querySelector('[autoplay]'));
  });

  it('shows and offers the files of an interpretation from its own address', async () => {
    const id = 'minimum-living-allowance-2026-picture';
    const alternative = [{ kind: 'paragraph', text: [{ text: '画面里写着每月1110元。' }] }];
    const files = [
      { id: 'a', name: '图解.png', type: 'image/png', size: 20_480 },
      { id: 'b', name: '讲解.mp3', type: 'audio/mpeg', size: 1_048_576 },
      { id: 'c', name: '发布会.mp4', type: 'video/mp4', size: 5_242_880 },
    ];
    const media = [
      { form: 'picture', title: '一图读懂', file: 'a', alternative },
      { form: 'audio', title: '听一听', file: 'b', alternative },
      { form: 'pressConference', title: '发布会', file: 'c', alternative },
      { form: 'video', title: '没有的文件', file: 'gone', alternative },
    ];
    const asked: string[] = [];
    const withFiles = faultyClient(async (request, next) => {
      asked.push(request.url);
      const answer = await next(request);
      if (!request.url.endsWith(id)) return answer;
      const found = (await answer.json()) as object;
      return new Response(JSON.stringify({ ...found, media, files }), answer);
    });
    const reader = await start(`interpretation-id="${id}"`, withFiles).ready();
    const panel = await reader.open('media');
    const address = (file: string) => `${service}/api/v1/interpretations/${id}/files/${file}`;
    const shown = [...panel.querySelectorAll<HTMLMediaElement>('img, audio, video')];
    assert.deepEqual(
      shown.map(({ localName, src }) => [localName, src]),
      [
        ['img', address('a')],
        ['audio', address('b')],
        ['video', address('c')],
      ],
    );
    for (const player of shown.slice(1)) {
      assert.equal(player.preload, 'none');
      assert.isFalse(player.autoplay);
      assert.isTrue(player.controls);
    }
    const links = [...panel.querySelectorAll<HTMLAnchorElement>('a[download]')];
    assert.deepEqual(
      links.map(({ href }) => href),
      ['a', 'b', 'c'].map(address),
    );
    assert.include(panel.innerText, '讲解.mp3');
    assert.include(panel.innerText, '1 MB');
    assert.lengthOf(panel.querySelectorAll('.transcript'), media.length);
    await checkAccessible(reader.element);
  });

  it('leaves no punctuation alone below an unfolded meaning', async () => {
    const reader = await show('minimum-living-allowance-2026');
    reader.all('.term')[0]!.click();
    const meaning = await until('the meaning', () => reader.find('.meaning'));
    const after = document.createRange();
    after.setStartAfter(meaning);
    after.setEndAfter(meaning.closest('li, p')!);
    assert.notMatch(after.toString().trim(), /^[，。；]/);
  });
});

describe('a policy that may not be relied upon', () => {
  it('says that it was abolished and leads to what replaced it', async () => {
    const reader = await show(abolished);
    const banner = reader.find('[part="banner"]')!;
    assert.include(banner.innerText, '已经废止');
    assert.include(reader.text, '还没有解读');
    const asked: PolicyOpeningEvent[] = [];
    reader.element.addEventListener('oi-policy-opening', (event) => {
      asked.push(event);
      if (asked.length === 1) event.preventDefault();
    });
    const link = banner.querySelector<HTMLElement>('.policy-link')!;
    link.click();
    await reader.element.updateComplete;
    assert.include(reader.text, '已经废止', 'the page keeps it');
    link.click();
    await reader.shows('请人照护');
    assert.deepEqual(
      asked.map(({ policyId, cause }) => [policyId, cause]),
      [
        [subsidy, 'successor'],
        [subsidy, 'successor'],
      ],
    );
    reader.button('返回').click();
    await reader.shows('已经废止');
  });

  it('says from when one will hold, and which one holds until then', async () => {
    const reader = await show('disability-subsidies-2027');
    const banner = reader.find('[part="banner"]')!.innerText;
    assert.include(banner, '2027-01-01');
    assert.include(banner, '施行之前');
  });

  for (const [validity, words] of [
    ['expired', '已经失效'],
    ['amended', '已经修改'],
    ['suspended', 'suspended'],
  ]) {
    it(`says ${validity}`, async () => {
      const faulty = altering((document) => Object.assign(document, { validity }));
      const reader = start(`policy-id="${subsidy}"`, faulty);
      const banner = await until('the banner', () => reader.find('[part="banner"]'));
      assert.include(banner.innerText, words!);
    });
  }

  it('says it in plain words to older people, in both languages', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'elder');
    const reader = await show(abolished);
    assert.equal(reader.find('[part="validity"]')!.innerText, '作废了（废止）');
    assert.include(reader.find('[part="banner"]')!.innerText, '已经作废（废止）');
    document.documentElement.lang = 'en';
    await until('English', () => reader.text.includes('No longer holds (abolished)'));
  });

  it('shows no text of a document that is disclosed on request', async () => {
    const reader = await show('relief-checking-procedure-2025');
    assert.include(reader.text, '依申请公开');
    assert.isEmpty(reader.all('.paragraph'));
  });
});

describe('a compact card', () => {
  it('shows who may use it and how, and the rest when asked for', async () => {
    const reader = start(`policy-id="${subsidy}" compact`);
    await until('the card', () => reader.find('#card-title'));
    assert.deepEqual(
      reader.all('.section-button').map((button) => button.innerText),
      ['我能享受吗', '我该怎么办'],
    );
    reader.element.addEventListener('oi-policy-unfolding', (event) => event.preventDefault(), {
      once: true,
    });
    reader.button('查看完整解读').click();
    await reader.element.updateComplete;
    assert.lengthOf(reader.all('.section'), 2);
    reader.button('查看完整解读').click();
    await until('the rest', () => reader.all('.section').length > 8);
    await until('the focus', () => reader.root.activeElement?.id === 'card-title');
  });
});

describe('tools', () => {
  it('give a QR code of the page that the host names', async () => {
    const reader = await show(subsidy, 'share-url="/policy.html?id={id}"');
    reader.button('分享').click();
    const qr = await until('the code', () => reader.find('.qr'));
    assert.include(qr.getAttribute('aria-label'), '扫一扫');
    assert.include(reader.find('.address')!.innerText, `/policy.html?id=${subsidy}`);
  });

  it('copy all of the text, also where the clipboard may not be used', async () => {
    const reader = await show(subsidy);
    const copied: string[] = [];
    const onCopy = (event: ClipboardEvent) => {
      const field = event.composedPath()[0] as HTMLTextAreaElement;
      copied.push(field.value);
    };
    document.addEventListener('copy', onCopy);
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    // A browser lets only a person's own key press copy.
    reader.button('复制文字').focus();
    await sendKeys({ press: 'Enter' });
    await until('the copy', () => /已经复制|不让复制/.test(reader.text));
    delete (navigator as { clipboard?: unknown }).clipboard;
    document.removeEventListener('copy', onCopy);
    assert.lengthOf(copied, 1);
    for (const words of ['我能享受吗', '户口在江汉区', '江示民规〔2026〕1号', '第一条']) {
      assert.include(copied[0]!, words);
    }
  });

  it('read aloud sentence by sentence, pause, go on, and fall silent with the card', async () => {
    const spoken: SpeechSynthesisUtterance[] = [];
    const { speak } = speechSynthesis;
    speechSynthesis.speak = (utterance) => void spoken.push(utterance);
    const end = () => spoken[spoken.length - 1]!.dispatchEvent(new Event('end'));
    const reader = await show(subsidy);
    reader.button('朗读').click();
    end();
    assert.lengthOf(spoken, 2);
    assert.include(spoken[0]!.text, '养老服务补贴');
    await until('pausing', () => reader.text.includes('暂停朗读'));
    reader.button('暂停朗读').click();
    end();
    assert.lengthOf(spoken, 2, 'a paused voice does not go on');
    await reader.element.updateComplete;
    reader.button('继续朗读').click();
    assert.equal(spoken[2]!.text, spoken[1]!.text, 'it goes on where it was');
    reader.element.remove();
    end();
    assert.lengthOf(spoken, 3);
    speechSynthesis.speak = speak;
  });

  it('print every section', async () => {
    const reader = await show(subsidy);
    await emulateMedia({ media: 'print' });
    assert.lengthOf(reader.all('.panel'), reader.all('.section').length);
    assert.isEmpty(reader.all('.tools'));
    await emulateMedia({ media: 'screen' });
  });
});

describe('a matter', () => {
  it('is a link that the host may take over; an address that is none is no link', async () => {
    const withMatters = (url: string): Client =>
      faultyClient(async (request, next) => {
        const answer = await next(request);
        if (!request.url.includes('/interpretations/')) return answer;
        const found = (await answer.json()) as { matters: { url?: string }[] };
        found.matters[0]!.url = url;
        return new Response(JSON.stringify(found), answer);
      });
    const reader = await start(`policy-id="${subsidy}"`, withMatters('/matters/1')).ready();
    const panel = await reader.open('steps');
    let asked = 0;
    reader.element.addEventListener('oi-policy-matter-opening', (event) => {
      asked += 1;
      event.preventDefault();
    });
    panel.querySelector<HTMLElement>('a.matter')!.click();
    assert.equal(asked, 1);
    clearPage();
    const hostile = await start(
      `policy-id="${subsidy}"`,
      withMatters('javascript:alert(1)'),
    ).ready();
    assert.isNull((await hostile.open('steps')).querySelector('a.matter'));
  });

  it('leads to the guide of its matters where the page has one', async () => {
    const attributes = `policy-id="${subsidy}" matter-url="/guide?matter={id}"`;
    const reader = await start(attributes).ready();
    const { interpretationList } = await getDocument(client, subsidy);
    const { matters } = await getInterpretation(client, interpretationList[0]!.id);
    const ids = matters.flatMap(({ matterId }) => matterId ?? []);
    const links = [...(await reader.open('steps')).querySelectorAll('a.matter')];
    assert.isNotEmpty(ids);
    assert.deepEqual(
      links.map((link) => link.getAttribute('href')),
      ids.map((id) => `/guide?matter=${id}`),
    );
  });
});

describe('when it cannot be shown', () => {
  it('says that there is no such policy', async () => {
    const reader = start('policy-id="none-such"');
    await reader.shows('没有找到这份政策');
    await checkAccessible(reader.element);
  });

  it('says what failed, and reads again', async () => {
    let broken = true;
    const faulty = faultyClient(async (request, next) => {
      if (broken) throw new TypeError('lost');
      return next(request);
    });
    const reader = start(`policy-id="${subsidy}"`, faulty);
    await reader.shows('重新读取');
    await checkAccessible(reader.element);
    broken = false;
    reader.button('重新读取').click();
    await reader.shows('请人照护');
  });

  it('says after a moment that it is still reading', async () => {
    const slow = faultyClient(() => new Promise(() => undefined));
    const reader = start(`policy-id="${subsidy}"`, slow);
    await reader.shows('正在读取');
    await checkAccessible(reader.element);
    reader.element.remove();
  });

  it('shows the plain link where nothing is named', async () => {
    const reader = start('');
    await until('the slot', () => reader.find('slot'));
    assert.isNull(reader.find('[role="alert"]'));
  });

  it('asks for a document once', async () => {
    const asked: string[] = [];
    const counting = faultyClient((request, next) => {
      asked.push(new URL(request.url).pathname);
      return next(request);
    });
    await start(`policy-id="${subsidy}"`, counting).ready();
    assert.equal(
      asked.filter((path) => path.endsWith(`${getEndpoint.path.split('{')[0]}${subsidy}`)).length,
      1,
    );
    assert.lengthOf(asked, 2);
  });
});

describe('everybody can use it', () => {
  /** A long comparison is drawn in parts: until no more of it comes. */
  async function drawn(reader: Reader): Promise<void> {
    let count = 0;
    let unchanged = 0;
    await until('the whole comparison', () => {
      const now = reader.root.querySelectorAll('*').length;
      unchanged = now === count ? unchanged + 1 : 0;
      count = now;
      return unchanged === 5;
    });
  }

  const policies = [
    subsidy,
    abolished,
    'minimum-living-allowance-2026',
    'relief-checking-procedure-2025',
    'elevator-subsidy-2025',
    'disability-subsidies-2027',
  ];
  const settings = [
    { lang: 'zh-CN', width: 320, dark: false },
    { lang: 'zh-CN', width: 320, dark: true },
    { lang: 'zh-CN', width: 1280, dark: false },
    { lang: 'en', width: 320, dark: false },
    { lang: 'en', width: 1280, dark: true },
  ];
  for (const { lang, width, dark } of settings) {
    for (const id of policies) {
      it(`${id}, ${lang}, ${width} px${dark ? ', dark' : ''}: all open, no axe violation, nothing sideways`, async () => {
        await setViewport({ width, height: 800 });
        await inScheme(dark ? 'dark' : 'light', async () => {
          const reader = await show(id, `lang="${lang}"`);
          const all = reader.find('.expand button');
          all?.click();
          await reader.element.updateComplete;
          for (const term of reader.all('.term')) term.click();
          reader.all('.comparison button')[0]?.click();
          reader.button(lang === 'en' ? 'Share' : '分享').click();
          await until('the code', () => reader.find('.qr'));
          await drawn(reader);
          await checkAccessible(reader.element);
          if (lang === 'en') checkChineseIsNamed(reader.root);
          assert.isAtMost(reader.element.scrollWidth, reader.element.clientWidth);
        });
      });
    }
  }

  it('is laid out as on a phone when its text is made large enough', async () => {
    const reader = await show('elevator-subsidy-2025');
    const width = () => reader.find('.frame')?.dataset.width;
    assert.equal(width(), 'wide');
    reader.element.style.setProperty('--oi-font-size', '30px');
    await until('the narrow layout', () => width() === 'narrow');
  });

  it('has targets of 60 px and more on a hall screen, and nothing leads away', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'kiosk');
    const reader = await show('elevator-subsidy-2025');
    reader.button('展开全部').click();
    await reader.element.updateComplete;
    for (const target of reader.all('button:not(.term)')) {
      assert.isAtLeast(target.getBoundingClientRect().height, 60, target.textContent.trim());
    }
    assert.isEmpty(reader.all('a[href]'));
  });
});
