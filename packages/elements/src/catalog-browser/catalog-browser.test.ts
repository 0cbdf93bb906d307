import type { Middleware } from '@open-info/sdk/client';
import { ConnectionError } from '@open-info/sdk/errors';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { assert } from 'chai';
import {
  browse,
  checkAccessible,
  clearPage,
  faultyClient,
  put,
  Reader,
  service,
  start,
  until,
} from '../../test/browser.ts';
import '../provider/define.ts';
import { CatalogBrowser } from './catalog-browser.ts';
import './define.ts';

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const press = (key: string) => sendKeys({ press: key });
const tabBack = async () => {
  await sendKeys({ down: 'Shift' });
  await press('Tab');
  await sendKeys({ up: 'Shift' });
};

beforeEach(() => setViewport(wide));
afterEach(() => {
  clearPage();
  history.replaceState(null, '', location.pathname);
});

describe('the list', () => {
  it('says what it is, from when and from where, before and after the answer', async () => {
    const reader = start('source="江汉区人民政府"');
    await reader.element.updateComplete;
    assert.include(reader.root.textContent, '政务公开事项标准目录');
    await reader.ready();
    assert.equal(reader.status, '共 200 项');
    assert.equal(reader.links.length, 20);
    assert.match(reader.root.textContent, /数据截至 \d{4}-\d\d-\d\d \d\d:\d\d/);
    assert.include(reader.root.textContent, '来源：江汉区人民政府');
  });

  it('is limited by organ, field and page size', async () => {
    const reader = await browse('organ="civil-affairs" page-size="5"');
    assert.equal(reader.links.length, 5);
    assert.notEqual(reader.status, '共 200 项');
    assert.isEmpty(reader.all('.facet-name').filter((name) => name.innerText === '公开主体'));
  });

  it('turns pages and says which one it is', async () => {
    const reader = await browse();
    const first = reader.names;
    reader.control('下一页').click();
    await until('page 2', () => reader.root.textContent.includes('第 2 页，共 10 页'));
    await reader.ready();
    assert.notDeepEqual(reader.names, first);
    reader.control('上一页').click();
    await until('page 1', () => reader.root.textContent.includes('第 1 页，共 10 页'));
    await reader.ready();
    assert.deepEqual(reader.names, first);
  });

  it('keeps the link of the light DOM away while it can be read', async () => {
    const reader = await browse();
    const link = reader.element.querySelector('a')!;
    assert.equal(link.getClientRects().length, 0);
  });
});

