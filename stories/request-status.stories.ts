import '@open-info/elements/request-status/define';
import type { RequestStatus } from '@open-info/elements/request-status/request-status';
import { trackRequest, type RequestKey, type RequestView } from '@open-info/contract/requests';
import { ConnectionError } from '@open-info/sdk/errors';
import {
  createMockClient,
  problem,
  sampleRequestKeys,
  sampleToday,
  type MockClient,
  type SampleRequestName,
} from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { elementIn, enterKey, shown, type } from './lib/canvas.ts';
import { holdFirstMoment } from './lib/first-moment.ts';
import { longEnglish, longOrgan, longParagraph, longTitle, reworded } from './lib/long-text.ts';

interface Args {
  client: MockClient;
  number?: string;
}

const office = createMockClient();

/** The clock of the sample office stands still, so that a story looks the same on every day. */
function at(view: RequestView, time: string, undoUntil: string): RequestView {
  const on = `${sampleToday}T`;
  return { ...view, asOf: `${on}${time}+08:00`, undoUntil: `${on}${undoUntil}+08:00` };
}

const sample = office.with({
  'requests.track': async ({ body }) =>
    at((await office.call(trackRequest, { body })).data, '09:15:00', '09:22:08'),
});

const meta: Meta<Args> = {
  title: '办理进度 oi-request-status',
  component: 'oi-request-status',
  args: { client: sample },
  argTypes: { client: { control: false } },
  render: ({ client, number }) =>
    html`<oi-request-status .client=${client} .number=${number}>
      <a href="https://www.gov.cn/">查询信息公开申请进度</a>
    </oi-request-status>`,
};
export default meta;

type Story = StoryObj<Args>;

async function enter(canvas: HTMLElement, key: RequestKey): Promise<RequestStatus> {
  const element = elementIn(canvas, 'oi-request-status');
  await enterKey(element, key);
  return element;
}

const opened =
  (name: SampleRequestName): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = await enter(canvasElement, sampleRequestKeys[name]);
    await shown(element, '.trace, .due');
  };

const tried: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await enter(canvasElement, { number: sampleRequestKeys.confirmed.number, code: 'AAAAA-AAAAA' });
};

export const Door: Story = { name: '查询入口' };

export const Prefilled: Story = {
  name: '编号已填（扫描回执二维码）',
  args: { number: sampleRequestKeys.confirmed.number },
};

export const Mistyped: Story = {
  name: '编号和查询码写错',
  play: async ({ canvasElement }) => {
    const element = await enter(canvasElement, { number: '2026-0000124-1', code: 'K7M3Q' });
    await shown(element, '[aria-invalid="true"]');
  },
};

export const Empty: Story = { name: '编号和查询码对不上', play: tried };

export const Locked: Story = {
  name: '填错太多，暂停查询',
  args: {
    client: sample.with({
      'requests.track': problem(429, 'too-many-requests', '请求过于频繁'),
    }),
  },
  play: tried,
};

export const Loading: Story = {
  name: '正在查询',
  args: { client: sample.slow(Infinity) },
  beforeEach: holdFirstMoment,
  play: tried,
};

export const Slow: Story = {
  name: '查询缓慢',
  args: { client: sample.slow(Infinity) },
  play: tried,
};

export const Failed: Story = {
  name: '服务故障',
  args: { client: sample.failing() },
  play: tried,
};

export const Offline: Story = {
  name: '网络断开',
  args: { client: sample.failing(new ConnectionError('offline')) },
  play: tried,
};

export const Submitted: Story = { name: '刚提交，可以撤销', play: opened('submitted') };

export const Ready: Story = { name: '办理中', play: opened('confirmed') };

export const AwaitingSupplement: Story = {
  name: '等待补正',
  play: opened('awaitingSupplement'),
};

export const SupplementFaulty: Story = {
  name: '补正没有填写',
  play: async (context) => {
    await opened('awaitingSupplement')(context);
    const element = elementIn(context.canvasElement, 'oi-request-status');
    (await shown(element, '.addition button[type="submit"]')).click();
    await shown(element, '#addition[aria-invalid]');
  },
};

export const Supplemented: Story = {
  name: '补正已提交',
  args: {
    client: sample.with({
      'requests.supplement': async ({ body: { number, code } }) => {
        const { data } = await office.call(trackRequest, { body: { number, code } });
        const view = at({ ...data, expected: undefined }, '09:16:00', '09:00:00');
        const next = { seq: 4, kind: 'supplemented', on: sampleToday, by: 'applicant' } as const;
        const events = [...view.events, { ...next, at: `${sampleToday}T09:16:00+08:00` }];
        return { ...view, status: 'confirmed', moves: ['withdraw'], events };
      },
    }),
  },
  play: async (context) => {
    await opened('awaitingSupplement')(context);
    const element = elementIn(context.canvasElement, 'oi-request-status');
    await type(element, '#addition', '2025年社区养老服务站建设补贴名单');
    (await shown(element, '.addition button[type="submit"]')).click();
    await shown(element, '#done');
  },
};

export const AwaitingJustification: Story = {
  name: '等待说明理由',
  play: opened('awaitingJustification'),
};

export const AwaitingFee: Story = { name: '等待缴费', play: opened('awaitingFee') };

export const Consulting: Story = {
  name: '征求第三方意见，计时暂停',
  play: opened('consultingThirdParty'),
};

export const Extended: Story = { name: '已延期', play: opened('extended') };

export const Reckoned: Story = {
  name: '期限的计算过程',
  play: async (context) => {
    await opened('consultingThirdParty')(context);
    (
      await shown(elementIn(context.canvasElement, 'oi-request-status'), '.trace > summary')
    ).click();
  },
};

export const Disclosed: Story = { name: '予以公开，附文件', play: opened('disclosed') };

export const Refused: Story = { name: '不予公开，复议前置', play: opened('refused') };

export const Corrected: Story = { name: '更正申请已处理', play: opened('corrected') };

export const Withdrawing: Story = {
  name: '确认撤回',
  play: async (context) => {
    await opened('confirmed')(context);
    const element = elementIn(context.canvasElement, 'oi-request-status');
    (await shown(element, '#ask-withdraw')).click();
    await shown(element, '#confirm-withdraw');
  },
};

export const Withdrawn: Story = { name: '已撤回', play: opened('withdrawn') };

export const Lapsed: Story = { name: '视为放弃', play: opened('lapsed') };

export const Refusal: Story = {
  name: '撤回被拒绝',
  args: {
    client: sample.with({
      'requests.withdraw': problem(409, 'illegal-move', '申请已经答复，不能撤回'),
    }),
  },
  play: async (context) => {
    await opened('confirmed')(context);
    const element = elementIn(context.canvasElement, 'oi-request-status');
    (await shown(element, '#ask-withdraw')).click();
    await shown(element, '#confirm-withdraw');
    (await shown(element, '.danger')).click();
    await shown(element, '.failure');
  },
};

export const NoCalendar: Story = {
  name: '读不到工作日历',
  args: {
    client: sample.with({ 'calendar.get': problem(503, 'unavailable', '服务暂时不可用') }),
  },
  play: opened('confirmed'),
};

export const LongText: Story = {
  name: '很长的文字',
  args: {
    client: office.with({
      'requests.track': async ({ body }) =>
        reworded(at((await office.call(trackRequest, { body })).data, '09:15:00', '09:22:08'), {
          name: `${longTitle}${longEnglish}`,
          organ: longOrgan,
          text: longParagraph,
        }),
    }),
  },
  play: opened('awaitingSupplement'),
};
