import { postWebhook } from '../../outbox/webhook.ts';
import type { Channel, ChannelNeeds, Message, NewsItem } from './channel.ts';

const itemOf = ({ title, what, ...item }: NewsItem, { language }: Message) => ({
  ...item,
  title: title[language],
  what: what[language],
});

function bodyOf(message: Message, now: Date): object {
  const { kind, label, language, items, more, confirmBy, token, secret } = message;
  const about = label[language];
  const head = { type: `subscription.${kind}`, timestamp: now.toISOString() };
  if (kind === 'news') {
    return { ...head, data: { about, items: items.map((item) => itemOf(item, message)), more } };
  }
  // Only who reads what comes to this address learns the secret and can confirm.
  return { ...head, data: { about, token, secret, ...(confirmBy !== undefined && { confirmBy }) } };
}

/** A program of the follower, signed as Standard Webhooks has it. */
export function webhookChannel({ now, settings }: ChannelNeeds): Channel {
  return {
    async send(message) {
      const { id, to, secret } = message;
      const body = JSON.stringify(bodyOf(message, now()));
      await postWebhook({ url: to, secret }, { id, body }, now(), settings.webhookPrivate === true);
    },
    close: () => undefined,
  };
}
