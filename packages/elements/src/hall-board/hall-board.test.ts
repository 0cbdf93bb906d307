import type { CaseBoard } from '@open-info/contract/cases';
import type { PolicyDocumentSummary } from '@open-info/contract/documents';
import { createClient, type Client } from '@open-info/sdk/client';
import { ConnectionError } from '@open-info/sdk/errors';
import { createMockClient, problem } from '@open-info/sdk/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { assert } from 'chai';
import {
  checkAccessible,
  checkChineseIsNamed,
  clearPage,
  put,
  service,
  until,
} from '../../test/browser.ts';
import type { HallBoardTurnedEvent } from './hall-board.events.ts';
import type { HallBoard } from './hall-board.ts';
import './define.ts';

const client = createClient({ baseUrl: service });
const updatedAt = '2026-11-20T10:12:30+08:00';
const screens = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];

const caseBoard: CaseBoard = {
  items: Array.from({ length: 12 }, (_, index) => ({
    number: `…${1000 + index}`,
    matter: index % 2 ? '老年人福利补贴（高龄津贴）' : '出版物零售单位设立审批',
    status: ['reviewing', 'supplementing', 'completed'][index % 3]!,
    at: '2026-11-20T09:00:00+08:00',
  })),
  today: { accepted: 1146, completed: 39, open: 128 },
  updatedAt,
};

const documentOf = (id: string, more: Partial<PolicyDocumentSummary>): PolicyDocumentSummary => ({
  id,
  title: `文件 ${id}`,
  validity: 'inForce',
  indexNumber: id,
  kind: '通知',
  level: 'district',
  issuers: [{ name: '示例区民政局', organId: 'civil-affairs' }],
  issuedOn: '2026-11-01',
  publishedAt: '2026-11-02T09:00:00+08:00',
  topics: [],
  attribute: 'open',
  interpretations: 0,
  ...more,
});

const page = <T>(items: T[]) => ({ items, total: items.length, asOf: '2026-11-20', updatedAt });

/** What a person sees and can reach. */
class Reader {
  readonly element: HallBoard;
  readonly turns: HallBoardTurnedEvent[] = [];

  constructor(attributes: string, given: Client | undefined) {
    this.element = put(
      `<oi-hall-board ${attributes}><a href="/plain">请到窗口询问</a></oi-hall-board>`,
    ).querySelector('oi-hall-board')!;
    this.element.client = given;
    this.element.addEventListener('oi-hall-board-turned', (event) => this.turns.push(event));
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
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }

  shows(words: string): Promise<boolean> {
    return until(words, () => this.text.includes(words));
  }

  button(name: string): HTMLElement {
    const found = this.all('button').find(
      (each) => each.innerText.trim() === name || each.getAttribute('aria-label') === name,
    );
    assert.isDefined(found, `there is no button “${name}”`);
    return found;
  }

  get title(): string {
    return this.find('.slide-title')?.innerText.trim() ?? '';
  }

  get pages(): number {
    return this.all('.dots rect').length || 1;
  }

  async step(): Promise<void> {
    this.button('下一页').click();
    await this.element.updateComplete;
  }
}

const start = (attributes = '', given: Client | undefined = client): Reader =>
  new Reader(attributes, given);

/** Every page of a round, once all kinds have come. */
async function round(reader: Reader, last: string): Promise<string[]> {
  await until('a page', () => reader.find('.slide'));
  const seen = new Set<string>();
  await until(last, () => {
    if (reader.find('.slide-label')) seen.add(reader.text);
    if ([...seen].some((text) => text.includes(last))) return true;
    if (reader.find('[aria-label="下一页"]')) reader.button('下一页').click();
    return false;
  });
  return [...seen];
}

// What the first page would otherwise wait for.
before(async function () {
  this.timeout(30_000);
  await import('./screen/screen.ts');
  await fetch(`${service}/api/v1/cases/board`);
});
beforeEach(async () => {
  await setViewport({ width: 1080, height: 1920 });
  // Half faded in, words have not their contrast yet.
  await emulateMedia({ reducedMotion: 'reduce' });
});

afterEach(async () => {
  clearPage();
  localStorage.clear();
  await emulateMedia({ reducedMotion: 'no-preference', media: 'screen' });
});

