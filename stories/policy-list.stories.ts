import '@open-info/elements/policy-list/define';
import { listDocuments } from '@open-info/contract/documents';
import { listInterpretations } from '@open-info/contract/interpretations';
import { ConnectionError } from '@open-info/sdk/errors';
import { createMockClient, type MockClient } from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { holdFirstMoment } from './lib/first-moment.ts';
import { longEnglish, longNumber, longOrgan, longTitle, reworded } from './lib/long-text.ts';
import { pageOf, thousandOf } from './lib/thousand.ts';

interface Args {
  client: MockClient;
  show?: string;
  level?: string;
  cardUrl?: string;
  pageSize: number;
}

const sample = createMockClient();

const longWinded = sample.with({
  'interpretations.list': async ({ query }) =>
    reworded((await sample.call(listInterpretations, { query })).data, {
      title: `${longTitle}${longEnglish}`,
      name: longOrgan,
      documentNumber: longNumber,
    }),
});

const thousand = sample.with({
  'documents.list': async ({ query }) => {
    const { data } = await sample.call(listDocuments, { query: { limit: 100 } });
    return { ...data, ...pageOf(thousandOf(data.items), query) };
  },
});

const meta: Meta<Args> = {
  title: '政策列表 oi-policy-list',
  component: 'oi-policy-list',
  args: { client: sample, cardUrl: '?policy={id}', pageSize: 10 },
  argTypes: { client: { control: false } },
  render: ({ client, show, level, cardUrl, pageSize }) =>
    html`<oi-policy-list
      .client=${client}
      .show=${show ?? 'interpretations'}
      .level=${level}
      .cardUrl=${cardUrl}
      .pageSize=${pageSize}
    >
      <a href="https://www.gov.cn/">查看政策解读</a>
    </oi-policy-list>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = { name: '政策解读' };
export const Documents: Story = { name: '政策文件', args: { show: 'documents' } };
export const District: Story = { name: '只看区级', args: { level: 'district' } };
export const NothingMatches: Story = { name: '没有符合的', args: { level: 'national' } };
export const Pages: Story = { name: '分页', args: { show: 'documents', pageSize: 2 } };
export const Empty: Story = { name: '暂无内容', args: { client: sample.empty() } };
export const Loading: Story = {
  name: '读取中',
  args: { client: sample.slow(Infinity) },
  beforeEach: holdFirstMoment,
};
export const Slow: Story = { name: '加载缓慢', args: { client: sample.slow(Infinity) } };
export const Failed: Story = { name: '服务故障', args: { client: sample.failing() } };
export const Offline: Story = {
  name: '网络断开',
  args: { client: sample.failing(new ConnectionError('offline')) },
};
export const LongText: Story = { name: '很长的文字', args: { client: longWinded } };
export const ThousandItems: Story = {
  name: '一千份文件',
  args: { show: 'documents', pageSize: 100, client: thousand },
};
