import { commonDoorTerms, type DoorTerms } from '../case-view/door.terms.ts';
import type { Words } from '../controllers/terms.ts';
import type { CaseTerms } from './parts/case.terms.ts';

/** Every word of `<oi-request-status>`. A host page may replace any of them by `terms`. */
export interface RequestStatusTerms extends DoorTerms, CaseTerms {}

const zh: DoorTerms = {
  ...commonDoorTerms,
  heading: '查询信息公开申请进度',
  intro: '申请编号和查询码都在提交申请时给您的回执上。',
  number: '申请编号',
  numberHint: '12 位数字，例如 2026-0000123-5',
  numberMissing: '请填写申请编号。',
  numberWrong: '申请编号有误：应为 12 位数字，请对照回执逐位核对。',
  code: '查询码',
  codeHint: '10 位字母和数字，不分大小写',
  codeMissing: '请填写查询码。',
  codeWrong: '查询码有误：应为 10 位字母和数字（不含字母 U），请对照回执逐位核对。',
  remember: '在这台设备上记住申请编号（不记查询码）',
  saved: '这台设备上记住的申请编号',
  codeLost: '查询码丢了？请带身份证明到受理申请的机构查询；为保护您的信息，查询码不能在网上找回。',
  mismatchText: '申请编号和查询码对不上。请对照回执核对后再试；连续多次填错会暂停查询。',
};

/** English is fetched where a page asks for it. */
export const doorTerms: Words<DoorTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./request-status.terms.en.ts')).en,
  plain: () => import('./request-status.terms.plain.ts'),
};
