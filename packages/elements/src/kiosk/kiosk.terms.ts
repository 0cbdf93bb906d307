import type { Words } from '../controllers/terms.ts';

/** Every word of `<oi-kiosk>`. A host page may replace any of them by `terms`. */
export interface KioskTerms {
  heading: string;
  weekdays: readonly string[];
  /** What the buttons of the frame are for. */
  moves: string;
  home: string;
  finish: string;
  up: string;
  down: string;
  lower: string;
  raise: string;
  lowered: string;
  idleTitle: string;
  idleText: (seconds: number) => string;
  stay: string;
  awayTitle: string;
  awayText: string;
  awayQr: string;
  awayBack: string;
  keyboard: string;
  hide: string;
  erase: string;
  clear: string;
  letters: string;
  digits: string;
  capitals: string;
  space: string;
  done: string;
  search: string;
}

const zh: KioskTerms = {
  heading: '政务公开',
  weekdays: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  moves: '屏幕操作',
  home: '返回首页',
  finish: '结束并清除',
  up: '上移',
  down: '下移',
  lower: '放低画面',
  raise: '恢复画面',
  lowered: '画面已放低，坐着也能点到',
  idleTitle: '还在使用吗？',
  idleText: (seconds) => `没有人操作，${seconds} 秒后清除填写的内容，回到开头。`,
  stay: '继续使用',
  awayTitle: '请用手机打开',
  awayText: '这块屏幕不打开别的网页。用手机扫码，可以在手机上看：',
  awayQr: '二维码：用手机打开这个网址',
  awayBack: '返回',
  keyboard: '屏幕键盘',
  hide: '收起键盘',
  erase: '退格',
  clear: '清空',
  letters: '字母',
  digits: '数字',
  capitals: '大写',
  space: '空格',
  done: '完成',
  search: '搜索',
};

/** English is fetched where a page asks for it. */
export const kioskTerms: Words<KioskTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./kiosk.terms.en.ts')).en,
};
