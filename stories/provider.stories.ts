import '@open-info/elements/catalog-browser/define';
import '@open-info/elements/provider/define';
import { createMockClient } from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const client = createMockClient();

const meta: Meta = { title: '供应者 oi-provider', component: 'oi-provider' };
export default meta;

export const Ready: StoryObj = {
  name: '一个服务，多个组件',
  render: () =>
    html`<oi-provider .client=${client}>
      <oi-catalog-browser heading="全区目录" page-size="3"></oi-catalog-browser>
      <oi-catalog-browser heading="另一处的目录" page-size="3"></oi-catalog-browser>
    </oi-provider>`,
};

export const Mode: StoryObj = {
  name: '长辈模式只在其中',
  render: () =>
    html`<oi-provider .client=${client} mode="elder">
      <oi-catalog-browser page-size="3"></oi-catalog-browser>
    </oi-provider>`,
};

export const Empty: StoryObj = {
  name: '没有指明服务：只剩普通链接',
  render: () =>
    html`<oi-catalog-browser>
      <a href="https://www.gov.cn/">查看政务公开事项标准目录</a>
    </oi-catalog-browser>`,
};

export const Theme: StoryObj = {
  name: '各用各的主题',
  render: () =>
    html`${['neutral', 'blue', 'red', 'contrast'].map(
      (theme) =>
        html`<oi-provider .client=${client} theme=${theme}>
          <oi-catalog-browser heading="主题 ${theme}" page-size="1"></oi-catalog-browser>
        </oi-provider>`,
    )}`,
};
