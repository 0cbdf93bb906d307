import type { ExchangeRecord, ExchangeReport } from '@open-info/contract/exchange';
import type { Problem } from '@open-info/contract/problem';
import { randomUUID } from 'node:crypto';
import type { ExchangeSystem } from '../src/exchange/settings.ts';
import { signatureOf } from '../src/outbox/webhook.ts';

/** A secret of tests. */
export const pushSecret = `whsec_${Buffer.from('an acceptance system that tests').toString('base64')}`;

/** A system that pushes. */
export const hall: ExchangeSystem = {
  id: 'hall',
  name: '统一受理平台',
  organs: ['administrative-approval', 'market-regulation'],
  secrets: [pushSecret],
};

export const caseCode = 'K7M3Q9TX';

/** The life of a case that goes well, oldest first. */
export function lifeOf(number: string): ExchangeRecord[] {
  const base = { caseNumber: number, organ: 'administrative-approval' };
  return [
    {
      ...base,
      id: `${number}-0`,
      step: '0',
      at: '20261109T090000',
      matterCode: '11420103MB1A0001',
      matterName: '食品经营许可（新办）',
      caseType: '2',
      applicant: '钱多多',
      queryCode: caseCode,
    },
    { ...base, id: `${number}-1`, step: '1', at: '20261109T091500', state: '收件' },
    {
      ...base,
      id: `${number}-2`,
      step: '2',
      at: '20261110T100000',
      state: '受理',
      statutory: { amount: 20, unit: 'workday' },
      promised: { amount: 5, unit: 'workday' },
    },
    {
      ...base,
      id: `${number}-3a`,
      step: '3',
      at: '20261110T110000',
      activity: '审核',
      state: '1',
      expectedOn: '20261112',
    },
    { ...base, id: `${number}-3b`, step: '3', at: '20261112T160000', activity: '审核', state: '2' },
    {
      ...base,
      id: `${number}-4`,
      step: '4',
      at: '20261113T150000',
      outcome: '准予',
      text: '准予许可',
      certificate: { name: '食品经营许可证', number: 'JY14201030000001' },
      way: '窗口领取',
      place: '区政务服务中心 3 号窗口',
    },
  ];
}

/** An answer to a push, read. */
export interface Pushed {
  status: number;
  body: ExchangeReport & Partial<Problem>;
}

/** Signs and pushes records as an acceptance system does. */
export async function push(
  url: string,
  records: unknown,
  { system = 'hall', secret = pushSecret, at = new Date(), headers = {} } = {},
): Promise<Pushed> {
  const body = JSON.stringify({ records });
  const id = `msg_${randomUUID()}`;
  const timestamp = Math.floor(at.getTime() / 1_000);
  const answer = await fetch(`${url}/api/v1/exchange/${system}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf(secret, id, timestamp, body),
      ...headers,
    },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as Pushed['body'] };
}
