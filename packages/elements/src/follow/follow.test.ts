import { ConnectionError } from '@open-info/sdk/errors';
import { createMockClient, problem, sampleSubscriptionTokens } from '@open-info/sdk/testing';
import type { Client } from '@open-info/sdk/client';
import { setViewport } from '@web/test-runner-commands';
import { assert } from 'chai';
import { checkAccessible, clearPage, put, until } from '../../test/browser.ts';
import '../provider/define.ts';
import type { Follow } from './follow.ts';
import './define.ts';

const typed = 'zhen.wuhen@example.cn';

/** What a person sees and can reach. */
class Reader {
  readonly element: Follow;
  readonly events: Event[] = [];

  constructor(attributes: string, client: Client | undefined = createMockClient()) {
    this.element = put(
      `<oi-follow ${attributes}><a href="/plain">订阅说明</a></oi-follow>`,
    ).querySelector('oi-follow')!;
    this.element.client = client;
    for (const type of ['ordered', 'changed']) {
      this.element.addEventListener(`oi-follow-${type}`, (event) => this.events.push(event));
    }
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get text(): string {
    return this.root.querySelector<HTMLElement>('.frame')?.innerText.replace(/\s+/g, ' ') ?? '';
  }

  byId<E extends HTMLElement = HTMLInputElement>(id: string): E {
    return this.root.getElementById(id) as E;
  }

  shows(words: string): Promise<boolean> {
    return until(words, () => this.text.includes(words));
  }

  button(word: string): HTMLElement {
    const found = [...this.root.querySelectorAll<HTMLElement>('button')].find(
      (button) => button.innerText.trim() === word,
    );
    assert.isDefined(found, `there is no button “${word}”`);
    return found;
  }

  type(id: string, words: string): void {
    const input = this.byId(id);
    input.value = words;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  async open(): Promise<this> {
    await until('the button', () => this.root.querySelector('[part="button"]'));
    this.button('订阅更新').click();
    await until('the form', () => this.root.querySelector('[part="form"]'));
    return this;
  }

  submit(): void {
    this.root.querySelector<HTMLElement>('button[type="submit"]')!.click();
  }

  async order(): Promise<this> {
    await this.open();
    this.type('to', typed);
    this.byId('consent').click();
    this.submit();
    return this;
  }
}

const topic = 'kind="topic" subject="养老服务" label="养老"';

beforeEach(() => setViewport({ width: 1280, height: 900 }));
afterEach(() => {
  clearPage();
  document.documentElement.lang = 'zh-CN';
  history.replaceState(null, '', location.pathname);
});

describe('oi-follow', () => {
  it('shows a button that says what is followed, and the form with the whole consent text', async () => {
    const client = createMockClient();
    const reader = new Reader(topic, client);
    await until('the button', () => reader.root.querySelector('[part="button"]'));
    assert.equal(reader.button('订阅更新').getAttribute('aria-label'), '订阅更新：养老');
    assert.lengthOf(client.asked, 0, 'nothing is asked before somebody wants it');
    await reader.open();
    assert.include(reader.text, '订阅：养老');
    assert.include(reader.text, '停止后地址立即删除');
    assert.isFalse(reader.byId('consent').checked);
    assert.isTrue(reader.root.activeElement === reader.byId('title'), 'the focus');
    await checkAccessible(reader.element);
  });

  it('says in each field what is missing, and sends nothing before', async () => {
    const client = createMockClient();
    const reader = await new Reader(topic, client).open();
    reader.submit();
    await reader.shows('有 2 处需要修改');
    assert.include(reader.text, '请填写接收地址（如 wang@example.cn）');
    assert.include(reader.text, '请阅读告知内容并勾选同意');
    assert.isTrue(reader.root.activeElement === reader.byId('to'), 'the focus');
    assert.deepEqual(
      client.asked.map(({ operation }) => operation),
      ['subscriptions.rules'],
    );
    await checkAccessible(reader.element);
    reader.type('to', 'wang');
    reader.byId('consent').click();
    reader.submit();
    await reader.shows('电子邮箱有误，请核对');
  });

  it('orders, and says to look into the mailbox', async () => {
    const client = createMockClient();
    const reader = await new Reader(topic, client).order();
    await reader.shows('请到邮箱里确认');
    assert.include(reader.text, 'z***@example.cn');
    assert.include(reader.text, '2026-11-21 10:15');
    const { body, idempotencyKey } = client.asked.at(-1)!;
    assert.deepEqual(body, {
      subject: { kind: 'topic', id: '养老服务' },
      channel: 'email',
      to: typed,
      language: 'zh-CN',
      quiet: { from: '22:00', to: '08:00' },
      consent: '2026-11',
    });
    assert.isDefined(idempotencyKey);
    assert.deepEqual(
      reader.events.map((event) => ({ ...event, type: event.type })),
      [{ ...reader.events[0], type: 'oi-follow-ordered' }],
    );
    assert.notInclude(document.documentElement.outerHTML + reader.root.innerHTML, typed);
    await checkAccessible(reader.element);
    reader.button('重新填写').click();
    await until('the form', () => reader.byId('to'));
    assert.equal(reader.byId('to').value, typed);
    reader.button('取消').click();
    await until('the button', () => reader.root.querySelector('[part="button"]'));
  });

  it('loses nothing that was typed when it fails, and sends the same order again', async () => {
    let failing = true;
    const client = createMockClient({
      'subscriptions.subscribe': () => {
        if (failing) throw new ConnectionError('down');
        return { to: 'z***@example.cn', channel: 'email', confirmBy: '2026-11-21T10:15:00+08:00' };
      },
    });
    const reader = await new Reader(topic, client).order();
    await reader.shows('没有订阅成功');
    assert.include(reader.text, '您填写的内容还在');
    assert.equal(reader.byId('to').value, typed);
    assert.isTrue(reader.byId('consent').checked);
    failing = false;
    reader.submit();
    await reader.shows('请到邮箱里确认');
    const keys = client.asked.flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
    assert.lengthOf(keys, 2);
    assert.equal(keys[0], keys[1]);
  });

  it('keeps what was typed for each channel, and takes quiet hours of one’s own', async () => {
    const client = createMockClient();
    const reader = await new Reader(topic, client).open();
    reader.type('to', typed);
    reader.byId('channel-sms').click();
    await until('the number', () => reader.text.includes('手机号码'));
    assert.equal(reader.byId('to').value, '');
    reader.type('to', '13800001111');
    reader.byId('times-own').click();
    await until('the times', () => reader.byId('quiet.from'));
    reader.type('quiet.from', '12:00');
    reader.type('quiet.to', '14:00');
    reader.byId('consent').click();
    reader.submit();
    await reader.shows('请到短信里确认');
    const { body } = client.asked.at(-1)! as { body: Record<string, unknown> };
    assert.deepEqual(body.quiet, { from: '12:00', to: '14:00' });
    assert.equal(body.to, '13800001111');
  });

  it('asks for the code of a case, and says where it does not fit', async () => {
    const client = createMockClient({
      'subscriptions.subscribe': () => {
        throw problem(404, 'not-found', '编号和查询码不相符');
      },
    });
    const reader = await new Reader('kind="case" subject="2026-0000123-5"', client).open();
    assert.isNull(reader.byId('subject.id'));
    reader.type('subject.code', 'K7M3Q-9TXWP');
    reader.type('to', typed);
    reader.byId('consent').click();
    reader.submit();
    await reader.shows('编号和查询码不相符');
    assert.isTrue(reader.root.activeElement === reader.byId('subject.code'), 'the focus');
    const { body } = client.asked.at(-1)! as { body: { subject: object } };
    assert.deepEqual(body.subject, { kind: 'case', id: '2026-0000123-5', code: 'K7M3Q-9TXWP' });
  });

  it('says so where nothing can be sent', async () => {
    const reader = new Reader(
      topic,
      createMockClient({
        'subscriptions.rules': {
          channels: [],
          consent: { version: '1', zh: '', en: '' },
          confirmHours: 24,
          quiet: { from: '22:00', to: '08:00' },
          updatedAt: '2026-11-20T10:00:00+08:00',
        },
      }),
    );
    await until('the button', () => reader.root.querySelector('[part="button"]'));
    reader.button('订阅更新').click();
    await reader.shows('现在没有可用的接收方式');
  });

  it('offers to try again when it cannot begin', async () => {
    const reader = new Reader(topic, createMockClient().failing());
    await until('the button', () => reader.root.querySelector('[part="button"]'));
    reader.button('订阅更新').click();
    await reader.shows('没有订阅成功');
    reader.element.client = createMockClient();
    reader.button('再试一次').click();
    await until('the form', () => reader.root.querySelector('[part="form"]'));
  });

  it('speaks English', async () => {
    const place = put(`<div lang="en"><oi-follow ${topic}></oi-follow></div>`);
    const element = place.querySelector('oi-follow')!;
    element.client = createMockClient();
    const button = await until('the button', () =>
      element.shadowRoot!.querySelector<HTMLElement>('[part="button"]'),
    );
    button.click();
    await until('the form', () => element.shadowRoot!.querySelector('[part="form"]'));
    assert.include(element.shadowRoot!.textContent, 'I agree that updates');
  });

  it('folds for older people what nobody has to choose, and unfolds what is wrong in it', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'elder');
    const reader = new Reader(topic);
    (
      await until('the button', () => reader.root.querySelector<HTMLElement>('[part="button"]'))
    ).click();
    const times = await until('the times', () => reader.root.querySelector('details'));
    assert.isFalse(times.open);
    times.querySelector('summary')!.click();
    reader.byId('times-own').click();
    await until('the hours', () => reader.byId('quiet.from'));
    reader.type('quiet.from', '');
    times.open = false;
    reader.type('to', typed);
    reader.byId('consent').click();
    reader.submit();
    await reader.shows('时间有误');
    await until('the focus', () => reader.root.activeElement === reader.byId('quiet.from'));
    await checkAccessible(reader.element);
  });

  it('says what is wrong in the language of the page, also when that changes', async () => {
    const refusals = [
      problem(404, 'not-found', '编号和查询码不相符'),
      Object.assign(problem(400, 'bad-body', '提交的内容不正确'), {
        fields: [{ field: 'to', message: '这个邮箱不能用' }],
      }),
      problem(503, 'unavailable', '服务暂时不可用'),
    ];
    const client = createMockClient({
      'subscriptions.subscribe': () => {
        throw refusals.shift()!;
      },
    });
    const reader = await new Reader('kind="case" subject="2026-0000123-5"', client).open();
    const turnsInto = async (chinese: string, english: string): Promise<void> => {
      reader.submit();
      await reader.shows(chinese);
      document.documentElement.lang = 'en';
      await reader.shows(english);
      assert.notInclude(reader.text, chinese);
      document.documentElement.lang = 'zh-CN';
      await reader.shows(chinese);
    };
    await turnsInto('请填写接收地址（如 wang', 'Say where to send it (such as wang@example.cn)');
    reader.type('subject.code', 'K7M3Q-9TXWP');
    reader.type('to', typed);
    reader.byId('consent').click();
    await turnsInto('编号和查询码不相符', 'Number and code do not belong together');
    await turnsInto('这个邮箱不能用', 'This was not accepted; please check it');
    await turnsInto('没有订阅成功', 'This did not work');
  });

  it('shows its link where no service is connected', async () => {
    const reader = new Reader(topic, undefined);
    reader.element.client = undefined;
    document.querySelector('meta[name="open-info-service"]')?.setAttribute('name', 'put-aside');
    try {
      await reader.shows('这个页面没有连接数据服务');
    } finally {
      document.querySelector('meta[name="put-aside"]')?.setAttribute('name', 'open-info-service');
    }
  });

  it('on a hall screen forgets everything when nobody is there', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'kiosk');
    const reader = await new Reader(`${topic} idle-seconds="-60"`).open();
    reader.type('to', typed);
    assert.equal(reader.byId('to').autocomplete, 'off');
    await until('the button', () => reader.root.querySelector('[part="button"]'));
    await reader.open();
    assert.equal(reader.byId('to').value, '');
  });
});

