import { readCaseCode, readCaseNumber, type CaseKey } from '@open-info/contract/cases';
import { openDoor, unreadableKey, type Asker } from '../limits/key-door.ts';
import type { Service } from '../service.ts';
import { loadCase, readCaseCodeHash, type CaseRecord } from './store.ts';

function readKey({ number: typedNumber, code: typedCode }: CaseKey): CaseKey {
  const number = readCaseNumber(typedNumber);
  if (number === undefined) {
    throw unreadableKey(
      'number',
      { zh: '办件编号有误', en: 'The case number is not right' },
      {
        zh: '受理通知书上的编号，由字母、数字和连字符组成，4 到 50 个字符',
        en: 'the number on the notice of acceptance: 4 to 50 letters, digits and hyphens',
      },
    );
  }
  const code = readCaseCode(typedCode);
  if (code !== undefined) return { number, code };
  throw unreadableKey(
    'code',
    { zh: '查询密码有误', en: 'The code is not right' },
    {
      zh: '受理通知书上的查询密码，4 到 40 个字母或数字',
      en: 'the code on the notice of acceptance: 4 to 40 letters or digits',
    },
  );
}

/**
 * Opens a case to whoever has number and code.
 *
 * @throws ProblemError `not-found`, `too-many-requests`, or `bad-body` for what cannot be a key
 */
export function openCase(service: Service, asker: Asker, given: CaseKey): Promise<CaseRecord> {
  return openDoor(
    service,
    asker,
    {
      noun: 'cases',
      readKey,
      readHash: (number) => readCaseCodeHash(service.db, number),
      load: (number) => loadCase(service, number),
      notFound: {
        zh: '办件编号和查询密码不相符，请按受理通知书核对。刚受理的办件可能尚未报送到这里；多次输错后须等候一段时间。',
        en: 'Number and code do not belong together; compare them with the notice of acceptance. A case just accepted may not have arrived here yet; after several wrong ones there is a wait.',
      },
    },
    given,
  );
}
