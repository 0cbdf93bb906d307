import { calendarChina } from '@open-info/contract/calendar-china';
import { runCaseClock } from '@open-info/contract/case-clock';
import type { CaseKey, CaseView } from '@open-info/contract/cases';
import { rateCase, trackCase } from '@open-info/sdk/cases';
import { createClient, type Client } from '@open-info/sdk/client';
import { ConnectionError } from '@open-info/sdk/errors';
import { submitRequest } from '@open-info/sdk/requests';
import {
  createMockClient,
  problem,
  sampleCaseKeys,
  sampleCaseNames,
  sampleRequestKeys,
} from '@open-info/sdk/testing';
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
import { formatInstant } from '../base/moment.ts';
import '../provider/define.ts';
import type { ProgressTracker } from './progress-tracker.ts';
import './define.ts';

const client = createClient({ baseUrl: service });
/** The cases every installation without an acceptance system brings to be tried. */
const demo = (serial: number): CaseKey => ({ number: `JH-DEMO-000${serial}`, code: 'DEMO2026' });

/** What a person sees and can reach. */
class Reader {
  readonly element: ProgressTracker;
  readonly events: Event[] = [];

  constructor(attributes: string, given: Client | undefined) {
    this.element = put(
      `<oi-progress-tracker ${attributes}><a href="/plain">查询进度</a></oi-progress-tracker>`,
    ).querySelector('oi-progress-tracker')!;
    this.element.client = given;
    for (const type of ['opened', 'rated', 'guide-opening', 'closed']) {
      this.element.addEventListener(`oi-progress-tracker-${type}`, (event) =>
        this.events.push(event),
      );
    }
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

  shows(words: string): Promise<boolean> {
    return until(words, () => this.text.includes(words));
  }

  button(word: string): HTMLElement {
    const found = this.all('button').find((button) => button.innerText.trim().startsWith(word));
    assert.isDefined(found, `there is no button “${word}”`);
    return found;
  }

  type(selector: string, words: string): void {
    const input = this.find<HTMLInputElement>(selector)!;
    input.focus();
    input.value = words;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  async enter({ number, code }: CaseKey): Promise<void> {
    await until('the door', () => this.find('#code'));
    this.type('#number', number);
    this.type('#code', code);
    this.find('button[type="submit"]')!.click();
  }

  async open(key: CaseKey): Promise<this> {
    await this.enter(key);
    await until('the page', () => this.find('#page-title'));
    return this;
  }

  /** The names of the phases with how they stand. */
  get phases(): string[] {
    return this.all('.overview-phase').map(({ innerText }) => innerText.replace(/\s+/g, ' '));
  }
}

const start = (attributes = '', given: Client | undefined = createMockClient()): Reader =>
  new Reader(attributes, given);

/** Everything of the page that outlives a look at it. */
const leftBehind = (reader: Reader): string =>
  [
    JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }),
    location.href,
    JSON.stringify(history.state),
    reader.element.outerHTML,
    ...reader.events.map((event) => JSON.stringify({ ...event })),
  ].join('\n');

beforeEach(() => setViewport({ width: 1280, height: 900 }));
afterEach(() => {
  clearPage();
  localStorage.clear();
});

