import { checkSubmission } from '@open-info/contract/request-check';
import { identityKinds } from '@open-info/contract/identity';
import {
  applicantCategories,
  assistanceNeeds,
  deliveryForms,
  deliveryWays,
  requestKinds,
  type RequestReceipt,
  type RequestSubmission,
} from '@open-info/contract/requests';
import { todayOf } from '../http/mount.ts';
import { ProblemError, type FieldFault } from '../http/problem.ts';
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

/** Words of a list are read open and taken strictly: what nobody knows cannot be answered. */
function unknownWords({ kind, applicant, agent, delivery, assistance }: Filed): FieldFault[] {
  const given: [field: string, value: string, known: readonly string[]][] = [
    ['kind', kind, requestKinds],
    ['applicant.category', applicant.category, applicantCategories],
    ['applicant.identity.kind', applicant.identity.kind, identityKinds],
    ['delivery.form', delivery.form, deliveryForms],
    ['delivery.way', delivery.way, deliveryWays],
    ...(assistance?.needs ?? []).map((need, index): [string, string, readonly string[]] => [
      `assistance.needs.${index}`,
      need,
      assistanceNeeds,
    ]),
  ];
  if (agent) given.push(['agent.identity.kind', agent.identity.kind, identityKinds]);
  return given
    .filter(([, value, known]) => !known.includes(value))
    .map(([field, , known]) => ({
      field,
      message: { zh: '不是可用的值', en: 'is not one of the possible values' },
      expected: { zh: `${known.join('、')} 之一`, en: `one of ${known.join(', ')}` },
    }));
}

/**
 * What a submission lacks (art. 29).
 *
 * @throws ProblemError `bad-body` naming every field
 */
export function checkFiled(filed: Filed): void {
  const errors = [...unknownWords(filed), ...checkSubmission(filed)];
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
  const organ = await receiverOf(service.db, filed.organId);
  const { limits, settings } = service;
  const call = { answerHeaders };
  const perHour = settings.submitLimit ?? defaultSubmitLimit;
  await limits.pass(call, 'requests.submit', address, { most: perHour, perSeconds: 3_600 });
  const applicant = applicantOf(service, filed.applicant);
  await limits.pass(call, 'requests.applicant', applicant, { most: perHour, perSeconds: 86_400 });
  await service.challenges.pass({ address, idempotencyKey }, challenge);
  return file(service, {
    submission: filed,
    organ,
    channel: 'online',
    arrivedOn: todayOf(service.now()),
    dictated: false,
    officer: undefined,
    write,
  });
}
