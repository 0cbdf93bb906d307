import '@open-info/elements/plain-card/define';
import { getCard, type PlainCard } from '@open-info/contract/cards';
import { ConnectionError } from '@open-info/sdk/errors';
import { createMockClient, type MockClient } from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { holdFirstMoment } from './lib/first-moment.ts';
import { longEnglish, longOrgan, longTitle } from './lib/long-text.ts';

interface Args {
  client: MockClient;
  policyId: string;
  format: string;
}

const sample = createMockClient();

/** The sample card with something else about it. */
const altered = (change: (card: PlainCard) => Partial<PlainCard>): MockClient =>
  sample.with({
    'cards.get': async ({ params }) => {
      const { data } = await sample.call(getCard, { params });
      return { ...data, ...change(data) };
    },
  });

const meta: Meta<Args> = {
  title: '明白卡 oi-plain-card',
  component: 'oi-plain-card',
  args: { client: sample, policyId: 'meals-2026', format: 'a5' },
  argTypes: { client: { control: false }, format: { control: 'radio', options: ['a5', 'a4'] } },
  render: ({ client, policyId, format }) =>
    html`<oi-plain-card .client=${client} .policyId=${policyId} .format=${format}>
      <a href="https://www.gov.cn/">查看政策</a>
    </oi-plain-card>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = { name: '明白卡' };
export const Abolished: Story = {
  name: '政策已废止',
  args: { client: altered(({ policy }) => ({ policy: { ...policy, validity: 'abolished' } })) },
};
export const LongText: Story = {
  name: '很长的文字',
  args: {
    client: altered(({ what, ask }) => ({
      title: `${longTitle}${longEnglish}`,
      what: what.map((text) => text.repeat(16)),
      ask: { ...ask, organ: longOrgan },
    })),
  },
};
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
export const Empty: Story = { name: '没有明白卡', args: { policyId: 'relief-2024' } };