describe('what it shows', () => {
  it('rotates what the service has: policies, clean-ups, progress, notices', async () => {
    const reader = start();
    const texts = await round(reader, '公告通告');
    const all = texts.join('\n');
    for (const label of ['政策解读', '清理结果', '办事进度', '公告通告'])
      assert.include(all, label);
    for (const text of texts) {
      assert.match(text, /数据截至 20\d\d-\d\d-\d\d \d\d:\d\d/);
      assert.match(text, /20\d\d-\d\d-\d\d 星期. \d\d:\d\d/, 'the time of the service');
    }
    assert.match(all, /清理结果 废止 .*文件|清理结果 修改/);
    assert.match(all, /今日受理 \d+ 今日办结 \d+ 正在办理 \d+/);
    assert.notInclude(all, 'JH-DEMO');
    assert.match(all, /…000\d/);
    assert.match(all, /的通告|的公告/);
    assert.isNull(reader.find('a, input'));
  }).timeout(20_000);

  it('keeps the order of `show` and asks for nothing else', async () => {
    const mock = createMockClient({
      'cases.board': caseBoard,
      'documents.list': page([documentOf('water', { kind: '通告', title: '关于停水的通告' })]),
    });
    const reader = start('show="notices progress nonsense"', mock);
    await reader.shows('关于停水的通告');
    await until('all', () => reader.pages > 1);
    await reader.step();
    assert.include(reader.text, '今日受理 1,146 今日办结 39 正在办理 128');
    assert.equal(reader.pages, 5, 'a notice, the figures, three pages of cases');
    assert.sameMembers(
      mock.asked.map(({ operation }) => operation),
      ['documents.list', 'cases.board'],
    );
    const asked = mock.asked.find(({ operation }) => operation === 'documents.list');
    assert.deepInclude(asked?.query as object, { kind: ['公告', '通告'], sort: 'published' });
  });

  it('shows of an organ only what is its own, of a clean-up too', async () => {
    const mock = createMockClient({
      'documents.list': ({ query }) =>
        page(query.organ?.includes('civil-affairs') ? [documentOf('relief-2024', {})] : []),
    });
    const reader = start('show="cleanups" organ="civil-affairs"', mock);
    await reader.shows('临时救助实施细则');
    assert.include(reader.text, '修改');
    assert.equal(reader.pages, 1);
    assert.isNull(reader.find('.hall-pager'), 'nothing to stop where nothing turns');
    const other = start('show="cleanups" organ="education"', mock);
    await other.shows('目前没有可以显示的内容');
  });

  it('leads by QR code to the page the host names, else to the service’s own', async () => {
    const { qrPath } = await import('../base/qr.ts');
    const one = { 'documents.list': page([documentOf('a b', { kind: '公告' })]) };
    const code = (reader: Reader) => until('the code', () => reader.find('.qr path'));
    const own = start('show="notices"', createMockClient(one));
    const path = (await code(own)).getAttribute('d');
    assert.equal(path, qrPath('https://mock.invalid/policies/a%20b').path);
    const named = start('show="notices" policy-url="/p.html?id={id}"', createMockClient(one));
    assert.equal(
      (await code(named)).getAttribute('d'),
      qrPath(`${location.origin}/p.html?id=a%20b`).path,
    );
    const unsafe = start('show="notices" policy-url="javascript:x({id})"', createMockClient(one));
    await unsafe.shows('文件 a b');
    assert.isNull(unsafe.find('.qr'));
  });

  it('is empty in words and with a date', async () => {
    const reader = start('', createMockClient().empty());
    await reader.shows('目前没有可以显示的内容 数据截至 20');
    assert.isNotNull(reader.find('.hall-empty .vignette'));
    await checkAccessible(reader.element);
  });

  it('fails in words', async () => {
    const reader = start('', createMockClient().failing());
    await reader.shows('暂时读取不到');
    await checkAccessible(reader.element);
  });

  it('waits in a skeleton', async () => {
    const reader = start('', createMockClient().slow(Infinity));
    await until('the skeleton', () => reader.find('.skeleton'));
    await checkAccessible(reader.element);
  });

  it('speaks English but for what organs have written', async () => {
    const reader = start('lang="en" show="progress notices policies cleanups"');
    await reader.shows('Cases of today');
    checkChineseIsNamed(reader.root);
    await until('the last', () => reader.pages > 8);
    for (let step = 0; step < reader.pages; step += 1) {
      reader.button('Next page').click();
      await reader.element.updateComplete;
      checkChineseIsNamed(reader.root);
    }
    await checkAccessible(reader.element);
  });

  it('gives the plain link back where no service is connected', async () => {
    const meta = document.querySelector<HTMLMetaElement>('meta[name="open-info-service"]')!;
    meta.remove();
    const reader = new Reader('', undefined);
    await reader.shows('这里还没有接上数据服务');
    assert.isAbove(reader.element.querySelector('a')!.getClientRects().length, 0);
    document.head.append(meta);
  });
});

