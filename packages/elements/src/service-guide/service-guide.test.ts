import { createClient, type Client, type Middleware } from '@open-info/sdk/client';
import { getChecklist, getMatter, listMatters } from '@open-info/sdk/matters';
import { createMockClient } from '@open-info/sdk/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { assert } from 'chai';
import {
  checkAccessible,
  clearPage,
  faultyClient,
  put,
  service,
  until,
} from '../../test/browser.ts';
import type {
  ServiceGuideAnsweredEvent,
  ServiceGuideOpeningEvent,
} from './service-guide.events.ts';
import type { ServiceGuide } from './service-guide.ts';
import './define.ts';

const client = createClient({ baseUrl: service });
const allowance = 'minimum-living-allowance';
const restaurant = 'open-restaurant';
const storageOf = (id: string) => `oi-service-guide:${id}`;

/** What a person sees and can reach. */
class Reader {
  readonly element: ServiceGuide;

  constructor(attributes: string, given: Client | undefined) {
    this.element = put(
      `<oi-service-guide ${attributes}><a href="/plain">到政务服务网办理</a></oi-service-guide>`,
    ).querySelector('oi-service-guide')!;
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

  all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    return [...this.root.querySelectorAll<E>(selector)].filter(
      (found) => found.getClientRects().length > 0,
    );
  }

  control(word: string): HTMLElement {
    const found = this.all('button, a[href], summary').find((one) =>
      one.innerText.trim().startsWith(word),
    );
    assert.isDefined(found, `there is no “${word}”`);
    return found;
  }

  shows(words: string): Promise<boolean> {
    return until(words, () => this.text.includes(words));
  }

  get status(): string {
    return this.find('[role="status"].count')?.innerText.replace(/\s+/g, ' ') ?? '';
  }

  get matters(): string[] {
    return this.all('[part="item"] [data-matter]').map((link) => link.innerText.trim());
  }

  /** Materials to bring or useful, by name. */
  get materials(): string[] {
    return this.all('[part="material"] .material-name > span[lang]').map((name) =>
      name.textContent.trim(),
    );
  }

  async answer(question: string, option: string): Promise<void> {
    this.find(`#question-${CSS.escape(question)}-${CSS.escape(option)}`)!.click();
    await this.element.updateComplete;
  }

  async tick(material: string): Promise<void> {
    this.find(`[data-material="${material}"] input`)!.click();
    await this.element.updateComplete;
  }

  async choose(way: string): Promise<void> {
    this.find(`[name="way"][value="${way}"]`)!.click();
    await this.element.updateComplete;
  }

  async guide(): Promise<this> {
    await until('the guide', () => this.find('#guide-title'));
    return this;
  }

  async list(): Promise<this> {
    await until('the list', () => /\d/.test(this.find('#count')?.innerText ?? ''));
    return this;
  }
}

const start = (attributes = '', given: Client | undefined = client): Reader =>
  new Reader(attributes, given);
const show = (id: string, attributes = '', given?: Client): Promise<Reader> =>
  start(`matter="${id}" ${attributes}`, given).guide();

/** The service, saying it is another time. */
const atTime = (moment: string): Client => {
  const middleware: Middleware = async (request, next) => {
    const answer = await next(request);
    if (!request.url.endsWith('/calendar')) return answer;
    const headers = new Headers(answer.headers);
    headers.set('date', new Date(moment).toUTCString());
    return new Response(answer.body, { status: answer.status, headers });
  };
  return faultyClient(middleware);
};

const answering = (status: number): Client =>
  faultyClient((request, next) =>
    request.url.includes('/matters/')
      ? Promise.resolve(new Response('{}', { status }))
      : next(request),
  );

beforeEach(() => setViewport({ width: 1280, height: 900 }));
afterEach(() => {
  clearPage();
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('oi-service-guide:')) localStorage.removeItem(key);
  }
  history.replaceState(null, '', location.pathname + location.search);
});

