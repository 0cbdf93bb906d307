import type { PlainCard } from '@open-info/contract/cards';
import type { PolicyDocument, PolicyDocumentSummary } from '@open-info/contract/documents';
import type { InterpretationSummary } from '@open-info/contract/interpretations';
import { createClient, type Client } from '@open-info/sdk/client';
import { ConnectionError } from '@open-info/sdk/errors';

const updatedAt = '2026-11-20T08:30:00+08:00';
const asOf = '2026-11-20';

const titles = [
  ['care', '关于印发《示例区养老服务补贴实施办法》的通知', 'inForce', 'district'],
  ['allowance', '关于调整最低生活保障标准的通知', 'amended', 'district'],
  ['enrolment', '关于做好义务教育阶段学校招生入学工作的意见', 'expired', 'municipal'],
  ['points', '便民服务点管理办法', 'abolished', 'district'],
  ['disability', '关于调整残疾人两项补贴的通知', 'notYetInForce', 'provincial'],
] as const;

const forms = ['text', 'picture', 'questions', 'expert', 'video'];

const documents = titles.map(([id, title, validity, level], index): PolicyDocumentSummary => ({
  id,
  title,
  documentNumber: `示民规〔2026〕${index + 1}号`,
  validity,
  indexNumber: `SL000000/2026-0000${index + 1}`,
  kind: '通知',
  level,
  issuers: [
    { name: '示例区民政局', organId: 'civil-affairs', lead: true },
    { name: '示例区财政局', organId: 'finance' },
  ],
  issuedOn: `2026-0${index + 1}-16`,
  publishedAt: `2026-0${index + 1}-20T09:30:00+08:00`,
  topics: ['养老服务', '社会救助'],
  attribute: index === 3 ? 'onRequest' : 'open',
  interpretations: index === 3 ? 0 : 1,
}));

const interpretations = documents.map((document, index): InterpretationSummary => ({
  id: `${document.id}-explained`,
  title: `一看就懂：${document.title}`,
  form: forms[index] ?? 'text',
  level: document.level,
  policies: [document],
  topics: document.topics,
  organ: '示例区民政局',
  organId: 'civil-affairs',
  publishedAt: document.publishedAt,
  summary: '从今年起，本区老人请人照护可以领补贴，每人每月最多一千元。',
}));

/** A whole document. */
export const document: PolicyDocument = {
  ...(documents[0] as PolicyDocumentSummary),
  body: [],
  stamp: '此件公开发布',
  files: [],
  predecessors: [],
  successors: [],
  interpretationList: [],
  catalogItems: [],
  responses: [],
  hasCard: true,
  updatedAt,
};

export const plainCard: PlainCard = {
  id: 'care',
  title: '示例区养老服务补贴实施办法',
  policy: document,
  who: [
    '下面三条都占上，就能享受：',
    '户口在示例区；',
    '年满60周岁；',
    '吃饭、洗澡、走动等要人帮忙，评估为轻度以上失能。',
  ],
  what: ['低保家庭：每人每月300元到1000元。', '其他80周岁以上老人：每人每月100元到350元。'],
  how: [
    '带老人的身份证到街道政务服务中心，或者在网上办事平台填申请表。',
    '评估人员上门看老人，10个工作日内出结果。',
    '批准后的下个月起，钱打进电子账户。',
  ],
  ask: { organ: '示例区民政局', phone: '027-00000009', address: '示例路9号' },
  complaint: '027-00000008',
  url: '/api/v1/documents/care/article',
  version: '05S5jc7',
  asOf,
};

/** Answers by operation id; a function is given the address that was asked. */
export type Answers = Record<string, unknown>;

type Filter = (url: URL) => unknown;

const pageOf =
  (all: readonly { level: string; title: string }[], more: object = {}): Filter =>
  ({ searchParams }) => {
    const level = searchParams.get('level');
    const q = searchParams.get('q') ?? '';
    const items = all.filter(
      (one) => (level === null || one.level === level) && one.title.includes(q),
    );
    return { items, total: items.length, asOf, updatedAt, ...more };
  };

const facets = {
  topic: ['养老服务', '社会救助'].map((topic) => ({ value: topic, label: topic, count: 2 })),
};

const district: Answers = {
  'documents.list': pageOf(documents, { facets }),
  'documents.get': document,
  'interpretations.list': pageOf(interpretations),
  'cards.get': plainCard,
};

/** A client that answers with sample policies, or with what is given instead. */
export function policyClient(answers: Answers = {}): Client {
  const all = { ...district, ...answers };
  return createClient({
    baseUrl: 'https://mock.invalid',
    contract: 'strict',
    maxRetries: 0,
    timeout: 2 ** 31 - 1,
    deadline: 2 ** 31 - 1,
    middleware: [
      async ({ url }, _, { operation }) => {
        const answer = all[operation];
        const value: unknown =
          typeof answer === 'function' ? (answer as Filter)(new URL(url)) : answer;
        if (value instanceof Error) throw value;
        return Response.json(await value);
      },
    ],
  });
}

const each = (answer: unknown): Answers =>
  Object.fromEntries(Object.keys(district).map((operation) => [operation, answer]));

export const emptyClient = policyClient({
  'documents.list': pageOf([]),
  'interpretations.list': pageOf([]),
});
export const slowClient = policyClient(each(new Promise(() => undefined)));
export const failingClient = policyClient(each(new ConnectionError('offline')));
