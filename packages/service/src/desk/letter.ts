import type { DeskMove, ReplyDraft } from '@open-info/contract/desk';
import type { Organ } from '@open-info/contract/organs';
import { fillTemplate, type Outcome } from '@open-info/contract/outcomes';
import { findOutcome } from '@open-info/contract/outcomes-table';
import { ProblemError } from '../http/problem.ts';
import { findOrgan, findOrgans } from '../organs/store.ts';
import { illegalMove, law, refusal } from '../requests/law.ts';
import { readRulebook } from '../requests/rulebook.ts';
import { stateOf } from '../requests/state.ts';
import type { RequestRecord } from '../requests/store.ts';
import type { Service } from '../service.ts';

/** What an officer fills in, as it stands in the letter. */
const openPlaces: Record<string, string> = {
  applicant: '〔申请人姓名或者名称〕',
  sought: '〔申请公开的内容〕',
  receivedOn: '〔收到申请的日期〕',
  contact: '〔联系方式〕',
  reviewOrgan: '〔行政复议机关〕',
  court: '〔有管辖权的人民法院〕',
  reason: '〔理由〕',
  provision: '〔提供的内容或者获取的方式、途径〕',
  withheld: '〔不予公开的内容〕',
};

/**
 * Sees that no letter goes out with a place that nobody filled in.
 *
 * @throws ProblemError `bad-body` at `text`
 */
export function checkFilled(move: DeskMove): void {
  if (!['reply', 'adviseTransfer', 'correct'].includes(move.kind) || !('text' in move)) return;
  const left = Object.values(openPlaces).filter((place) => move.text?.includes(place));
  if (left.length === 0) return;
  throw new ProblemError('bad-body', {
    errors: [
      {
        field: 'text',
        message: {
          zh: `还有没有填写的内容：${left.join('、')}`,
          en: `Places are not filled in yet: ${left.join(', ')}`,
        },
        expected: { zh: '填写完整的答复书', en: 'the letter with every place filled in' },
      },
    ],
  });
}

/** 2026-09-07 as a letter writes it. */
function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function contactOf({ office }: Organ): string | undefined {
  if (!office) return undefined;
  const { name, phone, address } = office;
  return [name, phone && `电话 ${phone}`, address && `地址 ${address}`].filter(Boolean).join('，');
}

/**
 * 行政复议机关: the government at whose level the organ works (《行政复议法》第二十四条). Against that
 * government itself one turns to the next higher, which this district's list does not hold.
 */
async function reviewOrganOf(
  { db }: Pick<Service, 'db'>,
  { kind, areaCode }: Organ,
): Promise<string | undefined> {
  if (kind !== 'department' && kind !== 'street') return undefined;
  const [government] = await findOrgans(db, { kind: ['government'], area: areaCode.slice(0, 6) });
  return government?.name;
}

function soughtOf({ particulars }: RequestRecord): string | undefined {
  if (!particulars) return undefined;
  const { name, documentNumber, description } = particulars.sought;
  return [name, documentNumber && `（${documentNumber}）`, description]
    .filter(Boolean)
    .join(' ')
    .trim();
}

async function knownOf(
  service: Service,
  request: RequestRecord,
): Promise<Record<string, string | undefined>> {
  const organ = await findOrgan(service.db, request.organId);
  if (!organ) throw new Error('a request without its organ');
  const { today } = await readRulebook(service);
  const { receivedOn } = stateOf(request.events);
  return {
    applicant: request.particulars?.applicant.name,
    organ: organ.name,
    number: request.number,
    sought: soughtOf(request),
    receivedOn: receivedOn && longDay(receivedOn),
    repliedOn: longDay(today),
    contact: contactOf(organ),
    reviewOrgan: await reviewOrganOf(service, organ),
  };
}

function outcomeOf(code: string): Outcome {
  const outcome = findOutcome(code);
  if (outcome) return outcome;
  throw new ProblemError('not-found', {
    detail: {
      zh: '没有这种办理结果。可从 /api/v1/outcomes 查看全部办理结果。',
      en: 'There is no such outcome. See /api/v1/outcomes for all of them.',
    },
  });
}

/**
 * The letter for an outcome. What the service does not know stays as 〔…〕 and is listed.
 *
 * @throws ProblemError `not-found` for an outcome that is none, `illegal-move` for a correction
 */
export async function draftReply(
  service: Service,
  request: RequestRecord,
  code: string,
): Promise<ReplyDraft> {
  const outcome = outcomeOf(code);
  if (request.kind === 'correction') {
    throw illegalMove(
      refusal(
        law.correction,
        '更正申请以更正处理决定办结，不使用信息公开答复书',
        'A request for correction ends with a decision of its own, not with this letter',
      ),
    );
  }
  const known = await knownOf(service, request);
  const open: string[] = [];
  const values: Record<string, string> = {};
  for (const place of outcome.places) {
    const value = known[place] ?? openPlaces[place];
    if (value === undefined) continue;
    values[place] = value;
    if (known[place] === undefined) open.push(value);
  }
  return { outcome: code, text: fillTemplate(outcome, values), open };
}
