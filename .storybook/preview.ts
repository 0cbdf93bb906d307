import { restartClock } from './clock.ts';
import './preview.css';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from 'open-info:manifest';
import { allThemesCss } from '../packages/elements/src/themes/theme-css.ts';
import { themeNames } from '../packages/elements/src/themes/theme-names.ts';
import { chosenOnElement, controlsOfManifest } from './controls.ts';
import { DocsPage } from './docs-page.mjs';

setCustomElementsManifest(manifest);

const themeSheet = new CSSStyleSheet();
themeSheet.replaceSync(allThemesCss());
document.adoptedStyleSheets = [themeSheet];

const viewports = {
  phone: { name: '手机 390', styles: { width: '390px', height: '844px' }, type: 'mobile' },
  tablet: { name: '平板 768', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
  desktop: { name: '桌面 1280', styles: { width: '1280px', height: '800px' }, type: 'desktop' },
  hall: {
    name: '大厅屏 1080 × 1920',
    styles: { width: '1080px', height: '1920px' },
    type: 'other',
  },
} as const;

/** What a host sets on its page; the toolbars set the same. */
interface PageGlobals {
  mode: string;
  theme: string;
  scheme: string;
  language: string;
  direction: string;
}

const onPage: NonNullable<Preview['decorators']> = (story, { globals, canvasElement }) => {
  const page = document.documentElement;
  const { mode, theme, scheme, language, direction } = globals as unknown as PageGlobals;
  page.lang = language;
  // Pages of documentation say of themselves that they are English.
  canvasElement.lang = language;
  page.dir = direction;
  page.setAttribute('data-oi-mode', mode);
  page.setAttribute('data-oi-theme', theme);
  page.setAttribute('data-scheme', scheme);
  return story();
};

/** One toolbar: its title, icon and choices. */
const toolbar = (
  description: string,
  title: string,
  icon: 'accessibility' | 'paintbrush' | 'contrast' | 'globe' | 'transfer',
  choices: Record<string, string>,
) => ({
  description,
  toolbar: {
    title,
    icon,
    dynamicTitle: true,
    items: Object.entries(choices).map(([value, name]) => ({ value, title: name })),
  },
});

const preview: Preview = {
  tags: ['autodocs'],
  beforeEach: restartClock,
  decorators: [chosenOnElement, onPage],
  argTypesEnhancers: [controlsOfManifest],
  initialGlobals: {
    mode: 'standard',
    theme: 'neutral',
    scheme: 'light',
    language: 'zh-CN',
    direction: 'ltr',
  },
  globalTypes: {
    mode: toolbar('data-oi-mode', '模式', 'accessibility', {
      standard: '标准',
      elder: '长辈',
      kiosk: '大厅',
    }),
    theme: toolbar(
      '主题',
      '主题',
      'paintbrush',
      Object.fromEntries(themeNames.map(({ name, zh }) => [name, zh])),
    ),
    scheme: toolbar('color-scheme', '明暗', 'contrast', { light: '浅色', dark: '深色' }),
    language: toolbar('lang', '语言', 'globe', { 'zh-CN': '中文', en: 'English' }),
    direction: toolbar('dir', '方向', 'transfer', { ltr: '从左到右', rtl: '从右到左' }),
  },
  parameters: {
    layout: 'padded',
    viewport: { options: viewports },
    a11y: {
      test: 'error',
      options: { rules: { 'target-size': { enabled: true }, region: { enabled: false } } },
    },
    controls: { expanded: true },
    docs: { page: DocsPage, source: { type: 'code' }, codePanel: false },
    options: {
      storySort: { order: ['指引 Guidance', '令牌编辑 Token editor', '*'] },
    },
  },
};

export default preview;
