import '@open-info/elements/plain-card/define';
import type { Client } from '@open-info/sdk/client';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { failingClient, plainCard, policyClient, slowClient } from './policy-list.samples.ts';

interface Args {
  client: Client;
  policyId: string;
  format: string;
}

const meta: Meta<Args> = {
  title: '明白卡 oi-plain-card',
  args: { client: policyClient(), policyId: 'care', format: 'a5' },
  argTypes: { client: { control: false }, format: { control: 'radio', options: ['a5', 'a4'] } },
  render: ({ client, policyId, format }) =>
    html`<oi-plain-card .client=${client} .policyId=${policyId} .format=${format}>
      <a href="https://www.gov.cn/">查看政策</a>
    </oi-plain-card>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Card: Story = { name: '明白卡' };
export const Abolished: Story = {
  name: '政策已废止',
  args: {
    client: policyClient({
      'cards.get': { ...plainCard, policy: { ...plainCard.policy, validity: 'abolished' } },
    }),
  },
};
export const LongText: Story = {
  name: '很长的文字',
  args: {
    client: policyClient({
      'cards.get': { ...plainCard, what: plainCard.what.map((text) => text.repeat(8)) },
    }),
  },
};
export const Slow: Story = { name: '加载缓慢', args: { client: slowClient } };
export const Failed: Story = { name: '网络断开', args: { client: failingClient } };
export const Elder: Story = { name: '长辈模式', globals: { mode: 'elder' } };
export const Phone: Story = { name: '手机', globals: { viewport: { value: 'phone' } } };
export const Kiosk: Story = {
  name: '大厅屏',
  globals: { mode: 'kiosk', viewport: { value: 'hall' } },
};
