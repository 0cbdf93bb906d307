import type { ElderTerms } from '../controllers/elder-terms.ts';
import type { Words } from '../controllers/terms.ts';
import { loadViewTerms, type LoadViewTerms } from '../load-view/load-view.terms.ts';

/** Every word of `<oi-plain-card>`. A host page may replace any of them by `terms`. */
export interface PlainCardTerms extends LoadViewTerms, ElderTerms {
  kicker: string;
  headings: Record<'who' | 'what' | 'how' | 'ask', string>;
  policy: (title: string, documentNumber: string | undefined) => string;
  note: (text: string, note: string) => string;
  labelled: (label: string, text: string) => string;
  /** What a policy that is not simply in force tells its reader, by validity. */
  standings: Partial<Record<string, string>>;
  organ: string;
  phone: string;
  address: string;
  complaint: string;
  /** So many items of a section are only in the policy itself. */
  more: (count: number) => string;
  scan: string;
  qrLabel: string;
  whole: string;
  version: (version: string) => string;
  asOf: (moment: string) => string;
  print: string;
  picture: string;
  drawing: string;
  copy: string;
  copied: string;
  copyByHand: string;
  pictureFailed: string;
}

const zh: PlainCardTerms = {
  ...loadViewTerms,
  goneTitle: '没有找到这张明白卡',
  kicker: '惠民政策明白卡',
  headings: { who: '谁能享受', what: '享受什么', how: '怎么办', ask: '找谁问' },
  policy: (title, documentNumber) => (documentNumber ? `${title}（${documentNumber}）` : title),
  note: (text, note) => `${text}　${note}`,
  labelled: (label, text) => `${label}：${text}`,
  standings: {
    expired: '注意：这项政策已经失效，不能再按本卡办理。',
    abolished: '注意：这项政策已经废止，不能再按本卡办理。',
    amended: '注意：这项政策已经修改，请以修改后的规定为准。',
    notYetInForce: '注意：这项政策还没有开始施行。',
  },
  organ: '单位',
  phone: '电话',
  address: '地址',
  complaint: '监督电话',
  more: (count) => `……还有 ${count} 条，请看政策全文`,
  scan: '扫码看政策全文',
  qrLabel: '二维码：扫码看政策全文',
  whole: '政策全文',
  version: (version) => `版本：${version}`,
  asOf: (moment) => `数据截至：${moment}`,
  print: '打印',
  picture: '下载图片（PNG）',
  drawing: '下载图片（SVG）',
  copy: '复制文字',
  copied: '文字已复制。',
  copyByHand: '浏览器不允许复制，请选中下面的文字自行复制：',
  pictureFailed: '图片没有做成，请改为下载 SVG 图片或者复制文字。',
};

/** English is fetched where a page asks for it. */
export const plainCardTerms: Words<PlainCardTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./plain-card.terms.en.ts')).en,
  plain: () => import('./plain-card.terms.plain.ts'),
};
