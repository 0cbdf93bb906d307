import { refusal, type Refusal } from '../requests/law.ts';

const regulation = (article: string) => `《政府信息公开条例》第${article}条`;
const plan = (part: string, words: string) =>
  `《基层政务公开标准化规范化工作实施方案》${part}“${words}”`;

/** What the procedure of drafts, releases and reviews rests on. */
export const law = {
  officeOf: regulation('四'),
  organ: regulation('十'),
  attribute: regulation('十三'),
  grounds: `${regulation('十四')}至第十六条`,
  secrets: regulation('十四'),
  review: regulation('十七'),
  adjustment: regulation('十八'),
  decided: plan('二（一）', '落实政务信息公开属性认定'),
  proposal: plan('二（一）', '公文拟定时同步提出公开属性建议'),
  reasons: plan('二（一）', '对建议依申请公开、不予公开的政府信息需说明理由'),
  stamp: `${regulation('十三')}；${plan('二（一）', '公文印发时明确标注“此件公开发布”等字样')}`,
  synchronous: plan('二（三）', '解读方案、解读材料与政策文件同步起草、同步审签、同步发布'),
  cleanup: plan('二（三）', '对因情势变化可以公开或失效、废止的信息及时予以处理，并公开清理结果'),
  responses: plan('二（一）', '回应关切'),
  coordination: plan('三', '区行政审批局负责做好有关工作的指导协调'),
} as const;

export { refusal, type Refusal };