describe('finding a matter', () => {
  it('by plain words, by topic, and only 一件事', async () => {
    const reader = await start().list();
    const { total } = await listMatters(client, { q: '低保' });
    const input = reader.find<HTMLInputElement>('[type="search"]')!;
    const searched: number[] = [];
    reader.element.addEventListener('oi-service-guide-searched', ({ total: said }) =>
      searched.push(said),
    );
    input.focus();
    await sendKeys({ type: '低保' });
    await sendKeys({ press: 'Enter' });
    await reader.shows(`找到 ${total} 个事项`);
    assert.include(reader.matters, '最低生活保障申请');
    assert.deepEqual(searched, [total]);
    input.value = '';
    reader.control('查找').click();
    const { total: housing } = await listMatters(client, { theme: ['住房保障'] });
    (await until('topics', () => reader.all('.theme')[1]))
      .parentElement!.querySelectorAll<HTMLElement>('.theme')
      .forEach((theme) => theme.innerText.includes('住房保障') && theme.click());
    await reader.shows(`找到 ${housing} 个事项`);
    reader.control('全部').click();
    reader.find('.only input')!.click();
    const { items } = await listMatters(client, { bundle: 'true' });
    await until('bundles', () => reader.matters.includes(items[0]!.name));
    assert.include(reader.text, `找到 ${items.length} 个事项`);
    assert.sameMembers(
      reader.matters,
      items.map(({ name }) => name),
    );
  });

  it('opens it in place and goes back to where one was', async () => {
    const reader = await start('', client).list();
    const events: string[] = [];
    for (const type of ['oi-service-guide-opening', 'oi-service-guide-opened'] as const) {
      reader.element.addEventListener(type, (event) => events.push(`${type} ${event.matterId}`));
    }
    const link = reader.find('[data-matter]')!;
    const id = link.dataset.matter!;
    link.click();
    await reader.guide();
    await until('focus', () => reader.root.activeElement?.id === 'guide-title');
    assert.deepEqual(events, [`oi-service-guide-opening ${id}`, `oi-service-guide-opened ${id}`]);
    reader.control('返回').click();
    await until('the row', () => reader.root.activeElement?.getAttribute('data-matter') === id);
  });

  it('leaves it to the page where the page says so', async () => {
    const reader = await start('guide-url="#guide-{id}"').list();
    const link = reader.find<HTMLAnchorElement>('[data-matter]')!;
    assert.include(link.href, `#guide-${link.dataset.matter!}`);
    let asked = '';
    reader.element.addEventListener(
      'oi-service-guide-opening',
      (event: ServiceGuideOpeningEvent) => {
        asked = event.matterId;
        event.preventDefault();
      },
    );
    link.click();
    assert.equal(asked, link.dataset.matter);
    assert.equal(location.hash, '');
    assert.isNull(reader.find('#guide-title'));
  });

  it('keeps search and matter in the address with routing only', async () => {
    const before = location.href;
    const plain = await start().list();
    plain.find('[data-matter]')!.click();
    await plain.guide();
    assert.equal(location.href, before);
    clearPage();
    const reader = await start('routing organ="civil-affairs"').list();
    const link = reader.find<HTMLAnchorElement>('[data-matter]')!;
    const { href } = link;
    link.click();
    await reader.guide();
    assert.equal(location.href, href);
    clearPage();
    const again = await start('routing').guide();
    assert.equal(again.find('#guide-title')!.textContent.trim(), link.textContent.trim());
    history.back();
    await again.list();
    assert.equal(location.href, before);
  });

  it('says what to do when nothing fits', async () => {
    const reader = await start().list();
    reader.find<HTMLInputElement>('[type="search"]')!.value = '飞碟执照';
    reader.control('查找').click();
    await reader.shows('没有找到合适的事项');
    await checkAccessible(reader.element);
    reader.control('查看全部事项').click();
    await until('all', () => reader.matters.length > 0);
  });
});

