import '@open-info/elements/hall-board/define';
import type { CaseBoard } from '@open-info/contract/cases';
import { listDocuments } from '@open-info/contract/documents';
import { listInterpretations } from '@open-info/contract/interpretations';
import { ConnectionError } from '@open-info/sdk/errors';
import { createMockClient, sampleToday, type MockClient } from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { holdFirstMoment } from './lib/first-moment.ts';
import { longEnglish, longNumber, longOrgan, longTitle, reworded } from './lib/long-text.ts';
import { pageOf, thousandOf } from './lib/thousand.ts';

interface Args {
  client: MockClient;
  show: string;
  policyUrl?: string;
  progressUrl?: string;
}

const sample = createMockClient();

const meta: Meta<Args> = {
  title: '大厅轮播屏 oi-hall-board',
  component: 'oi-hall-board',
  args: { client: sample, show: 'policies cleanups progress notices' },
  argTypes: { client: { control: false } },
  globals: { mode: 'kiosk', viewport: { value: 'hall' } },
  // What turns by itself would be another page each time it is looked at.
  render: ({ client, show, policyUrl, progressUrl }) =>
    html`<oi-hall-board
      .client=${client}
      .show=${show}
      .policyUrl=${policyUrl}
      .progressUrl=${progressUrl}
      page-seconds="3600"
    >
      <a href="https://www.gov.cn/">查看政务公开</a>
    </oi-hall-board>`,
};
export default meta;

type Story = StoryObj<Args>;

const board: CaseBoard = {
  items: ['食品经营许可（新办）', '出版物零售单位设立审批', '个体工商户设立登记'].map(
    (matter, index) => ({
      number: `…${4210 + index * 7}`,
      matter,
      status: ['reviewing', 'supplementing', 'completed'][index] ?? 'other',
      at: `${sampleToday}T10:0${index}:00+08:00`,
    }),
  ),
  today: { accepted: 146, completed: 139, open: 1328 },
  updatedAt: `${sampleToday}T10:12:30+08:00`,
};

const longWords = {
  title: `${longTitle}${longEnglish}`,
  name: longOrgan,
  documentNumber: longNumber,
};

const longWinded = sample.with({
  'interpretations.list': async ({ query }) =>
    reworded((await sample.call(listInterpretations, { query })).data, longWords),
  'documents.list': async ({ query }) =>
    reworded((await sample.call(listDocuments, { query })).data, longWords),
});

const thousand = sample.with({
  'documents.list': async ({ query }) => {
    const { data } = await sample.call(listDocuments, { query: { limit: 100 } });
    return { ...data, ...pageOf(thousandOf(data.items), query) };
  },
});

export const Ready: Story = { name: '政策' };
export const Cleanups: Story = { name: '清理结果', args: { show: 'cleanups' } };
export const Progress: Story = {
  name: '办事进度',
  args: {
    show: 'progress',
    client: sample.with({ 'cases.board': board }),
    progressUrl: 'https://www.example.gov.cn/progress',
  },
};
export const Landscape: Story = {
  name: '横屏',
  globals: { viewport: { value: 'desktop' } },
};
export const Empty: Story = { name: '没有内容', args: { client: sample.empty() } };
export const Loading: Story = {
  name: '读取中',
  args: { client: sample.slow(Infinity) },
  beforeEach: holdFirstMoment,
};
export const Slow: Story = { name: '加载缓慢', args: { client: sample.slow(Infinity) } };
export const Failed: Story = { name: '服务故障，还没有读到过', args: { client: sample.failing() } };
export const Offline: Story = {
  name: '网络断开，还没有读到过',
  args: { client: sample.failing(new ConnectionError('offline')) },
};
export const LongText: Story = {
  name: '很长的文字',
  args: { show: 'policies', client: longWinded },
};
export const ThousandItems: Story = {
  name: '一千份文件',
  args: { show: 'notices policies', client: thousand },
};

/** The first answers come, then the network goes. */
const thenAway = (): MockClient => {
  let answers = 0;
  return sample.with({
    'cases.board': () => {
      answers += 1;
      if (answers > 1) throw new ConnectionError('offline');
      return board;
    },
  });
};

export const Away: Story = {
  name: '网络中断，显示上次的内容',
  render: () =>
    html`<oi-hall-board .client=${thenAway()} show="progress" page-seconds="3600"></oi-hall-board>`,
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('oi-hall-board');
    const has = (selector: string) =>
      element?.shadowRoot?.querySelector(selector)?.textContent.trim();
    for (let frame = 0; frame < 300 && !has('.count'); frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    element?.retry();
  },
};
