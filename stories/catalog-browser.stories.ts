import '@open-info/elements/catalog-browser/define';
import { listCatalog } from '@open-info/contract/catalog';
import { ConnectionError } from '@open-info/sdk/errors';
import { createMockClient, type MockClient } from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { elementIn, shown, type } from './lib/canvas.ts';
import { holdFirstMoment } from './lib/first-moment.ts';
import { longEnglish, longOrgan, longParagraph, longTitle, reworded } from './lib/long-text.ts';
import { pageOf, thousandOf } from './lib/thousand.ts';

interface Args {
  client: MockClient;
  heading?: string;
  organ?: string;
  field?: string;
  asOf?: string;
  source: string;
  pageSize: number;
}

const district = createMockClient();

const meta: Meta<Args> = {
  title: '目录浏览 oi-catalog-browser',
  component: 'oi-catalog-browser',
  args: { client: district, source: '示例数据', pageSize: 20 },
  argTypes: { client: { control: false } },
  render: ({ client, heading, organ, field, asOf, source, pageSize }) =>
    html`<oi-catalog-browser
      .client=${client}
      .heading=${heading}
      .organ=${organ}
      .field=${field}
      .asOf=${asOf}
      .source=${source}
      .pageSize=${pageSize}
    >
      <a href="https://www.gov.cn/">查看政务公开事项标准目录</a>
    </oi-catalog-browser>`,
};
export default meta;

type Story = StoryObj<Args>;

/** A person types; the element asks as it would for them. */
async function search(canvas: HTMLElement, words: string): Promise<void> {
  await type(elementIn(canvas, 'oi-catalog-browser'), 'input', words);
}

async function openFirstItem(canvas: HTMLElement): Promise<void> {
  const browser = elementIn(canvas, 'oi-catalog-browser');
  const first = await shown(browser, '[data-item]');
  await browser.showItem(first.getAttribute('data-item') ?? '');
}

/** The pages of the district, every name and wording as long as tables really have them. */
const longWinded = createMockClient({
  'catalog.list': async ({ query }) => {
    const { data } = await district.call(listCatalog, { query });
    const items = data.items.map((item, index) => ({
      ...item,
      name: index % 2 ? longEnglish : longTitle,
      level1: longTitle,
      subject: { text: `${longOrgan}、`.repeat(3), organs: [] },
      timeLimit: { text: longParagraph, rules: [] },
    }));
    return { ...data, facets: reworded(data.facets, { label: longTitle }), items };
  },
});

const thousand = createMockClient({
  'catalog.list': async ({ query }) => {
    const { data } = await district.call(listCatalog, { query: { limit: 100 } });
    return { ...data, ...pageOf(thousandOf(data.items), query) };
  },
});

export const Ready: Story = { name: '目录' };

export const OneOrgan: Story = {
  name: '限定一个部门',
  args: { heading: '本局应当公开的事项', organ: 'civil-affairs' },
};

export const Searched: Story = {
  name: '检索结果',
  play: async ({ canvasElement }) => search(canvasElement, '救助'),
};

export const NothingMatches: Story = {
  name: '没有匹配的事项',
  play: async ({ canvasElement }) => search(canvasElement, '不存在的事项名称'),
};

export const Item: Story = {
  name: '事项页',
  play: async ({ canvasElement }) => openFirstItem(canvasElement),
};

export const AsOf: Story = { name: '以某日为准', args: { asOf: '2026-01-01' } };

export const Paged: Story = { name: '分页', args: { pageSize: 5 } };

export const Loading: Story = {
  name: '读取中',
  args: { client: district.slow(Infinity) },
  beforeEach: holdFirstMoment,
};

export const Slow: Story = { name: '加载缓慢', args: { client: district.slow(Infinity) } };

export const Empty: Story = { name: '目录为空', args: { client: district.empty() } };

export const Failed: Story = { name: '服务故障，可重试', args: { client: district.failing() } };

export const Offline: Story = {
  name: '网络断开',
  args: { client: district.failing(new ConnectionError('offline')) },
};

export const ItemGone: Story = {
  name: '事项读取失败',
  args: { client: district.with({ 'catalog.get': new ConnectionError('offline') }) },
  play: async ({ canvasElement }) => openFirstItem(canvasElement),
};

export const LongText: Story = { name: '很长的文字', args: { client: longWinded } };

export const ThousandItems: Story = {
  name: '一千个事项',
  args: { client: thousand, pageSize: 100 },
};