describe('the door', () => {
  it('says of each field what is wrong and what is right, before anything is asked', async () => {
    const mock = createMockClient();
    const reader = start('', mock);
    await reader.enter({ number: '@@', code: '' });
    await reader.shows('编号有误：应为 4 至 50 位字母、数字或者连字符');
    assert.include(reader.text, '请填写查询密码。');
    await until('the focus', () => reader.root.activeElement?.id === 'number');
    await checkAccessible(reader.element);
    assert.isEmpty(mock.asked);
  });

  it('is opened with the keyboard alone, written as people write', async () => {
    const reader = start('', client);
    await until('the door', () => reader.find('#number'));
    reader.find('#number')!.focus();
    await sendKeys({ type: 'jh demo 0001'.replace(/ /g, '-') });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'demo 2026' });
    await sendKeys({ press: 'Enter' });
    await until('the focus', () => reader.root.activeElement?.id === 'page-title');
    assert.include(reader.text, '食品经营许可（新办）');
    assert.deepEqual(
      reader.events.map((event) => [event.type, (event as { kind?: string }).kind]),
      [['oi-progress-tracker-opened', 'case']],
    );
  });

  it('answers a wrong code and an unknown number in the same words', async () => {
    const reader = start('', client);
    const failure = async (key: CaseKey) => {
      await reader.enter(key);
      await until('a question', () => reader.text.includes('正在查询'));
      return (await until('an answer', () => reader.find('.failure'))).innerText.replace(
        /问题编号.*/s,
        '',
      );
    };
    const wrong = await failure({ ...demo(6), code: 'WRONG2026' });
    const unknown = await failure({ number: 'JH-NOWHERE-1', code: 'DEMO2026' });
    assert.equal(wrong, unknown);
    assert.include(wrong, '编号和查询密码对不上');
    await checkAccessible(reader.element);
  });

  it('says at what time one may try again once it is locked', async () => {
    const reader = start('', client);
    for (let attempt = 0; attempt < 12 && !reader.text.includes('暂停查询 填错'); attempt += 1) {
      await reader.enter({ number: 'JH-LOCKED-1', code: 'WRONG2026' });
      await until('a question', () => reader.text.includes('正在查询'));
      await until('an answer', () => reader.find('.failure'));
    }
    assert.match(reader.text, /请在 \d\d:\d\d 以后再试（约 \d+ 分钟后）/);
    await checkAccessible(reader.element);
  });

  it('asks only for the code where the page knows the number', async () => {
    const reader = start(`case-no="${sampleCaseKeys.reviewing.number.toLowerCase()}"`);
    await until('the door', () => reader.find('#code'));
    assert.isNull(reader.find('#number'));
    assert.include(reader.text, sampleCaseKeys.reviewing.number);
    reader.type('#code', sampleCaseKeys.reviewing.code);
    reader.find('button[type="submit"]')!.click();
    await reader.shows('老年人福利补贴');
    reader.button('退出查询').click();
    await until('the door', () => reader.find('#code'));
    reader.button('查询其他编号').click();
    await until('the field', () => reader.root.activeElement?.id === 'number');
  });

  it('remembers number and name when asked to, the code only when asked for that too', async () => {
    const { number, code } = sampleCaseKeys.reviewing;
    const reader = start();
    await reader.open({ number, code });
    assert.equal(localStorage.length, 0);
    reader.button('退出查询').click();
    await until('the door', () => reader.find('#remember'));
    reader.find('#remember')!.click();
    await until('the second question', () => reader.find('#remember-code'));
    await reader.open({ number, code });
    const kept = () => JSON.stringify({ ...localStorage });
    assert.include(kept(), number);
    assert.include(kept(), '老年人福利补贴');
    assert.notInclude(kept(), code);

    reader.button('退出查询').click();
    await reader.shows('这个浏览器里记住的');
    reader.button('老年人福利补贴').click();
    await until('the code', () => reader.root.activeElement?.id === 'code');
    reader.find('#remember')!.click();
    (await until('the second question', () => reader.find('#remember-code'))).click();
    await reader.open({ number, code });
    assert.include(kept(), code);
    reader.button('退出查询').click();
    await reader.shows('点开就能看');
    await checkAccessible(reader.element);
    reader.button('老年人福利补贴').click();
    await until('the page', () => reader.find('#page-title'));
    reader.button('退出查询').click();
    await until('the door', () => reader.find(`[aria-label="不再记住 ${number}"]`));
    reader.find(`[aria-label="不再记住 ${number}"]`)!.click();
    await until('forgotten', () => localStorage.length === 0);
  });

  it('keeps several apart and forgets all of them at once', async () => {
    const reader = start();
    for (const name of ['reviewing', 'granted'] as const) {
      await until('the door', () => reader.find('#remember'));
      reader.find('#remember')!.click();
      await reader.open(sampleCaseKeys[name]);
      reader.button('退出查询').click();
    }
    await until('two', () => reader.all('.saved-case').length === 2);
    reader.button('全部清除').click();
    await until('none', () => reader.all('.saved-case').length === 0 && localStorage.length === 0);
  });

  it('says that it is slow, offline or at fault, and keeps what was typed', async () => {
    const slow = start('', createMockClient().slow(Infinity));
    await slow.enter(sampleCaseKeys.reviewing);
    await slow.shows('仍在查询，请稍候');
    await checkAccessible(slow.element);
    const failed = start('', createMockClient().failing());
    await failed.enter(sampleCaseKeys.reviewing);
    await failed.shows('数据服务出了故障');
    const offline = start('', createMockClient().failing(new ConnectionError('offline')));
    await offline.enter(sampleCaseKeys.reviewing);
    await offline.shows('连接不上数据服务');
    assert.equal(offline.find<HTMLInputElement>('#code')!.value, sampleCaseKeys.reviewing.code);
  });

  it('shows the plain link where no service is connected', async () => {
    const meta = document.querySelector('meta[name="open-info-service"]');
    meta?.remove();
    const reader = new Reader('', undefined);
    await reader.shows('这里还没有接上数据服务');
    assert.isNotNull(reader.find('slot'));
    if (meta) document.head.append(meta);
  });
});