describe('a guide', () => {
  it('says at first sight how long, how many visits, what it costs, and where it is from', async () => {
    const matter = await getMatter(client, allowance);
    const reader = await show(allowance);
    for (const words of [
      matter.name,
      matter.organ.name,
      `${matter.promised!.amount} 个工作日`,
      `法定最长 ${matter.statutory!.amount} 个工作日`,
      '最多跑 1 趟',
      '不收费',
      '行政给付',
      `版本 ${matter.version}`,
      '数据截至',
      '演示用，内容是虚构的',
    ]) {
      assert.include(reader.text, words);
    }
    assert.lengthOf(reader.all('.panel'), 1);
  });

  it('asks one question after the other and leaves one complete list, as the service gives it', async () => {
    const matter = await getMatter(client, allowance);
    const reader = await show(allowance);
    const told: number[] = [];
    reader.element.addEventListener(
      'oi-service-guide-answered',
      (event: ServiceGuideAnsweredEvent) => told.push(event.open),
    );
    assert.include(reader.status, '最多要准备');
    const answers: Record<string, string> = {};
    for (let left = matter.questions.length; left > 0; left -= 1) {
      assert.lengthOf(reader.all('.questions fieldset'), Object.keys(answers).length + 1);
      const { open } = await getChecklist(client, allowance, answers);
      const next = open[0];
      if (!next) break;
      answers[next.id] = next.options[0]!.id;
      await reader.answer(next.id, answers[next.id]!);
    }
    const checklist = await getChecklist(client, allowance, answers);
    assert.isTrue(checklist.complete);
    assert.equal(told[told.length - 1], 0);
    assert.include(reader.status, '这就是全部');
    assert.include(reader.text, '问题都答完了');
    assert.sameMembers(
      reader.materials,
      checklist.items.filter((item) => item.exempt === undefined).map(({ name }) => name),
    );
    const exempt = reader.find('[part="exempt"]')!;
    for (const { name } of checklist.items.filter((item) => item.exempt !== undefined)) {
      assert.include(exempt.innerText, name);
    }
    assert.lengthOf([...exempt.querySelectorAll('input')], 0);
    await checkAccessible(reader.element);
    reader.control('重新回答').click();
    await until('anew', () => reader.all('.questions fieldset').length === 1);
    assert.equal(reader.root.activeElement?.getAttribute('type'), 'radio');
  });

  it('takes another answer where the first stands', async () => {
    const reader = await show('food-licence', '', createMockClient());
    await reader.answer('who', 'agent');
    assert.include(reader.materials, '授权委托书');
    const radio = reader.find<HTMLInputElement>('#question-who-agent')!;
    radio.focus();
    await sendKeys({ press: 'ArrowUp' });
    await until('the other', () => !reader.materials.includes('授权委托书'));
    await reader.answer('kitchen', 'yes');
    await reader.answer('room', 'no');
    assert.include(reader.materials, '专间整改计划');
    await reader.answer('kitchen', 'no');
    assert.notInclude(reader.materials, '专间整改计划');
    assert.isNull(reader.find('#question-room-no'));
    const form = reader.find<HTMLAnchorElement>('[data-material="food-application"] a')!;
    assert.match(form.href, /\/matters\/food-licence\/files\/food-application-form$/);
    assert.isTrue(form.hasAttribute('download'));
  });

  it('unfolds steps, fees, results, basis and questions, and prints them all', async () => {
    const reader = await show('food-licence', 'policy-url="/policy?id={id}"', createMockClient());
    const basis = reader.find('#head-basis')!;
    basis.focus();
    await sendKeys({ press: 'Enter' });
    await until('open', () => basis.getAttribute('aria-expanded') === 'true');
    assert.include(reader.text, '第三十五条');
    assert.include(reader.find('[part="special"]')!.innerText, '检验、检测');
    assert.include(reader.find('[part="lines"] a')!.getAttribute('href'), 'tel:');
    await emulateMedia({ media: 'print' });
    assert.lengthOf(reader.all('.panel'), reader.all('.section').length);
    assert.lengthOf(reader.all('.tools'), 0);
    await emulateMedia({ media: 'screen' });
  });

  it('leads to the policies it rests on', async () => {
    const matter = await getMatter(client, allowance);
    const policy = matter.documents[0]!;
    const reader = await show(allowance, 'policy-url="#policy-{id}"');
    reader.find('#head-policies')!.click();
    await reader.element.updateComplete;
    const link = reader.find<HTMLAnchorElement>(`#panel-policies [data-policy="${policy.id}"]`)!;
    assert.include(link.href, `#policy-${policy.id}`);
    let asked = '';
    reader.element.addEventListener('oi-service-guide-policy-opening', (event) => {
      asked = event.policyId;
      event.preventDefault();
    });
    link.click();
    assert.equal(asked, policy.id);
    assert.equal(location.hash, '');
  });

  it('is short where a page wants it short', async () => {
    const reader = await show(allowance, 'compact');
    assert.isNull(reader.find('.questions'));
    assert.include(reader.text, '最多要准备');
    await checkAccessible(reader.element);
    reader.control('查看完整办事指南').click();
    await until('the whole', () => reader.find('.questions'));
    await until('focus', () => reader.root.activeElement?.id === 'guide-title');
    clearPage();
    const linked = await show(allowance, 'compact guide-url="/guide?matter={id}"');
    const link = linked.control('查看完整办事指南') as HTMLAnchorElement;
    assert.include(link.href, `/guide?matter=${allowance}`);
  });
});

