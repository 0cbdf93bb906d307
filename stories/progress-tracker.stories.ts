import '@open-info/elements/progress-tracker/define';
import type { ProgressTracker } from '@open-info/elements/progress-tracker/progress-tracker';
import { trackCase, type CaseBoard, type CaseKey } from '@open-info/contract/cases';
import { ConnectionError } from '@open-info/sdk/errors';
import {
  createMockClient,
  problem,
  sampleCaseKeys,
  sampleRequestKeys,
  sampleToday,
  type MockClient,
  type SampleCaseName,
} from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { elementIn, enterKey, shown } from './lib/canvas.ts';
import { holdFirstMoment } from './lib/first-moment.ts';
import { longEnglish, longOrgan, longParagraph, longTitle, reworded } from './lib/long-text.ts';

interface Args {
  client: MockClient;
  caseNo?: string;
  presentation?: 'hall';
}

const office = createMockClient();

const meta: Meta<Args> = {
  title: '办事进度 oi-progress-tracker',
  component: 'oi-progress-tracker',
  args: { client: office },
  argTypes: { client: { control: false } },
  render: ({ client, caseNo, presentation }) =>
    html`<oi-progress-tracker
      .client=${client}
      .caseNo=${caseNo}
      .presentation=${presentation}
      guide-url="#guide-{id}"
      status-url="#status"
    >
      <a href="https://www.gov.cn/">查询办事进度</a>
    </oi-progress-tracker>`,
};
export default meta;

type Story = StoryObj<Args>;

async function enter(canvas: HTMLElement, key: CaseKey): Promise<ProgressTracker> {
  const element = elementIn(canvas, 'oi-progress-tracker');
  await enterKey(element, key);
  return element;
}

const openedBy =
  (key: CaseKey, selector = '#page-title'): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await shown(await enter(canvasElement, key), selector);
  };

const opened = (name: SampleCaseName, selector?: string) =>
  openedBy(sampleCaseKeys[name], selector);

const tried: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await enter(canvasElement, { ...sampleCaseKeys.reviewing, code: '000000' });
};

export const Door: Story = { name: '查询入口' };

export const Given: Story = {
  name: '编号已知，只填查询密码',
  args: { caseNo: sampleCaseKeys.reviewing.number },
};

export const Mistyped: Story = {
  name: '编号和查询密码写错',
  play: async ({ canvasElement }) => {
    const element = await enter(canvasElement, { number: '@@', code: '12' });
    await shown(element, '[aria-invalid="true"]');
  },
};

export const Empty: Story = { name: '没有查到', play: tried };

export const Locked: Story = {
  name: '填错太多，暂停查询',
  args: {
    client: office.with({
      'requests.track': problem(429, 'too-many-requests', '请求过于频繁'),
      'cases.track': problem(429, 'too-many-requests', '请求过于频繁'),
    }),
  },
  play: tried,
};

export const Loading: Story = {
  name: '正在查询',
  args: { client: office.slow(Infinity) },
  beforeEach: holdFirstMoment,
  play: tried,
};

export const Slow: Story = {
  name: '查询缓慢',
  args: { client: office.slow(Infinity) },
  play: tried,
};

export const Failed: Story = {
  name: '服务故障',
  args: { client: office.failing() },
  play: tried,
};

export const Offline: Story = {
  name: '网络断开',
  args: { client: office.failing(new ConnectionError('offline')) },
  play: tried,
};

export const PreReview: Story = { name: '事前：预审中', play: opened('preReview') };

export const Supplementing: Story = { name: '事前：等待补正', play: opened('supplementing') };

export const NotAccepted: Story = { name: '不予受理', play: opened('notAccepted') };

export const Ready: Story = { name: '事中：审查中', play: opened('reviewing', '.dues') };

export const Suspended: Story = {
  name: '事中：特别程序，计时暂停',
  play: opened('suspended', '.dues'),
};

export const Overdue: Story = { name: '事中：已超期', play: opened('overdue', '.dues') };

export const Unknown: Story = { name: '受理系统的状态未知', play: opened('unknown') };

