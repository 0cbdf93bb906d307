import '@open-info/elements/request-form/define';
import type { RequestForm } from '@open-info/elements/request-form/request-form';
import { listOrgans } from '@open-info/contract/organs';
import { ConnectionError } from '@open-info/sdk/errors';
import { createMockClient, problem, type MockClient } from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { elementIn, shown, type } from './lib/canvas.ts';
import { holdFirstMoment } from './lib/first-moment.ts';
import { longEnglish, longOrgan, longParagraph, longTitle } from './lib/long-text.ts';
import { thousandOf } from './lib/thousand.ts';

interface Args {
  client: MockClient;
  organ?: string;
  kind: 'disclosure' | 'correction';
}

const office = createMockClient();

const meta: Meta<Args> = {
  title: '依申请公开 oi-request-form',
  component: 'oi-request-form',
  args: { client: office, organ: 'civil-affairs', kind: 'disclosure' },
  argTypes: { client: { control: false } },
  // A story begins with an empty form, whatever the one before has left.
  beforeEach: () => {
    localStorage.clear();
    sessionStorage.clear();
  },
  render: ({ client, organ, kind }) =>
    html`<oi-request-form
      .client=${client}
      .organ=${organ}
      .kind=${kind}
      status-url="https://www.gov.cn/"
    >
      <a href="https://www.gov.cn/">下载申请表</a>
    </oi-request-form>`,
};
export default meta;

type Story = StoryObj<Args>;

/** A person writes into fields, by their names. */
async function write(form: RequestForm, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await type(form, `[id="${name}"]`, value);
  }
}

/** A person goes on; `at` is what the next step shows. */
async function goOn(form: RequestForm, at: string): Promise<void> {
  (await shown(form, '.moves [type="submit"]')).click();
  await shown(form, at);
}

async function toApplicant(canvas: HTMLElement): Promise<RequestForm> {
  const form = elementIn(canvas, 'oi-request-form');
  await shown(form, '.asked-organ');
  await write(form, { 'sought.name': '养老机构备案名单' });
  await goOn(form, '.privacy');
  return form;
}

async function toDelivery(canvas: HTMLElement): Promise<RequestForm> {
  const form = await toApplicant(canvas);
  await write(form, {
    'applicant.name': '张三',
    'applicant.identity.number': '11010519491231002X',
  });
  await goOn(form, '[id="contact.phone"]');
  return form;
}

async function toCheck(canvas: HTMLElement): Promise<RequestForm> {
  const form = await toDelivery(canvas);
  await write(form, { 'contact.phone': '13800000000' });
  await goOn(form, '.check');
  return form;
}

async function submitted(canvas: HTMLElement, at: string): Promise<void> {
  const form = await toCheck(canvas);
  await goOn(form, at);
}

