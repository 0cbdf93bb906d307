import { readQueryCode, readReceiptNumber } from '@open-info/contract/receipt-number';
import type { RequestKey } from '@open-info/contract/requests';
import { openDoor, unreadableKey, type Asker } from '../limits/key-door.ts';
import type { Service } from '../service.ts';
import { loadRequest, readCodeHash, type RequestRecord } from './store.ts';

export type { Asker } from '../limits/key-door.ts';

/** The key in the form it is kept by; what cannot be one is told without looking anything up. */
function readKey({ number: typedNumber, code: typedCode }: RequestKey): RequestKey {
  const number = readReceiptNumber(typedNumber);
  if (number === undefined) {
    throw unreadableKey(
      'number',
      { zh: '申请编号有误', en: 'The number is not right' },
      {
        zh: '回执上的 12 位数字，如 2026-0000123-5；请核对是否抄错',
        en: 'the 12 digits of the receipt, such as 2026-0000123-5; one may be miscopied',
      },
    );
  }
  const code = readQueryCode(typedCode);
  if (code !== undefined) return { number, code };
  throw unreadableKey(
    'code',
    { zh: '查询码有误', en: 'The code is not right' },
    {
      zh: '回执上的 10 位数字和字母，如 K7M3Q-9TXWP',
      en: 'the 10 digits and letters of the receipt, such as K7M3Q-9TXWP',
    },
  );
}

/**
 * Opens a request to whoever has number and code.
 *
 * @throws ProblemError `not-found`, `too-many-requests`, or `bad-body` for what cannot be a key
 */
export function openByKey(
  service: Service,
  asker: Asker,
  given: RequestKey,
): Promise<RequestRecord> {
  return openDoor(
    service,
    asker,
    {
      noun: 'requests',
      readKey,
      readHash: (number) => readCodeHash(service.db, number),
      load: (number) => loadRequest(service, number),
      notFound: {
        zh: '申请编号和查询码不相符，请按回执核对。多次输错后须等候一段时间。',
        en: 'Number and code do not belong together; compare them with the receipt. After several wrong ones there is a wait.',
      },
    },
    given,
  );
}
