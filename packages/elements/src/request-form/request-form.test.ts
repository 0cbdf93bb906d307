import { trackRequest } from '@open-info/sdk/requests';
import type { Client, Middleware } from '@open-info/sdk/client';
import { ConnectionError } from '@open-info/sdk/errors';
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
import '../provider/define.ts';
import './define.ts';
import type { RequestForm } from './request-form.ts';
import {
  RequestFormStepEvent,
  RequestFormSubmittedEvent,
  type RequestFormSubmittingEvent,
} from './request-form.events.ts';

const press = (key: string) => sendKeys({ press: key });
const type = (text: string) => sendKeys({ type: text });

/** What a person sees and can reach in the form. */
class Person {
  readonly element: RequestForm;

  constructor(element: RequestForm) {
    this.element = element;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get text(): string {
    return this.root.querySelector<HTMLElement>('.frame')?.innerText ?? '';
  }

  get heading(): string {
    return this.root.querySelector<HTMLElement>('#step-heading')?.innerText ?? '';
  }

  get focused(): HTMLElement | null {
    return this.root.activeElement as HTMLElement | null;
  }

  all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    return [...this.root.querySelectorAll<E>(selector)].filter(
      (found) => found.getClientRects().length > 0,
    );
  }

  field<E extends HTMLElement = HTMLInputElement>(id: string): E {
    const found = this.root.getElementById(id);
    assert.isNotNull(found, `there is no field ${id}`);
    return found as unknown as E;
  }

  control(word: string): HTMLElement {
    const found = this.find(word);
    assert.isDefined(found, `there is no control “${word}”`);
    return found;
  }

  find(word: string): HTMLElement | undefined {
    return this.all('button, a[href], summary').find(
      (control) =>
        control.innerText.trim().startsWith(word) || control.getAttribute('aria-label') === word,
    );
  }

