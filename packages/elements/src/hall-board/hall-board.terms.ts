import type { Words } from '../controllers/terms.ts';
import { hallViewTerms, type HallViewTerms } from '../hall-view/hall-view.terms.ts';
import { loadViewTerms, type LoadViewTerms } from '../load-view/load-view.terms.ts';
import type { Label } from './screen/slides.ts';

/** Every word of `<oi-hall-board>`. A host page may replace any of them by `terms`. */
export interface HallBoardTerms extends LoadViewTerms, HallViewTerms {
  heading: string;
  /** What the screen is, for whoever hears it: 轮播. */
  carousel: string;
  /** What a page of it is. */
  slide: string;
  labels: Record<Label, string>;
  /** 继续有效, 修改, 废止, 失效 by code; an unknown one is shown as it came. */
  decisions: Partial<Record<string, string>>;
  andOthers: (organ: string, count: number) => string;
  effective: (date: string) => string;
  decided: (date: string) => string;
  counted: (pieces: number) => string;
  today: string;
  scan: string;
  scanProgress: string;
  qrLabel: (title: string) => string;
  emptyTitle: string;
  /** The network is away, and since when: a moment, or only the time of day. */
  offline: (moment: string) => string;
  /** The service does not answer. */
  silent: (moment: string) => string;
}

const zh: HallBoardTerms = {
  ...loadViewTerms,
  ...hallViewTerms['zh-CN'],
  heading: '政务公开',
  carousel: '轮播',
  slide: '页',
  labels: {
    interpretation: '政策解读',
    document: '政策文件',
    cleanup: '清理结果',
    progress: '办事进度',
    notice: '公告通告',
  },
  decisions: { keep: '继续有效', amend: '修改', abolish: '废止', expire: '失效' },
  andOthers: (organ, count) => `${organ}等 ${count} 个单位`,
  effective: (date) => `${date} 起施行`,
  decided: (date) => `${date} 起`,
  counted: (pieces) => `共清理文件 ${pieces} 件`,
  today: '今天的办件',
  scan: '手机扫码看全文',
  scanProgress: '手机扫码查自己的办件',
  qrLabel: (title) => `二维码：${title}`,
  emptyTitle: '目前没有可以显示的内容',
  offline: (moment) => `网络中断，显示的是 ${moment} 的内容，恢复后自动更新`,
  silent: (moment) => `数据服务暂时没有回应，显示的是 ${moment} 的内容，恢复后自动更新`,
};

/** English is fetched where a page asks for it. */
export const hallBoardTerms: Words<HallBoardTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./hall-board.terms.en.ts')).en,
};