describe('a case', () => {
  it('of each kind the service brings is shown with the clock the service reckons', async () => {
    for (let serial = 1; serial <= 8; serial += 1) {
      const key = demo(serial);
      const view = await trackCase(client, key);
      const clock = runCaseClock(
        view.events,
        view,
        calendarChina,
        formatInstant(view.asOf).slice(0, 10),
        view.policy,
      );
      const due = clock.promised ?? clock.statutory;
      assert.equal(due?.dueOn, view.dueOn, key.number);
      assert.equal(due?.daysLeft, view.daysLeft, key.number);
      const reader = await start('guide-url="/guide/{id}"', client).open(key);
      await until('a name', () => reader.text.includes(view.matter.name));
      if (view.dueOn !== undefined) assert.include(reader.text, view.dueOn, key.number);
      assert.notInclude(reader.text, '其他：', key.number);
      assert.lengthOf(reader.all('.overview-phase'), 3);
      await checkAccessible(reader.element);
      reader.element.remove();
    }
  }).timeout(30_000);

  it('stands as an ordered list of steps with organ, day and expected day', async () => {
    const reader = await start().open(sampleCaseKeys.reviewing);
    const during = reader.find('[part~="during"]')!;
    assert.equal(during.querySelector('ol')?.className, 'line');
    const current = during.querySelector<HTMLElement>('[aria-current="step"]')!;
    assert.match(current.innerText, /区级审核\s+正在进行/);
    assert.include(current.innerText, '武汉市江汉区民政局');
    assert.include(current.innerText, '预计 2026-11-23 前');
    assert.deepEqual(reader.phases, [
      '✓ 事前 申请和受理 已完成',
      '事中 办理 进行中',
      '事后 结果 未到',
    ]);
    const before = reader.button('事前的经过');
    assert.equal(before.getAttribute('aria-expanded'), 'false');
    assert.notInclude(reader.text, '收到材料');
    before.click();
    await reader.shows('收到材料');
  });

  it('tells what was promised first, what the law allows beside it, and every day of both', async () => {
    const reader = await start().open(sampleCaseKeys.reviewing);
    await until('the clock', () => reader.all('.dues .due').length === 2);
    assert.deepEqual(
      reader.all('.dues .due').map(({ innerText }) => innerText.replace(/\s+/g, ' ')),
      [
        '承诺办结 （10 个工作日） 2026-11-23 还有 1 个工作日',
        '法定办结 （20 个工作日） 2026-12-07 还有 11 个工作日',
      ],
    );
    reader.find('.trace > summary')!.click();
    await reader.shows('受理之日，不计入');
    assert.include(reader.text, '《行政许可法》第八十二条');
    await checkAccessible(reader.element);
  });

  it('says why the clock stands still', async () => {
    const reader = await start().open(sampleCaseKeys.suspended);
    await reader.shows('自 2026-11-11 起计时暂停');
    assert.include(reader.text, '《行政许可法》第四十五条');
    assert.include(reader.text, '恢复计时后还有 4 个工作日');
    assert.include(reader.text, '检测、鉴定');
  });

  it('says first what the person must do, all of it at once, with the last day', async () => {
    const reader = await start().open(sampleCaseKeys.supplementing);
    const todo = reader.find('[part~="todo"]')!;
    assert.lengthOf(todo.querySelectorAll('ol > li'), 3);
    assert.include(todo.innerText, '需要补正的材料，共 3 项');
    assert.match(todo.innerText, /最迟 2026-12-02（星期三，还有 \d+ 天）/);
    const overview = reader.find('.overview')!;
    const follows = todo.compareDocumentPosition(overview) & Node.DOCUMENT_POSITION_FOLLOWING;
    assert.notEqual(follows, 0);
    const pickUp = await start().open(sampleCaseKeys.toPickUp);
    assert.include(pickUp.text, '领取地点 江汉区政务服务中心 2 楼 18 号窗口');
  });

  it('that is late says so, and where to turn', async () => {
    const reader = await start().open(sampleCaseKeys.overdue);
    await reader.shows('已超期 4 个工作日');
    assert.include(reader.text, '12345');
    assert.include(reader.text, '还有 6 个工作日');
  });

  it('that was refused says why and what can be done against it', async () => {
    const reader = await start().open(sampleCaseKeys.denied);
    assert.include(reader.text, '不予许可');
    assert.include(reader.text, '行政复议');
    assert.include(reader.text, '行政诉讼');
  });

  it('shows what nobody here knows in the words it came with', async () => {
    const reader = await start().open(sampleCaseKeys.unknown);
    assert.include(reader.find('.status')!.innerText, '其他：省级平台复核（状态码 47）');
    const track = async (): Promise<CaseView> => ({
      ...(await trackCase(createMockClient(), sampleCaseKeys.reviewing)),
      status: 'queuedAtProvince',
    });
    const strange = await start('', createMockClient().with({ 'cases.track': track })).open(
      sampleCaseKeys.reviewing,
    );
    assert.equal(strange.find('.status')!.innerText, '其他：queuedAtProvince');
  });

  it('is done by the service’s clock where the calendar cannot be read', async () => {
    const mock = createMockClient({ 'calendar.get': problem(503, 'unavailable', '服务不可用') });
    const reader = await start('', mock).open(sampleCaseKeys.reviewing);
    await reader.shows('应当办结');
    assert.include(reader.text, '2026-11-23');
  });

  it('offers the guide of its matter, and lets the page show it itself', async () => {
    const reader = start('guide-url="/guide.html?matter={id}"');
    reader.element.addEventListener('oi-progress-tracker-guide-opening', (event) =>
      event.preventDefault(),
    );
    await reader.open(sampleCaseKeys.supplementing);
    const link = reader.find<HTMLAnchorElement>('a.link')!;
    assert.match(link.href, /\/guide\.html\?matter=elder-canteen$/);
    link.click();
    const last = reader.events[reader.events.length - 1] as Event & { matterId?: string };
    assert.equal(last.matterId, 'elder-canteen');
    assert.isTrue(last.defaultPrevented);
  });

  it('gives its documents to be kept', async () => {
    const saved: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this.download);
    };
    const reader = await start('', client).open(demo(2));
    const { attachments } = (await trackCase(client, demo(2))).result!;
    reader.button(`下载 ${attachments[0]!.name}`).click();
    await until('the file', () => saved.length > 0);
    HTMLAnchorElement.prototype.click = click;
    assert.deepEqual(saved, [attachments[0]!.name]);
  });

  it('says politely what has changed, without taking the focus', async () => {
    let isNew = false;
    const track = async (): Promise<CaseView> => {
      const office = createMockClient();
      const view = await trackCase(office, sampleCaseKeys.reviewing);
      if (!isNew) return view;
      return { ...view, status: 'decided', watch: { ...view.watch, tag: 'new' } };
    };
    const mock = createMockClient();
    const tag = async () => ({ tag: (await track()).watch.tag });
    const reader = await start('', mock.with({ 'cases.track': track, 'watch.get': tag })).open(
      sampleCaseKeys.reviewing,
    );
    reader.button('打印').focus();
    isNew = true;
    const news = () => until('news', () => reader.find('[role="status"] .news'));
    // It is asked for after five seconds, which is longer than anything else is waited for.
    const said = await news().catch(news).catch(news);
    assert.equal(said.innerText, '有新的进展：已决定');
    assert.equal((reader.root.activeElement as HTMLElement).innerText.trim(), '打印');
  }).timeout(20_000);
});

