import '@open-info/elements/service-guide/define';
import { getMatter, listMatters, type Matter } from '@open-info/contract/matters';
import { ConnectionError } from '@open-info/sdk/errors';
import { createMockClient, problem, type MockClient } from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { elementIn, press, shown } from './lib/canvas.ts';
import { holdFirstMoment } from './lib/first-moment.ts';
import { longEnglish, longOrgan, longParagraph, longTitle, reworded } from './lib/long-text.ts';
import { pageOf, thousandOf } from './lib/thousand.ts';

interface Args {
  client: MockClient;
  matter?: string | undefined;
  compact: boolean;
}

const sample = createMockClient();

/** The sample matters with something else about them. */
const altered = (change: Partial<Matter>): MockClient =>
  sample.with({
    'matters.get': async ({ params }) => ({
      ...(await sample.call(getMatter, { params })).data,
      ...change,
    }),
  });

const meta: Meta<Args> = {
  title: '办事指南 oi-service-guide',
  component: 'oi-service-guide',
  args: { client: sample, matter: 'food-licence', compact: false },
  argTypes: { client: { control: false } },
  render: ({ client, matter, compact }) =>
    html`<oi-service-guide
      .client=${client}
      .matter=${matter}
      ?compact=${compact}
      share-url="https://www.example.gov.cn/guide?matter={id}"
    >
      <a href="https://zwfw.example.gov.cn/">到政务服务网办理</a>
    </oi-service-guide>`,
};
export default meta;

type Story = StoryObj<Args>;

const pressed =
  (...selectors: string[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await press(elementIn(canvasElement, 'oi-service-guide'), ...selectors);
  };

const answered = pressed('#question-who-self', '#question-kitchen-yes', '#question-room-no');

export const Ready: Story = { name: '一个事项' };

export const Answered: Story = { name: '问题答完，清单变短', play: answered };

export const Ticked: Story = {
  name: '打勾',
  args: { matter: 'meal-registration' },
  play: async ({ canvasElement }) => {
    const box = await shown(
      elementIn(canvasElement, 'oi-service-guide'),
      '[data-material="id"] input',
    );
    if (!(box as HTMLInputElement).checked) box.click();
  },
};

export const Bundle: Story = { name: '一件事', args: { matter: 'open-restaurant' } };

export const OnTheSpot: Story = {
  name: '即办件，可以自助办',
  args: { matter: 'shop-registration' },
};

export const Online: Story = {
  name: '用手机办',
  args: { matter: 'shop-registration' },
  play: pressed('[value="3"]'),
};

export const Courier: Story = { name: '快递办理', play: pressed('[value="4"]') };

export const AllOpen: Story = {
  name: '全部展开',
  play: pressed('#head-fees', '#head-results', '#head-basis', '#head-questions'),
};

export const Shared: Story = { name: '带到手机上', play: pressed('.tools [aria-expanded]') };

export const Compact: Story = { name: '简略', args: { compact: true } };

export const Search: Story = { name: '查找', args: { matter: undefined } };

export const Opened: Story = {
  name: '从查找打开',
  args: { matter: undefined },
  play: pressed('[data-matter="open-restaurant"]'),
};

export const Charged: Story = {
  name: '要收费',
  args: {
    client: altered({
      charged: true,
      fees: [{ name: '证照工本费', amount: 1050, basis: '示价费〔2026〕1号' }],
    }),
  },
};

export const Bare: Story = {
  name: '登记得不全',
  args: {
    client: altered({
      ...{ questions: [], materials: [], conditions: [], offices: [], steps: [], fees: [] },
      ...{ results: [], basis: [], faq: [], consultPhones: [], promised: undefined },
      ...{ statutory: undefined, onlineUrl: undefined, channels: ['1'] },
    }),
  },
};

export const Unknown: Story = {
  name: '没见过的代码',
  args: { client: altered({ type: '77', channels: ['1', 'x'], caseType: '7' }) },
};

export const Empty: Story = {
  name: '查找，没有事项',
  args: { matter: undefined, client: sample.empty() },
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

export const Gone: Story = { name: '没有找到', args: { client: sample.empty() } };

export const Withdrawn: Story = {
  name: '已经取消',
  args: { client: sample.with({ 'matters.get': problem(410, 'not-found', '这个事项已经取消') }) },
};

export const LongText: Story = {
  name: '很长的文字',
  args: {
    client: sample.with({
      'matters.get': async ({ params }) =>
        reworded((await sample.call(getMatter, { params })).data, {
          name: `${longTitle}${longEnglish}`,
          organ: longOrgan,
          text: longParagraph,
          note: longTitle,
          address: longOrgan,
        }),
    }),
  },
};

export const ThousandItems: Story = {
  name: '查找，一千个事项',
  args: {
    matter: undefined,
    client: sample.with({
      'matters.list': async ({ query }) => {
        const { data } = await sample.call(listMatters, { query: { limit: 100 } });
        return { ...data, ...pageOf(thousandOf(data.items), query) };
      },
    }),
  },
};
