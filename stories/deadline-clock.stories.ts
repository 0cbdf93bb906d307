import '@open-info/elements/deadline-clock/define';
import { calendarChina } from '@open-info/contract/calendar-china';
import type { Calendar } from '@open-info/contract/calendar-days';
import type { ClockEvent } from '@open-info/contract/clock';
import { ConnectionError } from '@open-info/sdk/errors';
import { createMockClient, type MockClient } from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { holdFirstMoment } from './lib/first-moment.ts';

interface Args {
  client?: MockClient;
  calendar?: Calendar | undefined;
  events?: readonly ClockEvent[];
  today?: string;
  receivedOn?: string;
  channel?: string;
  compact?: boolean;
}

const meta: Meta<Args> = {
  title: '答复期限 oi-deadline-clock',
  component: 'oi-deadline-clock',
  args: { calendar: calendarChina, today: '2026-09-16' },
  argTypes: { client: { control: false }, calendar: { control: false } },
  render: ({ client, calendar, events, today, receivedOn, channel, compact }) =>
    html`<oi-deadline-clock
      .client=${client}
      .calendar=${calendar}
      .events=${events}
      .today=${today}
      .receivedOn=${receivedOn}
      .channel=${channel}
      .compact=${compact ?? false}
      >答复期限以受理机构的告知为准。</oi-deadline-clock
    >`,
};
export default meta;

type Story = StoryObj<Args>;

const received: readonly ClockEvent[] = [
  { kind: 'submitted', channel: 'online', on: '2026-09-05', seq: 1 },
  { kind: 'confirmed', on: '2026-09-07', seq: 2 },
];

const sent: ClockEvent = {
  kind: 'consultationSent',
  consulted: 'thirdParty',
  on: '2026-09-14',
  seq: 3,
};

/** Opens the reckoning, as a person would. */
const reckoned: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const element = canvasElement.querySelector('oi-deadline-clock');
  const find = () => element?.shadowRoot?.querySelector<HTMLElement>('.trace > summary');
  while (!find()) await new Promise(requestAnimationFrame);
  find()?.click();
};

export const Ready: Story = { name: '计时中', args: { events: received } };

export const Reckoned: Story = {
  name: '计算过程：征求第三方意见、国庆调休',
  args: {
    events: [...received, sent, { kind: 'consultationAnswered', on: '2026-10-12', of: 3, seq: 4 }],
    today: '2026-10-14',
  },
  play: reckoned,
};

export const Declared: Story = {
  name: '只给收到日期和渠道',
  args: { receivedOn: '2026-09-07', channel: 'counter' },
};

export const NotReceived: Story = {
  name: '尚未确认收到',
  args: { events: [{ kind: 'submitted', channel: 'ordinaryPost', on: '2026-09-16' }] },
};

export const Paused: Story = { name: '计时暂停', args: { events: [...received, sent] } };

export const Supplement: Story = {
  name: '等待补正',
  args: {
    events: [...received, { kind: 'supplementAsked', on: '2026-09-11', dueOn: '2026-09-25' }],
  },
};

export const Supplemented: Story = {
  name: '补正后重新计算',
  args: {
    events: [
      ...received,
      { kind: 'supplementAsked', on: '2026-09-11', dueOn: '2026-09-25' },
      { kind: 'supplemented', on: '2026-09-18' },
    ],
    today: '2026-09-23',
  },
  play: reckoned,
};

export const Soon: Story = {
  name: '即将到期',
  args: { events: received, today: '2026-09-30' },
};

export const DueToday: Story = {
  name: '今天到期',
  args: { events: received, today: '2026-10-10' },
};

export const Overdue: Story = { name: '已超期', args: { events: received, today: '2026-10-14' } };

export const Extended: Story = {
  name: '已延期',
  args: { events: [...received, { kind: 'extended', on: '2026-09-15', workdays: 20 }] },
};

export const Provisional: Story = {
  name: '暂定：放假通知尚未公布',
  args: { receivedOn: '2026-12-04', today: '2026-12-10' },
  play: reckoned,
};

export const Answered: Story = {
  name: '已答复',
  args: { events: [...received, { kind: 'replied', on: '2026-09-24' }], today: '2026-11-20' },
};

export const Compact: Story = { name: '简短', args: { events: received, compact: true } };

export const FromService: Story = {
  name: '日历取自服务',
  args: { client: createMockClient(), calendar: undefined, events: received },
};

export const Loading: Story = {
  name: '读取中',
  args: { client: createMockClient().slow(Infinity), calendar: undefined, events: received },
  beforeEach: holdFirstMoment,
};

export const Slow: Story = {
  name: '加载缓慢',
  args: { client: createMockClient().slow(Infinity), calendar: undefined, events: received },
};

export const Failed: Story = {
  name: '读不到工作日历，可重试',
  args: { client: createMockClient().failing(), calendar: undefined, events: received },
};

export const Empty: Story = { name: '没有申请' };

export const Offline: Story = {
  name: '网络断开',
  args: {
    client: createMockClient().failing(new ConnectionError('offline')),
    calendar: undefined,
    events: received,
  },
};
