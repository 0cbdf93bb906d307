import { colours, type Role } from './colours.ts';

/** Chinese and English. */
interface Said {
  zh: string;
  en: string;
}

/** What a token holds, so that an editor knows how to offer it. */
export type TokenKind = 'colour' | 'font' | 'length' | 'number';

/** One public custom property of the elements. */
export interface Token extends Said {
  name: `--oi-${string}`;
  kind: TokenKind;
  /** What holds when nobody sets it; where there is no `light-dark()` also on dark pages. */
  light: string;
  /** On a dark page; absent where it is the same. */
  dark?: string;
}

const roles: Readonly<Record<Role, Said>> = {
  accent: { zh: '主色：链接、按钮', en: 'links and buttons' },
  'on-accent': { zh: '主色上的文字', en: 'text on the accent' },
  ink: { zh: '文字', en: 'text' },
  soft: { zh: '次要文字', en: 'quieter text' },
  surface: { zh: '底色', en: 'ground' },
  wash: { zh: '区块底色', en: 'set-off ground' },
  line: { zh: '分隔线', en: 'hairlines' },
  edge: { zh: '控件边框', en: 'edges of controls' },
  mark: { zh: '检索词底色', en: 'ground of found words' },
  alert: { zh: '错误、逾期', en: 'failures, overdue' },
};

const colourTokens = (Object.keys(roles) as Role[]).map((role): Token => ({
  name: `--oi-color-${role}`,
  kind: 'colour',
  light: colours[role][0],
  dark: colours[role][1],
  ...roles[role],
}));

/**
 * The second tier, whole: every token a host page or a theme may set. The first tier (`palette.ts`) and the
 * third (`--_*`, made of these in `tokens.styles.ts`) are private. Docs, theme files and
 * the token editor follow this table; `scripts/house/tokens.test.mjs` says where one does not.
 */
export const tokenTable: readonly Token[] = [
  ...colourTokens,
  {
    name: '--oi-color-focus',
    kind: 'colour',
    light: 'var(--oi-color-accent)',
    zh: '焦点框',
    en: 'focus ring',
  },
  {
    name: '--oi-focus-width',
    kind: 'length',
    light: '3px',
    zh: '焦点框粗细',
    en: 'width of the focus ring',
  },
  {
    name: '--oi-font',
    kind: 'font',
    light: 'sans-serif',
    zh: '字体；先用系统中文字体',
    en: 'fonts, Chinese ones of the system first',
  },
  {
    name: '--oi-font-size',
    kind: 'length',
    light: 'max(1rem, 16px)',
    zh: '正文字号；适老 20 px 起，大厅 24 px 起',
    en: 'size of text; from 20 px in elder mode, 24 px in kiosk mode',
  },
  {
    name: '--oi-line-height',
    kind: 'number',
    light: '1.7',
    zh: '正文行高，不小于 1.3',
    en: 'height of a line of text, 1.3 or more',
  },
  {
    name: '--oi-text-small',
    kind: 'length',
    light: '0.875em',
    zh: '次要文字字号；适老、大厅 0.92em',
    en: 'quieter text; 0.92em in elder and kiosk mode',
  },
  {
    name: '--oi-text-large',
    kind: 'length',
    light: '1.125em',
    zh: '条目名字号',
    en: 'names of rows',
  },
  {
    name: '--oi-text-title',
    kind: 'length',
    light: '1.35em',
    zh: '小标题字号',
    en: 'headings inside an element',
  },
  {
    name: '--oi-text-display',
    kind: 'length',
    light: '1.6em',
    zh: '大标题字号；手机上 1.4em',
    en: 'heading of an element; 1.4em on a phone',
  },
  {
    name: '--oi-space',
    kind: 'length',
    light: '1em',
    zh: '间距单位',
    en: 'unit of space',
  },
  {
    name: '--oi-density',
    kind: 'number',
    light: '1',
    zh: '疏密：0.75 紧凑，1.25 宽松；适老、大厅不小于 1',
    en: 'density: 0.75 tight, 1.25 roomy; not below 1 in elder and kiosk mode',
  },
  {
    name: '--oi-target',
    kind: 'length',
    light: '44px',
    zh: '可点区域的高和宽；只能调大，适老 60 px，大厅 64 px',
    en: 'what is pressed, high and wide; can only be raised: 60 px in elder mode, 64 px in kiosk mode',
  },
  { name: '--oi-radius', kind: 'length', light: '6px', zh: '圆角', en: 'corners' },
  {
    name: '--oi-motion',
    kind: 'number',
    light: '1',
    zh: '动画时长的倍数，0 为没有动画',
    en: 'how long movements take; 0: nothing moves',
  },
];