  fill(id: string, value: string): void {
    const field = this.field(id);
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  async step(title: string): Promise<void> {
    await until(`the step ${title}`, () => this.heading.includes(title));
    await until('focus on its heading', () => this.focused?.id === 'step-heading');
  }

  async next(title: string): Promise<void> {
    this.control('下一步').click();
    await this.step(title);
  }

  /** Fills in step after step, up to the check. */
  async fillIn(name = '2025年度城乡低保对象名单'): Promise<this> {
    this.fill('sought.name', name);
    await this.next('您是谁');
    this.fill('applicant.name', '张三');
    this.fill('applicant.identity.number', '11010519491231002X');
    await this.next('怎样答复您');
    this.fill('contact.phone', '13800000000');
    await this.next('核对');
    return this;
  }

  /** The receipt on show. */
  async receipt(): Promise<{ number: string; code: string }> {
    await until('the receipt', () => this.root.getElementById('receipt-number'));
    return {
      number: this.field<HTMLElement>('receipt-number').innerText,
      code: this.field<HTMLElement>('receipt-code').innerText,
    };
  }
}

/** A form on the page, once it knows the organs. */
async function open(attributes = 'organ="civil-affairs"', client?: Client): Promise<Person> {
  const place = put(
    `<oi-request-form ${attributes}><a href="/plain">下载申请表</a></oi-request-form>`,
  );
  const element = place.querySelector('oi-request-form')!;
  element.client = client;
  const person = new Person(element);
  await until('the form', () => person.heading);
  if (person.heading.includes('第 1 步')) {
    await until('what cannot be asked', () => person.all('details, .chooser').length > 0);
    await until('the organs', () => /向.+申请|有 \d+ 个机关/.test(person.text));
  }
  return person;
}

const offline: Middleware = () => Promise.reject(new ConnectionError('no network'));

/** Lets only what the test says reach the service, and counts what is filed. */
function watchedClient(fault: (path: string) => Middleware | undefined): {
  client: Client;
  filed: Request[];
} {
  const filed: Request[] = [];
  const client = faultyClient(async (request, next, attempt) => {
    const { pathname } = new URL(request.url);
    if (attempt.operation === 'requests.submit') filed.push(request.clone());
    return (fault(pathname) ?? ((asked, on) => on(asked)))(request, next, attempt);
  });
  return { client, filed };
}

const isSubmit = (path: string): boolean => path.endsWith('/requests');

beforeEach(() => setViewport({ width: 1280, height: 900 }));
afterEach(() => {
  clearPage();
  localStorage.clear();
  sessionStorage.clear();
  document.documentElement.lang = 'zh-CN';
  history.replaceState(null, '', location.pathname);
});

describe('<oi-request-form>', () => {
  it('files a request by keyboard alone, and its receipt opens it', async () => {
    const person = await open();
    const steps: string[] = [];
    const submitted: string[] = [];
    person.element.addEventListener(RequestFormStepEvent.type, ({ step }) => steps.push(step));
    person.element.addEventListener(RequestFormSubmittedEvent.type, ({ number }) =>
      submitted.push(number),
    );
    assert.include(person.heading, '第 1 步，共 5 步');
    person.field('sought.name').focus();
    await type('养老机构备案名单');
    await press('Enter');
    await person.step('您是谁');
    assert.include(person.text, '怎样处理您的个人信息');
    await press('Tab');
    assert.equal(person.focused?.id, 'applicant-person');
    await press('Tab');
    await type('李四');
    await press('Tab');
    await press('Tab');
    await type('１１０１０５１９４９１２３１００２ｘ');
    await press('Enter');
    await person.step('怎样答复您');
    await press('Tab');
    await type('027-80000000');
    await press('Enter');
    await person.step('核对');
    assert.include(person.text, '养老机构备案名单');
    assert.include(person.text, '李四');
    assert.isEmpty(person.all('dt').filter((name) => name.innerText.includes('用途')));
    person.control('提交申请').focus();
    await press('Enter');
    await person.step('申请已提交');
    const key = await person.receipt();
    assert.match(key.number, /^\d{4}-\d{7}-\d$/);
    assert.match(key.code, /^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    const view = await trackRequest(faultyClient(), key);
    assert.equal(view.sought.name, '养老机构备案名单');
    assert.equal(view.organ.id, 'civil-affairs');
    assert.deepEqual(steps, ['applicant', 'delivery', 'check', 'receipt']);
    assert.deepEqual(submitted, [key.number]);
    await until('what happens next', () => person.text.includes('第三十三条'));
    assert.match(person.text, /最晚 .*\d+.* 答复/);
    await checkAccessible(person.element);
  });

  it('lets a person find and choose the organ', async () => {
    const person = await open('');
    person.control('下一步').click();
    await until('what is missing', () => person.text.includes('请选择向哪个机关申请'));
    person.fill('organ-search', '民政局');
    await until('fewer organs', () => /有 [1-4] 个机关/.test(person.text));
    person.field('organId-civil-affairs').click();
    await person.fillIn();
    assert.include(person.text, '江汉区民政局');
    person.all('.check-change button')[0]!.click();
    await until('back at the organ', () => person.focused?.id === 'organId');
    await checkAccessible(person.element);
  });

  it('says what is missing, where, and how it would be right', async () => {
    const person = await open();
    for (const language of ['zh-CN', 'en']) {
      document.documentElement.lang = language;
      await until('the language', () => person.root.querySelector(`[lang="${language}"] form`));
      person.all('.moves .primary')[0]!.click();
      await until('focus on the summary', () => person.focused?.id === 'fault-summary');
      assert.include(person.text, language === 'en' ? 'art. 29' : '第二十九条');
      await checkAccessible(person.element);
    }
    document.documentElement.lang = 'zh-CN';
    await until('Chinese', () => person.text.includes('下一步'));
    person.all('#fault-summary button')[0]!.click();
    await until('the field', () => person.focused?.id === 'sought.name');
    const described = person.field('sought.name').getAttribute('aria-describedby') ?? '';
    assert.include(described, 'sought.name-fault');
    person.fill('sought.description', '某街道养老服务的记录');
    await person.next('您是谁');
    person.control('下一步').click();
    await until('two faults', () => person.all('#fault-summary li').length === 2);
    await checkAccessible(person.element);
    person.fill('applicant.name', '张三');
    person.fill('applicant.identity.number', '110105194912310021');
    person.control('下一步').click();
    await until('a wrong number', () => person.text.includes('身份证号码有误'));
    const kind = person.field<HTMLSelectElement>('applicant.identity.kind');
    kind.value = 'passport';
    kind.dispatchEvent(new Event('change', { bubbles: true }));
    await person.next('怎样答复您');
    await checkAccessible(person.element);
    person.control('上一步').click();
    await person.step('您是谁');
    assert.equal(person.field('applicant.name').value, '张三');
  });

  it('says what is wrong in the language of the page, also when that changes', async () => {
    const person = await open();
    await until('the files', () => person.all('.chooser').length > 0);
    const list = new DataTransfer();
    list.items.add(new File(['x'], '坏.exe'));
    const input = person.field('attachments');
    input.files = list.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    person.fill('sought.documentNumber', '文'.repeat(61));
    person.control('下一步').click();
    const summary = (): string => person.all('#fault-summary')[0]?.innerText ?? '';
    await until('what is wrong', () => summary().includes('多了 1 个字'));
    assert.include(summary(), '有文件没有传上');
    document.documentElement.lang = 'en';
    await until('English', () => summary().includes('2 things to put right'));
    assert.include(summary(), 'Too long, by 1 character');
    assert.include(summary(), 'A file was not uploaded');
    assert.notMatch(summary(), /[\u4e00-\u9fff]/);
    assert.include(person.text, 'This kind of file is not taken');
    await checkAccessible(person.element);
  });

  it('takes organisations with their representative, and agents', async () => {
    const person = await open();
    person.fill('sought.name', '采购合同');
    await person.next('您是谁');
    person.field('applicant-organisation').click();
    await until('the kinds', () => person.root.getElementById('applicant.category'));
    person.field('agent').click();
    await until('the agent', () => person.root.getElementById('agent.name'));
    person.control('下一步').click();
    await until('faults', () => person.all('#fault-summary li').length > 0);
    const missing = person.all('#fault-summary li').map((each) => each.innerText);
    for (const word of ['单位名称', '法定代表人', '代理人姓名', '代理人电话']) {
      assert.isTrue(
        missing.some((each) => each.includes(word)),
        word,
      );
    }
    await checkAccessible(person.element);
    person.fill('applicant.name', '江汉某公司');
    person.fill('applicant.identity.number', '91350100M000100Y43');
    person.fill('applicant.representative', '王五');
    person.fill('agent.name', '赵六');
    person.fill('agent.identity.number', '11010519491231002X');
    person.fill('agent.phone', '13900000000');
    await person.next('怎样答复您');
  });

  it('offers what is public already, and never stands in the way', async () => {
    const person = await open('organ="education"');
    const opened: string[] = [];
    person.element.addEventListener('oi-request-form-offer-opening', (event) => {
      event.preventDefault();
      opened.push(event.itemId);
    });
    person.fill('sought.name', '低保');
    const offers = await until(
      'offers',
      () => person.all('.offer').length > 0 && person.all('.offer'),
    );
    assert.isAtMost((offers as HTMLElement[]).length, 3);
    const link = person.all('.offer-link')[0];
    link?.click();
    assert.lengthOf(opened, link ? 1 : 0);
    await checkAccessible(person.element);
    await person.next('您是谁');
  });

  it('offers policies beside items of the catalog, whose text is public and each once', async () => {
    const person = await open();
    const opened: string[][] = [];
    person.element.addEventListener('oi-request-form-offer-opening', (event) => {
      event.preventDefault();
      opened.push([event.kind, event.itemId]);
    });
    person.fill('sought.name', '加装电梯补助');
    const link = await until('a policy', () =>
      person.all<HTMLAnchorElement>('.offer-link').find(({ href }) => href.includes('/documents/')),
    );
    assert.equal(link.href, `${service}/api/v1/documents/elevator-subsidy-2025/article`);
    assert.include(link.innerText, '关于既有住宅加装电梯补助的实施意见');
    link.click();
    assert.deepEqual(opened, [['document', 'elevator-subsidy-2025']]);
    const names = person.all('.offer').map(({ innerText }) => innerText);
    assert.sameMembers(names, [...new Set(names)]);
    person.fill('sought.name', '社会救助家庭经济状况核对工作规程');
    await until('others', () => !person.text.includes('加装电梯'));
    assert.notInclude(person.text, '关于印发《江汉区社会救助家庭经济状况核对工作规程》的通知');
  });

  it('goes on with one source when the other cannot answer', async () => {
    const broken = faultyClient((request, next) =>
      request.url.includes('/catalog?')
        ? Promise.reject(new ConnectionError('lost'))
        : next(request),
    );
    const person = await open('', broken);
    person.fill('sought.name', '加装电梯补助');
    await until('a policy', () => person.all('.offer-link').length > 0);
  });

  it('explains what cannot be asked when the words look like it', async () => {
    const person = await open();
    const details = person.root.querySelector('details')!;
    assert.isFalse(details.open);
    person.fill('sought.description', '我要投诉物业');
    await until('the explanation', () => details.open && person.text.includes('第三十九条'));
  });

  it('corrects a record by art. 41, with evidence', async () => {
    const person = await open('organ="civil-affairs" kind="correction"');
    assert.include(person.text, '第四十一条');
    person.fill('sought.name', '本人婚姻登记记录');
    person.control('下一步').click();
    await until('what is missing', () => person.text.includes('哪里记录得不准确'));
    await until('faults', () => person.all('#fault-summary li').length === 2);
    person.fill('correction.wrong', '出生日期写成了 1990 年');
    person.fill('correction.right', '应为 1991 年，见户口簿');
    await person.next('您是谁');
    person.fill('applicant.name', '张三');
    person.fill('applicant.identity.number', '11010519491231002X');
    await person.next('怎样答复您');
    person.fill('contact.email', 'zhang@example.com');
    await person.next('核对');
    await checkAccessible(person.element);
    person.control('提交申请').click();
    const view = await trackRequest(faultyClient(), await person.receipt());
    assert.equal(view.kind, 'correction');
  });
});

describe('files', () => {
  const text = (name: string, content = '说明') => new File([content], name);

  function choose(person: Person, ...files: File[]): void {
    const list = new DataTransfer();
    for (const file of files) list.items.add(file);
    const input = person.field('attachments');
    input.files = list.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  it('are uploaded at once, go along, and can be taken away', async () => {
    const person = await open();
    await until('the rules', () => person.all('.chooser').length > 0);
    assert.include(person.text, 'PDF');
    choose(person, text('一.txt'), text('二.txt'), text('坏.exe'));
    await until('uploaded', () => person.all('.file-done').length === 2);
    assert.include(person.text, '不能上传这种文件');
    await checkAccessible(person.element);
    person.fill('sought.name', '某文件');
    person.control('下一步').click();
    await until('the broken one', () => person.text.includes('有文件没有传上'));
    person.control('删除坏.exe').click();
    person.control('删除二.txt').click();
    await until('one left', () => person.all('.file').length === 1);
    await person.fillIn();
    assert.include(person.text, '一.txt');
    person.control('提交申请').click();
    const view = await trackRequest(faultyClient(), await person.receipt());
    assert.deepEqual(
      view.attachments.map(({ name }) => name),
      ['一.txt'],
    );
  });

  it('say how far they are and can be stopped', async () => {
    let stopped = false;
    const { client } = watchedClient((path) =>
      path.endsWith('/uploads')
        ? (request) =>
            new Promise((_, reject) => {
              request.signal.addEventListener('abort', () => {
                stopped = true;
                reject(request.signal.reason as Error);
              });
            })
        : undefined,
    );
    const person = await open(undefined, client);
    await until('the rules', () => person.all('.chooser').length > 0);
    choose(person, text('长.txt'));
    await until('progress', () => person.all('progress').length === 1);
    person.fill('sought.name', '某文件');
    person.control('下一步').click();
    await until('not yet', () => person.text.includes('文件还在上传'));
    person.control('取消上传长.txt').click();
    await until('stopped', () => stopped && person.all('.file').length === 0);
    await person.next('您是谁');
  });
});

describe('the draft', () => {
  it('comes back after the page was left, numbers of papers only in the same tab', async () => {
    const person = await open();
    await person.fillIn();
    person.element.remove();
    assert.notInclude(JSON.stringify(localStorage), '11010519491231002X');
    assert.include(JSON.stringify(sessionStorage), '11010519491231002X');
    const again = await open();
    assert.match(again.text, /已恢复 \d{4}-.* 保存的内容/);
    assert.include(again.heading, '核对');
    await until('its step', () => again.text.includes('11010519491231002X'));
    again.element.remove();
    sessionStorage.clear();
    const later = await open2('您是谁');
    assert.include(later.text, '证件号码没有保存');
    await until(
      'its step',
      () => later.find('清空') && later.root.getElementById('applicant.name'),
    );
    assert.equal(later.field('applicant.name').value, '张三');
    later.control('清空').click();
    await until('asked', () => later.focused?.id === 'clear-yes');
    await press('Enter');
    await later.step('您需要什么信息');
    assert.equal(later.field('sought.name').value, '');
    assert.lengthOf(Object.keys(localStorage), 0);
  });

  it('is gone once the request is filed', async () => {
    const person = await open();
    await person.fillIn();
    person.control('提交申请').click();
    const { code } = await person.receipt();
    person.element.remove();
    assert.lengthOf(Object.keys(localStorage), 0);
    assert.lengthOf(Object.keys(sessionStorage), 0);
    assert.notInclude(document.body.innerHTML, code);
  });

  async function open2(title: string): Promise<Person> {
    const place = put('<oi-request-form organ="civil-affairs"></oi-request-form>');
    const person = new Person(place.querySelector('oi-request-form')!);
    await until(title, () => person.heading.includes(title));
    return person;
  }
});

describe('filing', () => {
  it('waits for the network and files once, under one key', async () => {
    let isDown = true;
    const { client, filed } = watchedClient((path) =>
      isDown && isSubmit(path) ? offline : undefined,
    );
    const person = await open(undefined, client);
    await person.fillIn();
    person.control('提交申请').click();
    await until('waiting', () => person.text.includes('自动提交'));
    await checkAccessible(person.element);
    assert.isAtLeast(filed.length, 1);
    isDown = false;
    window.dispatchEvent(new Event('online'));
    const { number } = await person.receipt();
    const keys = new Set(filed.map(({ headers }) => headers.get('idempotency-key')));
    assert.equal(keys.size, 1);
    assert.match(number, /^\d{4}-/);
  });

  it('gives the same receipt when the answer was lost and the page was reloaded', async () => {
    let lost: { number: string } | undefined;
    const { client } = watchedClient((path) =>
      isSubmit(path)
        ? async (request, next) => {
            const answer = await next(request);
            // Asked to do a proof of work first: nothing was filed yet.
            if (!answer.ok) return answer;
            lost = (await answer.json()) as { number: string };
            throw new ConnectionError('cut off');
          }
        : undefined,
    );
    const person = await open(undefined, client);
    await person.fillIn();
    person.control('提交申请').click();
    await until('waiting', () => person.text.includes('还没有得到回执'));
    person.element.remove();
    const again = await open();
    await until('told', () => again.text.includes('上次提交后没有收到回执'));
    again.control('提交申请').click();
    assert.equal((await again.receipt()).number, lost?.number);
  });

  it('does a proof of work where the service asks for one, and says so calmly', async () => {
    const said: string[] = [];
    let solved = 0;
    const { client } = watchedClient((path) =>
      path.endsWith('/challenge')
        ? (request, next) => {
            solved += 1;
            return next(request);
          }
        : undefined,
    );
    for (let filed = 0; filed < 12 && solved === 0; filed += 1) {
      const person = await open(undefined, client);
      new MutationObserver(() => said.push(person.text)).observe(person.root, {
        childList: true,
        subtree: true,
        characterData: true,
      });
      await person.fillIn(`第 ${filed} 份`);
      person.control('提交申请').click();
      await person.receipt();
      clearPage();
    }
    assert.equal(solved, 1);
    assert.isTrue(said.some((text) => text.includes('正在提交')));
  }).timeout(20_000);

  it('can be stopped while it waits, and by the page', async () => {
    const { client, filed } = watchedClient((path) => (isSubmit(path) ? offline : undefined));
    const person = await open(undefined, client);
    await person.fillIn();
    const prevent = (event: RequestFormSubmittingEvent): void => event.preventDefault();
    person.element.addEventListener('oi-request-form-submitting', prevent);
    person.control('提交申请').click();
    assert.lengthOf(filed, 0);
    person.element.removeEventListener('oi-request-form-submitting', prevent);
    person.control('提交申请').click();
    await until('waiting', () => person.find('取消提交'));
    person.control('取消提交').click();
    await until('stopped', () => person.text.includes('已停止提交'));
    assert.include(person.text, '张三');
  });

  it('shows what the service refuses beside its field', async () => {
    const refuse: Middleware = () =>
      Promise.resolve(
        new Response(
          JSON.stringify({
            type: 'https://open-info.example/problems/bad-body',
            title: '内容有误',
            status: 422,
            code: 'bad-body',
            requestId: 'r-1',
            errors: [{ field: 'contact.phone', message: '号码不能用', expected: '11 位' }],
          }),
          { status: 422, headers: { 'content-type': 'application/problem+json' } },
        ),
      );
    const { client, filed } = watchedClient((path) => (isSubmit(path) ? refuse : undefined));
    const person = await open(undefined, client);
    await person.fillIn();
    person.control('提交申请').click();
    await until('the step of the field', () => person.heading.includes('怎样答复您'));
    await until('the summary', () => person.focused?.id === 'fault-summary');
    assert.include(person.text, '号码不能用。11 位');
    assert.equal(person.field('contact.phone').value, '13800000000');
    assert.equal(filed[0]!.headers.get('accept-language'), 'zh-CN');
    document.documentElement.lang = 'en';
    await until('English', () => person.text.includes('The service did not take this'));
    assert.notInclude(person.text, '号码不能用');
  });

  it('quotes the service where it refuses by law, in the language of the page', async () => {
    const refuse: Middleware = () =>
      Promise.resolve(
        new Response(
          JSON.stringify({
            type: 'https://open-info.example/problems/illegal-move',
            title: '现在不能进行这一步',
            detail: '同样的申请已经答复过',
            status: 422,
            code: 'illegal-move',
            requestId: 'r-1',
            article: '《政府信息公开条例》第三十六条',
          }),
          { status: 422, headers: { 'content-type': 'application/problem+json' } },
        ),
      );
    const { client } = watchedClient((path) => (isSubmit(path) ? refuse : undefined));
    const person = await open(undefined, client);
    await person.fillIn();
    person.control('提交申请').click();
    await until('the failure', () => person.focused?.id === 'failure');
    const failure = (): string => person.all('#failure')[0]!.innerText;
    assert.include(failure(), '同样的申请已经答复过');
    document.documentElement.lang = 'en';
    await until('English', () => failure().includes('That did not work'));
    assert.notInclude(failure(), '同样的申请');
    assert.include(failure(), '第三十六条');
    await checkAccessible(person.element);
  });

  it('can be taken back, and filed again as another request', async () => {
    const person = await open();
    await person.fillIn();
    person.control('提交申请').click();
    const first = await person.receipt();
    await until('time to undo', () => person.find('撤销申请（还有 10 分钟）'));
    person.control('撤销申请').click();
    await person.step('申请已撤销');
    const view = await trackRequest(faultyClient(), first);
    assert.equal(view.status, 'undone');
    await checkAccessible(person.element);
    person.control('修改后重新提交').click();
    await person.step('核对');
    person.control('提交申请').click();
    assert.notEqual((await person.receipt()).number, first.number);
  });
});

describe('a hall screen', () => {
  const now = performance.now.bind(performance);
  let ahead = 0;

  beforeEach(() => {
    ahead = 0;
    performance.now = () => now() + ahead;
    document.documentElement.setAttribute('data-oi-mode', 'kiosk');
  });
  afterEach(() => {
    performance.now = now;
  });

  it('keeps nothing, counts down when nobody is there, and wipes everything', async () => {
    const person = await open();
    await until('the hint', () => person.find('结束并清除'));
    await person.fillIn();
    assert.lengthOf(Object.keys(localStorage), 0);
    assert.lengthOf(Object.keys(sessionStorage), 0);
    ahead = 61_000;
    await until('the countdown', () => person.text.includes('您还在吗'));
    await checkAccessible(person.element);
    window.dispatchEvent(new Event('pointerdown'));
    await until('gone on', () => !person.text.includes('您还在吗'));
    assert.include(person.text, '张三');
    ahead += 122_000;
    await until('wiped', () => person.heading.includes('第 1 步'));
    assert.equal(person.field('sought.name').value, '');
    assert.notInclude(person.root.innerHTML, '张三');
    for (const target of person.all('button')) {
      assert.isAtLeast(target.getBoundingClientRect().height, 60);
    }
  });

  it('hands a half-filled form to a phone, once', async () => {
    const screen = await open();
    screen.fill('sought.name', '社区养老名单');
    await screen.next('您是谁');
    screen.fill('applicant.name', '张三');
    await until('the way out', () => screen.find('换到手机上继续填写'));
    const sent: string[] = [];
    const fragment = await new Promise<string>((resolve) => {
      screen.element.phoneUrl = location.href;
      const subtle = crypto.subtle.exportKey.bind(crypto.subtle);
      // The key only ever stands in the code on the screen; the test looks where it is made.
      crypto.subtle.exportKey = (async (format: 'raw', key: CryptoKey) => {
        const raw = await subtle(format, key);
        sent.push(btoa(String.fromCharCode(...new Uint8Array(raw))));
        return raw;
      }) as typeof crypto.subtle.exportKey;
      const fetched = globalThis.fetch;
      globalThis.fetch = async (...asked) => {
        const answer = await fetched(...asked);
        if (answer.url.endsWith('/handoffs')) {
          const { id } = (await answer.clone().json()) as { id: string };
          const key = sent[0]!.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
          globalThis.fetch = fetched;
          crypto.subtle.exportKey = subtle;
          resolve(`#oi-handoff=${id}.${key}`);
        }
        return answer;
      };
      screen.control('换到手机上继续填写').click();
    });
    await until('the code', () => screen.all('svg.qr').length === 1);
    await checkAccessible(screen.element);
    screen.control('手机上已经打开').click();
    await screen.step('您需要什么信息');
    screen.element.remove();

    document.documentElement.removeAttribute('data-oi-mode');
    history.replaceState(null, '', `${location.pathname}${fragment}`);
    const place = put('<oi-request-form organ="civil-affairs"></oi-request-form>');
    const phone = new Person(place.querySelector('oi-request-form')!);
    await until('arrived', () => phone.text.includes('已接上大厅屏上填写的内容'));
    assert.equal(location.hash, '');
    assert.include(phone.heading, '您是谁');
    assert.equal(phone.field('applicant.name').value, '张三');
    phone.element.remove();
    localStorage.clear();

    history.replaceState(null, '', `${location.pathname}${fragment}`);
    const second = new Person(
      put('<oi-request-form organ="civil-affairs"></oi-request-form>').querySelector(
        'oi-request-form',
      )!,
    );
    await until('refused', () => second.text.includes('二维码只能用一次'));
  });
});

describe('for older people', () => {
  it('asks first what has to be answered; the rest is there for whoever wants it', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'elder');
    const person = await open();
    assert.include(person.text, '向政府要信息（信息公开申请）');
    person.fill('sought.name', '名单');
    await person.next('您是谁');
    person.fill('applicant.name', '张三');
    person.fill('applicant.identity.number', '11010519491231002X');
    await person.next('怎样答复您');
    const more = person.control('还可以填写').closest('details')!;
    assert.isFalse(more.open);
    assert.isTrue(more.contains(person.field('contact.postcode')));
    person.fill('contact.phone', '13800000000');
    person.fill('contact.postcode', '4300');
    await person.element.updateComplete;
    assert.isTrue(more.open, 'something stands in it');
    await checkAccessible(person.element);
    person.fill('contact.postcode', '430000, Wuhan');
    await person.element.updateComplete;
    person.control('还可以填写').click();
    assert.isFalse(more.open);
    person.control('下一步').click();
    await until('what is wrong', () => person.all('#fault-summary li').length === 1);
    assert.isTrue(more.open, 'something in it is wrong');
    person.all('#fault-summary a, #fault-summary button')[0]!.click();
    await until('the focus on it', () => person.focused?.id === 'contact.postcode');
    person.fill('contact.postcode', '430000');
    await person.next('核对');
  });

  it('says plainly what may be public, what cannot be asked and what may be attached', async () => {
    document.documentElement.setAttribute('data-oi-mode', 'elder');
    const person = await open('organ="education"');
    await until('the files', () => person.text.includes('选要传的文件'));
    person.fill('sought.name', '低保');
    await until('the offers', () => person.text.includes('这些可能早就公开了'));
    person.fill('sought.description', '我要投诉物业');
    await until('the misfits', () => person.text.includes('不会当成信息公开申请来办'));
    await checkAccessible(person.element);
    document.documentElement.lang = 'en';
    await until('English', () => person.text.includes('Look here first'));
    assert.include(person.text, 'go to the petition office or call 12345');
  });
});

describe('on a narrow page', () => {
  it('nothing scrolls sideways at 320 px, in any mode', async () => {
    await setViewport({ width: 320, height: 700 });
    for (const mode of ['standard', 'elder']) {
      document.documentElement.setAttribute('data-oi-mode', mode);
      const person = await open();
      const fits = (): void =>
        assert.isAtMost(document.documentElement.scrollWidth, 320, `${mode} ${person.heading}`);
      fits();
      await person.fillIn();
      fits();
      person.control('提交申请').click();
      await person.receipt();
      await until('the rest', () => person.text.includes('接下来'));
      fits();
      clearPage();
    }
  });
});
