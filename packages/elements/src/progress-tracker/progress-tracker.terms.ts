import { commonDoorTerms, type DoorTerms } from '../case-view/door.terms.ts';
import type { Words } from '../controllers/terms.ts';
import type { PageTerms } from './parts/page.terms.ts';

/** Every word of `<oi-progress-tracker>` a page may replace. */
export interface ProgressTrackerTerms extends DoorTerms, PageTerms {}

const zh: DoorTerms = {
  ...commonDoorTerms,
  heading: '办事进度查询',
  intro: '办件编号和查询密码在受理通知书或者短信里。信息公开申请，用回执上的申请编号和查询码。',
  number: '编号',
  numberHint: '办件编号，或者信息公开申请的申请编号',
  numberMissing: '请填写编号。',
  numberWrong: '编号有误：应为 4 至 50 位字母、数字或者连字符，请对照通知书或者回执核对。',
  code: '查询密码',
  codeHint: '查询密码或者查询码，不分大小写',
  codeMissing: '请填写查询密码。',
  codeWrong: '查询密码有误：应为 4 位以上的字母或者数字，请对照通知书或者回执核对。',
  remember: '在这个浏览器里记住它（编号和事项名称）',
  rememberCode: '连同查询密码一起记住，下次点开就能看。只在自己的设备上选。',
  saved: '这个浏览器里记住的',
  codeLost: '查询密码丢了？请带身份证明到办理窗口查询；为保护您的信息，不能在网上找回。',
  mismatchText: '编号和查询密码对不上。请对照通知书或者回执核对后再试；连续多次填错会暂停查询。',
};

/** English is fetched where a page asks for it. */
export const doorTerms: Words<DoorTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./progress-tracker.terms.en.ts')).en,
  plain: () => import('./progress-tracker.terms.plain.ts'),
};
