import type { PushChannel } from '@open-info/contract/subscriptions';
import type { FaultTerms } from '../../base/faults.ts';

/** Words for the channels; an unknown one is shown as it came. */
type ChannelWords = Partial<Record<PushChannel, string>>;

/** Words of what the button or a link opens; the Chinese ones come with its code. */
export interface PanelTerms extends FaultTerms {
  formTitle: (label: string | undefined) => string;
  intro: string;
  number: string;
  numberHint: string;
  code: string;
  codeHint: string;
  channel: string;
  channels: ChannelWords;
  to: ChannelWords;
  toHint: ChannelWords;
  when: string;
  whenHint: string;
  /** @param from @param to `HH:MM` */
  quiet: (from: string, to: string) => string;
  anyTime: string;
  ownTimes: string;
  quietFrom: string;
  quietTo: string;
  consentTitle: string;
  consent: string;
  website: string;
  submit: string;
  sending: string;
  proving: string;
  slow: string;
  cancel: string;
  close: string;
  mend: (count: number) => string;
  kept: string;
  mismatch: string;
  pendingTitle: ChannelWords;
  /** @param to masked @param until date and time */
  pendingText: (to: string, until: string) => string;
  pendingHint: ChannelWords;
  another: string;
  confirmTitle: string;
  confirmText: string;
  confirm: string;
  activeTitle: string;
  confirmedTitle: string;
  stoppedTitle: string;
  stoppedText: string;
  goneTitle: string;
  goneText: string;
  subject: string;
  sentTo: string;
  since: string;
  language: string;
  languages: Partial<Record<string, string>>;
  save: string;
  saved: string;
  stop: string;
}

/** The English ones stand with those of the button, in one file. */
export const panelTerms: PanelTerms = {
  formTitle: (label) => (label === undefined ? '订阅更新' : `订阅：${label}`),
  intro: '有更新时给您发消息。需要先在消息里点开链接确认，之后随时可以一步停止。',
  number: '编号',
  numberHint: '回执上的申请编号或者办件编号，如 2026-0000123-5',
  code: '查询码',
  codeHint: '回执上的查询码，只用来核对，不会写进消息',
  channel: '接收方式',
  channels: { email: '电子邮件', sms: '短信', wechat: '微信', webhook: '程序接口（Webhook）' },
  to: { email: '电子邮箱', sms: '手机号码', wechat: '微信 openid', webhook: '接收地址' },
  toHint: {
    email: '如 wang@example.cn',
    sms: '11 位手机号码；境外号码以 + 和国家代码开头',
    webhook: '以 https:// 开头，供程序接收；消息带签名',
  },
  when: '接收时间',
  whenHint: '不打扰的时段里有更新，会在时段结束后合成一条发送。',
  quiet: (from, to) => `${from} 至 ${to} 不打扰`,
  anyTime: '什么时候都可以',
  ownTimes: '自己选不打扰的时段',
  quietFrom: '从',
  quietTo: '到',
  consentTitle: '个人信息处理告知',
  consent: '我已阅读以上内容，同意',
  website: '网址（请不要填写）',
  submit: '订阅',
  sending: '正在提交…',
  proving: '正在完成安全验证…',
  slow: '网络较慢，请稍候…',
  cancel: '取消',
  close: '关闭',
  mend: (count) => `有 ${count} 处需要修改`,
  kept: '您填写的内容还在。',
  mismatch: '编号和查询码不相符，请按回执核对',
  expected: (message, expected) => `${message}（${expected}）`,
  refused: '服务没有接受这一项，请核对',
  pendingTitle: {
    email: '请到邮箱里确认',
    sms: '请到短信里确认',
    wechat: '请到微信里确认',
    webhook: '请在接收的消息里确认',
  },
  pendingText: (to, until) =>
    `确认消息已发往 ${to}。请在 ${until} 前打开里面的链接确认；不确认就不会再发任何消息。`,
  pendingHint: {
    email: '没有收到？请看看垃圾邮件，过几分钟再看；或者核对邮箱后重新订阅。',
    sms: '没有收到？请核对号码后重新订阅。',
  },
  another: '重新填写',
  confirmTitle: '确认订阅',
  confirmText: '按下“确认”后，有更新就会给您发消息。',
  confirm: '确认',
  activeTitle: '您的订阅',
  confirmedTitle: '已订阅',
  stoppedTitle: '已停止，不会再发消息',
  stoppedText: '您的地址已经删除。想再接收，可以重新订阅。',
  goneTitle: '链接已失效',
  goneText: '没有在时限内确认的订阅已经删除，或者链接没有复制完整。请重新订阅。',
  subject: '订阅内容',
  sentTo: '发往',
  since: '同意时间',
  language: '消息的语言',
  languages: { 'zh-CN': '中文', en: 'English' },
  save: '保存',
  saved: '已保存',
  stop: '停止接收',
};
