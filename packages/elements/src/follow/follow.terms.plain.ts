import type { PlainWords } from '../controllers/terms.ts';
import type { FollowTerms } from './follow.terms.ts';

/** 大白话 of being told of news; what is said about personal data stays to the letter. */
export const plain: PlainWords<FollowTerms> = {
  'zh-CN': {
    follow: '有消息告诉我',
    followLabel: (label) => `有消息告诉我：${label}`,
    failedTitle: '没有办成',
    pageTitle: '要不要收消息',
    pageText: '请从收到的消息里点开链接，就能在这里确认、改动或者不再收。',
    noneTitle: '暂时不能发消息给您',
    noneText: '现在没有办法发消息给您。',
    noServiceTitle: '暂时不能发消息给您',
    formTitle: (label) => (label === undefined ? '有消息告诉我' : `有消息告诉我：${label}`),
    intro: '有新消息就发给您。先要在收到的消息里点开链接确认，以后随时可以停。',
    channel: '怎么告诉您',
    when: '什么时候告诉您',
    whenHint: '不打扰的时间里有消息，过后合成一条发给您。',
    ownTimes: '自己选不打扰的时间',
    submit: '好，告诉我',
    mend: (count) => `有 ${count} 个地方要改`,
    mismatch: '编号和查询码对不上，请照着回执看一看',
    confirmTitle: '确认要收消息',
    activeTitle: '您正在收的消息',
    confirmedTitle: '办好了，有消息会告诉您',
    stoppedTitle: '已经停了，不会再发消息',
    stoppedText: '您的地址已经删掉。还想收，可以再来办一次。',
    goneTitle: '这个链接不能用了',
    goneText: '没有按时确认的已经删掉，也可能是链接没有复制全。请再来办一次。',
    moreFields: '还可以选什么时候告诉您',
    subject: '告诉您什么事',
    sentTo: '发到',
    since: '哪天同意的',
    stop: '不再收了',
  },
  en: {
    follow: 'Tell me of news',
    followLabel: (label) => `Tell me of news: ${label}`,
    moreFields: 'You may also choose when',
    submit: 'Yes, tell me',
    stop: 'No more messages',
  },
};