describe('pages that turn', () => {
  const mock = () => createMockClient({ 'cases.board': caseBoard });

  it('turn by themselves, stand still when stopped, and go on when told to', async () => {
    const reader = start('show="progress" page-seconds="1"', mock());
    await until('two turns', () => reader.turns.length >= 2);
    const { kind, page: at, pages, cause } = reader.turns[0]!;
    assert.deepEqual([kind, at, pages, cause], ['progress', 2, 4, 'time']);
    assert.equal(reader.find('.stage')!.getAttribute('aria-live'), 'off');
    reader.button('暂停翻页').click();
    await reader.element.updateComplete;
    assert.equal(reader.find('.stage')!.getAttribute('aria-live'), 'polite');
    const turned = reader.turns.length;
    reader.button('下一页').click();
    assert.equal(reader.turns.length, turned + 1);
    assert.equal(reader.turns[turned]!.cause, 'person');
    await checkAccessible(reader.element);
    reader.button('继续翻页').click();
    await until('goes on', () => reader.turns.length > turned + 1);
    assert.equal(reader.turns[turned + 1]!.cause, 'time');
  });

  it('stand still while somebody touches the screen', async () => {
    const reader = start('show="progress" page-seconds="1"', mock());
    await until('a turn', () => reader.turns.length > 0);
    reader.element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await reader.element.updateComplete;
    assert.equal(reader.find('.stage')!.getAttribute('aria-live'), 'polite');
    assert.isNotNull(reader.button('暂停翻页'), 'held, not stopped');
  });

  it('are stepped by arrow keys and stopped by the space bar, on a hall machine from anywhere', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'kiosk');
    const reader = start('show="progress"', mock());
    await until('a page', () => reader.find('.hall-pager'));
    await sendKeys({ press: 'ArrowRight' });
    await until(
      'the second',
      () => reader.find('.slide')?.getAttribute('aria-label') === '第 2 页，共 4 页',
    );
    await sendKeys({ press: 'ArrowLeft' });
    await until(
      'the first',
      () => reader.find('.slide')?.getAttribute('aria-label') === '第 1 页，共 4 页',
    );
    await sendKeys({ press: ' ' });
    await reader.shows('继续翻页');
  });

  it('leave the keys of a page that is no hall machine alone', async () => {
    const reader = start('show="progress"', mock());
    await until('a page', () => reader.find('.hall-pager'));
    await sendKeys({ press: 'ArrowRight' });
    assert.isEmpty(reader.turns);
    reader.button('下一页').focus();
    await sendKeys({ press: 'ArrowRight' });
    assert.lengthOf(reader.turns, 1);
    await sendKeys({ press: ' ' });
    assert.lengthOf(reader.turns, 2, 'the space bar presses the button');
  });

  it('stay with what is on show when something new comes before it', async () => {
    let documents = [documentOf('old', { kind: '公告', title: '旧的公告' })];
    const reader = start(
      'show="notices"',
      createMockClient({ 'documents.list': () => page(documents) }),
    );
    await reader.shows('旧的公告');
    documents = [documentOf('new', { kind: '公告', title: '新的公告' }), ...documents];
    reader.element.retry();
    await until('both', () => reader.pages === 2);
    assert.equal(reader.title, '旧的公告');
  });

  it('appear without movement where less of it is asked for', async () => {
    const animation = () => getComputedStyle(reader.find('.slide')!).animationName;
    const reader = start('show="progress"', mock());
    await until('a page', () => reader.find('.slide'));
    assert.equal(animation(), 'none');
    await emulateMedia({ reducedMotion: 'no-preference' });
    assert.equal(animation(), 'appear');
  });
});

