import '@open-info/elements/policy-list/define';
import { ConnectionError } from '@open-info/sdk/errors';
import { createMockClient, type MockClient } from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

interface Args {
  client: MockClient;
  show?: string;
  level?: string;
  cardUrl?: string;
  pageSize: number;
}

const sample = createMockClient();

const meta: Meta<Args> = {
  title: '政策列表 oi-policy-list',
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

export const Interpretations: Story = { name: '政策解读' };
export const Documents: Story = { name: '政策文件', args: { show: 'documents' } };
export const District: Story = { name: '只看区级', args: { level: 'district' } };
export const NothingMatches: Story = { name: '没有符合的', args: { level: 'national' } };
export const Pages: Story = { name: '分页', args: { show: 'documents', pageSize: 2 } };
export const Empty: Story = { name: '暂无内容', args: { client: sample.empty() } };
export const Slow: Story = { name: '加载缓慢', args: { client: sample.slow(Infinity) } };
export const Failed: Story = {
  name: '网络断开',
  args: { client: sample.failing(new ConnectionError('offline')) },
};
export const Elder: Story = { name: '长辈模式', globals: { mode: 'elder' } };
export const Phone: Story = { name: '手机', globals: { viewport: { value: 'phone' } } };
export const Kiosk: Story = {
  name: '大厅屏',
  globals: { mode: 'kiosk', viewport: { value: 'hall' } },
};
