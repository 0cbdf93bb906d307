import '@open-info/elements/policy-card/define';
import { getDocument, type PolicyDocument } from '@open-info/contract/documents';
import { getInterpretation } from '@open-info/contract/interpretations';
import { ConnectionError } from '@open-info/sdk/errors';
import { createMockClient, type MockClient } from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { elementIn, press, shown } from './lib/canvas.ts';
import { holdFirstMoment } from './lib/first-moment.ts';
import { longEnglish, longNumber, longOrgan, longTitle, reworded } from './lib/long-text.ts';

interface Args {
  client: MockClient;
  policy: string;
  compact: boolean;
  shareUrl?: string;
}

const sample = createMockClient();

/** The sample policy with something else about it. */
const altered = (change: Partial<PolicyDocument>): MockClient =>
  sample.with({
    'documents.get': async ({ params }) => ({
      ...(await sample.call(getDocument, { params })).data,
      ...change,
    }),
  });

const meta: Meta<Args> = {
  title: '政策明白看 oi-policy-card',
  component: 'oi-policy-card',
  args: { client: sample, policy: 'meals-2026', compact: false },
  argTypes: { client: { control: false } },
  render: ({ client, policy, compact, shareUrl }) =>
    html`<oi-policy-card
      .client=${client}
      policy-id=${policy}
      .shareUrl=${shareUrl}
      ?compact=${compact}
    >
      <a href="https://www.gov.cn/">查看政策原文</a>
    </oi-policy-card>`,
};
export default meta;

type Story = StoryObj<Args>;

const pressed =
  (...selectors: string[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await press(elementIn(canvasElement, 'oi-policy-card'), ...selectors);
  };

export const Ready: Story = { name: '完整' };

export const AllOpen: Story = { name: '全部展开', play: pressed('.expand button') };

export const Compact: Story = { name: '简略', args: { compact: true } };

export const Explained: Story = {
  name: '名词就地解释',
  play: pressed('#panel-eligibility .term'),
};

export const Compared: Story = {
  name: '新旧逐句对照',
  play: async (context) => {
    await pressed('#head-changes', '.comparison button')(context);
    await shown(elementIn(context.canvasElement, 'oi-policy-card'), '.compared');
  },
};

export const Listened: Story = {
  name: '图解和音视频，附文字版',
  play: async (context) => {
    await pressed('.choice-button[aria-current="false"]')(context);
    (await shown(elementIn(context.canvasElement, 'oi-policy-card'), '#head-media')).click();
  },
};

export const Shared: Story = {
  name: '扫码分享',
  args: { shareUrl: 'https://www.example.gov.cn/policies/{id}' },
  play: pressed('.tools [aria-expanded]'),
};

export const Abolished: Story = { name: '已废止，没有解读', args: { policy: 'meals-2021' } };

export const Expired: Story = {
  name: '已失效',
  args: { client: altered({ validity: 'expired', expiresOn: '2026-10-31' }) },
};

export const Amended: Story = {
  name: '已修改',
  args: {
    client: altered({
      validity: 'amended',
      cleanup: { id: 'c', title: '2026年文件清理结果', on: '2026-09-30', decision: 'amend' },
    }),
  },
};

export const NotYet: Story = {
  name: '尚未施行',
  args: { client: altered({ validity: 'notYetInForce', effectiveOn: '2027-01-01' }) },
};

export const OnRequest: Story = {
  name: '依申请公开',
  args: {
    client: altered({
      attribute: 'onRequest',
      body: [],
      stamp: '此件依申请公开',
      interpretationList: [],
    }),
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

export const Empty: Story = { name: '没有找到', args: { client: sample.empty() } };

export const LongText: Story = {
  name: '很长的文字',
  args: {
    client: altered({
      title: `${longTitle}${longEnglish}`,
      documentNumber: longNumber,
      indexNumber: longNumber,
    }).with({
      'interpretations.get': async ({ params }) =>
        reworded((await sample.call(getInterpretation, { params })).data, {
          title: `${longTitle}${longEnglish}`,
          organ: longOrgan,
        }),
    }),
  },
  play: pressed('.expand button'),
};