describe('a disclosure request', () => {
  it('is followed through the same door on the real service', async () => {
    const receipt = await submitRequest(client, {
      organId: 'civil-affairs',
      kind: 'disclosure',
      applicant: {
        category: 'person',
        name: '欧阳机密',
        identity: { kind: 'passport', number: 'E12345678' },
      },
      contact: { phone: '13900001234' },
      sought: { name: '2025年度最低生活保障统计' },
      delivery: { form: 'electronic', way: 'online' },
    });
    const reader = await start('', client).open(receipt);
    assert.include(reader.text, '政府信息公开申请');
    assert.include(reader.text, '2025年度最低生活保障统计');
    assert.equal(reader.phases[0], '事前 申请和受理 进行中');
    assert.equal((reader.events[0] as Event & { kind?: string }).kind, 'request');
    await checkAccessible(reader.element);
  });

  it('leads to its own page for what can be done about it', async () => {
    const reader = await start('status-url="/status.html"').open(
      sampleRequestKeys.awaitingSupplement,
    );
    const link = reader.find<HTMLAnchorElement>('[part~="todo"] a')!;
    assert.match(link.href, /\/status\.html#oi-request=2026-\d{7}-\d$/);
    assert.include(reader.text, '补正申请内容');
  });

  it('shows its answer, remedies in their order', async () => {
    const reader = await start().open(sampleRequestKeys.refused);
    assert.include(reader.text, '保护第三方合法权益');
    assert.match(reader.text, /行政复议 须先行复议/);
    await until('the clock', () => reader.text.includes('已用 13 个工作日'));
  });
});

describe('a rating', () => {
  it('takes one of five levels, once, on the real service; others hear of it', async () => {
    const reader = await start('', client).open(demo(8));
    const other = await start('', client).open(demo(8));
    await until('the question', () => reader.find('#level-1'));
    assert.deepEqual(
      reader.all('#level [type="radio"]').map((radio) => (radio as HTMLInputElement).value),
      ['1', '2', '3', '4', '5'],
    );
    reader.button('提交评价').click();
    await reader.shows('请选择满意度');
    await until('the focus', () => reader.root.activeElement?.id === 'level-1');
    reader.find('#level-2')!.click();
    assert.isNull(reader.find('#reasons'));
    reader.button('提交评价').click();
    await reader.shows('您已于');
    await until('the focus', () => reader.root.activeElement?.id === 'rated');
    assert.match(reader.text, /评价：满意/);
    assert.deepEqual(
      reader.events.map((event) => event.type),
      ['oi-progress-tracker-opened', 'oi-progress-tracker-rated'],
    );
    const heard = () => until('the rating', () => other.text.includes('您已于'));
    await heard().catch(heard).catch(heard);
  }).timeout(20_000);

  it('asks why only who is dissatisfied, and loses nothing when it fails', async () => {
    let failures = 1;
    const keys: string[] = [];
    const mock = createMockClient();
    const flaky = mock.with({
      'cases.rate': async ({ body, ...asked }) => {
        keys.push((asked as { idempotencyKey?: string }).idempotencyKey ?? '');
        if (failures > 0) {
          failures -= 1;
          throw problem(503, 'unavailable', '服务暂时不可用');
        }
        return rateCase(mock, body, { idempotencyKey: 'k'.repeat(16) });
      },
    });
    const reader = await start('', flaky).open(sampleCaseKeys.granted);
    await until('the question', () => reader.find('#level-5'));
    reader.find('#level-5')!.click();
    (await until('the reasons', () => reader.find('#reasons-slow'))).click();
    reader.type('#rating-text', '等了很久。');
    await checkAccessible(reader.element);
    reader.button('提交评价').click();
    await reader.shows('评价没有提交成功');
    assert.isTrue(reader.find<HTMLInputElement>('#level-5')!.checked);
    assert.isTrue(reader.find<HTMLInputElement>('#reasons-slow')!.checked);
    assert.equal(reader.find<HTMLInputElement>('#rating-text')!.value, '等了很久。');
    reader.button('提交评价').click();
    await reader.shows('您已于');
    assert.equal(keys[0], keys[1]);
    assert.notInclude(leftBehind(reader), '等了很久');
  });

  it('that was given is shown with what the office answered', async () => {
    const reader = await start().open(sampleCaseKeys.rated);
    assert.include(reader.text, '您已于 2026-11-03 评价：不满意');
    assert.include(reader.text, '我们已改为寄出前一天电话确认');
  });
});

describe('what is typed and read', () => {
  it('is in no address, event, attribute or storage, and gone when it is closed', async () => {
    const { number, code } = sampleCaseKeys.granted;
    const asked: string[] = [];
    const watched = faultyClient((request, next) => {
      asked.push(request.url);
      return next(request);
    });
    const real = await start('', watched).open(demo(1));
    for (const secret of ['JH-DEMO-0001', 'DEMO2026']) {
      assert.notInclude(asked.join('\n'), secret);
      assert.notInclude(leftBehind(real), secret);
    }
    const reader = await start().open({ number, code });
    reader.button('退出查询').click();
    await until('the door', () => reader.find('#code'));
    const typed = [...reader.root.querySelectorAll('input')].map(({ value }) => value);
    const left = [leftBehind(reader), reader.root.innerHTML, ...typed].join('\n');
    for (const value of [number, code, '食品经营许可']) assert.notInclude(left, value);
    await until('the focus', () => reader.root.activeElement?.id === 'number');
  });
});

describe('on a hall machine', () => {
  it('remembers nothing, keeps no files and wipes itself when nobody is there', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'kiosk');
    const reader = start('idle-seconds="-60"');
    await until('the door', () => reader.find('#code'));
    assert.isNull(reader.find('#remember'));
    await reader.enter(sampleCaseKeys.granted);
    await until('the page', () => reader.find('#page-title'));
    assert.isNull(reader.find('button.file'));
    await until('wiped', () => reader.find('#code'));
    const last = reader.events[reader.events.length - 1] as Event & { cause?: string };
    assert.equal(last.cause, 'idle');
    assert.equal(reader.find<HTMLInputElement>('#number')!.value, '');
    assert.equal(localStorage.length, 0);
  });

  for (const mode of ['elder', 'kiosk']) {
    it(`${mode}: words of 18 px and more, targets of 60`, async () => {
      document.documentElement.setAttribute('data-oi-mode', mode);
      await setViewport({ width: 390, height: 844 });
      const reader = await start('guide-url="/guide/{id}"').open(sampleCaseKeys.granted);
      await until('the rating', () => reader.find('#level-1'));
      for (const target of reader.all('button, summary, label, a')) {
        assert.isAtLeast(target.getBoundingClientRect().height, 59.5, target.innerText.trim());
      }
      for (const text of reader.all('p, dt, dd, li, span, b')) {
        if (text.closest('.day')) continue;
        assert.isAtLeast(parseFloat(getComputedStyle(text).fontSize), 18, text.innerText);
      }
    });
  }
});

