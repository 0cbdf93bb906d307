import type { Preview } from '@storybook/web-components-vite';

const viewports = {
  phone: { name: '手机 390', styles: { width: '390px', height: '844px' }, type: 'mobile' },
  desktop: { name: '桌面 1280', styles: { width: '1280px', height: '800px' }, type: 'desktop' },
  hall: {
    name: '大厅屏 1080 × 1920',
    styles: { width: '1080px', height: '1920px' },
    type: 'other',
  },
} as const;

/** The two things a host sets on its page: language and mode. */
const onPage: NonNullable<Preview['decorators']> = (story, { globals }) => {
  const page = document.documentElement;
  const { language, mode } = globals as { language: string; mode: string };
  page.lang = language;
  page.setAttribute('data-oi-mode', mode);
  return story();
};

const preview: Preview = {
  decorators: [onPage],
  initialGlobals: { mode: 'standard', language: 'zh-CN' },
  globalTypes: {
    mode: {
      description: 'data-oi-mode',
      toolbar: {
        title: '模式',
        icon: 'accessibility',
        dynamicTitle: true,
        items: [
          { value: 'standard', title: '标准' },
          { value: 'elder', title: '长辈' },
          { value: 'kiosk', title: '大厅' },
        ],
      },
    },
    language: {
      description: 'lang',
      toolbar: {
        title: '语言',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'zh-CN', title: '中文' },
          { value: 'en', title: 'English' },
        ],
      },
    },
  },
  parameters: {
    layout: 'fullscreen',
    viewport: { options: viewports },
    a11y: { test: 'error' },
    controls: { expanded: true },
  },
};

export default preview;