describe('a 一件事', () => {
  it('names its matters, says what each material serves, and asks for each once', async () => {
    const matter = await getMatter(client, restaurant);
    const reader = await show(restaurant);
    for (const { name } of matter.parts)
      assert.include(reader.find('[part="parts"]')!.innerText, name);
    const names = matter.materials.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
    assert.equal(
      reader.all('.serves').filter((one) => one.innerText.startsWith('用于')).length > 0,
      true,
    );
    await checkAccessible(reader.element);
  });

  it('leads to the guide of each and back', async () => {
    const reader = await show(restaurant);
    const title = reader.find('#guide-title')!.textContent.trim();
    const part = reader.find('[part="parts"] [data-matter]')!;
    const name = part.innerText.trim();
    part.click();
    await until('the part', () => reader.find('#guide-title')?.textContent.trim() === name);
    reader.control('返回').click();
    await until('the whole', () => reader.find('#guide-title')?.textContent.trim() === title);
    assert.throws(() => reader.control('返回'));
  });
});

describe('ticks', () => {
  const mock = createMockClient();

  it('are kept here, only once there is one, with the answers, and can be erased', async () => {
    const reader = await show('food-licence', '', mock);
    await reader.answer('who', 'self');
    assert.isNull(localStorage.getItem(storageOf('food-licence')));
    await reader.tick('layout');
    assert.include(reader.text, '已备好 1 / 5');
    assert.include(localStorage.getItem(storageOf('food-licence')), 'layout');
    clearPage();
    const again = await show('food-licence', '', mock);
    await until(
      'the tick',
      () => again.find<HTMLInputElement>('[data-material="layout"] input')!.checked,
    );
    assert.isTrue(again.find<HTMLInputElement>('#question-who-self')!.checked);
    again.control('清除打的勾').click();
    await until('erased', () => localStorage.getItem(storageOf('food-licence')) === null);
    assert.include(again.text, '打的勾已经清除');
  });

  it('are kept nowhere on a hall screen, which begins anew when nobody is there', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'kiosk');
    const reader = await show('food-licence', 'idle-seconds="-60"', mock);
    await reader.answer('who', 'self');
    await reader.tick('layout');
    assert.isNull(localStorage.getItem(storageOf('food-licence')));
    await until('anew', () =>
      reader.find<HTMLInputElement>('[data-material="layout"] input:not(:checked)'),
    );
    await until('unanswered', () => reader.find('#question-who-self:not(:checked)'));
  });

  it('pass over what a page wrote over them', async () => {
    for (const wrong of ['{', '[]', '{"savedAt":"2999-01-01T00:00:00Z","content":{"ready":[1]}}']) {
      localStorage.setItem(storageOf('food-licence'), wrong);
      const reader = await show('food-licence', '', mock);
      assert.isNull(reader.find('.ready'));
      clearPage();
    }
  });
});

