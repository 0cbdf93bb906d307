import { createClient } from '@open-info/sdk/client';
import { createMockClient, type MockClient } from '@open-info/sdk/testing';
import { emulateMedia, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { assert } from 'chai';
import {
  checkAccessible,
  checkChineseIsNamed,
  clearPage,
  put,
  service,
  until,
} from '../../test/browser.ts';
import '../catalog-browser/define.ts';
import '../progress-tracker/define.ts';
import '../request-form/define.ts';
import './define.ts';
import type { Kiosk } from './kiosk.ts';

const upright = { width: 1080, height: 1920 };
const lying = { width: 1920, height: 1080 };

/** A frame on the page, and what a person sees and touches of it. */
class Screen {
  readonly element: Kiosk;
  readonly events: string[] = [];

  constructor(content: string, attributes = '', client: MockClient = createMockClient()) {
    const place = put('');
    place.style.cssText = 'position:fixed;inset:0';
    const element = document.createElement('oi-kiosk');
    const template = document.createElement('template');
    template.innerHTML = `<oi-kiosk ${attributes}></oi-kiosk>`;
    for (const { name, value } of template.content.firstElementChild!.attributes) {
      element.setAttribute(name, value);
    }
    element.innerHTML = content;
    element.client = client;
    for (const name of ['opened', 'leaving', 'wiping', 'wiped'] as const) {
      element.addEventListener(`oi-kiosk-${name}`, (event) => this.events.push(told(event)));
    }
    place.append(element);
    this.element = element;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  all<E extends Element = HTMLElement>(selector: string): E[] {
    return [...this.root.querySelectorAll<E>(selector)].filter(
      (found) => found.getClientRects().length > 0,
    );
  }

  find<E extends Element = HTMLElement>(selector: string): E | undefined {
    return this.all<E>(selector)[0];
  }

  inside<E extends Element = HTMLElement>(tag: string, selector: string): E | null | undefined {
    return this.element.querySelector(tag)?.shadowRoot?.querySelector<E>(selector);
  }

  button(word: string): HTMLButtonElement | undefined {
    return this.all<HTMLButtonElement>('button').find((each) => each.innerText.trim() === word);
  }

  /** By selector, or by the word of a button. Elements in a failed comparison would be written out whole. */
  has(what: string): boolean {
    return (/^[.[]/.test(what) ? this.find(what) : this.button(what)) !== undefined;
  }

  /** Touches a button of the frame where it stands. */
  async press(word: string): Promise<void> {
    await touch(await until(`the button ${word}`, () => this.button(word)));
    await this.element.updateComplete;
  }

  async drawn(): Promise<this> {
    await until('the frame', () => this.find('.stage'));
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return this;
  }

  get stage(): HTMLElement {
    return this.find('.stage')!;
  }

  /** Types by the keyboard on the screen alone. */
  async type(text: string): Promise<void> {
    for (const character of text) await this.press(character);
  }
}

const told = (event: Event): string => {
  const { type, ...fields } = event as Event & Record<string, unknown>;
  return [event.type.slice('oi-kiosk-'.length), fields.view, fields.url, fields.cause]
    .filter((each) => typeof each === 'string')
    .join(' ');
};

/** A press and a release at the middle of something, as a finger does. */
async function touch(target: Element): Promise<void> {
  target.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = target.getBoundingClientRect();
  const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  await sendMouse({ type: 'click', position });
}

/** Lets so many seconds pass for whoever looks at the clock. */
async function passing(seconds: number): Promise<void> {
  const now = performance.now.bind(performance);
  performance.now = () => now() + seconds * 1000;
  await new Promise((resolve) => setTimeout(resolve, 1100));
}

const long = '<p style="height:5000px">一段很长的内容</p>';

beforeEach(async () => {
  await emulateMedia({ reducedMotion: 'reduce' });
  await setViewport(upright);
});
afterEach(() => {
  clearPage();
  Reflect.deleteProperty(performance, 'now');
});
after(async () => {
  await emulateMedia({ reducedMotion: 'reduce', forcedColors: 'none' });
  await setViewport({ width: 800, height: 600 });
});

const views = `
  <div slot="start"><a href="#one">查目录</a> <a href="#two">查进度</a></div>
  <template id="one"><oi-catalog-browser></oi-catalog-browser></template>
  <template id="two"><oi-progress-tracker></oi-progress-tracker></template>`;

describe('<oi-kiosk>', () => {
  it('gives its client and the mode of a hall to what is inside', async () => {
    const client = createMockClient();
    const screen = await new Screen(
      '<oi-catalog-browser></oi-catalog-browser>',
      '',
      client,
    ).drawn();
    await until('asked', () => client.asked.some(({ operation }) => operation === 'catalog.list'));
    await until('the mode', () => screen.inside('oi-catalog-browser', '[data-mode="kiosk"]'));
    await checkAccessible(screen.element);
  });

  it('tells the time of the service, and none while it is silent', async () => {
    const screen = new Screen('', 'heading="江汉区政务公开"');
    await screen.drawn();
    assert.isFalse(screen.has('.now'));
    assert.include(screen.root.textContent, '江汉区政务公开');
    const answered = await fetch(`${service}/api/v1/health`);
    screen.element.client = createClient({ baseUrl: service });
    const now = await until('the time', () => screen.find('.now')?.innerText);
    const date = new Date(answered.headers.get('date')!);
    assert.include(now, date.toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' }));
  });

  it('speaks English where the page does', async () => {
    const screen = new Screen(views, 'lang="en"');
    await until('English', () => screen.button('Lower the view'));
    (screen.element.querySelector('a') as HTMLElement).click();
    await until('the view', () => screen.button('Back to the start'));
    checkChineseIsNamed(screen.root);
    await checkAccessible(screen.element);
  });

  for (const size of [upright, lying]) {
    it(`shows large buttons to scroll at ${size.width} × ${size.height}, only where there is more`, async () => {
      await setViewport(size);
      const screen = await new Screen('<p>一行</p>').drawn();
      assert.isFalse(screen.has('下移'));
      screen.element.innerHTML = long;
      const down = await until('more below', () => screen.button('下移'));
      for (const button of screen.all('.bar .button')) {
        const { width, height, top, left } = button.getBoundingClientRect();
        assert.isAtLeast(Math.min(width, height), 60, button.innerText);
        if (size === upright) assert.isAbove(top, (size.height * 2) / 3, 'the lower third');
        else assert.isAbove(left, size.width * 0.8, 'at the side');
      }
      assert.equal(screen.button('上移')!.getAttribute('aria-disabled'), 'true');
      await touch(down);
      await until('moved', () => screen.stage.scrollTop > screen.stage.clientHeight / 2);
      await until('can go up', () => !screen.button('上移')!.hasAttribute('aria-disabled'));
      for (let page = 0; page < 9; page += 1) {
        await screen.press('下移');
        await new Promise(requestAnimationFrame);
      }
      await until('the end', () => screen.button('下移')!.hasAttribute('aria-disabled'));
      const { scrollTop, clientHeight, scrollHeight } = screen.stage;
      assert.approximately(scrollTop + clientHeight, scrollHeight, 3);
      await checkAccessible(screen.element);
    });
  }

  it('lowers the picture of a tall screen into reach, by a button and by its attribute', async () => {
    const screen = await new Screen(long).drawn();
    const topOf = () => screen.stage.getBoundingClientRect().top;
    assert.isBelow(topOf(), upright.height / 4);
    await screen.press('放低画面');
    await until('low', () => topOf() > upright.height * 0.38);
    assert.equal(screen.element.getAttribute('reach'), 'low');
    await checkAccessible(screen.element);
    await screen.press('恢复画面');
    await until('whole', () => topOf() < upright.height / 4);
    screen.element.reach = 'low';
    await until('low', () => topOf() > upright.height * 0.38);
    await setViewport(lying);
    await until('a screen that lies is within reach', () => topOf() < lying.height / 4);
  });

  it('opens a view from the start, made new each time', async () => {
    const screen = await new Screen(views).drawn();
    assert.equal(screen.element.querySelectorAll('oi-catalog-browser').length, 0);
    const { href } = location;
    await touch(screen.element.querySelector('a')!);
    const search = await until('the view', () =>
      screen.inside<HTMLInputElement>('oi-catalog-browser', '#q'),
    );
    assert.equal(screen.element.querySelector('a')!.getClientRects().length, 0);
    search.value = '王某某';
    await screen.press('返回首页');
    await until('the start', () => screen.element.querySelector('a')!.getClientRects().length);
    assert.equal(screen.element.querySelectorAll('oi-catalog-browser').length, 0);
    assert.deepEqual(screen.events, ['opened one', 'wiping person', 'wiped person']);
    assert.equal(location.href, href);
  });
});

describe('a link touched before the frame is there', () => {
  it('is followed once it is', async () => {
    const { href } = location;
    location.hash = 'two';
    const screen = await new Screen(views).drawn();
    assert.isTrue(screen.has('返回首页'));
    assert.equal(screen.element.querySelectorAll('oi-progress-tracker').length, 1);
    assert.deepEqual(screen.events, ['opened two']);
    assert.equal(location.href, href, 'nothing of it stays in the address');
  });
});

describe('a page as small as a phone', () => {
  const within = (inner: Element, { left, right, top, bottom }: DOMRect) => {
    const box = inner.getBoundingClientRect();
    const name = `${inner.getAttribute('class') ?? ''} ${inner.textContent.trim()}`;
    assert.isAtLeast(box.left, left, name);
    assert.isAtMost(box.right, right + 0.5, name);
    assert.isAtLeast(box.top, top, name);
    assert.isAtMost(box.bottom, bottom + 0.5, name);
  };

  for (const [width, height] of [
    [390, 844],
    [320, 640],
    [640, 320],
  ] as const) {
    for (const lang of ['zh-CN', 'en']) {
      it(`cuts no word and no code off at ${width} × ${height}, ${lang}`, async () => {
        await setViewport({ width, height });
        const screen = await new Screen(
          `<input id="field" aria-label="甲" />${long}<a href="https://www.gov.cn/">外</a>`,
          `lang="${lang}" heading="江汉区政务公开"`,
        ).drawn();
        const whole = screen.find('.kiosk')!.getBoundingClientRect();
        const buttons = await until('the moves', () =>
          screen.find('.bar .move') ? screen.all('.bar .button') : undefined,
        );
        for (const button of buttons) {
          within(button, whole);
          assert.isAtMost(button.scrollWidth, button.clientWidth, button.innerText);
          assert.isAtLeast(Math.min(button.clientWidth, button.clientHeight), 60);
        }
        const field = screen.element.querySelector('input')!;
        field.focus();
        await until('the keyboard', () => screen.find('.keyboard'));
        for (const key of screen.all('.keyboard button')) within(key, whole);
        await until('the field in sight', () => {
          const { top, bottom } = screen.stage.getBoundingClientRect();
          const box = field.getBoundingClientRect();
          return box.top >= top && box.bottom <= bottom;
        });
        field.blur();
        screen.element.querySelector('a')!.click();
        const box = await until('the code', () => screen.find('.notice-box'));
        const seen = box.getBoundingClientRect();
        within(box, whole);
        for (const inner of screen.all('.notice .qr, .notice .button')) within(inner, seen);
        assert.isAtLeast(screen.find('.notice .qr')!.getBoundingClientRect().height, 120);
        await checkAccessible(screen.element);
      });
    }
  }
});

describe('the keyboard on the screen', () => {
  const fields = `
    <form><label>文字 <input id="text" /></label>
    <label>电话 <input id="phone" type="tel" /></label>
    <label>数量 <input id="count" type="number" inputmode="numeric" /></label>
    <label>邮箱 <input id="mail" type="email" /></label>
    <label>证件 <input id="idNumber" /></label>
    <label>短 <input id="short" maxlength="3" /></label>
    <label>日期 <input id="day" type="date" /></label>
    <label>不可改 <input id="fixed" readonly value="定" /></label>
    <label>说明 <textarea id="words"></textarea></label></form>`;

  const start = async (attributes = '') => {
    const screen = await new Screen(fields, attributes).drawn();
    const field = (id: string) => screen.element.querySelector<HTMLInputElement>(`#${id}`)!;
    const open = async (id: string) => {
      await touch(field(id));
      await until('the keyboard', () => screen.find('.keyboard'));
      assert.isTrue(document.activeElement === field(id));
      return field(id);
    };
    return { screen, field, open, kind: () => screen.find('.keyboard')?.dataset.kind };
  };

  it('is of the kind the field asks for, and keeps that of the machine away', async () => {
    const { open, kind, field, screen } = await start();
    for (const [id, expected] of [
      ['text', 'letters'],
      ['phone', 'digits'],
      ['count', 'digits'],
      ['mail', 'letters'],
      ['idNumber', 'identity'],
      ['words', 'letters'],
    ] as const) {
      await open(id);
      await until(id, () => kind() === expected);
      assert.equal(field(id).inputMode, 'none');
    }
    assert.equal(field('count').inputMode, 'numeric', 'given back');
    assert.isFalse(field('text').hasAttribute('inputmode'));
    await screen.press('数字');
    await until('another', () => kind() === 'digits');
    await screen.press('字母');
    await until('and back', () => kind() === 'letters');
    await checkAccessible(screen.element);
  });

  it('writes at the caret and tells it as a keyboard does', async () => {
    const { screen, open, field } = await start();
    const heard: string[] = [];
    for (const type of ['beforeinput', 'input', 'change']) {
      screen.element.addEventListener(type, ({ target }) =>
        heard.push(`${type} ${(target as HTMLInputElement).value}`),
      );
    }
    const text = await open('text');
    await screen.type('ac');
    text.setSelectionRange(1, 1);
    await screen.press('b');
    assert.equal(text.value, 'abc');
    assert.equal(text.selectionStart, 2);
    text.setSelectionRange(0, 2);
    await screen.press('大写');
    await screen.press('X');
    assert.equal(text.value, 'Xc');
    await screen.press('退格');
    assert.equal(text.value, 'c');
    await screen.press('退格');
    assert.equal(text.value, 'c', 'nothing before the caret');
    assert.isTrue(document.activeElement === text, 'the focus stays');
    await screen.press('清空');
    await screen.type('2');
    assert.deepEqual(heard.slice(0, 4), ['beforeinput ', 'input a', 'beforeinput a', 'input ac']);
    assert.notInclude(heard.join(), 'change');
    await screen.press('完成');
    assert.equal(heard.pop(), 'change 2');
    await until('gone', () => !screen.find('.keyboard'));
    assert.isTrue(document.activeElement === text);
    await touch(text);
    await until('back', () => screen.find('.keyboard'));

    for (const [id, typed, expected] of [
      ['count', '120', '120'],
      ['mail', 'a@b.c', 'a@b.c'],
      ['idNumber', '1X', '1X'],
      ['short', '12345', '123'],
    ] as const) {
      await open(id);
      await screen.type(typed);
      assert.equal(field(id).value, expected);
    }
  });

  it('leaves what takes no text alone, and stays away where it is switched off', async () => {
    const { screen, field } = await start();
    for (const id of ['day', 'fixed']) {
      field(id).focus();
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.isFalse(screen.has('.keyboard'), id);
    }
    screen.element.keyboard = 'off';
    field('text').focus();
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.isFalse(screen.has('.keyboard'));
    assert.isFalse(field('text').hasAttribute('inputmode'));
  });

  it('reaches into our elements: a search by pinyin, sent by its own key', async () => {
    const client = createMockClient();
    const screen = new Screen('<oi-catalog-browser></oi-catalog-browser>', '', client);
    const search = await until('the search', () =>
      screen.inside<HTMLInputElement>('oi-catalog-browser', '#q'),
    );
    await screen.drawn();
    await touch(search);
    await until('the keyboard', () => screen.find('.keyboard'));
    await screen.type('db');
    assert.equal(search.value, 'db');
    await until('asked', () =>
      client.asked.some(({ query }) => (query as { q?: string } | undefined)?.q === 'db'),
    );
    await screen.press('搜索');
    await until('away', () => !screen.find('.keyboard'));
  });

  for (const size of [upright, lying]) {
    for (const reach of ['whole', 'low']) {
      it(`never covers its field at ${size.width} × ${size.height}, ${reach}`, async () => {
        await setViewport(size);
        const rows = Array.from(
          { length: 30 },
          (_, index) => `<p><label>第 ${index} 行 <input id="f${index}" /></label></p>`,
        );
        const screen = await new Screen(rows.join(''), `reach="${reach}"`).drawn();
        for (const index of [0, 12, 29]) {
          const field = screen.element.querySelector<HTMLInputElement>(`#f${index}`)!;
          field.scrollIntoView({ block: 'end' });
          await touch(field);
          const keys = await until('keys', () => screen.find('.keyboard'));
          await until('in sight', () => {
            const { top, bottom } = field.getBoundingClientRect();
            const stage = screen.stage.getBoundingClientRect();
            return top >= stage.top && bottom <= stage.bottom;
          });
          assert.isAtMost(
            screen.stage.getBoundingClientRect().bottom,
            keys.getBoundingClientRect().top + 1,
          );
          assert.isAtMost(keys.getBoundingClientRect().bottom, size.height + 1);
          for (const key of screen.all('.keyboard button')) {
            const { width, height } = key.getBoundingClientRect();
            assert.isAtLeast(Math.min(width, height), 60, key.innerText);
          }
          await screen.press('收起键盘');
        }
      });
    }
  }

  it('goes after a press elsewhere, which is not lost', async () => {
    const screen = await new Screen(
      `<input id="a" aria-label="甲" />${long}<button type="button">递交</button>`,
    ).drawn();
    let pressed = 0;
    const button = screen.element.querySelector('button')!;
    button.addEventListener('click', () => (pressed += 1));
    const field = screen.element.querySelector('input')!;
    await touch(field);
    await until('the keyboard', () => screen.find('.keyboard'));
    button.scrollIntoView();
    await touch(button);
    assert.equal(pressed, 1);
    await until('gone', () => !screen.find('.keyboard'));
  });
});

describe('a link that leads away', () => {
  const links = `
    <p><a id="out" href="https://www.gov.cn/zhengce/">国务院政策文件库</a></p>
    <p><a id="here" href="#part">本页</a></p><p id="part">这里</p>
    <form action="https://www.gov.cn/search"><button>外面的搜索</button></form>`;

  it('is shown as a code to scan, with a way back', async () => {
    const screen = await new Screen(links).drawn();
    const { href } = location;
    const link = screen.element.querySelector<HTMLElement>('#out')!;
    await touch(link);
    const notice = await until('the code', () => screen.find('[role="dialog"]'));
    assert.include(notice.innerText, 'https://www.gov.cn/zhengce/');
    assert.isTrue(screen.has('.qr'));
    assert.isTrue(screen.root.activeElement === screen.button('返回'));
    await checkAccessible(screen.element);
    await screen.press('返回');
    await until('gone', () => !screen.find('[role="dialog"]'));
    assert.isTrue(document.activeElement === link);
    await touch(screen.element.querySelector('button')!);
    await until('the code', () => screen.find('[role="dialog"]'));
    await sendKeys({ press: 'Escape' });
    await until('gone', () => !screen.find('[role="dialog"]'));
    assert.equal(location.href, href);
    assert.deepEqual(screen.events, [
      'leaving https://www.gov.cn/zhengce/',
      'leaving https://www.gov.cn/search',
    ]);
  });

  it('is the page’s own matter where the page says so', async () => {
    const screen = await new Screen(links).drawn();
    screen.element.addEventListener('oi-kiosk-leaving', (event) => event.preventDefault());
    let isStopped: boolean | undefined;
    const look = (event: Event) => {
      isStopped = event.defaultPrevented;
      event.preventDefault();
    };
    document.addEventListener('click', look, { once: true });
    await touch(screen.element.querySelector('#out')!);
    assert.isFalse(isStopped);
    assert.isFalse(screen.has('[role="dialog"]'));
  });
});

describe('nobody there', () => {
  it('counts down over everything and takes a touch as an answer, not as a press', async () => {
    let pressed = 0;
    const screen = await new Screen(
      '<button type="button" style="position:absolute;inset:0">下面</button>',
      'idle-seconds="1"',
    ).drawn();
    screen.element.querySelector('button')!.addEventListener('click', () => (pressed += 1));
    await sendKeys({ press: 'Shift' });
    const notice = await until('the countdown', () => screen.find('[role="alertdialog"]'));
    const { width, height } = notice.getBoundingClientRect();
    assert.deepEqual({ width, height }, upright);
    assert.match(notice.innerText, /还在使用吗/);
    await checkAccessible(screen.element);
    await sendMouse({ type: 'click', position: [540, 300] });
    await until('gone', () => !screen.find('[role="alertdialog"]'));
    assert.equal(pressed, 0);
  });

  it('makes everything new when it ends, and leaves the elements no countdown of their own', async () => {
    const client = createMockClient();
    const screen = await new Screen(
      `<oi-request-form idle-seconds="0"></oi-request-form>
       <oi-catalog-browser heading="目录"></oi-catalog-browser>
       <label>姓名 <input id="own" value="" /></label>`,
      'idle-seconds="30" reach="low"',
      client,
    ).drawn();
    await until('watched', () => screen.element.matches('[data-oi-watched]'));
    const browser = screen.element.querySelector('oi-catalog-browser')!;
    browser.terms = { heading: '换过的标题' };
    const search = await until('the search', () =>
      screen.inside<HTMLInputElement>('oi-catalog-browser', '#q'),
    );
    await touch(search);
    await until('the keyboard', () => screen.find('.keyboard'));
    await screen.type('li');
    screen.element.querySelector<HTMLInputElement>('#own')!.value = '李某';
    await passing(40);
    await until('the countdown', () => screen.find('[role="alertdialog"]'));
    assert.isFalse(Boolean(screen.inside('oi-request-form', '.idle')), 'one countdown is enough');
    await passing(60);
    await until('wiped', () => screen.events.includes('wiped idle'));
    const fresh = screen.element.querySelector('oi-catalog-browser')!;
    assert.isFalse(fresh === browser);
    assert.equal(fresh.getAttribute('heading'), '目录');
    assert.deepEqual(fresh.terms, { heading: '换过的标题' }, 'the page’s own words stay');
    const again = await until('the new search', () =>
      screen.inside<HTMLInputElement>('oi-catalog-browser', '#q'),
    );
    assert.equal(again.value, '');
    assert.equal(screen.element.querySelector<HTMLInputElement>('#own')!.value, '');
    assert.equal(screen.element.reach, 'whole');
    assert.isFalse(screen.has('.keyboard'));
    assert.deepEqual(screen.events, ['wiping idle', 'wiped idle']);
  });

  it('lets the page make itself new', async () => {
    const screen = await new Screen('<oi-catalog-browser></oi-catalog-browser>').drawn();
    screen.element.addEventListener('oi-kiosk-wiping', (event) => event.preventDefault());
    const browser = screen.element.querySelector('oi-catalog-browser');
    await screen.press('结束并清除');
    assert.isTrue(screen.element.querySelector('oi-catalog-browser') === browser);
    assert.include(screen.events, 'wiped person');
  });

  it('is left to the elements where the frame does not count', async () => {
    const screen = await new Screen('<p>甲</p>', 'idle-seconds="0"').drawn();
    assert.isFalse(screen.element.matches('[data-oi-watched]'));
  });
});

describe('once it is gone', () => {
  it('leaves nothing behind, and works again where it is put back', async () => {
    const listening: string[] = [];
    const { addEventListener: add, removeEventListener: remove } = window;
    const key = (type: string, options: unknown) => `${type} ${options === true}`;
    window.addEventListener = function (this: Window, ...given: Parameters<typeof add>) {
      listening.push(key(given[0], given[2]));
      add.apply(window, given);
    } as typeof add;
    window.removeEventListener = function (this: Window, ...given: Parameters<typeof remove>) {
      const at = listening.indexOf(key(given[0], given[2]));
      if (at >= 0) listening.splice(at, 1);
      remove.apply(window, given);
    } as typeof remove;
    try {
      const screen = await new Screen('<input id="a" aria-label="甲" />').drawn();
      const field = screen.element.querySelector('input')!;
      await touch(field);
      await until('the keyboard', () => screen.find('.keyboard'));
      const place = screen.element.parentElement!;
      screen.element.remove();
      assert.deepEqual(listening, []);
      assert.isFalse(field.hasAttribute('inputmode'));
      assert.isFalse(screen.element.matches('[data-oi-watched]'));
      place.append(screen.element);
      await touch(field);
      await until('the keyboard again', () => screen.find('.keyboard'));
      await screen.press('1');
      assert.equal(field.value, '1');
    } finally {
      window.addEventListener = add;
      window.removeEventListener = remove;
    }
  });
});

describe('the look', () => {
  it('moves at once where less movement is asked for, and is seen in forced colours', async () => {
    const screen = await new Screen(long).drawn();
    await emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await screen.press('下移');
    assert.isAbove(screen.stage.scrollTop, 0);
    for (const button of screen.all('.bar .button')) {
      assert.notEqual(getComputedStyle(button).borderTopStyle, 'none');
    }
    await emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
  });
});
