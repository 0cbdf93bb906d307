import { readCaseCode, readCaseNumber } from '@open-info/contract/cases';
import { readQueryCode, readReceiptNumber } from '@open-info/contract/receipt-number';
import type { SubscriptionSubject } from '@open-info/contract/subscriptions';
import { sql } from 'kysely';
import { openCase } from '../cases/track.ts';
import { publicDocuments, readingOf } from '../documents/public.ts';
import { ProblemError } from '../http/problem.ts';
import type { Words } from '../http/words.ts';
import { findOrgan } from '../organs/store.ts';
import { openByKey, type Asker } from '../requests/track.ts';
import type { Service } from '../service.ts';

/**
 * Finds what somebody wants to follow.
 *
 * @returns what it is kept as, `topic:养老`; undefined when it is not of this sort or not there
 * @throws ProblemError of a door that takes number and code
 */
type Resolver = (
  service: Service,
  asker: Asker,
  subject: SubscriptionSubject,
) => Promise<string | undefined>;

/** 依申请公开 by number and code, as `requests.track` takes them. */
const request: Resolver = async (service, asker, { id, code = '' }) => {
  const number = readReceiptNumber(id);
  if (number === undefined || readQueryCode(code) === undefined) return undefined;
  await openByKey(service, asker, { number, code });
  return `request:${number}`;
};

/** 办件 by number and code, as `cases.track` takes them. */
const matterCase: Resolver = async (service, asker, { id, code = '' }) => {
  const number = readCaseNumber(id);
  if (number === undefined || readCaseCode(code) === undefined) return undefined;
  return `case:${(await openCase(service, asker, { number, code })).number}`;
};

const document: Resolver = async (service, _, { id }) => {
  const row = await publicDocuments(readingOf(service))
    .select('d.id')
    .where((eb) => eb.or([eb('d.id', '=', id), eb('d.index_number', '=', id)]))
    .orderBy(sql`d.id = ${id}`, 'desc')
    .executeTakeFirst();
  return row && `document:${row.id}`;
};

const field: Resolver = async ({ db }, _, { id }) => {
  const row = await db
    .selectFrom('fields')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', id), eb('name', '=', id)]))
    .executeTakeFirst();
  return row && `field:${row.id}`;
};

const organ: Resolver = async ({ db }, _, { id }) => {
  const row = await db
    .selectFrom('organs')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', id), eb('name', '=', id)]))
    .executeTakeFirst();
  return row && `organ:${row.id}`;
};

/** Only topics that documents have: what anybody might write would stand in messages to others. */
const topic: Resolver = async (service, _, { id }) => {
  const row = await publicDocuments(readingOf(service))
    .select('d.id')
    .where(sql<boolean>`d.topics @> array[${id}]::text[]`)
    .limit(1)
    .executeTakeFirst();
  return row && `topic:${id}`;
};

/** By kind, the doors in turn; another sort of number is one more entry of `case`. */
const resolvers: Readonly<Record<string, readonly Resolver[]>> = {
  case: [request, matterCase],
  document: [document],
  field: [field],
  organ: [organ],
  topic: [topic],
};

/**
 * @returns what a subject is kept as
 * @throws ProblemError `bad-body` when there is no such thing; those of the doors for a case
 */
export async function resolve(
  service: Service,
  asker: Asker,
  subject: SubscriptionSubject,
): Promise<string> {
  for (const resolver of resolvers[subject.kind] ?? []) {
    const found = await resolver(service, asker, { ...subject, id: subject.id.trim() });
    if (found !== undefined) return found;
  }
  throw new ProblemError('bad-body', {
    errors: [
      {
        field: 'subject.id',
        message: { zh: '没有找到要订阅的内容', en: 'what is to be followed is not there' },
        expected: {
          zh: '公开的政策文件、主题、领域或机关；办件须用回执上的编号和查询码',
          en: 'a public document, a topic, a field or an organ; a case by the number and code of its receipt',
        },
      },
    ],
  });
}

/** A number as it may stand in a message: its first four and last three characters, `2026-*****23-5`. */
export function maskCaseNumber(number: string): string {
  const length = number.replace(/[^A-Za-z0-9]/g, '').length;
  let place = 0;
  return number.replace(/[A-Za-z0-9]/g, (sign) => {
    place += 1;
    return place <= 4 || place > length - 3 ? sign : '*';
  });
}

type Label = (service: Service, id: string) => Promise<Words>;

const same = (name: string): Words => ({ zh: name, en: name });

const labels: Readonly<Record<string, Label>> = {
  request: (_, id) =>
    Promise.resolve({
      zh: `申请 ${maskCaseNumber(id)} 的办理进度`,
      en: `progress of request ${maskCaseNumber(id)}`,
    }),
  case: (_, id) =>
    Promise.resolve({
      zh: `办件 ${maskCaseNumber(id)} 的办理进度`,
      en: `progress of case ${maskCaseNumber(id)}`,
    }),
  topic: (_, id) => Promise.resolve({ zh: `政策主题“${id}”`, en: `the policy topic "${id}"` }),
  async field({ db }, id) {
    const row = await db
      .selectFrom('fields')
      .select('name')
      .where('id', '=', id)
      .executeTakeFirst();
    return { zh: `“${row?.name ?? id}”领域`, en: `the field "${row?.name ?? id}"` };
  },
  async organ({ db }, id) {
    return same((await findOrgan(db, id))?.name ?? id);
  },
  async document(service, id) {
    const row = await publicDocuments(readingOf(service))
      .select('d.title')
      .where('d.id', '=', id)
      .executeTakeFirst();
    if (!row) return { zh: '一份不再公开的文件', en: 'a document that is no longer public' };
    return { zh: `《${row.title}》`, en: `"${row.title}"` };
  },
};

/** What is followed, in words that may stand in a message. */
export function labelOf(service: Service, follows: string): Promise<Words> {
  const at = follows.indexOf(':');
  const label = labels[follows.slice(0, at)];
  return label
    ? label(service, follows.slice(at + 1))
    : Promise.resolve({ zh: '所订阅的内容', en: 'what you follow' });
}