describe('without network', () => {
  it('keeps the last good content, says of when it is, and goes on by itself', async () => {
    let isAway = false;
    const reader = start(
      'show="progress"',
      createMockClient({
        'cases.board': () => {
          if (isAway) throw new ConnectionError('offline');
          return caseBoard;
        },
      }),
    );
    await reader.shows('1,146');
    isAway = true;
    reader.element.retry();
    await until('says so', () => /网络中断，显示的是 \d\d:\d\d 的内容/.test(reader.text));
    assert.include(reader.text, '1,146');
    assert.include(reader.text, '数据截至 2026-11-20 10:12');
    await checkAccessible(reader.element);
    isAway = false;
    window.dispatchEvent(new Event('online'));
    await until('is back', () => !reader.text.includes('网络中断'));
  });

  it('says that the service is silent where it is not the network', async () => {
    let fails = false;
    const reader = start(
      'show="progress"',
      createMockClient({
        'cases.board': () => {
          if (fails) throw problem(503, 'unavailable', '服务暂时不可用');
          return caseBoard;
        },
      }),
    );
    await reader.shows('1,146');
    fails = true;
    reader.element.retry();
    await reader.shows('数据服务暂时没有回应');
  });

  it('keeps published content over a restart of a hall machine, and nothing of persons', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'kiosk');
    const fixtures = {
      'cases.board': caseBoard,
      'documents.list': page([documentOf('water', { kind: '通告', title: '关于停水的通告' })]),
    };
    const before = start('show="notices progress"', createMockClient(fixtures));
    await before.shows('关于停水的通告');
    await until('kept', () => localStorage.length === 1);
    await until('whole', () => before.pages > 1);
    assert.equal(localStorage.key(0), 'oi-hall-board:https://mock.invalid  notices progress');
    assert.notMatch(JSON.stringify({ ...localStorage }), /…10\d\d|accepted|出版物/);
    clearPage();

    document.documentElement.setAttribute('data-oi-mode', 'kiosk');
    const away = createMockClient().failing(new ConnectionError('offline'));
    const after = start('show="notices progress"', away);
    await after.shows('关于停水的通告');
    await after.shows('网络中断，显示的是');
    const other = start('show="notices progress" organ="education"', away);
    await other.shows('暂时读取不到');
  });

  it('touches no storage on any other page', async () => {
    const reader = start('show="notices progress"', createMockClient({ 'cases.board': caseBoard }));
    await reader.shows('1,146');
    assert.equal(localStorage.length, 0);
  });

  it('leaves no timer and no listener behind', async () => {
    const running = new Set<unknown>();
    const { setInterval: set, clearInterval: clear } = window;
    window.setInterval = ((...given: Parameters<typeof set>) => {
      const timer = set(...given);
      running.add(timer);
      return timer;
    }) as typeof set;
    window.clearInterval = (timer) => {
      running.delete(timer);
      clear(timer);
    };
    try {
      const reader = start('show="progress"', createMockClient({ 'cases.board': caseBoard }));
      await reader.shows('1,146');
      assert.isAbove(running.size, 0);
      reader.element.remove();
      assert.equal(running.size, 0);
    } finally {
      window.setInterval = set;
      window.clearInterval = clear;
    }
  });
});