describe('taking the list along', () => {
  it('opens a scanned address with its answers', async () => {
    history.replaceState(null, '', '#oi-guide=food-licence&answer=who%3Aagent&answer=kitchen%3Ano');
    const reader = await start('', createMockClient()).guide();
    await until('answered', () => reader.find('#question-who-agent:checked'));
    assert.include(reader.status, '这就是全部');
  });

  it('shows a code with the answers in the fragment', async () => {
    const reader = await show(
      'food-licence',
      'share-url="https://example.gov.cn/g?m={id}"',
      createMockClient(),
    );
    await reader.answer('who', 'agent');
    reader.control('带到手机上').click();
    const share = await until('the code', () => reader.find('[part="share"] .qr'));
    assert.equal(share.getAttribute('role'), 'img');
    const address = new URL(reader.find('.address')!.innerText.trim());
    assert.equal(address.searchParams.get('m'), 'food-licence');
    assert.equal(new URLSearchParams(address.hash.slice(1)).get('answer'), 'who:agent');
    await checkAccessible(reader.element);
  });

  it('copies the list as words', async () => {
    const reader = await show('food-licence', '', createMockClient());
    await reader.answer('who', 'agent');
    await reader.answer('kitchen', 'no');
    let copied = '';
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: (text: string) => Promise.resolve(void (copied = text)) },
      configurable: true,
    });
    reader.control('复制清单').click();
    await reader.shows('已经复制');
    delete (navigator as { clipboard?: unknown }).clipboard;
    for (const words of [
      '授权委托书',
      '经营场所布局图',
      '营业执照',
      '这就是全部',
      '江汉区政务服务中心',
      'oi-guide=',
    ]) {
      assert.include(copied, words);
    }
  });

  it('prints the list alone', async () => {
    const reader = await show('food-licence', '', createMockClient());
    await reader.answer('who', 'self');
    reader.control('打印清单').click();
    const frame = await until('the sheet', () => reader.find<HTMLIFrameElement>('.print-frame'));
    const page = await until('drawn', () =>
      frame.contentDocument?.querySelector<HTMLElement>('.sheet'),
    );
    for (const words of ['材料清单', '经营者本人', '经营场所布局图', '无需提交']) {
      assert.include(page.textContent, words);
    }
    assert.isNotNull(page.querySelector('.qr'));
    assert.lengthOf([...page.querySelectorAll('.box')], 6);
  });
});

describe('ways', () => {
  it('change what is shown: offices, a link, an address to send it to, a machine', async () => {
    const reader = await show('shop-registration', '', createMockClient());
    assert.lengthOf(reader.all('[part="office"]'), 2);
    await reader.choose('2');
    let left = '';
    reader.element.addEventListener('oi-service-guide-leaving', (event) => {
      left = event.url;
      event.preventDefault();
    });
    reader.control('打开网上办理').click();
    assert.equal(left, 'https://zwfw.example.gov.cn/');
    assert.lengthOf(reader.all('[part="office"]'), 0);
    await reader.choose('3');
    await until('a code', () => reader.find('.online .qr'));
    await reader.choose('4');
    assert.include(reader.find('[part="way"]')!.innerText, '示例地址：江汉区示例路100号');
    await reader.choose('self');
    assert.deepEqual(
      reader.all('[part="office"]').map((office) => office.dataset.office),
      ['machine'],
    );
    await until('open', () => reader.text.includes('现在开放'));
  });

  it('let a person choose among many offices', async () => {
    const matter = await getMatter(client, allowance);
    const reader = await show(allowance);
    assert.isAbove(matter.offices.length, 4);
    assert.lengthOf(reader.all('[part="office"]'), 0);
    const select = reader.find<HTMLSelectElement>('#office')!;
    const office = matter.offices[1]!;
    select.value = office.id;
    select.dispatchEvent(new Event('change'));
    await until('the office', () => reader.find(`[data-office="${office.id}"]`));
    assert.include(reader.text, office.address);
    assert.include(reader.find('[part="office"] a')!.getAttribute('href'), `tel:${office.phone!}`);
    await checkAccessible(reader.element);
  });

  const moments: [string, string, string][] = [
    ['a workday morning', '2026-11-23T10:00:00+08:00', '现在开放，到 12:00'],
    ['its noon', '2026-11-23T12:30:00+08:00', '今天 13:30 开'],
    ['a holiday', '2026-10-01T10:00:00+08:00', '10 月 8 日 09:00 开'],
    ['a Saturday worked for a holiday', '2026-10-10T15:00:00+08:00', '现在开放，到 17:00'],
    ['a day nobody knows yet', '2027-03-01T20:00:00+08:00', '放假安排还没有公布'],
  ];
  for (const [name, moment, words] of moments) {
    it(`say by the clock of the service whether an office is open: ${name}`, async () => {
      const matter = await getMatter(client, 'food-business-licence');
      const reader = await show('food-business-licence', '', atTime(moment));
      await reader.choose('1');
      assert.equal(matter.offices[0]!.hours[0]!.from, '09:00');
      const said = await until('the hours', () => reader.find('[part="open-now"]')?.innerText);
      assert.include(said, words);
    });
  }
});

