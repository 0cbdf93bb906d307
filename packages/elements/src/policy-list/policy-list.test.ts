import { createClient, type Client, type Middleware } from '@open-info/sdk/client';
import { listDocuments } from '@open-info/sdk/documents';
import { ConnectionError } from '@open-info/sdk/errors';
import { listInterpretations } from '@open-info/sdk/interpretations';
import { sendKeys, setViewport } from '@web/test-runner-commands';
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
import type { PolicyListOpeningEvent } from './policy-list.events.ts';
import type { PolicyList } from './policy-list.ts';
import './define.ts';

const client = createClient({ baseUrl: service });

beforeEach(() => setViewport({ width: 1280, height: 900 }));
afterEach(clearPage);

/** What a person sees and can reach. */
class Reader {
  readonly element: PolicyList;

  constructor(attributes = '', given?: Client, lang = 'zh-CN') {
    this.element = put(
      `<div lang="${lang}"><oi-policy-list ${attributes}><a href="/plain">政策解读</a></oi-policy-list></div>`,
    ).querySelector('oi-policy-list')!;
    this.element.client = given;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    return [...this.root.querySelectorAll<E>(selector)];
  }

  get text(): string {
    return this.root.querySelector<HTMLElement>('.frame')?.innerText ?? '';
  }

  get rows(): string[] {
    return this.all('[data-id]').map((row) => row.dataset.id!);
  }

  get status(): string {
    return this.all('[role="status"]')[0]?.innerText ?? '';
  }

  get tabs(): HTMLElement[] {
    return this.all('[role="tab"]');
  }

  get select(): Record<'validity' | 'topic', HTMLSelectElement> {
    const [first, second] = this.all<HTMLSelectElement>('select');
    return { validity: first!, topic: second ?? first! };
  }

  shows(words: string): Promise<boolean> {
    return until(words, () => this.text.includes(words));
  }

  async ready(): Promise<this> {
    await until('rows', () => this.rows.length > 0 && this.all('[aria-busy="true"]').length === 0);
    return this;
  }

  choose(select: HTMLSelectElement, value: string): void {
    select.value = value;
    select.dispatchEvent(new Event('change'));
  }

  search(words: string): void {
    const input = this.all<HTMLInputElement>('input')[0]!;
    input.value = words;
    this.all<HTMLFormElement>('form')[0]!.requestSubmit();
  }
}

describe('interpretations', () => {
  it('are listed, the latest first, with form, policy, 文号, validity, organ and date', async () => {
    const { items, total } = await listInterpretations(client, { limit: 10 });
    const reader = await new Reader().ready();
    assert.equal(reader.status, `共 ${total} 件`);
    assert.deepEqual(
      reader.rows,
      items.map(({ id }) => id),
    );
    const first = reader.all('[part="item"]')[0]!.innerText;
    const { title, organ, policies, publishedAt } = items[0]!;
    for (const text of [title, organ, policies[0]!.title, policies[0]!.documentNumber!]) {
      assert.include(first, text);
    }
    assert.include(first, `${publishedAt.slice(0, 10)} 发布`);
    assert.match(first, /有效|失效|废止|已修改|尚未生效/);
    assert.match(reader.text, /数据截至 \d{4}-\d\d-\d\d/);
    await checkAccessible(reader.element);
  });

  it('are turned page by page, and the count takes the focus', async () => {
    const reader = await new Reader('page-size="5"').ready();
    const before = reader.rows;
    reader.all('.pager .button')[1]!.click();
    await reader.shows('第 2 页');
    await until('other rows', () => reader.rows[0] !== before[0] && reader.rows.length > 0);
    await until('the focus', () => reader.root.activeElement?.id === 'count');
    reader.all('.pager .button')[0]!.click();
    await until('the first page', () => reader.rows.join() === before.join());
  });

  it('are searched, with what matched marked, and found again', async () => {
    const reader = await new Reader().ready();
    reader.search('养老');
    await until('found', () => reader.status.startsWith('找到'));
    await until('a mark', () => reader.all('mark').length > 0);
    for (const mark of reader.all('mark')) assert.match(mark.innerText, /[养老]/);
    await checkAccessible(reader.element);
    reader.search('没有这样的政策');
    await reader.shows('没有同时符合这些条件的内容');
    await checkAccessible(reader.element);
    reader.all('.message .button')[0]!.click();
    await until('all', () => reader.status.startsWith('共'));
  });

  it('are narrowed by topic and validity', async () => {
    const reader = await new Reader().ready();
    await until('topics', () => reader.all('select').length === 2);
    reader.choose(reader.select.validity, 'notYetInForce');
    await until('fewer', () => reader.status.startsWith('找到'));
    await reader.ready();
    const { items } = await listInterpretations(client, { validity: ['notYetInForce'] });
    await until('those', () => reader.rows.join() === items.map(({ id }) => id).join());
    reader.choose(reader.select.validity, '');
    const topic = reader.select.topic.options[1]!.value;
    reader.choose(reader.select.topic, topic);
    const onTopic = await listInterpretations(client, { topic: [topic], limit: 10 });
    await until('those', () => reader.rows.join() === onTopic.items.map(({ id }) => id).join());
  });
});