describe('searching', () => {
  it('refreshes as one types and marks what matched', async () => {
    const reader = await browse();
    reader.type('救助');
    await until('fewer', () => reader.status.startsWith('找到'));
    await until('marks', () => reader.all('[part~="item"] mark').length > 0);
    for (const mark of reader.all('[part~="item"] mark')) assert.match(mark.innerText, /[救助]/);
    await checkAccessible(reader.element);
  });

  it('says in words where it matched', async () => {
    const reader = await browse();
    reader.type('乡级');
    await until('a passage', () => reader.all('.item-match mark').length > 0);
    for (const passage of reader.all('.item-match')) {
      assert.match(passage.textContent.trim(), /^公开[\u4e00-\u9fff（）]+：/);
    }
  });

  it('never shows an answer that a later one has overtaken', async () => {
    const slowFirst: Middleware = async (request, next) => {
      const answer = await next(request);
      const q = new URL(request.url).searchParams.get('q');
      if (q === '养') await new Promise((resolve) => setTimeout(resolve, 300));
      return answer;
    };
    const reader = await browse('', faultyClient(slowFirst));
    const shown: string[] = [];
    new MutationObserver(() => shown.push(reader.names.join('|'))).observe(reader.root, {
      childList: true,
      subtree: true,
    });
    reader.type('养老机构');
    await until('found', () => reader.status.startsWith('找到') && !reader.busy);
    const last = reader.names.join('|');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(reader.names.join('|'), last);
    assert.equal(shown[shown.length - 1] ?? last, last);
  });

  it('suggests names; arrows choose, Enter takes, Escape closes', async () => {
    const reader = await browse();
    reader.type('政府');
    await until('suggestions', () => reader.options.length > 1);
    assert.equal(reader.search.getAttribute('aria-expanded'), 'true');
    await press('ArrowDown');
    await until('the first', () => reader.options[0]!.getAttribute('aria-selected') === 'true');
    assert.equal(reader.search.getAttribute('aria-activedescendant'), reader.options[0]!.id);
    await press('ArrowUp');
    await until('none', () => !reader.search.hasAttribute('aria-activedescendant'));
    await press('ArrowDown');
    const name = reader.options[0]!.innerText.trim();
    await press('Enter');
    await until('taken', () => reader.search.value === name && reader.options.length === 0);
    await reader.ready();
    assert.include(reader.names, name);
    await press('Escape');
    await until('cleared', () => reader.search.value === '');
  });

  it('stays silent while an input method composes', async () => {
    const asked: string[] = [];
    const watch: Middleware = (request, next) => {
      asked.push(request.url);
      return next(request);
    };
    const reader = await browse('', faultyClient(watch));
    const before = asked.length;
    const { search } = reader;
    search.focus();
    search.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    search.value = 'di bao';
    search.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(asked.length, before);
    search.value = '低保';
    search.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await until('asked', () => asked.length > before);
    assert.isTrue(asked.slice(before).every((url) => url.includes(encodeURIComponent('低保'))));
  });

  it('says when nothing matches, and what to try', async () => {
    const reader = await browse();
    reader.control('社会救助').click();
    reader.type('不存在的词');
    await until('advice', () =>
      reader.root.textContent.includes('没有找到与“不存在的词”相符的事项'),
    );
    await checkAccessible(reader.element);
    reader.control('查看全部事项').click();
    await until('all again', () => reader.status === '共 200 项');
    assert.equal(reader.search.value, '');
  });

  it('tells the page how many were found and never what was typed', async () => {
    const reader = await browse();
    const told: Event[] = [];
    for (const type of [
      'oi-catalog-searched',
      'oi-catalog-item-opening',
      'oi-catalog-item-opened',
    ]) {
      document.addEventListener(type, (event) => told.push(event), { once: true });
    }
    reader.type('救助');
    await until('told', () => told.length > 0);
    reader.links[0]!.click();
    await until('opened', () => told.length === 3);
    const said = told.map((event) => JSON.stringify({ ...event }) + Object.values(event).join());
    assert.notInclude(said.join(), '救助');
  });
});

describe('filters', () => {
  it('narrow the list, stand as chips, and are removed there', async () => {
    const reader = await browse();
    reader.control('社会救助').click();
    await until('narrowed', () => reader.status === '找到 13 项');
    await checkAccessible(reader.element);
    reader.control('去掉条件：社会救助').click();
    await until('all again', () => reader.status === '共 200 项');
  });

  it('show further values when asked', async () => {
    const reader = await browse();
    const before = reader.all('input[type="checkbox"]').length;
    reader.control('显示更多').click();
    await until('more', () => reader.all('input[type="checkbox"]').length > before);
  });

  it('are a sheet on a phone that keeps the focus inside until Escape', async () => {
    await setViewport(phone);
    const reader = await browse();
    const opener = await until('the button', () => reader.all('#open-sheet')[0]);
    opener.click();
    const sheet = await until('the sheet', () => reader.all('[role="dialog"]')[0]);
    await until('focus inside', () => sheet.contains(reader.focused));
    await checkAccessible(reader.element);
    for (let step = 0; step < 4; step += 1) {
      await tabBack();
      assert.isTrue(sheet.contains(reader.focused), 'focus left the sheet');
    }
    reader.control('社会救助').click();
    await until('its count', () => reader.find('查看 13 项结果'));
    await press('Escape');
    await until('closed', () => reader.all('[role="dialog"]').length === 0);
    assert.equal(reader.focused, opener);
    assert.equal(reader.status, '找到 13 项');
  });
});

