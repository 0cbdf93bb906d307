import { publicDocuments, readingOf } from '../documents/public.ts';
import type { Words } from '../http/words.ts';
import type { Service } from '../service.ts';
import type { NewsItem } from './channels/channel.ts';
import { maskCaseNumber } from './subjects.ts';

/** A change as the outbox keeps it. */
export interface NotedChange {
  kind: string;
  subject: string;
  event: string;
  at: string;
}

/** What changes of one kind mean to who follows something. */
interface News {
  /** What has to be followed to be told of it, as subscriptions keep it; none: nobody is. */
  follows(service: Service, change: NotedChange): Promise<string[]>;
  /** What a message says; undefined when it is not public any longer. */
  item(service: Service, change: NotedChange): Promise<NewsItem | undefined>;
}

/** What an applicant is told of a request; what is not here is not told. */
const requestWords: Readonly<Record<string, Words>> = {
  confirmed: { zh: '机关已确认收到', en: 'Received by the office' },
  supplementAsked: { zh: '需要您补正', en: 'You are asked to complete it' },
  supplemented: { zh: '已收到补正', en: 'Your supplement was received' },
  justificationAsked: { zh: '需要您说明理由', en: 'You are asked for your reasons' },
  justified: { zh: '已收到理由说明', en: 'Your reasons were received' },
  consultationSent: { zh: '正在征求意见', en: 'Others are being consulted' },
  consultationAnswered: { zh: '已收到意见', en: 'Those consulted have answered' },
  extended: { zh: '答复期限已延长', en: 'The period was extended' },
  feeNoticed: { zh: '有费用告知', en: 'There is a notice of a fee' },
  feePaid: { zh: '已收到缴费', en: 'The fee was received' },
  replied: { zh: '已答复', en: 'Answered' },
  transferAdvised: { zh: '已告知向有关机关提出', en: 'You are referred to another organ' },
  corrected: { zh: '更正申请已处理', en: 'The correction was decided' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  lapsed: { zh: '逾期未补正或者缴费，视为放弃', en: 'Counts as given up' },
};

/** What an applicant is told of a case. */
const caseWords: Readonly<Record<string, Words>> = {
  received: { zh: '已收件', en: 'Received' },
  preReviewed: { zh: '已预审', en: 'Looked at in advance' },
  supplementAsked: { zh: '需要您补正材料', en: 'You are asked for more papers' },
  supplemented: { zh: '已收到补正材料', en: 'Your papers were received' },
  accepted: { zh: '已受理', en: 'Accepted' },
  notAccepted: { zh: '不予受理', en: 'Not accepted' },
  stepStarted: { zh: '进入下一环节', en: 'The next step has begun' },
  extended: { zh: '办理期限已延长', en: 'The period was extended' },
  suspended: { zh: '进入特别程序，暂停计时', en: 'A special procedure: the clock stands still' },
  resumed: { zh: '特别程序结束，恢复计时', en: 'The clock runs again' },
  decided: { zh: '已作出决定', en: 'Decided' },
  completed: { zh: '已办结', en: 'Completed' },
  delivered: { zh: '结果已送达或领取', en: 'The result was delivered' },
};

const documentWords: Readonly<Record<string, Words>> = {
  published: { zh: '新发布', en: 'Published' },
  changed: { zh: '内容有更新', en: 'Updated' },
  interpreted: { zh: '有新的解读', en: 'Explained' },
  answered: { zh: '有新的回应', en: 'There is a new answer to questions' },
};

/** 办理进度: number masked, status in words, and the page where it is looked up with the code. */
function progress(
  kind: 'request' | 'case',
  words: Readonly<Record<string, Words>>,
  title: Words,
): News {
  return {
    follows: (_, { subject, event }) =>
      Promise.resolve(Object.hasOwn(words, event) ? [`${kind}:${subject}`] : []),
    item: ({ settings }, { subject, event, at }) => {
      const number = maskCaseNumber(subject);
      return Promise.resolve({
        kind,
        subject: number,
        event,
        title: { zh: `${title.zh} ${number}`, en: `${title.en} ${number}` },
        what: words[event] ?? { zh: '有新的进展', en: 'There is progress' },
        link: settings.push?.progress,
        at,
      });
    },
  };
}

/** Told to all who follow its topics, its organs or its fields; anything else, to its own followers. */
const wide: readonly string[] = ['published', 'interpreted'];

const ofDocuments: News = {
  async follows(service, { subject, event }) {
    const row = await publicDocuments(readingOf(service))
      .select(['d.id', 'd.topics', 'd.organs'])
      .where('d.id', '=', subject)
      .executeTakeFirst();
    if (!row) return [];
    const own = `document:${row.id}`;
    if (!wide.includes(event)) return [own];
    const fields = await service.db
      .selectFrom('document_edges as e')
      .innerJoin('catalog_revisions as r', 'r.item_id', 'e.to_id')
      .select('r.field_id')
      .distinct()
      .where('e.kind', '=', 'listed')
      .where('e.from_id', '=', row.id)
      .where('r.valid_to', 'is', null)
      .execute();
    return [
      own,
      ...row.topics.map((topic) => `topic:${topic}`),
      ...row.organs.map((organ) => `organ:${organ}`),
      ...fields.map(({ field_id }) => `field:${field_id}`),
    ];
  },
  async item(service, { subject, event, at }) {
    const row = await publicDocuments(readingOf(service))
      .select(['d.title', 'd.document_number'])
      .where('d.id', '=', subject)
      .executeTakeFirst();
    if (!row) return undefined;
    const number = row.document_number === null ? '' : `（${row.document_number}）`;
    return {
      kind: 'document',
      subject,
      event,
      title: { zh: `《${row.title}》${number}`, en: `"${row.title}"${number}` },
      what: documentWords[event] ?? { zh: '有更新', en: 'Updated' },
      link: service.settings.documentUrl?.replaceAll('{id}', encodeURIComponent(subject)),
      at,
    };
  },
};

const ofCleanups: News = {
  async follows({ db, now }, { subject }) {
    const entries = await db
      .selectFrom('cleanup_entries as e')
      .innerJoin('cleanups as c', 'c.id', 'e.cleanup_id')
      .select(['e.document_id', 'e.decision', 'c.organ_id'])
      .where('c.id', '=', subject)
      .where('c.released_at', '<=', now().toISOString())
      .execute();
    const documents = entries
      .filter(({ decision }) => decision !== 'keep')
      .map(({ document_id }) => `document:${document_id}`);
    const organs = entries.flatMap(({ organ_id }) =>
      organ_id === null ? [] : `organ:${organ_id}`,
    );
    return [...new Set([...documents, ...organs])];
  },
  async item({ db, now }, { subject, event, at }) {
    const row = await db
      .selectFrom('cleanups')
      .select('title')
      .where('id', '=', subject)
      .where('released_at', '<=', now().toISOString())
      .executeTakeFirst();
    return (
      row && {
        kind: 'cleanup',
        subject,
        event,
        title: { zh: `《${row.title}》`, en: `"${row.title}"` },
        what: { zh: '公布文件清理结果', en: 'Result of a clean-up of documents' },
        at,
      }
    );
  },
};

const news: Readonly<Record<string, News>> = {
  'request.changed': progress('request', requestWords, { zh: '申请', en: 'Request' }),
  'case.changed': progress('case', caseWords, { zh: '办件', en: 'Case' }),
  'document.changed': ofDocuments,
  'cleanup.changed': ofCleanups,
};

/** What has to be followed to be told of a change. */
export const followsOf = async (service: Service, change: NotedChange): Promise<string[]> =>
  (await news[change.kind]?.follows(service, change)) ?? [];

/** What a message says of a change; undefined when it is not public any longer. */
export const itemOf = async (
  service: Service,
  change: NotedChange,
): Promise<NewsItem | undefined> => news[change.kind]?.item(service, change);
