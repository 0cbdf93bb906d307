import type { PushChannel } from '@open-info/contract/subscriptions';
import type { Language, Words } from '../../http/words.ts';
import type { Service } from '../../service.ts';
import type { Settings } from '../../settings.ts';

/** One thing that happened, without anything of a person. */
export interface NewsItem {
  kind: 'document' | 'request' | 'case' | 'cleanup';
  /** Id of a document or a clean-up, the masked number of a case. */
  subject: string;
  event: string;
  /** What it is about: a title, a masked number. */
  title: Words;
  /** What happened, in words. */
  what: Words;
  link?: string | undefined;
  /** ISO 8601. */
  at: string;
}

/** A message to one follower, before its channel puts it into words. */
export interface Message {
  /** Stays the same through every attempt. */
  id: string;
  kind: 'confirm' | 'known' | 'news';
  to: string;
  language: Language;
  /** What is followed, in words. */
  label: Words;
  /** `news`: the oldest first. */
  items: NewsItem[];
  /** `news`: how many more there were than are told. */
  more: number;
  /** `confirm`: until when. */
  confirmBy?: string | undefined;
  /** The page with the token of the holder in its fragment: to confirm, or to change. */
  holderLink: string;
  /** The page that stops it at once. */
  stopLink: string;
  /** What a mail program posts to (RFC 8058). */
  oneClick?: string | undefined;
  /** Token of the holder, for a program. */
  token: string;
  /** Secret of a webhook. */
  secret: string;
}

/** One way to a person or a program. */
export interface Channel {
  /** @throws Error when it was not accepted; `isFinal` when it never will be */
  send(message: Message): Promise<void>;
  close(): void;
}

export type ChannelNeeds = Pick<Service, 'now' | 'settings'>;

/** Whether an address does not exist, so that trying again is of no use. */
export class FinalError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'FinalError';
  }
}

/** What this service can send by. */
export function offeredChannels({ push, mail }: Settings): PushChannel[] {
  if (!push) return [];
  return [...(mail ? ['email'] : []), 'webhook', ...(push.gateway?.channels ?? [])];
}