describe('an item', () => {
  const open = async (reader: Reader, index = 0): Promise<string> => {
    const name = reader.names[index]!;
    reader.links[index]!.click();
    await until('its elements', () => reader.all('dl').length > 0);
    return name;
  };

  it('shows its eight elements, the promise and the wording, with the heading focused', async () => {
    const reader = await browse('field="financial-budgets-and-final-accounts"').catch(() =>
      browse(),
    );
    const name = await open(reader);
    assert.equal(reader.heading?.innerText, name);
    assert.equal(reader.focused, reader.heading);
    const terms = reader.all('dt').map((term) => term.innerText);
    for (const element of [
      '公开事项',
      '公开内容（要素）',
      '公开依据',
      '公开时限',
      '公开主体',
      '公开方式',
      '公开渠道和载体',
      '公开对象',
    ]) {
      assert.include(terms, element);
    }
    assert.include(reader.root.textContent, '■ 必选');
    assert.include(reader.all('[part~="promise"]')[0]!.innerText, '原文');
    await checkAccessible(reader.element);
  });

  it('reads its changes only when they are opened', async () => {
    const asked: string[] = [];
    const watch: Middleware = (request, next, { operation }) => {
      asked.push(operation);
      return next(request);
    };
    const reader = await browse('', faultyClient(watch));
    await open(reader);
    assert.notInclude(asked, 'catalog.changes');
    reader.control('变更记录').click();
    await until('a change', () => reader.all('.change-list time').length > 0);
    assert.include(asked, 'catalog.changes');
  });

  it('leads back to the place and the focus one came from', async () => {
    const reader = await browse();
    const link = reader.links[15]!;
    link.scrollIntoView({ block: 'center' });
    const { scrollY } = window;
    await open(reader, 15);
    reader.control('返回列表').click();
    await until('the list', () => reader.links.length === 20);
    await until('focus', () => reader.focused === link);
    assert.closeTo(window.scrollY, scrollY, 2);
  });

  it('is not opened when the page prevents it', async () => {
    const reader = await browse();
    const asked: string[] = [];
    reader.element.addEventListener('oi-catalog-item-opening', (event) => {
      asked.push(event.itemId);
      event.preventDefault();
    });
    reader.links[0]!.click();
    await reader.element.updateComplete;
    assert.equal(asked.length, 1);
    assert.equal(reader.links.length, 20);
  });

  it('offers its files', async () => {
    const reader = await browse();
    await open(reader);
    for (const link of reader.all<HTMLAnchorElement>('a[download]')) {
      const { status } = await fetch(link.href);
      assert.equal(status, 200, link.href);
    }
    assert.equal(reader.all('a[download]').length, 3);
  });

  it('can be reached and left with the keyboard alone', async () => {
    const reader = await browse();
    reader.links[0]!.focus();
    await press('Enter');
    await until('its elements', () => reader.all('dl').length > 0);
    await tabBack();
    await until('the way back', () => reader.focused?.textContent.includes('返回列表'));
    await press('Enter');
    await until('the list', () => reader.links.length === 20 && reader.focused === reader.links[0]);
  });
});

describe('the address of the page', () => {
  const record = (): { calls: string[]; stop: () => void } => {
    const calls: string[] = [];
    const { pushState, replaceState } = history;
    const { setItem } = Storage.prototype;
    history.pushState = (...args) => {
      calls.push('pushState');
      pushState.apply(history, args);
    };
    history.replaceState = (...args) => {
      calls.push('replaceState');
      replaceState.apply(history, args);
    };
    Storage.prototype.setItem = () => void calls.push('setItem');
    return {
      calls,
      stop: () => {
        Object.assign(history, { pushState, replaceState });
        Storage.prototype.setItem = setItem;
      },
    };
  };

  it('is left alone, with storage and history, without routing', async () => {
    const { calls, stop } = record();
    const { href } = location;
    const reader = await browse();
    reader.type('救助');
    await until('found', () => reader.status.startsWith('找到') && !reader.busy);
    reader.links[0]!.click();
    await until('its elements', () => reader.all('dl').length > 0);
    reader.control('返回列表').click();
    await until('the list', () => reader.links.length > 0);
    stop();
    assert.deepEqual(calls, []);
    assert.equal(location.href, href);
  });

  it('carries the view under one key with routing, and the browser’s back works', async () => {
    history.replaceState(null, '', '?of-the-page=1');
    const reader = await browse('routing');
    reader.control('社会救助').click();
    await until('narrowed', () => reader.status === '找到 13 项');
    const link = reader.links[2]!;
    link.click();
    await until('its elements', () => reader.all('dl').length > 0);
    const keys = [...new URLSearchParams(location.search).keys()];
    assert.deepEqual(keys, ['of-the-page', 'oi-catalog']);
    history.back();
    await until('the list', () => reader.links.length === 13);
    await until('focus', () => reader.focused === link);
    history.back();
    await until('all', () => reader.status === '共 200 项');
  });

  it('opens an item directly', async () => {
    const first = await browse('routing');
    const href = (first.links[4] as HTMLAnchorElement).href;
    const name = first.names[4];
    clearPage();
    history.replaceState(null, '', href);
    const reader = start('routing');
    await until('the item', () => reader.heading?.innerText === name);
    reader.control('返回列表').click();
    await until('the list', () => reader.links.length === 20);
  });
});

