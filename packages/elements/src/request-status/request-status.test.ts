import { calendarChina } from '@open-info/contract/calendar-china';
import type { DeskMove } from '@open-info/contract/desk';
import { runClock } from '@open-info/contract/clock';
import type { RequestReceipt, RequestSubmission } from '@open-info/contract/requests';
import { createClient, type Client } from '@open-info/sdk/client';
import { moveAtDesk } from '@open-info/sdk/desk';
import { submitRequest, trackRequest } from '@open-info/sdk/requests';
import { createMockClient, sampleRequestKeys, sampleRequestNames } from '@open-info/sdk/testing';
import { attachFile } from '@open-info/sdk/uploads';
import { sendKeys, setViewport } from '@web/test-runner-commands';
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
import type { RequestStatus } from './request-status.ts';
import './define.ts';

const token = document.querySelector<HTMLMetaElement>('meta[name="test-officer"]')!.content;
const client = createClient({ baseUrl: service });
/** Marked values, to be found again wherever they should not be. */
const secret = { name: '欧阳机密', phone: '13900001234' };

const submission: RequestSubmission = {
  organId: 'civil-affairs',
  kind: 'disclosure',
  applicant: {
    category: 'person',
    name: secret.name,
    identity: { kind: 'passport', number: 'E12345678' },
  },
  contact: { phone: secret.phone },
  sought: { name: '2025年度最低生活保障统计' },
  delivery: { form: 'electronic', way: 'online' },
};

const file = (): Promise<RequestReceipt> => submitRequest(client, submission);
const move = (number: string, step: DeskMove) => moveAtDesk(client, number, step, { token });
const pdf = (name: string) =>
  new File(['%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'], name, {
    type: 'application/pdf',
  });

/** What a person sees and can reach. */
class Reader {
  readonly element: RequestStatus;
  readonly events: Event[] = [];

