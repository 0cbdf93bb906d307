import type { Words } from './words.ts';

/** A ground in words, with its article. */
export interface GroundWords extends Words {
  article: string;
  /** Its reason may be told to everyone: the words of another could give away what it protects. */
  tellsReason: boolean;
}

const ground = (zh: string, en: string, article: string): GroundWords => ({
  zh,
  en,
  article: `《政府信息公开条例》${article}`,
  tellsReason: article === '第十六条',
});

/** Grounds by their codes. */
export const attributeGroundWords: Readonly<Record<string, GroundWords>> = {
  stateSecret: ground('国家秘密', 'state secret', '第十四条'),
  forbiddenByLaw: ground(
    '法律、行政法规禁止公开',
    'disclosure is forbidden by law or administrative regulation',
    '第十四条',
  ),
  publicSecurity: ground(
    '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
    'national, public or economic security, or social stability',
    '第十四条',
  ),
  thirdPartyRights: ground(
    '涉及商业秘密、个人隐私等，公开会损害第三方合法权益',
    'rights of a third party, such as trade secrets and privacy',
    '第十五条',
  ),
  internalAffairs: ground('内部事务信息', 'internal affairs', '第十六条'),
  deliberation: ground('过程性信息', 'papers of a decision in the making', '第十六条'),
  enforcementFile: ground('行政执法案卷信息', 'file of an enforcement case', '第十六条'),
};
