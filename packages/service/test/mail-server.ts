import { SMTPServer } from 'smtp-server';

/** A letter as its server saw it. */
export interface ReceivedMail {
  to: string[];
  /** Headers by their name in small letters. */
  headers: Record<string, string>;
  subject: string;
  text: string;
  source: string;
}

/** A real mail server that notes what comes, and answers as it is told. */
export interface MailServer {
  smtpUrl: string;
  mails: ReceivedMail[];
  /** Waits until so many letters have come. */
  until(count: number): Promise<void>;
  close(): void;
}

const fromBase64 = (text: string): string => Buffer.from(text, 'base64').toString();

function fromQuoted(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** Words of a header as RFC 2047 wraps them. */
function fromWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, form: string, word: string) =>
      form.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('latin1')
        : word
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/g, (__, hex: string) =>
              String.fromCharCode(parseInt(hex, 16)),
            ),
    );
}

/** Reads a letter of plain text. */
export function readMail(source: string, to: string[] = []): ReceivedMail {
  const end = source.indexOf('\r\n\r\n');
  const lines = source
    .slice(0, end)
    .replace(/\r\n\s+/g, ' ')
    .split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const body = source.slice(end + 4);
  const encoding = headers['content-transfer-encoding'];
  const text =
    encoding === 'base64'
      ? fromBase64(body)
      : encoding === 'quoted-printable'
        ? fromQuoted(body)
        : body;
  const subject = Buffer.from(fromWords(headers.subject ?? ''), 'latin1').toString();
  return { to, headers, subject, text, source };
}

/**
 * @param answer by receiver and number of the letter, from 1: the code of a refusal, undefined to
 * take it; asked before the letter is taken, so a promise holds it up
 */
export async function startMailServer(
  answer: (to: string, nth: number) => number | undefined | Promise<number | undefined> = () =>
    undefined,
): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  let wake: () => void = () => undefined;
  let nth = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      nth += 1;
      void Promise.resolve(answer(address, nth)).then((responseCode) =>
        done(
          responseCode === undefined
            ? undefined
            : Object.assign(new Error(`not now, dear ${address}`), { responseCode }),
        ),
      );
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push(readMail(Buffer.concat(chunks).toString(), to));
        done();
        wake();
      });
    },
  });
  // A client that is killed in the middle of a letter.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mails,
    async until(count) {
      while (mails.length < count) await new Promise<void>((resolve) => (wake = resolve));
    },
    close: () => server.close(() => undefined),
  };
}
