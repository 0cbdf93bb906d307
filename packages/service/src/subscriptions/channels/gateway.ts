import { postWebhook } from '../../outbox/webhook.ts';
import type { GatewayChannel, GatewaySettings } from '../settings.ts';
import type { Channel, Message } from './channel.ts';

/** Templates are approved beforehand in China; these are what a gateway has to know. */
function templateOf(message: Message): { template: string; params: Record<string, string> } {
  const { kind, label, language, items, more, holderLink, stopLink } = message;
  const about = label[language];
  if (kind === 'confirm') {
    return { template: 'subscription.confirm', params: { about, link: holderLink } };
  }
  if (kind === 'known') {
    return { template: 'subscription.known', params: { about, link: holderLink, stop: stopLink } };
  }
  const count = items.length + more;
  const [first] = items;
  if (count === 1 && first) {
    const params = { about, title: first.title[language], what: first.what[language] };
    const link = first.link ?? holderLink;
    return { template: 'subscription.news', params: { ...params, link, stop: stopLink } };
  }
  const params = { about, count: String(count), link: holderLink, stop: stopLink };
  return { template: 'subscription.digest', params };
}

/** 短信、微信, through the gateway of the district; it lies where its settings say. */
export function gatewayChannel(
  { url, secret }: GatewaySettings,
  channel: GatewayChannel,
  now: () => Date,
): Channel {
  return {
    async send(message) {
      const { id, to, language } = message;
      const body = JSON.stringify({ channel, to, language, ...templateOf(message) });
      await postWebhook({ url, secret }, { id, body }, now(), true);
    },
    close: () => undefined,
  };
}