describe('failure', () => {
  const breakable = () => {
    const fault: { with?: () => Promise<Response> } = {};
    const middleware: Middleware = (request, next) => fault.with?.() ?? next(request);
    return { fault, client: faultyClient(middleware) };
  };
  const unavailable = async () =>
    new Response('{}', { status: 503, headers: { 'x-request-id': 'req-7' } });
  const unreachable = () => Promise.reject(new ConnectionError('No answer.'));

  it('says what is wrong, keeps a way on, and recovers by retry', async () => {
    const { fault, client } = breakable();
    fault.with = unavailable;
    const reader = start('', client);
    const alert = await until('a message', () => reader.alert);
    assert.include(alert.innerText, 'req-7');
    const link = reader.element.querySelector('a')!;
    assert.isAbove(link.getClientRects().length, 0, 'the plain link is not shown');
    await checkAccessible(reader.element);
    delete fault.with;
    reader.control('重新读取').click();
    await reader.ready();
    assert.equal(reader.status, '共 200 项');
    assert.isUndefined(reader.alert);
  });

  it('keeps the last list while the network is away and reads again when it is back', async () => {
    const { fault, client } = breakable();
    const reader = await browse('', client);
    fault.with = unreachable;
    reader.control('社会救助').click();
    await until('a message', () => reader.alert);
    assert.equal(reader.links.length, 20);
    delete fault.with;
    window.dispatchEvent(new Event('online'));
    await until('narrowed', () => reader.status === '找到 13 项');
    assert.isUndefined(reader.alert);
  });

  it('of an item that is gone says so and leads back', async () => {
    const reader = await browse();
    await reader.element.showItem('no-such-item');
    const alert = await until('a message', () => reader.alert);
    assert.include(alert.innerText, '没有找到这个事项');
    reader.control('返回列表').click();
    await until('the list', () => reader.links.length === 20);
  });
});