export const Reckoned: Story = {
  name: '时限的计算过程',
  play: async (context) => {
    await opened('suspended', '.trace')(context);
    (
      await shown(elementIn(context.canvasElement, 'oi-progress-tracker'), '.trace > summary')
    ).click();
  },
};

export const Denied: Story = { name: '事后：不予，救济途径', play: opened('denied') };

export const Granted: Story = {
  name: '事后：准予，附文件，可以评价',
  play: opened('granted', '#level-1'),
};

export const ToPickUp: Story = { name: '事后：等待领取', play: opened('toPickUp') };

export const Dissatisfied: Story = {
  name: '评价：不满意的原因',
  play: async (context) => {
    await opened('granted', '#level-1')(context);
    const element = elementIn(context.canvasElement, 'oi-progress-tracker');
    (await shown(element, '#level-4')).click();
    await shown(element, '#reasons-slow');
  },
};

export const RatingFailed: Story = {
  name: '评价没有提交成功',
  args: {
    client: office.with({ 'cases.rate': problem(503, 'unavailable', '服务暂时不可用') }),
  },
  play: async (context) => {
    await opened('granted', '#level-1')(context);
    const element = elementIn(context.canvasElement, 'oi-progress-tracker');
    (await shown(element, '#level-2')).click();
    (await shown(element, '.rating button[type="submit"]')).click();
    await shown(element, '.rating .failure');
  },
};

export const Rated: Story = { name: '事后：已评价，已整改', play: opened('rated') };

export const OnTheSpot: Story = { name: '即办件', play: opened('onTheSpot') };

export const NoCalendar: Story = {
  name: '读不到工作日历',
  args: {
    client: office.with({
      'calendar.get': problem(503, 'unavailable', '服务暂时不可用'),
      'cases.track': async ({ body }) => (await office.call(trackCase, { body })).data,
    }),
  },
  play: opened('reviewing', '.due'),
};

export const Request: Story = {
  name: '信息公开申请：征求第三方意见',
  play: openedBy(sampleRequestKeys.consultingThirdParty, '.due'),
};

export const RequestSupplement: Story = {
  name: '信息公开申请：等待补正',
  play: openedBy(sampleRequestKeys.awaitingSupplement),
};

export const RequestAnswered: Story = {
  name: '信息公开申请：已答复',
  play: openedBy(sampleRequestKeys.refused),
};

const matters = [
  '最低生活保障对象认定、救助金给付',
  '食品经营许可（新办）',
  '老年人福利补贴（高龄津贴）',
  '残疾人证办理',
  '公众聚集场所投入使用、营业前消防安全检查',
];
const statuses = ['accepted', 'reviewing', 'completed', 'supplementing', 'suspended', 'delivered'];

const fullBoard: CaseBoard = {
  items: Array.from({ length: 37 }, (_, index) => ({
    number: `…${4210 + index * 7}`,
    matter: matters[index % matters.length] ?? '',
    status: statuses[index % statuses.length] ?? 'other',
    at: `${sampleToday}T10:${String(12 - (index % 12)).padStart(2, '0')}:00+08:00`,
  })),
  today: { accepted: 146, completed: 139, open: 1328 },
  updatedAt: `${sampleToday}T10:12:30+08:00`,
};

export const Hall: Story = {
  name: '大厅屏',
  args: { presentation: 'hall', client: office.with({ 'cases.board': fullBoard }) },
  play: async ({ canvasElement }) => {
    await shown(elementIn(canvasElement, 'oi-progress-tracker'), '.board');
  },
};

export const HallEmpty: Story = {
  name: '大厅屏：没有办件',
  args: { presentation: 'hall', client: office.empty() },
};

export const HallFailed: Story = {
  name: '大厅屏：读取不到',
  args: { presentation: 'hall', client: office.failing() },
};

export const LongText: Story = {
  name: '很长的文字',
  args: {
    client: office.with({
      'cases.track': async ({ body }) =>
        reworded((await office.call(trackCase, { body })).data, {
          name: `${longTitle}${longEnglish}`,
          organ: longOrgan,
          text: longParagraph,
          place: longOrgan,
        }),
    }),
  },
  play: opened('supplementing'),
};