  constructor(attributes: string, given: Client | undefined) {
    this.element = put(
      `<oi-request-status ${attributes}><a href="/plain">查询进度</a></oi-request-status>`,
    ).querySelector('oi-request-status')!;
    this.element.client = given;
    for (const type of ['opened', 'moved', 'closed']) {
      this.element.addEventListener(`oi-request-status-${type}`, (event) =>
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

  shows(words: string): Promise<boolean> {
    return until(words, () => this.text.includes(words));
  }

  button(word: string): HTMLElement {
    const found = [...this.root.querySelectorAll<HTMLElement>('button')].find(
      (button) => button.innerText.trim().startsWith(word) && button.getClientRects().length > 0,
    );
    assert.isDefined(found, `there is no button “${word}”`);
    return found;
  }

  type(selector: string, words: string): void {
    const input = this.find<HTMLInputElement>(selector)!;
    input.focus();
    input.value = words;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  async enter(number: string, code: string): Promise<void> {
    await until('the door', () => this.find('#code'));
    this.type('#number', number);
    this.type('#code', code);
    this.find('button[type="submit"]')!.click();
  }

  async open(key: { number: string; code: string }): Promise<this> {
    await this.enter(key.number, key.code);
    await until('the request', () => this.find('#case-title'));
    await until('the clock', () => this.find('[part="due"]'));
    return this;
  }
}

const start = (attributes = '', given: Client | undefined = client): Reader =>
  new Reader(attributes, given);

beforeEach(() => setViewport({ width: 1280, height: 900 }));
afterEach(() => {
  clearPage();
  localStorage.clear();
  history.replaceState(null, '', location.pathname);
});

describe('the door', () => {
  it('checks number and code before anything is asked, and leads to the first fault', async () => {
    const asked: string[] = [];
    const watched = faultyClient((request, next) => {
      asked.push(request.url);
      return next(request);
    });
    const reader = start('', watched);
    await reader.enter('2026-0000123-4', 'K7M3Q');
    await reader.shows('申请编号有误');
    assert.include(reader.text, '查询码有误');
    await until('the focus', () => reader.root.activeElement?.id === 'number');
    await checkAccessible(reader.element);
    assert.isEmpty(asked);
  });

  it('is opened with the keyboard alone, written as people write', async () => {
    const { number, code } = await file();
    const reader = start();
    await until('the door', () => reader.find('#number'));
    reader.find('#number')!.focus();
    await sendKeys({ type: number.replace(/-/g, ' ') });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: code.toLowerCase() });
    await sendKeys({ press: 'Enter' });
    await reader.shows('已提交，等待确认收到');
    await until('the focus', () => reader.root.activeElement?.id === 'case-title');
    assert.deepEqual(
      reader.events.map(({ type }) => type),
      ['oi-request-status-opened'],
    );
  });

  it('says that number and code do not match, and not which of them is wrong', async () => {
    const { number } = await file();
    const reader = start();
    await reader.enter(number, 'AAAAA-AAAAA');
    await reader.shows('申请编号和查询码对不上');
    await checkAccessible(reader.element);
  });

  it('says when to try again once it is locked', async () => {
    const { number } = await file();
    const reader = start();
    for (
      let attempt = 0;
      attempt < 12 && reader.find('.message-title')?.innerText !== '暂停查询';
      attempt += 1
    ) {
      await reader.enter(number, 'AAAAA-AAAAA');
      await until('a question', () => reader.text.includes('正在查询'));
      await until('an answer', () => reader.find('.failure'));
    }
    assert.match(reader.text, /请在 \d{2}:\d{2} 以后再试（约 \d+ 分钟后）/);
  });

  it('takes the number from address or attribute, the code from nowhere', async () => {
    const { number } = sampleRequestKeys.confirmed;
    location.hash = 'oi-request=202600001235';
    const scanned = start(`number="${number}"`);
    await until('the door', () => scanned.find('#number'));
    history.replaceState(null, '', location.pathname);
    const given = start(`number="${number}"`);
    await until('the door', () => given.find('#number'));
    const shown = (reader: Reader) => reader.find<HTMLInputElement>('#number')!.value;
    assert.equal(shown(scanned), '2026-0000123-5');
    assert.equal(shown(given), number);
    assert.equal(given.find<HTMLInputElement>('#code')!.value, '');
  });

  it('remembers a number when asked to, never a code', async () => {
    const { number, code } = await file();
    const reader = start();
    await until('the door', () => reader.find('#remember'));
    reader.find('#remember')!.click();
    await reader.open({ number, code });
    const kept = JSON.stringify({ ...localStorage });
    assert.include(kept, number);
    assert.notInclude(kept, code);
    reader.button('退出查询').click();
    await reader.shows('这台设备上记住的申请编号');
    reader.button(number).click();
    await until('the number', () => reader.find<HTMLInputElement>('#number')!.value === number);
    reader.find(`[aria-label="不再记住 ${number}"]`)!.click();
    await until('forgotten', () => !JSON.stringify({ ...localStorage }).includes(number));
  });
});

describe('on the real service', () => {
  it('takes a filing back while it may be undone', async () => {
    const reader = await start().open(await file());
    assert.match(reader.text, /还剩 (9|10) 分钟/);
    reader.button('撤销这次提交').click();
    await reader.shows('视为没有发生');
    await checkAccessible(reader.element);
    reader.button('确定撤销').click();
    await reader.shows('已撤销这次提交');
    await until('the focus', () => reader.root.activeElement?.id === 'done');
    assert.include(reader.text, '您已撤销提交');
    assert.notInclude(reader.text, '撤回申请');
    assert.deepEqual(
      reader.events.map((event) => [event.type, (event as { move?: string }).move]),
      [
        ['oi-request-status-opened', undefined],
        ['oi-request-status-moved', 'undo'],
      ],
    );
  });

  it('shows the clock of a confirmed request exactly as the service reckons it', async () => {
    const receipt = await file();
    await move(receipt.number, { kind: 'confirm' });
    const view = await trackRequest(client, receipt);
    const today = formatInstant(view.asOf!).slice(0, 10);
    const clock = runClock(view.events, calendarChina, today, view.policy);
    assert.equal(clock.dueOn, view.dueOn);
    assert.equal(clock.daysLeft, view.daysLeft);
    const reader = await start().open(receipt);
    assert.include(reader.text, view.dueOn ?? 'a due day');
    assert.include(reader.text, `还有 ${view.daysLeft} 个工作日`);
  });

  it('supplements in place, with a file, and hears what happens next', async () => {
    const receipt = await file();
    await move(receipt.number, { kind: 'confirm' });
    const asked = await move(receipt.number, {
      kind: 'askSupplement',
      text: '请写明年份和社区。',
      dueOn: '2099-01-05',
    }).catch((error: unknown) => error);
    assert.notInstanceOf(asked, Error);
    const reader = await start().open(receipt);
    await reader.shows('请写明年份和社区。');
    assert.include(reader.text, '最迟 2099-01-05');
    await checkAccessible(reader.element);
    reader.button('提交').click();
    await reader.shows('请填写内容');
    reader.type('#addition', '2025年，示例社区。');
    const chosen = new DataTransfer();
    chosen.items.add(pdf('补充材料.pdf'));
    const input = await until('files', () => reader.find<HTMLInputElement>('#files'));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await reader.shows('✓ 已上传');
    reader.button('提交').click();
    await reader.shows('补正已提交');
    assert.include(reader.text, '补充材料.pdf');
    assert.include(reader.text, '还有 20 个工作日');
  });

  it('shows the reply, its files and where to turn against it', async () => {
    const receipt = await file();
    await move(receipt.number, { kind: 'confirm' });
    const upload = await attachFile(client, pdf('统计表.pdf'));
    await move(receipt.number, {
      kind: 'reply',
      outcome: 'disclosed',
      text: '现予以公开。',
      attachments: [upload.token],
    });
    const reader = await start().open(receipt);
    await reader.shows('现予以公开。');
    assert.include(reader.text, '行政复议');
    assert.match(reader.text, /最迟 20\d\d-\d\d-\d\d/);
    await checkAccessible(reader.element);
    const saved: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this.download);
    };
    reader.button('下载 统计表.pdf').click();
    await until('the file', () => saved.length > 0);
    HTMLAnchorElement.prototype.click = click;
    assert.deepEqual(saved, ['统计表.pdf']);
  });

  it('says politely what has changed, without taking the focus', async () => {
    const receipt = await file();
    const reader = await start().open(receipt);
    const withdraw = reader.button('撤销这次提交');
    withdraw.focus();
    await move(receipt.number, { kind: 'confirm' });
    const news = () => until('news', () => reader.find('[role="status"] .news'));
    // It is asked for after five seconds, which is longer than anything else is waited for.
    await news().catch(news).catch(news);
    assert.include(reader.text, '有新的进展：办理中');
    assert.notEqual(reader.root.activeElement?.id, 'case-title');
  }).timeout(20_000);

  it('withdraws after a second yes', async () => {
    const receipt = await file();
    await move(receipt.number, { kind: 'confirm' });
    const reader = await start().open(receipt);
    reader.button('撤回申请').click();
    await until('the question', () => reader.root.activeElement?.id === 'confirm-withdraw');
    reader.button('不，继续办理').click();
    await until('back', () => reader.root.activeElement?.id === 'ask-withdraw');
    reader.button('撤回申请').click();
    await reader.shows('确定撤回吗');
    reader.button('确定撤回').click();
    await reader.shows('已撤回申请');
  });

  it('leaves nothing behind: neither in storage, address, events nor on the page', async () => {
    const receipt = await file();
    const reader = await start().open(receipt);
    reader.button('退出查询').click();
    await until('the door', () => reader.find('#code'));
    const left = [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      location.href,
      JSON.stringify(history.state),
      reader.element.outerHTML,
      reader.root.innerHTML,
      ...[...reader.root.querySelectorAll('input')].map(({ value }) => value),
      ...reader.events.map((event) => JSON.stringify({ ...event })),
    ].join('\n');
    for (const value of [receipt.number, receipt.code, secret.name, secret.phone, '最低生活']) {
      assert.notInclude(left, value);
    }
    assert.equal(reader.events[reader.events.length - 1]?.type, 'oi-request-status-closed');
    await until('the focus', () => reader.root.activeElement?.id === 'number');
  });
});