describe('the board of a hall', () => {
  const board = (rows: number) => ({
    items: Array.from({ length: rows }, (_, index) => ({
      number: `…${1000 + index}`,
      matter: '老年人福利补贴（高龄津贴）',
      status: 'reviewing',
      at: '2026-11-20T09:00:00+08:00',
    })),
    today: { accepted: 1146, completed: 39, open: 128 },
    updatedAt: '2026-11-20T10:12:30+08:00',
  });

  it('shows the service’s cases masked, with the counts of today and how old they are', async () => {
    const reader = start('presentation="hall"', client);
    await until('the board', () => reader.find('.board'));
    assert.notInclude(reader.text, 'JH-DEMO');
    assert.match(reader.text, /…000\d/);
    assert.match(reader.text, /今日受理 \d+ 今日办结 \d+ 正在办理 \d+/);
    assert.match(reader.text, /数据截至 20\d\d-/);
    assert.isNull(reader.find('input'));
    await checkAccessible(reader.element);
  });

  it('turns its pages by itself until it is stopped', async () => {
    const reader = start(
      'presentation="hall" page-seconds="1"',
      createMockClient({ 'cases.board': board(50) }),
    );
    const page = () => reader.find('.hall-page')?.innerText ?? '';
    await until('the first page', () => page().startsWith('第 1 页'));
    await until('the second page', () => page().startsWith('第 2 页'));
    reader.button('暂停翻页').click();
    await reader.shows('继续翻页');
    const stopped = page();
    reader.find('[aria-label="下一页"]')!.click();
    await until('another page', () => page() !== stopped);
    await checkAccessible(reader.element);
  });

  it('keeps the last good content when the network is away', async () => {
    let isAway = false;
    const mock = createMockClient({
      'cases.board': () => {
        if (isAway) throw new ConnectionError('offline');
        return board(3);
      },
    });
    const reader = start('presentation="hall"', mock);
    await until('the board', () => reader.find('.board'));
    isAway = true;
    reader.element.organ = 'civil-affairs';
    await reader.shows('网络中断，显示的是上次读到的内容');
    assert.include(reader.text, '…1000');
    await checkAccessible(reader.element);
  });

  it('says that there is nothing, or that it cannot be read', async () => {
    const empty = start('presentation="hall"', createMockClient().empty());
    await empty.shows('目前没有可以显示的办件');
    await checkAccessible(empty.element);
    const failed = start('presentation="hall"', createMockClient().failing());
    await failed.shows('暂时读取不到');
    await checkAccessible(failed.element);
  });

  it('is large enough to be read from afar on 1080 × 1920', async () => {
    await setViewport({ width: 1080, height: 1920 });
    const reader = start('presentation="hall"', createMockClient({ 'cases.board': board(50) }));
    const row = await until('a row', () => reader.find('.board tbody th'));
    assert.isAtLeast(parseFloat(getComputedStyle(row).fontSize), 44);
    await until('whole', () => reader.find('.hall')!.getBoundingClientRect().bottom <= 1920);
    assert.isAtLeast(reader.find('.hall')!.getBoundingClientRect().bottom, 1800);
  });
});

