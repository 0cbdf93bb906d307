import '@open-info/elements/catalog-browser/define';
import '@open-info/elements/hall-board/define';
import '@open-info/elements/kiosk/define';
import '@open-info/elements/policy-list/define';
import '@open-info/elements/progress-tracker/define';
import { createMockClient, type MockClient } from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

interface Args {
  client: MockClient;
  reach: 'whole' | 'low';
  content: TemplateResult;
}

const sample = createMockClient();
const catalog = html`<oi-catalog-browser heading="查政务公开" page-size="3"></oi-catalog-browser>`;

const meta: Meta<Args> = {
  title: '大厅触摸屏 oi-kiosk',
  component: 'oi-kiosk',
  args: { client: sample, reach: 'whole', content: catalog },
  argTypes: { client: { control: false }, content: { control: false } },
  globals: { mode: 'kiosk', viewport: { value: 'hall' } },
  // A countdown would be another picture each second.
  render: ({ client, reach, content }) =>
    html`<oi-kiosk .client=${client} .reach=${reach} heading="江汉区政务公开" idle-seconds="0">
      ${content}
    </oi-kiosk>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Something in the frame or in what is inside it, once it is there. */
async function found(
  canvasElement: HTMLElement,
  tag: string,
  selector: string,
): Promise<HTMLElement | null> {
  for (let frame = 0; frame < 300; frame += 1) {
    const root = canvasElement.querySelector(tag)?.shadowRoot;
    const element = root?.querySelector<HTMLElement>(selector);
    if (element) return element;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return null;
}

export const Ready: Story = { name: '目录' };
export const Landscape: Story = { name: '横屏', globals: { viewport: { value: 'desktop' } } };
export const Low: Story = { name: '放低画面', args: { reach: 'low' } };

export const Start: Story = {
  name: '首页和各个栏目',
  args: {
    content: html`<div slot="start">
        <h2>请触摸您要办的</h2>
        <p><a href="#catalog">查政务公开</a></p>
        <p><a href="#progress">查办事进度</a></p>
      </div>
      <template id="catalog"><oi-catalog-browser></oi-catalog-browser></template>
      <template id="progress"><oi-progress-tracker></oi-progress-tracker></template>`,
  },
};

export const Keyboard: Story = {
  name: '屏幕键盘',
  play: async ({ canvasElement }) => {
    await found(canvasElement, 'oi-kiosk', '.stage');
    (await found(canvasElement, 'oi-catalog-browser', '#q'))?.focus();
    await found(canvasElement, 'oi-kiosk', '.keyboard');
  },
};

export const Stopped: Story = {
  name: '外部链接变成二维码',
  args: { content: html`<p><a href="https://www.gov.cn/zhengce/">国务院政策文件库</a></p>` },
  play: async ({ canvasElement }) => {
    await found(canvasElement, 'oi-kiosk', '.stage');
    canvasElement.querySelector<HTMLElement>('oi-kiosk a')?.click();
    await found(canvasElement, 'oi-kiosk', '.notice');
  },
};
