import { readQueryCode, readReceiptNumber } from '@open-info/contract/receipt-number';
import type { RequestKey } from '@open-info/contract/requests';
import { ProblemError } from '../http/problem.ts';
import type { Quota } from '../limits/limits.ts';
import type { Service } from '../service.ts';
import { loadRequest, readCodeHash, type RequestRecord } from './store.ts';

/** How often one address may ask by number and code. */
const addressQuota: Quota = { most: 120, perSeconds: 600 };

function unreadable(field: 'number' | 'code', zh: string, en: string): ProblemError {
  const [what, named] =
    field === 'number'
      ? ['申请编号有误', 'The number is not right']
      : ['查询码有误', 'The code is not right'];
  return new ProblemError('bad-body', {
    errors: [{ field, message: { zh: what, en: named }, expected: { zh, en } }],
  });
}

/** The key in the form it is kept by; what cannot be one is told without looking anything up. */
function readKey({ number: typedNumber, code: typedCode }: RequestKey): RequestKey {
  const number = readReceiptNumber(typedNumber);
  if (number === undefined) {
    throw unreadable(
      'number',
      '回执上的 12 位数字，如 2026-0000123-5；请核对是否抄错',
      'the 12 digits of the receipt, such as 2026-0000123-5; one may be miscopied',
    );
  }
  const code = readQueryCode(typedCode);
  if (code !== undefined) return { number, code };
  throw unreadable(
    'code',
    '回执上的 10 位数字和字母，如 K7M3Q-9TXWP',
    'the 10 digits and letters of the receipt, such as K7M3Q-9TXWP',
  );
}

function notFound(): ProblemError {
  return new ProblemError('not-found', {
    detail: {
      zh: '申请编号和查询码不相符，请按回执核对。多次输错后须等候一段时间。',
      en: 'Number and code do not belong together; compare them with the receipt. After several wrong ones there is a wait.',
    },
  });
}

/** What a code is compared with where there is no request: it takes the same time. */
const noHashes = new WeakMap<Service, Promise<string>>();

function noHash(service: Service): Promise<string> {
  const made = noHashes.get(service) ?? service.privacy.hashCode('');
  noHashes.set(service, made);
  return made;
}

/** Who asks: the address for limits, the headers to tell them. */
export interface Asker {
  address: string;
  answerHeaders: Headers;
}

/**
 * Opens a request to whoever has number and code. A number that is not there and a wrong code look
 * the same, in the answer and in time.
 *
 * Wrong codes close the number to the address that sent them, for longer each time: were it closed
 * to all, anybody could lock an applicant out who only knows how numbers are counted. What many
 * addresses together can try against ten characters of chance is nothing.
 *
 * @throws ProblemError `not-found`, `too-many-requests`, or `bad-body` for what cannot be a key
 */
export async function openByKey(
  service: Service,
  { address, answerHeaders }: Asker,
  given: RequestKey,
): Promise<RequestRecord> {
  const { limits, privacy } = service;
  await limits.pass({ answerHeaders }, 'requests.key', address, addressQuota);
  const { number, code } = readKey(given);
  const door = `${number} ${address}`;
  limits.refuse(await limits.fail('requests.code', door));
  const kept = await readCodeHash(service.db, number);
  const isRight = await privacy.verifyCode(code, kept ?? (await noHash(service)));
  if (kept === undefined || !isRight) throw notFound();
  await limits.clear('requests.code', door);
  const request = await loadRequest(service, number);
  if (!request) throw notFound();
  return request;
}
