import { readReceiptNumber } from '@open-info/contract/receipt-number';
import type { Officer } from '../access/officer.ts';
import { appendAudit } from '../audit/store.ts';
import { ProblemError } from '../http/problem.ts';
import { law } from '../requests/law.ts';
import { loadRequest, type RequestRecord } from '../requests/store.ts';
import type { Service } from '../service.ts';

/** Whose requests an officer sees: those of the own organ; undefined for a coordinator, who sees all. */
export const scopeOf = ({ role, organId }: Officer): string | undefined =>
  role === 'coordinator' ? undefined : organId;

/**
 * The organ a list is limited to.
 *
 * @throws ProblemError `forbidden` when it is not the officer's
 */
export function chosenOrgan(officer: Officer, organ: string | undefined): string | undefined {
  const own = scopeOf(officer);
  if (own === undefined || organ === undefined || organ === own) return organ ?? own;
  throw new ProblemError('forbidden', {
    detail: {
      zh: `只能查看本机关（${own}）的申请；请去掉 organ（${law.officeOf}）。`,
      en: `An officer sees the requests of the own organ (${own}); leave organ out (${law.officeOf}).`,
    },
    article: law.officeOf,
  });
}

/**
 * A request an officer may see. Another organ's request and one that does not exist look the same.
 *
 * @throws ProblemError `not-found`
 */
export async function openForOfficer(
  service: Service,
  officer: Officer,
  typed: string,
): Promise<RequestRecord> {
  const number = readReceiptNumber(typed);
  const request = number === undefined ? undefined : await loadRequest(service, number);
  const scope = scopeOf(officer);
  if (request && (scope === undefined || scope === request.organId)) return request;
  throw new ProblemError('not-found', {
    detail: {
      zh: '本机关没有这个编号的申请，请核对编号。',
      en: 'Your organ has no request of this number; compare the number.',
    },
  });
}

/** Notes who has looked at personal data, and at what (《个人信息保护法》第五十一条、第五十四条). */
export async function noteView(
  service: Service,
  { id }: Officer,
  { number, organId }: RequestRecord,
  action: 'request.viewed' | 'request.fileViewed' | 'request.letterBegun',
  facts: Record<string, string> = {},
): Promise<void> {
  await service.db.transaction().execute((trx) =>
    appendAudit(service, trx, {
      actor: id,
      action,
      subject: number,
      facts: { organ: organId, ...facts },
    }),
  );
}
