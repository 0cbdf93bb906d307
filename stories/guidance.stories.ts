import '@open-info/elements/catalog-browser/define';
import '@open-info/elements/deadline-clock/define';
import '@open-info/elements/follow/define';
import '@open-info/elements/plain-card/define';
import '@open-info/elements/policy-card/define';
import '@open-info/elements/policy-list/define';
import '@open-info/elements/progress-tracker/define';
import '@open-info/elements/provider/define';
import '@open-info/elements/request-form/define';
import '@open-info/elements/request-status/define';
import '@open-info/elements/service-guide/define';
import '@open-info/elements/stamp/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import * as matters from './guidance/matters.ts';
import { renderGuide, type Guide } from './guidance/page.ts';
import * as policies from './guidance/policies.ts';
import * as requests from './guidance/requests.ts';

const meta: Meta = {
  title: '指引 Guidance',
  tags: ['!autodocs'],
  parameters: {
    controls: { disable: true },
    // Two examples of an element side by side name the same landmarks.
    a11y: { options: { rules: { 'landmark-unique': { enabled: false } } } },
  },
};
export default meta;

const guide =
  (one: Guide): NonNullable<StoryObj['render']> =>
  (_, { globals }) =>
    renderGuide(one, globals.language as string);

export const CatalogBrowser: StoryObj = {
  name: '目录浏览 Catalog browser',
  render: guide(policies.catalogBrowser),
};
export const PolicyList: StoryObj = {
  name: '政策列表 Policy list',
  render: guide(policies.policyList),
};
export const PolicyCard: StoryObj = {
  name: '政策明白看 Policy card',
  render: guide(policies.policyCard),
};
export const PlainCard: StoryObj = {
  name: '明白卡 Plain card',
  render: guide(policies.plainCard),
};
export const Stamp: StoryObj = {
  name: '公开属性 Disclosure stamp',
  render: guide(policies.stamp),
};
export const RequestForm: StoryObj = {
  name: '依申请公开 Request form',
  render: guide(requests.requestForm),
};
export const RequestStatus: StoryObj = {
  name: '办理进度 Request status',
  render: guide(requests.requestStatus),
};
export const DeadlineClock: StoryObj = {
  name: '答复期限 Deadline clock',
  render: guide(requests.deadlineClock),
};
export const Follow: StoryObj = {
  name: '订阅更新 Follow',
  render: guide(requests.follow),
};
export const ServiceGuide: StoryObj = {
  name: '办事指南 Service guide',
  render: guide(matters.serviceGuide),
};
export const ProgressTracker: StoryObj = {
  name: '办事进度 Progress tracker',
  render: guide(matters.progressTracker),
};
export const HallBoard: StoryObj = {
  name: '大厅轮播屏 Hall board',
  render: guide(matters.hallBoard),
};
export const Kiosk: StoryObj = {
  name: '大厅触摸屏 Touch screen',
  render: guide(matters.kiosk),
};
export const Provider: StoryObj = {
  name: '供应者 Provider',
  render: guide(matters.provider),
};