describe('oi-follow on the page of its links', () => {
  const arrive = (action: string, token: string, client: Client = createMockClient()): Reader => {
    history.replaceState(null, '', `${location.pathname}#${action}=${token}`);
    return new Reader('page', client);
  };

  it('confirms only when a person presses the button, and takes the token out of the address', async () => {
    const client = createMockClient();
    const reader = arrive('confirm', sampleSubscriptionTokens.pending, client);
    await reader.shows('确认订阅');
    assert.equal(location.hash, '');
    assert.include(reader.text, '政策主题“养老服务”');
    assert.include(reader.text, 'w***@example.cn');
    assert.isFalse(client.asked.some(({ operation }) => operation === 'subscriptions.confirm'));
    await checkAccessible(reader.element);
    reader.button('确认').click();
    await reader.shows('已订阅');
    assert.isTrue(reader.root.activeElement === reader.byId('title'), 'the focus');
    assert.equal((reader.events[0] as unknown as { change: string }).change, 'confirmed');
    await checkAccessible(reader.element);
  });

  it('changes quiet hours and language', async () => {
    const client = createMockClient();
    const reader = arrive('manage', sampleSubscriptionTokens.active, client);
    await reader.shows('您的订阅');
    assert.isTrue(reader.byId('times-usual').checked);
    reader.byId('times-any').click();
    reader.submit();
    await reader.shows('已保存');
    const { body } = client.asked.find(({ operation }) => operation === 'subscriptions.change')!;
    assert.deepEqual(body, {
      token: sampleSubscriptionTokens.active,
      quiet: { from: '00:00', to: '00:00' },
      language: 'zh-CN',
    });
    await until('the new choice', () => reader.byId('times-any').checked);
    reader.button('停止接收').click();
    await reader.shows('已停止');
  });

  it('says what is wrong with the hours in the language of the page, also when that changes', async () => {
    const reader = arrive('manage', sampleSubscriptionTokens.active);
    await reader.shows('您的订阅');
    reader.byId('times-own').click();
    await until('the hours', () => reader.byId('quiet.from'));
    reader.type('quiet.from', '');
    reader.submit();
    await reader.shows('时间有误（24 小时制的时和分，如 22:00）');
    document.documentElement.lang = 'en';
    await reader.shows('The time is not right (hours and minutes, such as 22:00)');
  });

  it('stops at once, in one step', async () => {
    const reader = arrive('stop', sampleSubscriptionTokens.active);
    await reader.shows('已停止，不会再发消息');
    assert.equal(location.hash, '');
    assert.equal((reader.events[0] as unknown as { change: string }).change, 'stopped');
    await checkAccessible(reader.element);
  });

  it('says when a link has ended, and tries again what did not reach the service', async () => {
    const reader = arrive('manage', 'gone.token');
    await reader.shows('链接已失效');
    clearPage();
    const failing = arrive(
      'stop',
      sampleSubscriptionTokens.active,
      createMockClient({ 'subscriptions.stop': problem(503, 'unavailable', '服务暂时不可用') }),
    );
    await failing.shows('没有订阅成功');
    failing.element.client = createMockClient();
    failing.button('再试一次').click();
    await failing.shows('已停止');
  });

  it('leaves the address of other pages alone', async () => {
    history.replaceState(null, '', `${location.pathname}#stop=${sampleSubscriptionTokens.active}`);
    const reader = new Reader(topic);
    await until('the button', () => reader.root.querySelector('[part="button"]'));
    assert.include(location.hash, '#stop=');
    const plain = new Reader('page');
    await until('what the link asks for', () => plain.text.includes('已停止'));
    clearPage();
    const bare = new Reader('page');
    await bare.shows('请从收到的消息里打开链接');
  });
});