async function attach(canvas: HTMLElement, ...names: string[]): Promise<void> {
  const input = (await shown(
    elementIn(canvas, 'oi-request-form'),
    '#attachments',
  )) as HTMLInputElement;
  const list = new DataTransfer();
  for (const name of names) list.items.add(new File(['说明'], name));
  input.files = list.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

export const Ready: Story = { name: '第 1 步：需要什么信息' };

export const ChooseOrgan: Story = { name: '选择机关', args: { organ: undefined as never } };

export const MaybePublic: Story = {
  name: '可能已经公开',
  play: async ({ canvasElement }) => {
    const form = elementIn(canvasElement, 'oi-request-form');
    await shown(form, 'details');
    await write(form, { 'sought.name': '救助', 'sought.description': '想投诉' });
    await shown(form, '.offer');
  },
};

export const Faults: Story = {
  name: '有错误',
  play: async ({ canvasElement }) => {
    const form = await toApplicant(canvasElement);
    await write(form, { 'applicant.identity.number': '123' });
    await goOn(form, '#fault-summary');
  },
};

export const Uploading: Story = {
  name: '正在上传',
  args: { client: office.with({ 'uploads.create': () => new Promise(() => undefined) }) },
  play: async ({ canvasElement }) => {
    await attach(canvasElement, '证明材料.pdf', '程序.exe');
    await shown(elementIn(canvasElement, 'oi-request-form'), '.file .field-fault');
  },
};

export const Applicant: Story = {
  name: '第 2 步：您是谁',
  play: async ({ canvasElement }) => {
    await toApplicant(canvasElement);
  },
};

export const Organisation: Story = {
  name: '单位和代理人',
  play: async ({ canvasElement }) => {
    const form = await toApplicant(canvasElement);
    (await shown(form, '#applicant-organisation')).click();
    (await shown(form, '#agent')).click();
    await shown(form, '[id="agent.name"]');
  },
};

export const Delivery: Story = {
  name: '第 3 步：怎样答复您',
  play: async ({ canvasElement }) => {
    await toDelivery(canvasElement);
  },
};

export const Check: Story = {
  name: '第 4 步：核对',
  play: async ({ canvasElement }) => {
    await toCheck(canvasElement);
  },
};

export const Sending: Story = {
  name: '正在提交',
  args: { client: office.with({ 'requests.submit': () => new Promise(() => undefined) }) },
  play: async ({ canvasElement }) => submitted(canvasElement, '.filing-text'),
};

export const Waiting: Story = {
  name: '网络断开，等待提交',
  args: { client: office.with({ 'requests.submit': new ConnectionError('offline') }) },
  play: async ({ canvasElement }) => submitted(canvasElement, '.waiting'),
};

export const Refused: Story = {
  name: '提交失败',
  args: {
    client: office.with({ 'requests.submit': problem(503, 'unavailable', '服务暂时不可用') }),
  },
  play: async ({ canvasElement }) => submitted(canvasElement, '#failure'),
};

export const Receipt: Story = {
  name: '第 5 步：回执',
  play: async ({ canvasElement }) => submitted(canvasElement, '.next'),
};

export const Undone: Story = {
  name: '已撤销',
  play: async ({ canvasElement }) => {
    await submitted(canvasElement, '.undo button');
    (await shown(elementIn(canvasElement, 'oi-request-form'), '.undo button')).click();
    await shown(elementIn(canvasElement, 'oi-request-form'), '.actions .primary');
  },
};

export const Correction: Story = { name: '更正申请', args: { kind: 'correction' } };

export const Failed: Story = {
  name: '读取不到机关名单',
  args: {
    organ: undefined as never,
    client: office.with({ 'organs.list': problem(503, 'unavailable', '服务暂时不可用') }),
  },
};

export const HandOff: Story = {
  name: '大厅屏：扫码续填',
  globals: { mode: 'kiosk', viewport: { value: 'hall' } },
  play: async ({ canvasElement }) => {
    const form = await toApplicant(canvasElement);
    (await shown(form, '.hall-moves button')).click();
    await shown(form, '.qr');
  },
};

const choosing = (client: MockClient) => ({ client, organ: undefined as never });

export const Loading: Story = {
  name: '机关名单读取中',
  args: choosing(office.slow(Infinity)),
  beforeEach: holdFirstMoment,
};

export const Slow: Story = { name: '机关名单读取缓慢', args: choosing(office.slow(Infinity)) };

export const Empty: Story = { name: '没有机关可选', args: choosing(office.empty()) };

export const Offline: Story = {
  name: '网络断开，读取不到机关名单',
  args: choosing(office.failing(new ConnectionError('offline'))),
};

export const LongText: Story = {
  name: '很长的文字',
  args: {
    client: office.with({
      'organs.list': async ({ query }) => {
        const { data } = await office.call(listOrgans, { query });
        return { ...data, items: data.items.map((organ) => ({ ...organ, name: longOrgan })) };
      },
    }),
  },
  play: async ({ canvasElement }) => {
    const form = elementIn(canvasElement, 'oi-request-form');
    await shown(form, '.asked-organ');
    await write(form, {
      'sought.name': `${longTitle}${longEnglish}`,
      'sought.description': longParagraph,
    });
  },
};

export const ThousandItems: Story = {
  name: '一千个机关',
  args: choosing(
    office.with({
      'organs.list': async ({ query }) => {
        const { data } = await office.call(listOrgans, { query });
        return { ...data, items: thousandOf(data.items) };
      },
    }),
  ),
};
