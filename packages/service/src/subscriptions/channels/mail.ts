import { Mailer, type MailSettings } from '../../outbox/mail.ts';
import { FinalError, type Channel, type Message } from './channel.ts';
import { letterOf } from './words.ts';

/** 一键退订 (RFC 2369, RFC 8058): a mail program shows a button of its own. */
function listHeaders({ kind, oneClick, stopLink }: Message): Record<string, string> {
  if (kind === 'confirm') return {};
  if (oneClick === undefined) return { 'List-Unsubscribe': `<${stopLink}>` };
  return {
    'List-Unsubscribe': `<${oneClick}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** A server that says this address will never be. */
function isRefused(error: unknown): boolean {
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown };
  return command === 'RCPT TO' && typeof responseCode === 'number' && responseCode >= 550;
}

/** 电子邮件. */
export function mailChannel(settings: MailSettings): Channel {
  const mailer = new Mailer(settings);
  return {
    async send(message) {
      const { id, to } = message;
      try {
        await mailer.send({ id, to, ...letterOf(message), headers: listHeaders(message) });
      } catch (error) {
        throw isRefused(error) ? new FinalError('address refused') : error;
      }
    },
    close: () => mailer.close(),
  };
}
