import { checkSubmission } from '@open-info/contract/request-check';
import type { RequestReceipt, RequestSubmission } from '@open-info/contract/requests';
import { todayOf } from '../http/mount.ts';
import { ProblemError } from '../http/problem.ts';
import type { Service } from '../service.ts';
import { uploadRules } from '../uploads/kinds.ts';
import { applicantOf, file, findReceipt } from './file.ts';
import { keyedWrite } from './keys.ts';
import { law } from './law.ts';
import { receiverOf } from './receivers.ts';

/** Who submits and what comes with it; a `Call` is one. */
export interface Submitter {
  address: string;
  answerHeaders: Headers;
  idempotencyKey: string | undefined;
}

/** Filings of one address in an hour, and of one applicant in a day. A hall has one address for many. */
export const defaultSubmitLimit = 60;

type Filed = Omit<RequestSubmission, 'challenge' | 'website'>;

/**
 * What a submission lacks (art. 29).
 *
 * @throws ProblemError `bad-body` naming every field
 */
export function checkFiled(filed: Filed): void {
  const errors = checkSubmission(filed);
  if (errors.length > 0) throw new ProblemError('bad-body', { errors, article: law.application });
  const { maxCount } = uploadRules;
  if ((filed.attachments?.length ?? 0) <= maxCount) return;
  throw new ProblemError('bad-body', {
    errors: [
      {
        field: 'attachments',
        message: { zh: '附件过多', en: 'There are too many files' },
        expected: { zh: `最多 ${maxCount} 个`, en: `at most ${maxCount}` },
      },
    ],
  });
}

/**
 * 提交申请 by the applicant.
 *
 * @throws ProblemError `bad-body`, `too-many-requests`, `challenge-required`, `key-reused`
 */
export async function submit(
  service: Service,
  { address, answerHeaders, idempotencyKey }: Submitter,
  { challenge, website, ...filed }: RequestSubmission,
): Promise<RequestReceipt> {
  if (website !== undefined && website !== '') {
    // A program filled in what nobody sees; which field it was is not told.
    throw new ProblemError('bad-body');
  }
  checkFiled(filed);
  const write = keyedWrite(service, 'requests.submit', idempotencyKey, filed);
  const before = await findReceipt(service, write);
  if (before) return before;
  await receiverOf(service.db, filed.organId);
  const { limits, settings } = service;
  const call = { answerHeaders };
  const perHour = settings.submitLimit ?? defaultSubmitLimit;
  await limits.pass(call, 'requests.submit', address, { most: perHour, perSeconds: 3_600 });
  const applicant = applicantOf(service, filed.applicant);
  await limits.pass(call, 'requests.applicant', applicant, { most: perHour, perSeconds: 86_400 });
  await service.challenges.pass({ address, idempotencyKey }, challenge);
  return file(service, {
    submission: filed,
    channel: 'online',
    arrivedOn: todayOf(service.now()),
    dictated: false,
    officer: undefined,
    write,
  });
}
