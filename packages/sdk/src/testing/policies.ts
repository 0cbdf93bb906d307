import type { Block } from '@open-info/contract/blocks';
import type {
  DocumentListQuery,
  DocumentPage,
  DocumentRef,
  InterpretationRef,
  PolicyDocument,
} from '@open-info/contract/documents';
import type {
  Interpretation,
  InterpretationListQuery,
  InterpretationPage,
} from '@open-info/contract/interpretations';
import { sampleUpdatedAt } from './catalog.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text }] });
const list = (...items: string[]): Block => ({
  kind: 'list',
  items: items.map((text) => [{ text }]),
});

const asOf = sampleUpdatedAt.slice(0, 10);
const issuedOf: Record<string, string> = { 'meals-2026': '2026-05-20', 'meals-2021': '2021-04-12' };

const reference = (id: string): DocumentRef => {
  const isNew = id === 'meals-2026';
  return {
    id,
    title: isNew ? '老年人助餐补贴办法' : '老年人助餐补贴暂行办法',
    documentNumber: isNew ? '示民规〔2026〕5号' : '示民规〔2021〕3号',
    validity: isNew ? 'inForce' : 'abolished',
  };
};

const interpretationRefs: InterpretationRef[] = [
  {
    id: 'meals-2026-text',
    title: '老年人助餐补贴办法解读：一餐补五元',
    form: 'text',
    publishedAt: '2026-05-22T09:00:00+08:00',
  },
  {
    id: 'meals-2026-audio',
    title: '听一听：助餐补贴怎么领',
    form: 'audio',
    publishedAt: '2026-06-01T09:00:00+08:00',
  },
];

const documentOf = (id: string, body: Block[]): PolicyDocument => {
  const isNew = id === 'meals-2026';
  return {
    ...reference(id),
    indexNumber: `SAMPLE-${id}`,
    kind: '通知',
    level: 'district',
    issuers: [{ name: '示例区民政局', organId: 'civil-affairs', lead: true }],
    issuedOn: issuedOf[id] ?? '',
    publishedAt: `${issuedOf[id] ?? ''}T09:00:00+08:00`,
    effectiveOn: isNew ? '2026-07-01' : '2021-05-01',
    topics: ['养老服务'],
    attribute: 'open',
    interpretations: isNew ? interpretationRefs.length : 0,
    body,
    stamp: '此件公开发布',
    files: [],
    predecessors: isNew ? [reference('meals-2021')] : [],
    successors: isNew ? [] : [reference('meals-2026')],
    interpretationList: isNew ? interpretationRefs : [],
    catalogItems: [],
    responses: [],
    hasCard: isNew,
    updatedAt: sampleUpdatedAt,
  };
};

/** 政策文件 of the sample district: one, and the one it replaced. Invented, as their numbers are. */
export const sampleDocuments: readonly PolicyDocument[] = [
  documentOf('meals-2026', [
    paragraph('第一条　为方便老年人就餐，制定本办法。'),
    paragraph('第二条　年满六十周岁的本区老年人，在社区食堂就餐每餐补贴5元。'),
    paragraph('第三条　补贴直接从餐费中扣除，不需要申请。'),
    paragraph('第四条　本办法自2026年7月1日起施行。'),
  ]),
  documentOf('meals-2021', [
    paragraph('第一条　为方便老年人就餐，制定本办法。'),
    paragraph('第二条　年满七十周岁的本区老年人，在社区食堂就餐每餐补贴3元。'),
    paragraph('第三条　补贴凭就餐发票到社区申请，按季度发放。'),
    paragraph('第四条　本办法自2021年5月1日起施行。'),
  ]),
];

const interpretationOf = (
  ref: InterpretationRef,
  more: Partial<Interpretation>,
): Interpretation => ({
  id: ref.id,
  title: ref.title,
  form: ref.form,
  publishedAt: ref.publishedAt,
  level: 'district',
  policies: [reference('meals-2026')],
  topics: ['养老服务'],
  organ: '示例区民政局',
  organId: 'civil-affairs',
  summary: '年满60周岁的老人在社区食堂吃饭，每餐少付5元。',
  background: [],
  basis: [],
  main: [paragraph('每餐补贴5元，付钱时直接扣。')],
  changes: [],
  scope: [],
  standards: [],
  benefits: [],
  cautions: [],
  terms: [],
  questions: [],
  eligibility: [list('户口在本区；', '年满60周岁；', '在挂牌的社区食堂就餐。')],
  steps: [list('带身份证到社区食堂，刷一次就好。')],
  matters: [{ name: '社区食堂名单', url: '/canteens' }],
  media: [],
  files: [],
  interpreter: { organ: '示例区民政局', organId: 'civil-affairs', phone: '027-00000000' },
  synchronous: true,
  updatedAt: sampleUpdatedAt,
  ...more,
});

const [ofText, ofAudio] = interpretationRefs;

/** 政策解读 of the sample district. */
export const sampleInterpretations: readonly Interpretation[] = [
  ...(ofText
    ? [
        interpretationOf(ofText, {
          background: [paragraph('老办法要留发票、跑社区，老人说太麻烦。')],
          basis: [paragraph('《中华人民共和国老年人权益保障法》。')],
          changes: [
            { topic: '年龄', before: '年满70周岁', after: '年满60周岁' },
            { topic: '补多少', before: '每餐3元', after: '每餐5元' },
            { topic: '免申请', after: '付钱时直接扣，不用申请' },
          ],
          standards: [
            {
              kind: 'table',
              text: [{ text: '每餐补贴（元）' }],
              rows: [
                [
                  { text: [{ text: '餐次' }], header: true },
                  { text: [{ text: '补贴' }], header: true },
                ],
                [{ text: [{ text: '午餐、晚餐' }], header: true }, { text: [{ text: '5' }] }],
              ],
            },
          ],
          terms: [{ term: '社区食堂', meaning: '门口挂有助餐标志、由区里签约的食堂。' }],
          questions: [
            {
              question: '别的区的食堂能用吗？',
              answer: [paragraph('不能，只在本区的社区食堂用。')],
            },
          ],
        }),
      ]
    : []),
  ...(ofAudio
    ? [
        interpretationOf(ofAudio, {
          media: [
            {
              form: 'audio',
              title: '助餐补贴怎么领',
              url: '/media/meals.mp3',
              alternative: [paragraph('老人家，到社区食堂吃饭，每餐少付五块钱。')],
            },
          ],
        }),
      ]
    : []),
];

/** Answers `documents.list` from the sample. */
export function listSampleDocuments({ q = '', validity }: DocumentListQuery): DocumentPage {
  const items = sampleDocuments.filter(
    (document) =>
      document.title.includes(q) && (!validity?.length || validity.includes(document.validity)),
  );
  return { items, total: items.length, asOf, updatedAt: sampleUpdatedAt };
}

/** Answers `interpretations.list` from the sample. */
export function listSampleInterpretations({
  q = '',
  policy,
}: InterpretationListQuery): InterpretationPage {
  const items = sampleInterpretations.filter(
    ({ title, policies }) =>
      title.includes(q) && (policy === undefined || policies.some(({ id }) => id === policy)),
  );
  return { items, total: items.length, asOf, updatedAt: sampleUpdatedAt };
}