describe('the levels', () => {
  it('are tabs: one can be tabbed to, arrows go on and come round', async () => {
    const reader = await new Reader('show="documents" page-size="50"').ready();
    assert.deepEqual(
      reader.tabs.map(({ innerText }) => innerText.trim()),
      ['全部', '国家', '省', '市', '区'],
    );
    assert.deepEqual(
      reader.tabs.map(({ tabIndex }) => tabIndex),
      [0, -1, -1, -1, -1],
    );
    reader.tabs[0]!.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await until('the last', () => reader.tabs[4]!.getAttribute('aria-selected') === 'true');
    assert.equal(reader.root.activeElement, reader.tabs[4]);
    const { items } = await listDocuments(client, { level: ['district'], limit: 50 });
    await until('those', () => reader.rows.join() === items.map(({ id }) => id).join());
    await sendKeys({ press: 'Home' });
    await until('all again', () => reader.status.startsWith('共'));
  });

  it('begin where the attribute says', async () => {
    const reader = await new Reader('show="documents" level="municipal"').ready();
    const { total } = await listDocuments(client, { level: ['municipal'] });
    assert.equal(reader.status, `找到 ${total} 件`);
  });
});

describe('documents', () => {
  it('are listed with 公文种类, 文号, validity, issuers and what explains them', async () => {
    const { items } = await listDocuments(client, { limit: 10 });
    const reader = await new Reader('show="documents"').ready();
    assert.deepEqual(
      reader.rows,
      items.map(({ id }) => id),
    );
    const first = reader.all('[part="item"]')[0]!.innerText;
    assert.include(first, items[0]!.kind);
    assert.include(first, items[0]!.documentNumber!);
    assert.include(first, `${items[0]!.issuedOn} 成文`);
    await checkAccessible(reader.element);
  });

  it('are limited by organ and topic, and so is the feed', async () => {
    const { items } = await listDocuments(client, { organ: ['civil-affairs'] });
    const reader = await new Reader(
      'show="documents" organ="civil-affairs" page-size="50"',
    ).ready();
    assert.equal(reader.rows.length, items.length);
    const feed = reader.all<HTMLAnchorElement>('a[type="application/atom+xml"]')[0]!;
    assert.equal(feed.href, `${service}/api/v1/feeds/organ-civil-affairs.atom`);
    assert.equal((await fetch(feed.href)).status, 200);
    const topical = await new Reader('show="documents" topic="养老服务"').ready();
    const [link] = topical.all<HTMLAnchorElement>('a[type="application/atom+xml"]');
    assert.equal((await fetch(link!.href)).status, 200);
    assert.equal(topical.all('select').length, 1, 'one topic leaves nothing to choose');
  });
});

describe('opening a row', () => {
  const open = (reader: Reader, init: MouseEventInit = {}) => {
    const events: PolicyListOpeningEvent[] = [];
    reader.element.addEventListener('oi-policy-list-opening', (event) => {
      events.push(event);
      event.preventDefault();
    });
    const click = new MouseEvent('click', {
      bubbles: true,
      composed: true,
      cancelable: true,
      ...init,
    });
    // Whatever is left of the click must not lead the test away.
    window.addEventListener('click', (event) => event.preventDefault(), { once: true });
    reader.all('[data-id]')[0]!.dispatchEvent(click);
    return { events, click };
  };

  it('is a plain link by card-url, which the page may keep from being followed', async () => {
    const reader = await new Reader('card-url="/card.html?id={id}"').ready();
    const link = reader.all<HTMLAnchorElement>('a[data-id]')[0]!;
    assert.equal(link.getAttribute('href'), `/card.html?id=${reader.rows[0]!}`);
    const { events, click } = open(reader);
    assert.isTrue(click.defaultPrevented);
    assert.equal(events[0]!.interpretationId, reader.rows[0]);
    const { items } = await listInterpretations(client, { limit: 1 });
    assert.equal(events[0]!.policyId, items[0]!.policies[0]!.id);
  });

  it('leaves new tabs to the browser', async () => {
    const reader = await new Reader('card-url="/card.html?id={id}"').ready();
    assert.isEmpty(open(reader, { ctrlKey: true }).events);
  });

  it('is a button without card-url, and names the document', async () => {
    const reader = await new Reader('show="documents"').ready();
    const { events } = open(reader);
    assert.equal(events[0]!.policyId, reader.rows[0]);
    assert.isUndefined(events[0]!.interpretationId);
  });
});