describe('modes', () => {
  it('lead nowhere from a hall screen, whose targets are 60 px and more', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'kiosk');
    const reader = await show('shop-registration', '', createMockClient());
    reader.all('.section-button').forEach((button) => button.click());
    for (const way of ['1', '2', '3', '4', 'self']) {
      await reader.choose(way);
      assert.lengthOf(reader.all('a[href]'), 0, way);
    }
    for (const target of reader.all('button, .way, .material-row, .group-option')) {
      assert.isAtLeast(target.getBoundingClientRect().height, 60, target.innerText);
    }
    await checkAccessible(reader.element);
  });

  it('offer less to choose from to the elderly, in larger type', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'elder');
    const list = await start().list();
    const more = list.control('更多筛选').closest('details')!;
    assert.isFalse(more.open);
    assert.isTrue(more.contains(list.find('.only')));
    await checkAccessible(list.element);
    clearPage();
    document.documentElement.setAttribute('data-oi-mode', 'elder');
    const reader = await show(allowance);
    assert.isAtLeast(parseFloat(getComputedStyle(reader.find('.material-facts')!).fontSize), 18);
    assert.include(reader.control('更多').closest('details')!.textContent, '复制清单');
    for (const target of reader.all('button, .way, .material-row, .group-option, a[href]')) {
      assert.isAtLeast(target.getBoundingClientRect().height, 60, target.innerText);
    }
    await checkAccessible(reader.element);
  });

  it('speak English around what stays Chinese', async () => {
    const reader = await show(restaurant, 'lang="en"');
    await reader.shows('What to prepare');
    const chinese = document.createTreeWalker(reader.find('.frame')!, NodeFilter.SHOW_TEXT);
    for (let node = chinese.nextNode(); node; node = chinese.nextNode()) {
      if (!/[\u4e00-\u9fff]/.test(node.textContent ?? '')) continue;
      const said = node.parentElement!.closest('[lang]')!.getAttribute('lang');
      assert.equal(said, 'zh-CN', node.textContent ?? '');
    }
    await checkAccessible(reader.element);
  });

  it('fit a phone', async () => {
    await setViewport({ width: 320, height: 640 });
    for (const attributes of ['', `matter="${allowance}"`, `matter="${restaurant}"`]) {
      const reader = start(attributes);
      await until('there', () => reader.find('#guide-title, [part="items"]'));
      await reader.element.updateComplete;
      assert.isAtMost(document.documentElement.scrollWidth, 320, attributes);
      await checkAccessible(reader.element);
      clearPage();
    }
  });
});

describe('when it cannot be shown', () => {
  it('says so and asks again', async () => {
    let broken = true;
    const mending = faultyClient((request, next) =>
      broken ? Promise.reject(new TypeError('gone')) : next(request),
    );
    for (const attributes of ['', `matter="${allowance}"`]) {
      broken = true;
      const reader = start(attributes, mending);
      await until('the failure', () => reader.find('[role="alert"]'));
      assert.isNotNull(reader.find('slot:not([name])'));
      await checkAccessible(reader.element);
      broken = false;
      reader.control('重新读取').click();
      await until('there', () => reader.find('#guide-title, [part="items"]'));
      clearPage();
    }
  });

  it('tells a matter there never was from one that was withdrawn, and leads to the search', async () => {
    const reader = await start('routing', answering(404)).list();
    reader.find('[data-matter]')!.click();
    await reader.shows('没有找到这个事项');
    reader.control('查找别的事项').click();
    await reader.list();
    clearPage();
    const withdrawn = start(`matter="${allowance}"`, answering(410));
    await withdrawn.shows('这个事项已经取消');
    await checkAccessible(withdrawn.element);
  });

  it('shows that it is being read once that takes long', async () => {
    const reader = start(
      '',
      faultyClient(() => new Promise(() => undefined)),
    );
    await reader.shows('正在读取');
    await checkAccessible(reader.element);
    reader.element.remove();
  });

  it('shows an unknown code as it came, and nothing where nothing is on record', async () => {
    const mock = createMockClient();
    const matter = await getMatter(mock, 'food-licence');
    const odd = mock.with({
      'matters.get': {
        ...matter,
        ...{ type: '77', channels: ['1', 'x'], caseType: '7', promised: undefined },
        ...{ statutory: { amount: 3, unit: 'moon' }, offices: [], questions: [], materials: [] },
      },
    });
    const reader = await show('food-licence', '', odd);
    for (const words of ['77', '3 moon', 'x', '您不用准备材料', '办理地点还没有登记']) {
      assert.include(reader.text, words);
    }
    await checkAccessible(reader.element);
  });
});
