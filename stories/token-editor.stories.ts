import '@open-info/elements/catalog-browser/define';
import '@open-info/elements/deadline-clock/define';
import '@open-info/elements/policy-card/define';
import '@open-info/elements/policy-list/define';
import '@open-info/elements/provider/define';
import '@open-info/elements/request-form/define';
import '@open-info/elements/stamp/define';
import { calendarChina } from '@open-info/contract/calendar-china';
import { createMockClient } from '@open-info/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './tokens/editor.ts';

const client = createMockClient();

const meta: Meta = { title: '令牌编辑 Token editor', tags: ['!autodocs'] };
export default meta;

export const Editor: StoryObj = {
  name: '令牌编辑 Token editor',
  parameters: { controls: { disable: true } },
  render: (_, { globals }) =>
    html`<story-token-editor language=${globals.language as string}>
      <oi-stamp attribute="open"></oi-stamp>
      <oi-deadline-clock
        .calendar=${calendarChina}
        today="2026-09-30"
        received-on="2026-09-07"
        channel="counter"
        heading-level="3"
      ></oi-deadline-clock>
      <oi-catalog-browser .client=${client} page-size="2" heading-level="3"></oi-catalog-browser>
      <oi-policy-card
        .client=${client}
        policy-id="meals-2026"
        compact
        heading-level="3"
      ></oi-policy-card>
      <oi-request-form .client=${client} organ="civil-affairs" heading-level="3"></oi-request-form>
    </story-token-editor>`,
};