describe('everybody can use it', () => {
  const keys: [string, CaseKey][] = [
    ...sampleCaseNames.map((name): [string, CaseKey] => [name, sampleCaseKeys[name]]),
    ['a request', sampleRequestKeys.consultingThirdParty],
  ];
  for (const lang of ['zh-CN', 'en']) {
    for (const [name, key] of keys) {
      it(`${name}, ${lang}: no axe violation, no sideways scroll at 320 px`, async () => {
        await setViewport({ width: 320, height: 640 });
        const reader = await start(`lang="${lang}"`).open(key);
        reader.find('.trace > summary')?.click();
        for (const unfold of reader.all('.unfold')) unfold.click();
        await checkAccessible(reader.element);
        assert.isAtMost(reader.element.scrollWidth, reader.element.clientWidth);
      });
    }
  }

  it('speaks English but for what the office has said', async () => {
    const reader = await start('lang="en"').open(sampleCaseKeys.suspended);
    await reader.shows('Paused since 2026-11-11');
    for (const told of reader.root.querySelectorAll('[lang="zh-CN"]')) told.remove();
    const rest = reader.text.replace(/检测、鉴定/g, '');
    assert.notMatch(rest, /[\u4e00-\u9fff]/);
  });

  it('prints what is folded on the screen', async () => {
    const reader = await start().open(sampleCaseKeys.granted);
    assert.notInclude(reader.text, '收到材料');
    await emulateMedia({ media: 'print' });
    await reader.shows('收到材料');
    assert.isEmpty(reader.all('button'));
    await emulateMedia({ media: 'screen' });
  });
});
