import '@open-info/elements/follow/define';
import { ConnectionError } from '@open-info/sdk/errors';
import {
  createMockClient,
  problem,
  sampleSubscriptionTokens,
  type MockClient,
} from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { elementIn, shown, type } from './lib/canvas.ts';
import { longEnglish, longTitle } from './lib/long-text.ts';

interface Args {
  client: MockClient;
  kind: string;
  subject: string;
  label: string;
}

const meta: Meta<Args> = {
  title: '订阅更新 oi-follow',
  component: 'oi-follow',
  args: { client: createMockClient(), kind: 'topic', subject: '养老服务', label: '养老' },
  argTypes: { client: { control: false } },
  render: ({ client, kind, subject, label }) =>
    html`<oi-follow .client=${client} kind=${kind} subject=${subject} label=${label}>
      <a href="https://www.gov.cn/">订阅说明</a>
    </oi-follow>`,
};
export default meta;

type Story = StoryObj<Args>;

async function open(canvas: HTMLElement): Promise<void> {
  (await shown(elementIn(canvas, 'oi-follow'), '[part="button"]')).click();
  await shown(elementIn(canvas, 'oi-follow'), '[part="form"]');
}

async function order(canvas: HTMLElement): Promise<void> {
  await open(canvas);
  await type(elementIn(canvas, 'oi-follow'), '#to', 'wang@example.cn');
  (await shown(elementIn(canvas, 'oi-follow'), '#consent')).click();
  (await shown(elementIn(canvas, 'oi-follow'), 'button[type="submit"]')).click();
}

export const Ready: Story = { name: '按钮' };

export const Form: Story = {
  name: '填写',
  play: ({ canvasElement }) => open(canvasElement),
};

export const CaseForm: Story = {
  name: '办件须填查询码',
  args: { kind: 'case', subject: '2026-0000123-5', label: '办理进度' },
  play: ({ canvasElement }) => open(canvasElement),
};

export const Faults: Story = {
  name: '需要修改',
  play: async ({ canvasElement }) => {
    await open(canvasElement);
    (await shown(elementIn(canvasElement, 'oi-follow'), 'button[type="submit"]')).click();
    await shown(elementIn(canvasElement, 'oi-follow'), '[aria-invalid="true"]');
  },
};

export const Pending: Story = {
  name: '请到邮箱里确认',
  play: async ({ canvasElement }) => {
    await order(canvasElement);
    await shown(elementIn(canvasElement, 'oi-follow'), '[part="pending"]');
  },
};

export const Failed: Story = {
  name: '没有订阅成功',
  args: {
    client: createMockClient({
      'subscriptions.subscribe': problem(503, 'unavailable', '服务暂时不可用'),
    }),
  },
  play: async ({ canvasElement }) => {
    await order(canvasElement);
    await shown(elementIn(canvasElement, 'oi-follow'), '.failure');
  },
};

/** As the link of a message opens it; a story has no address of its own, so it goes there and back. */
const arrive =
  (action: string, token: string): NonNullable<Story['render']> =>
  ({ client }) => {
    location.hash = `${action}=${token}`;
    return html`<oi-follow page .client=${client}></oi-follow>`;
  };

export const Confirm: Story = {
  name: '确认',
  render: arrive('confirm', sampleSubscriptionTokens.pending),
};

export const Manage: Story = {
  name: '管理',
  render: arrive('manage', sampleSubscriptionTokens.active),
};

export const Stopped: Story = {
  name: '已停止',
  render: arrive('stop', sampleSubscriptionTokens.active),
};

export const Gone: Story = {
  name: '链接已失效',
  render: arrive('manage', 'gone.token'),
};

export const Empty: Story = {
  name: '没有链接',
  render: ({ client }) => html`<oi-follow page .client=${client}></oi-follow>`,
};

const sending: Partial<Story> = {
  args: {
    client: createMockClient({ 'subscriptions.subscribe': () => new Promise(() => undefined) }),
  },
  play: ({ canvasElement }) => order(canvasElement),
};

export const Slow: Story = { ...sending, name: '正在订阅' };

export const Offline: Story = {
  name: '网络断开',
  args: {
    client: createMockClient({ 'subscriptions.subscribe': new ConnectionError('offline') }),
  },
  play: async ({ canvasElement }) => {
    await order(canvasElement);
    await shown(elementIn(canvasElement, 'oi-follow'), '.failure');
  },
};

export const LongText: Story = {
  name: '很长的文字',
  args: { label: longTitle, subject: longEnglish.slice(0, 60) },
  play: ({ canvasElement }) => open(canvasElement),
};
