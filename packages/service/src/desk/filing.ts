import type { DeskFiling } from '@open-info/contract/desk';
import { requestChannels } from '@open-info/contract/request-events';
import type { RequestReceipt } from '@open-info/contract/requests';
import type { Officer } from '../access/officer.ts';
import { todayOf } from '../http/mount.ts';
import { ProblemError, type FieldFault } from '../http/problem.ts';
import { file, findReceipt } from '../requests/file.ts';
import { keyedWrite } from '../requests/keys.ts';
import { law } from '../requests/law.ts';
import { receiverOf } from '../requests/receivers.ts';
import { checkFiled } from '../requests/submit.ts';
import type { Service } from '../service.ts';

/** What comes to a desk; what comes online files itself. */
const deskChannels = requestChannels.filter((channel) => channel !== 'online');

function checkArrival({ channel, arrivedOn }: DeskFiling, today: string): void {
  const errors: FieldFault[] = [];
  if (!deskChannels.some((one) => one === channel)) {
    errors.push({
      field: 'channel',
      message: { zh: '不是窗口可以登记的渠道', en: 'is not a way a desk receives requests' },
      expected: {
        zh: `可用的值：${deskChannels.join('、')}`,
        en: `one of ${deskChannels.join(', ')}`,
      },
    });
  }
  if (arrivedOn > today) {
    errors.push({
      field: 'arrivedOn',
      message: { zh: '收到日期不能晚于今天', en: 'cannot be later than today' },
      expected: { zh: `${today} 或者更早`, en: `${today} or earlier` },
    });
  }
  if (errors.length > 0) throw new ProblemError('bad-body', { errors, article: law.receipt });
}

function checkOwn({ organId, role }: Officer, asked: string): void {
  if (role === 'officer' && organId === asked) return;
  throw new ProblemError('forbidden', {
    detail: {
      zh: `只能登记向本机关（${organId}）提出的申请；协调部门不代替承办机关收件（${law.officeOf}）。`,
      en: `An officer files what is asked of the own organ (${organId}); a coordinator does not receive for another (${law.officeOf}).`,
    },
    article: law.officeOf,
  });
}

/**
 * 收件登记, 代填: files what came to the desk. The same checks and the same transaction as for what
 * applicants file themselves, without what keeps programs away; the log names the officer. The day
 * of receipt follows from the channel (art. 31).
 *
 * @throws ProblemError `forbidden`, `bad-body`, `key-reused`
 */
export async function fileAtDesk(
  service: Service,
  officer: Officer,
  filing: DeskFiling,
  idempotencyKey: string | undefined,
): Promise<RequestReceipt> {
  const { channel, arrivedOn, dictated = false, ...submission } = filing;
  checkOwn(officer, submission.organId);
  checkArrival(filing, todayOf(service.now()));
  checkFiled(submission);
  const write = keyedWrite(service, `desk.file officer ${officer.id}`, idempotencyKey, filing);
  const before = await findReceipt(service, write);
  if (before) return before;
  const organ = await receiverOf(service.db, submission.organId);
  return file(service, { submission, organ, channel, arrivedOn, dictated, officer, write });
}