describe('on a hall screen', () => {
  it('remembers nothing, takes no files and wipes itself when nobody is there', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'kiosk');
    const reader = start('idle-seconds="-60"', createMockClient());
    await until('the door', () => reader.find('#code'));
    assert.isNull(reader.find('#remember'));
    await reader.enter(...(Object.values(sampleRequestKeys.disclosed) as [string, string]));
    await until('the request', () => reader.find('#case-title'));
    assert.isNull(reader.find('button.file'));
    await until('wiped', () => reader.find('#code'));
    const last = reader.events[reader.events.length - 1] as Event & { cause?: string };
    assert.equal(last.cause, 'idle');
    assert.equal(reader.find<HTMLInputElement>('#number')!.value, '');
  });

  it('has targets of 60 px and more', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'kiosk');
    const reader = await start('', createMockClient()).open(sampleRequestKeys.awaitingSupplement);
    for (const target of reader.root.querySelectorAll('button, summary, label.button')) {
      assert.isAtLeast(target.getBoundingClientRect().height, 60, target.textContent.trim());
    }
  });
});

describe('for older people', () => {
  it('stays as it is however long nobody touches it, and reads itself aloud', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'elder');
    const beats: (() => void)[] = [];
    const { setInterval: counted } = window;
    window.setInterval = ((beat: () => void) => beats.push(beat)) as typeof setInterval;
    const spoken: string[] = [];
    const { speak } = speechSynthesis;
    speechSynthesis.speak = (utterance) => void spoken.push(utterance.text);
    try {
      const reader = start('idle-seconds="-60"', createMockClient());
      await reader.open(sampleRequestKeys.disclosed);
      assert.isNotEmpty(beats);
      for (const beat of [...beats, ...beats]) beat();
      await reader.element.updateComplete;
      assert.isNotNull(reader.find('#case-title'));
      assert.isNull(reader.find('.idle'));
      const button = await until('the button', () => reader.find('[part="read"]'));
      button.click();
      assert.include(spoken[0], '政府信息公开申请');
    } finally {
      window.setInterval = counted;
      speechSynthesis.speak = speak;
    }
  });
});

describe('everybody can use it', () => {
  for (const lang of ['zh-CN', 'en']) {
    for (const name of sampleRequestNames) {
      it(`${name}, ${lang}: no axe violation, no sideways scroll at 320 px`, async () => {
        await setViewport({ width: 320, height: 640 });
        const reader = await start(`lang="${lang}"`, createMockClient()).open(
          sampleRequestKeys[name],
        );
        reader.find('.trace > summary')?.click();
        await checkAccessible(reader.element);
        assert.isAtMost(reader.element.scrollWidth, reader.element.clientWidth);
      });
    }
  }
});