describe('from five metres', () => {
  /** FAA HF-STD-001, ISO 9241-303: 1/200 of the distance, 17′ of arc; millimetres. */
  const height = 5000 / 200;
  /** Shorter side of a 55-inch 16:9 panel, millimetres. */
  const shorterSide = 55 * 25.4 * (9 / Math.hypot(16, 9));
  /** How much of its em a Chinese character fills. */
  const face = 0.92;

  const long = createMockClient({
    'cases.board': caseBoard,
    'documents.list': page([
      documentOf('long', {
        kind: '公告',
        title:
          '示例区人民政府办公室关于印发《示例区进一步优化营商环境更好服务经营主体实施方案（2026—2028年）》并公开征集问题线索的公告',
        documentNumber: '示政办规〔2026〕12号',
        effectiveOn: '2026-12-01',
        issuers: [{ name: '示例区人民政府办公室' }, { name: '示例区发展和改革局' }],
      }),
    ]),
    'interpretations.list': page([
      {
        id: 'long',
        title: '《示例区养老服务补贴实施办法》解读：请人照护，政府帮您出一部分钱，看看您家能不能领',
        form: 'text',
        level: 'district',
        policies: [],
        topics: [],
        organ: '示例区民政局',
        publishedAt: '2026-11-02T09:00:00+08:00',
        summary: '年满60周岁的困难失能老人和年满80周岁的失能老人，'.repeat(4),
      },
    ]),
  });

  for (const { width, height: high } of screens) {
    it(`is large enough and whole on ${width} × ${high}`, async () => {
      await setViewport({ width, height: high });
      const least = (height / face / shorterSide) * Math.min(width, high);
      const reader = start('', long);
      await reader.shows('办');
      await until('all', () => reader.pages === 8);
      reader.button('暂停翻页').click();
      for (let step = 0; step < reader.pages; step += 1) {
        await reader.step();
        const size = (text: Element) => parseFloat(getComputedStyle(text).fontSize);
        for (const text of reader.all('.slide-title, .slide-text, .board td, .count dd')) {
          if (text.getClientRects().length > 0) assert.isAtLeast(size(text), least, reader.title);
        }
        for (const text of reader.all('.hall p, .hall span, .hall dt, .hall th, .hall button')) {
          if (text.classList.contains('visually-hidden')) continue;
          assert.isAtLeast(size(text), Math.min(width, high) / 40, text.className);
        }
        const stage = reader.find('.stage')!;
        assert.isAtMost(stage.scrollHeight, stage.clientHeight, `cropped: ${reader.title}`);
        const title = reader.find('.slide-title')!;
        assert.isAtMost(title.clientHeight / parseFloat(getComputedStyle(title).lineHeight), 4.1);
        const matter = reader.find('.board-matter');
        // Glyphs may reach out of a line, by less than half of one.
        if (matter) assert.isAtMost(matter.scrollHeight - matter.clientHeight, size(matter) / 2);
      }
      for (const button of reader.all('button')) {
        const { width: wide, height: tall } = button.getBoundingClientRect();
        assert.isAtLeast(Math.min(wide, tall), 60, button.innerText);
      }
      assert.equal(reader.find('.hall')!.getBoundingClientRect().height, high);
      await checkAccessible(reader.element);
    }).timeout(20_000);
  }

  it('says nothing too small to read on the narrowest page', async () => {
    await setViewport({ width: 320, height: 640 });
    for (const [mode, least] of [
      ['standard', 13],
      ['elder', 18],
      ['kiosk', 20],
    ] as const) {
      document.documentElement.setAttribute('data-oi-mode', mode);
      const reader = start('', long);
      await until('all', () => reader.pages === 8);
      for (let step = 0; step < reader.pages; step += 1) {
        await reader.step();
        for (const text of reader.all('.hall *')) {
          const isRead = [...text.childNodes].some(
            ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim(),
          );
          if (!isRead || text.closest('.visually-hidden, svg')) continue;
          const size = parseFloat(getComputedStyle(text).fontSize);
          assert.isAtLeast(size, least, `${mode}: ${text.className} ${text.innerText}`);
        }
      }
      clearPage();
    }
  }).timeout(20_000);

  it('breaks no figure, number or time on a phone', async () => {
    await setViewport({ width: 390, height: 844 });
    const reader = start('show="progress"', createMockClient({ 'cases.board': caseBoard }));
    await reader.shows('1,146');
    for (let step = 0; step < reader.pages; step += 1) {
      for (const text of reader.all('.count dd, .board-number, .board-time')) {
        const words = document.createRange();
        words.selectNodeContents(text);
        assert.lengthOf(words.getClientRects(), 1, text.innerText);
        assert.isAtMost(text.scrollWidth, text.clientWidth, text.innerText);
      }
      await reader.step();
    }
    assert.isAtMost(document.documentElement.scrollWidth, 390);
  });

  it('cuts a long explanation behind a clause, or leaves it out', async () => {
    const { shortened } = await import('./screen/slides.ts');
    assert.equal(shortened('短。'), '短。');
    assert.equal(shortened(`${'长'.repeat(40)}。${'长'.repeat(40)}。`), `${'长'.repeat(40)}。……`);
    assert.isUndefined(shortened('长'.repeat(80)));
    assert.isUndefined(shortened(''));
  });
});
