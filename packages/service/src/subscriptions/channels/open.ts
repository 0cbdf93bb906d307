import type { Channel, ChannelNeeds } from './channel.ts';
import { gatewayChannel } from './gateway.ts';
import { mailChannel } from './mail.ts';
import { webhookChannel } from './webhook.ts';

/** The channels of a service, by name. */
export function openChannels(needs: ChannelNeeds): Map<string, Channel> {
  const { mail, push } = needs.settings;
  const channels = new Map<string, Channel>();
  if (!push) return channels;
  if (mail) channels.set('email', mailChannel(mail));
  channels.set('webhook', webhookChannel(needs));
  const { gateway } = push;
  if (!gateway) return channels;
  for (const name of gateway.channels) {
    channels.set(name, gatewayChannel(gateway, name, needs.now));
  }
  return channels;
}
