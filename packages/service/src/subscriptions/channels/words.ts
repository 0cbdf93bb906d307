import type { Language } from '../../http/words.ts';
import type { Message, NewsItem } from './channel.ts';

const timeIn: Record<Language, Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
  }),
};

/** A moment as people read it, in Beijing time. */
const momentOf = (at: string, language: Language): string => timeIn[language].format(new Date(at));

interface Letter {
  subject: string;
  text: string;
}

function itemLines({ title, what, at, link }: NewsItem, language: Language): string[] {
  return [
    `· ${title[language]}`,
    `  ${what[language]}  ${momentOf(at, language)}`,
    ...(link === undefined ? [] : [`  ${link}`]),
  ];
}

function zh({ kind, label, items, more, confirmBy, holderLink, stopLink }: Message): Letter {
  const name = label.zh;
  if (kind === 'confirm') {
    return {
      subject: `请确认订阅：${name}`,
      text: [
        `有人用这个地址订阅${name}。`,
        '',
        `是您本人，请打开下面的链接确认，${momentOf(confirmBy ?? '', 'zh')}前有效：`,
        holderLink,
        '',
        '不是您本人，不必理会：不确认就不会再收到任何消息，这个地址也会删除。',
      ].join('\n'),
    };
  }
  if (kind === 'known') {
    return {
      subject: `您已订阅：${name}`,
      text: [
        `刚才有人用这个地址再次订阅${name}。您已经订阅，不必再确认。`,
        '',
        '查看或者修改：',
        holderLink,
        '',
        '停止接收：',
        stopLink,
      ].join('\n'),
    };
  }
  const count = items.length + more;
  const [first] = items;
  return {
    subject:
      count === 1 && first ? `${first.what.zh}：${first.title.zh}` : `${name}有 ${count} 条更新`,
    text: [
      `您订阅的${name}有更新：`,
      '',
      ...items.flatMap((item) => itemLines(item, 'zh')),
      ...(more > 0 ? [`另有 ${more} 条，请到网站查看。`] : []),
      '',
      '停止接收：',
      stopLink,
      '修改接收时间：',
      holderLink,
    ].join('\n'),
  };
}

function en({ kind, label, items, more, confirmBy, holderLink, stopLink }: Message): Letter {
  const name = label.en;
  if (kind === 'confirm') {
    return {
      subject: `Please confirm: ${name}`,
      text: [
        `Somebody asked to be told of ${name} at this address.`,
        '',
        `If it was you, open this link to confirm, until ${momentOf(confirmBy ?? '', 'en')} (Beijing time):`,
        holderLink,
        '',
        'If it was not you, do nothing: without it nothing more is sent and the address is erased.',
      ].join('\n'),
    };
  }
  if (kind === 'known') {
    return {
      subject: `You follow it already: ${name}`,
      text: [
        `Somebody asked again to be told of ${name} at this address. You are told of it already; there is nothing to confirm.`,
        '',
        'See or change it:',
        holderLink,
        '',
        'Stop it:',
        stopLink,
      ].join('\n'),
    };
  }
  const count = items.length + more;
  const [first] = items;
  return {
    subject:
      count === 1 && first ? `${first.what.en}: ${first.title.en}` : `${count} updates: ${name}`,
    text: [
      `There is news of ${name}:`,
      '',
      ...items.flatMap((item) => itemLines(item, 'en')),
      ...(more > 0 ? [`And ${more} more on the site.`] : []),
      '',
      'Stop these messages:',
      stopLink,
      'Change when they come:',
      holderLink,
    ].join('\n'),
  };
}

/** A message as a letter. */
export const letterOf = (message: Message): Letter =>
  message.language === 'en' ? en(message) : zh(message);