describe('words and looks', () => {
  it('speaks English where the page does', async () => {
    const reader = new Reader(
      put('<div lang="en"><oi-catalog-browser></oi-catalog-browser></div>').querySelector(
        'oi-catalog-browser',
      )!,
    );
    await reader.ready();
    assert.equal(reader.status, '200 items');
    assert.isDefined(reader.control('Search'));
  });

  it('takes single words from the page', async () => {
    const reader = start();
    reader.element.terms = { heading: '民政局公开事项', search: '查一查' };
    await reader.ready();
    assert.isDefined(reader.control('查一查'));
    assert.include(reader.root.textContent, '民政局公开事项');
  });

  it('shows what the page puts into its slots', async () => {
    const place = put('<oi-catalog-browser><p slot="empty">请拨打 12345</p></oi-catalog-browser>');
    const reader = new Reader(place.querySelector('oi-catalog-browser')!);
    await reader.ready();
    const own = place.querySelector('p')!;
    assert.equal(own.getClientRects().length, 0);
    reader.type('不存在的词');
    await until('own words', () => own.getClientRects().length > 0);
  });

  for (const mode of ['elder', 'kiosk']) {
    it(`has text of 18 px and targets of 60 px in ${mode} mode`, async () => {
      document.documentElement.setAttribute('data-oi-mode', mode);
      const reader = await browse();
      const controls = reader.all('button, select, label.option, summary, [role="combobox"]');
      assert.isAbove(controls.length, 10);
      for (const control of controls.filter((one) => !one.matches('.item-name'))) {
        assert.isAtLeast(control.offsetHeight, 60, control.outerHTML.slice(0, 120));
      }
      for (const text of reader.all('p, dt, dd, label, button')) {
        assert.isAtLeast(parseFloat(getComputedStyle(text).fontSize), 18, text.outerHTML);
      }
    });
  }

  it('offers older people four topics, and the rest behind one button', async () => {
    await setViewport({ width: 1280, height: 800 });
    document.documentElement.setAttribute('data-oi-mode', 'elder');
    const reader = await browse();
    assert.isEmpty(reader.all('.facets select, .facet, .sort'), 'nothing to narrow by in view');
    const topics = reader.all('.topics button');
    assert.lengthOf(topics, 4);
    reader.control('更多筛选').click();
    await until('the filters', () => reader.all('.facet').length > 1);
    assert.lengthOf(reader.all('.sort select'), 1);
    reader.control('关闭').click();
    topics[0]!.click();
    await until('the topic alone', () => reader.all('.topics').length === 0);
  });

  it('needs no sideways scrolling at 400 % zoom', async () => {
    await setViewport({ width: 320, height: 640 });
    const reader = await browse();
    assert.isAtMost(document.documentElement.scrollWidth, 320);
    reader.links[3]!.click();
    await until('its elements', () => reader.all('dl').length > 0);
    assert.isAtMost(document.documentElement.scrollWidth, 320);
  });
});

describe('living on a page', () => {
  it('is let go when it is removed', async () => {
    const seen: WeakRef<Element>[] = [];
    for (let time = 0; time < 50; time += 1) {
      const reader = start();
      seen.push(new WeakRef(reader.element));
      await reader.element.updateComplete;
      clearPage();
    }
    await collectGarbage();
    assert.isAtMost(seen.filter((element) => element.deref()).length, 2);
  });

  it('stays when another version comes, and gives that one a tag of its own', async () => {
    const { defineElement } = await import('../base/define-element.ts');
    class Later extends CatalogBrowser {
      static override readonly version: string = '99.0.0';
    }
    const { said, stop } = hearWarnings();
    assert.equal(defineElement(Later), CatalogBrowser);
    assert.equal(defineElement(CatalogBrowser), CatalogBrowser);
    stop();
    assert.equal(said.length, 1);
    assert.match(said[0]!, /another-version.*99\.0\.0/);
    defineElement(Later, { tag: 'oi-catalog-browser-later' });
    put('<oi-catalog-browser-later></oi-catalog-browser-later>');
    const later = document.querySelector('oi-catalog-browser-later') as CatalogBrowser;
    await new Reader(later).ready();
  });

  it('finds its service through a provider that starts later, and tells when there is none', async () => {
    const meta = document.querySelector('meta[name="open-info-service"]')!;
    meta.remove();
    try {
      const place = put(
        `<oi-provider service="${service}" mode="elder"><oi-catalog-browser></oi-catalog-browser></oi-provider>`,
      );
      await new Reader(place.querySelector('oi-catalog-browser')!).ready();
      const { said, stop } = hearWarnings();
      const alone = start();
      await until('a message', () => alone.root.textContent.includes('还没有接上数据服务'));
      stop();
      assert.match(said.join(), /no-service/);
    } finally {
      document.head.append(meta);
    }
  });
});

/** What the page's author is told meanwhile. */
function hearWarnings(): { said: string[]; stop: () => void } {
  const said: string[] = [];
  const { warn } = globalThis.console;
  const { console: page } = globalThis;
  page.warn = (text: string) => void said.push(text);
  return { said, stop: () => void (page.warn = warn) };
}

/** The test run starts Chromium with `gc()`; weak references are cleared only between tasks. */
async function collectGarbage(): Promise<void> {
  for (let time = 0; time < 5; time += 1) {
    (globalThis as unknown as { gc: () => void }).gc();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
