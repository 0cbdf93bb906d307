import type { SubscriptionRules } from '@open-info/contract/subscriptions';

/** Hours a subscription waits for its confirmation; then it is erased. */
export const confirmHours = 24;
/** Days a stopped subscription is known, so that an old link still says that it was stopped. */
export const stoppedDays = 30;

/**
 * 个人信息处理告知 (个人信息保护法 art. 17) and what is agreed to (art. 14). Whoever changes a word changes
 * the version: it stands in the log of consents.
 */
export const consent: SubscriptionRules['consent'] = {
  version: '2026-11',
  zh: [
    '我同意把所订阅内容的更新发送到我填写的地址。',
    `只处理这个地址、所订阅的内容和接收时间，只用于发送更新；地址加密保存，消息中不写姓名等个人信息。确认之前不发送更新，${confirmHours} 小时内未确认的，全部删除。`,
    `每条消息里都有停止的链接，随时可以一步停止；停止后地址立即删除，${stoppedDays} 天后只留下同意和撤回的时间，作为依法取得同意的证明。`,
    '不同意不影响查询和办事。处理者是本网站的主办机关，有疑问可以联系网站公布的政府信息公开工作机构。',
  ].join('\n'),
  en: [
    'I agree that updates of what I follow are sent to the address I gave.',
    `Only this address, what is followed and the times for sending are processed, only to send updates; the address is kept encrypted, and messages hold no name or other personal data. Nothing is sent before you confirm; what is not confirmed within ${confirmHours} hours is erased.`,
    `Every message has a link that stops them in one step. The address is then erased at once; after ${stoppedDays} days only the times of consent and withdrawal remain, as proof of the consent.`,
    'Looking things up and applying do not depend on this. The organ that runs this site is responsible; ask its office for disclosure.',
  ].join('\n'),
};