describe('what goes wrong', () => {
  it('is said, with a way on; what was read before stays', async () => {
    let broken = false;
    const breaking: Middleware = (request, next) =>
      broken ? Promise.reject(new ConnectionError('lost')) : next(request);
    const reader = await new Reader('', faultyClient(breaking)).ready();
    const before = reader.rows;
    broken = true;
    reader.tabs[4]!.click();
    await reader.shows('重新读取');
    assert.deepEqual(reader.rows, before);
    assert.include(reader.text, '下面是上次读到的内容');
    await checkAccessible(reader.element);
    broken = false;
    reader.all('[role="alert"] button')[0]!.click();
    await until('found', () => reader.status.startsWith('找到'));
  });

  it('shows the plain link when nothing was read', async () => {
    const failing: Middleware = () => Promise.reject(new ConnectionError('lost'));
    const reader = new Reader('', faultyClient(failing));
    await reader.shows('重新读取');
    assert.isAbove(reader.element.querySelector('a')!.getClientRects().length, 0);
    await checkAccessible(reader.element);
  });

  it('does not take the choice of topics for the list', async () => {
    const noTopics: Middleware = (request, next) =>
      request.url.includes('/documents')
        ? Promise.reject(new ConnectionError('lost'))
        : next(request);
    const reader = await new Reader('', faultyClient(noTopics)).ready();
    assert.equal(reader.all('select').length, 1);
    assert.isEmpty(reader.all('[role="alert"]'));
  });
});

describe('modes and languages', () => {
  for (const mode of ['elder', 'kiosk']) {
    it(`is accessible in ${mode}`, async () => {
      document.documentElement.setAttribute('data-oi-mode', mode);
      const reader = await new Reader('page-size="3" card-url="/c?id={id}"').ready();
      await checkAccessible(reader.element);
      const feeds = reader.all('a[type="application/atom+xml"]').length;
      assert.equal(feeds, mode === 'kiosk' ? 0 : 1);
      const heights = reader.all('button, select, input').map((at) => at.offsetHeight);
      assert.isAtLeast(Math.min(...heights.filter(Boolean)), 60);
    });
  }

  it('keeps what narrows the list behind one button for older people', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'elder');
    const reader = await new Reader().ready();
    const [more] = reader.all('details.folded');
    assert.isFalse(more!.hasAttribute('open'));
    assert.isNotEmpty(more!.querySelectorAll('select'));
    const button = more!.querySelector('summary')!;
    assert.match(button.innerText, /^更多筛选/);
    button.click();
    assert.isTrue(more!.hasAttribute('open'));
    assert.include(reader.select.validity.innerText, '还没开始用（尚未生效）');
    assert.match(reader.all('.validity')[0]!.innerText, /（(有效|失效|废止|已修改|尚未生效)）$/);
    await checkAccessible(reader.element);
  });

  it('is English where the page is', async () => {
    const reader = await new Reader('', undefined, 'en').ready();
    assert.match(reader.status, /in all/);
    assert.include(
      reader.tabs.map(({ innerText }) => innerText.trim()),
      'District',
    );
    await inScheme('dark', () => checkAccessible(reader.element));
    checkChineseIsNamed(reader.root);
  });

  it('is laid out for a phone that is turned after it was drawn in another language', async () => {
    const reader = await new Reader().ready();
    const width = () => reader.all('.frame')[0]?.dataset.width;
    assert.equal(width(), 'wide');
    reader.element.parentElement!.lang = 'en';
    await reader.shows('in all');
    await setViewport({ width: 360, height: 740 });
    await until('the narrow layout', () => width() === 'narrow');
  });

  it('does not overflow a phone', async () => {
    await setViewport({ width: 360, height: 740 });
    const reader = await new Reader('card-url="/c?id={id}"').ready();
    assert.isAtMost(reader.element.scrollWidth, reader.element.clientWidth);
  });
});
