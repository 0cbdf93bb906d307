import '@open-info/elements/stamp/define';
import { ConnectionError } from '@open-info/sdk/errors';
import { createMockClient, type MockClient } from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { holdFirstMoment } from './lib/first-moment.ts';
import { longEnglish, longParagraph } from './lib/long-text.ts';

interface Args {
  client?: MockClient;
  attribute?: string;
  documentId?: string;
  reason?: string;
  requestUrl?: string;
  compact?: boolean;
}

const sample = createMockClient();

const meta: Meta<Args> = {
  title: '公开属性 oi-stamp',
  component: 'oi-stamp',
  args: {},
  argTypes: { client: { control: false } },
  render: ({ client, attribute, documentId, reason, requestUrl, compact }) =>
    html`<oi-stamp
      .client=${client}
      .attribute=${attribute}
      .documentId=${documentId}
      .reason=${reason}
      .requestUrl=${requestUrl}
      .compact=${compact ?? false}
      >公开属性以文件所载为准。</oi-stamp
    >`,
};
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = { name: '主动公开', args: { attribute: 'open' } };
export const OnRequest: Story = {
  name: '依申请公开',
  args: { attribute: 'onRequest', reason: '含有企业申报材料', requestUrl: '?request={id}' },
};
export const Closed: Story = {
  name: '不予公开',
  args: { attribute: 'closed', reason: '属于内部事务信息' },
};
export const OfDocument: Story = {
  name: '读取一份文件的属性',
  args: { client: sample, documentId: 'checking-2023' },
};
export const Compact: Story = { name: '只有附注', args: { attribute: 'open', compact: true } };
export const Loading: Story = {
  name: '读取中',
  args: { client: sample.slow(Infinity), documentId: 'checking-2023' },
  beforeEach: holdFirstMoment,
};
export const Slow: Story = {
  name: '加载缓慢',
  args: { client: sample.slow(Infinity), documentId: 'checking-2023' },
};
export const Empty: Story = {
  name: '没有这份文件',
  args: { client: sample.empty(), documentId: 'checking-2023' },
};
export const Failed: Story = {
  name: '服务故障',
  args: { client: sample.failing(), documentId: 'checking-2023' },
};
export const Offline: Story = {
  name: '网络断开',
  args: { client: sample.failing(new ConnectionError('offline')), documentId: 'checking-2023' },
};
export const LongText: Story = {
  name: '很长的文字',
  args: { attribute: 'onRequest', reason: `${longParagraph}${longEnglish}` },
};
