import type { Block } from '@open-info/contract/blocks';
import type { PlainCard } from '@open-info/contract/cards';
import type { Cleanup, CleanupList } from '@open-info/contract/cleanups';
import type {
  DocumentFacets,
  DocumentListQuery,
  DocumentPage,
  DocumentRef,
  InterpretationRef,
  PolicyDocument,
  PolicyDocumentSummary,
} from '@open-info/contract/documents';
import type {
  Interpretation,
  InterpretationListQuery,
  InterpretationPage,
} from '@open-info/contract/interpretations';
import { page, sampleUpdatedAt } from './catalog.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text }] });
const list = (...items: string[]): Block => ({
  kind: 'list',
  items: items.map((text) => [{ text }]),
});

const asOf = sampleUpdatedAt.slice(0, 10);
const published = (on: string) => `${on}T09:00:00+08:00`;

/** What tells the documents of the sample apart. */
const told = {
  'meals-2026': ['老年人助餐补贴办法', '示民规〔2026〕5号', 'inForce', 'district', '2026-05-20'],
  'meals-2021': [
    '老年人助餐补贴暂行办法',
    '示民规〔2021〕3号',
    'abolished',
    'district',
    '2021-04-12',
  ],
  'allowance-2026': [
    '关于调整残疾人两项补贴的通知',
    '示民规〔2026〕9号',
    'notYetInForce',
    'provincial',
    '2026-11-02',
  ],
  'enrolment-2025': [
    '关于做好义务教育招生入学工作的意见',
    '示教规〔2025〕2号',
    'expired',
    'municipal',
    '2025-04-16',
  ],
  'relief-2024': ['临时救助实施细则', '示民规〔2024〕4号', 'amended', 'district', '2024-03-16'],
  'checking-2023': [
    '社会救助家庭经济状况核对工作规程',
    '示民规〔2023〕7号',
    'inForce',
    'district',
    '2023-09-01',
  ],
} as const;

type SampleId = keyof typeof told;

const reference = (id: SampleId): DocumentRef => {
  const [title, documentNumber, validity] = told[id];
  return { id, title, documentNumber, validity };
};

/** Interpretations of each document, the latest first. */
const explained: Partial<Record<SampleId, readonly InterpretationRef[]>> = {
  'meals-2026': [
    {
      id: 'meals-2026-text',
      title: '老年人助餐补贴办法解读：一餐补五元',
      form: 'text',
      publishedAt: published('2026-05-22'),
    },
    {
      id: 'meals-2026-audio',
      title: '听一听：助餐补贴怎么领',
      form: 'audio',
      publishedAt: published('2026-06-01'),
    },
  ],
  'allowance-2026': [
    {
      id: 'allowance-2026-picture',
      title: '一图读懂：明年起残疾人补贴多了',
      form: 'picture',
      publishedAt: published('2026-11-04'),
    },
  ],
  'enrolment-2025': [
    {
      id: 'enrolment-2025-questions',
      title: '入学问答：什么时候登记、去哪所学校',
      form: 'questions',
      publishedAt: published('2025-04-18'),
    },
  ],
  'relief-2024': [
    {
      id: 'relief-2024-expert',
      title: '专家解读：遇到急难，先救助后补手续',
      form: 'expert',
      publishedAt: published('2024-03-20'),
    },
  ],
};

const paragraphs = (...texts: string[]): Block[] => texts.map(paragraph);

const documentOf = (id: SampleId, more: Partial<PolicyDocument> = {}): PolicyDocument => {
  const [, , , level, issuedOn] = told[id];
  const interpretationList = [...(explained[id] ?? [])];
  return {
    ...reference(id),
    indexNumber: `SAMPLE-${id}`,
    kind: '通知',
    level,
    issuers: [
      { name: '示例区民政局', organId: 'civil-affairs', lead: true },
      { name: '示例区财政局', organId: 'finance' },
    ],
    issuedOn,
    publishedAt: published(issuedOn),
    effectiveOn: issuedOn,
    topics: ['社会救助'],
    attribute: 'open',
    interpretations: interpretationList.length,
    body: paragraphs('第一条　为方便办事，制定本文件。', '第二条　本文件自发布之日起施行。'),
    stamp: '此件公开发布',
    files: [],
    predecessors: [],
    successors: [],
    interpretationList,
    catalogItems: [],
    responses: [],
    hasCard: false,
    updatedAt: sampleUpdatedAt,
    ...more,
  };
};

/** 政策文件 of the sample district: one of each 有效性, and one on request. Invented, as their numbers are. */
export const sampleDocuments: readonly PolicyDocument[] = [
  documentOf('allowance-2026', { effectiveOn: '2027-01-01' }),
  documentOf('meals-2026', {
    issuers: [{ name: '示例区民政局', organId: 'civil-affairs', lead: true }],
    effectiveOn: '2026-07-01',
    topics: ['养老服务'],
    predecessors: [reference('meals-2021')],
    hasCard: true,
    body: paragraphs(
      '第一条　为方便老年人就餐，制定本办法。',
      '第二条　年满六十周岁的本区老年人，在社区食堂就餐每餐补贴5元。',
      '第三条　补贴直接从餐费中扣除，不需要申请。',
      '第四条　本办法自2026年7月1日起施行。',
    ),
  }),
  documentOf('enrolment-2025', { topics: ['义务教育'], expiresOn: '2025-12-31', kind: '意见' }),
  documentOf('relief-2024', {
    cleanup: {
      id: 'cleanup-2026',
      title: '2026年行政规范性文件清理结果',
      on: '2026-10-01',
      decision: 'amend',
    },
  }),
  documentOf('checking-2023', { attribute: 'onRequest', body: [], stamp: '此件依申请公开' }),
  documentOf('meals-2021', {
    issuers: [{ name: '示例区民政局', organId: 'civil-affairs', lead: true }],
    effectiveOn: '2021-05-01',
    topics: ['养老服务'],
    successors: [reference('meals-2026')],
    body: paragraphs(
      '第一条　为方便老年人就餐，制定本办法。',
      '第二条　年满七十周岁的本区老年人，在社区食堂就餐每餐补贴3元。',
      '第三条　补贴凭就餐发票到社区申请，按季度发放。',
      '第四条　本办法自2021年5月1日起施行。',
    ),
  }),
];

const interpretationOf = (
  id: SampleId,
  { publishedAt, ...ref }: InterpretationRef,
  more: Partial<Interpretation> = {},
): Interpretation => ({
  ...ref,
  publishedAt,
  level: told[id][3],
  policies: [reference(id)],
  topics: ['社会救助'],
  organ: '示例区民政局',
  organId: 'civil-affairs',
  summary: '符合条件的，到街道政务服务中心办，当天受理。',
  background: [],
  basis: [],
  main: paragraphs('带身份证到街道办，十个工作日内告诉您结果。'),
  changes: [],
  scope: [],
  standards: [],
  benefits: [],
  cautions: [],
  terms: [],
  questions: [],
  eligibility: [],
  steps: [],
  matters: [],
  media: [],
  files: [],
  interpreter: { organ: '示例区民政局', organId: 'civil-affairs', phone: '027-00000000' },
  synchronous: true,
  updatedAt: sampleUpdatedAt,
  ...more,
});

const ofMeals: Partial<Interpretation> = {
  topics: ['养老服务'],
  summary: '年满60周岁的老人在社区食堂吃饭，每餐少付5元。',
  main: paragraphs('每餐补贴5元，付钱时直接扣。'),
  eligibility: [list('户口在本区；', '年满60周岁；', '在挂牌的社区食堂就餐。')],
  steps: [list('带身份证到社区食堂，刷一次就好。')],
  matters: [{ name: '社区食堂名单', url: '/canteens' }],
};

/** What single interpretations say beyond what all say alike. */
const particulars: Readonly<Record<string, Partial<Interpretation>>> = {
  'meals-2026-text': {
    ...ofMeals,
    background: paragraphs('老办法要留发票、跑社区，老人说太麻烦。'),
    basis: paragraphs('《中华人民共和国老年人权益保障法》。'),
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
        answer: paragraphs('不能，只在本区的社区食堂用。'),
      },
    ],
  },
  'meals-2026-audio': {
    ...ofMeals,
    media: [
      {
        form: 'picture',
        title: '一图看懂助餐补贴',
        file: 'picture',
        alternative: paragraphs('画面上写着：年满60周岁，每餐少付5元，刷身份证就行。'),
      },
      {
        form: 'audio',
        title: '助餐补贴怎么领',
        file: 'audio',
        alternative: paragraphs('老人家，到社区食堂吃饭，每餐少付五块钱。'),
      },
      {
        form: 'video',
        title: '社区食堂怎么刷身份证',
        url: '/media/meals.mp4',
        alternative: paragraphs('工作人员把身份证放在机器上，屏幕显示“已减5元”。'),
      },
    ],
    files: [
      { id: 'picture', name: '助餐补贴图解.svg', type: 'image/svg+xml', size: 8_192 },
      { id: 'audio', name: '助餐补贴怎么领.wav', type: 'audio/wav', size: 1_468_006 },
    ],
  },
};

/** 政策解读 of the sample district. */
export const sampleInterpretations: readonly Interpretation[] = (
  Object.keys(explained) as SampleId[]
)
  .flatMap((id) =>
    (explained[id] ?? []).map((ref) => interpretationOf(id, ref, particulars[ref.id])),
  )
  .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));

const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><rect width="400" height="200" fill="#13509b"/><g fill="#fff" text-anchor="middle" font-family="sans-serif"><text x="200" y="85" font-size="36">60</text><text x="200" y="150" font-size="56">5</text></g></svg>`;

/** Addresses of the files of the sample, which hold what they name: a mock asks no network. */
export const sampleFileUrls: Readonly<Record<string, string>> = {
  picture: `data:image/svg+xml,${encodeURIComponent(picture)}`,
  // A second of silence would be as good; none is shorter.
  audio: 'data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=',
};

/** 明白卡 of the sample: of the one document whose interpretation says who, what and how. */
export const sampleCards: readonly PlainCard[] = [
  {
    id: 'meals-2026',
    title: '老年人助餐补贴办法',
    policy: reference('meals-2026'),
    who: ['下面三条都占上，就能享受：', '户口在本区；', '年满60周岁；', '在挂牌的社区食堂就餐。'],
    what: ['午餐、晚餐：每餐少付5元。'],
    how: ['带身份证到社区食堂。', '付钱时刷一次，5元直接扣。'],
    ask: { organ: '示例区民政局', phone: '027-00000000', address: '示例路9号' },
    complaint: '027-00000008',
    url: '/api/v1/documents/meals-2026/article',
    version: '05S5jc7',
    asOf,
  },
];

/** 清理结果 of the sample. */
export const sampleCleanups: readonly Cleanup[] = [
  {
    id: 'cleanup-2026',
    title: '2026年行政规范性文件清理结果',
    on: '2026-10-01',
    publishedAt: published('2026-09-30'),
    organ: '示例区人民政府办公室',
    basis: '《中华人民共和国政府信息公开条例》第十八条',
    counts: { keep: 1, amend: 1 },
    entries: [
      { document: reference('meals-2026'), decision: 'keep' },
      { document: reference('relief-2024'), decision: 'amend', reason: '与上位规定不一致' },
    ],
  },
];

/** Answers `cleanups.list` from the sample. */
export const listSampleCleanups = (): CleanupList => ({
  items: [...sampleCleanups],
  updatedAt: sampleUpdatedAt,
});

/** True where nothing is chosen, or what is there is among it. */
const among = (chosen: readonly string[] | undefined, ...there: readonly string[]): boolean =>
  !chosen?.length || there.some((one) => chosen.includes(one));

/** Answers `documents.list` from the sample: searches, filters, counts topics and pages. */
export function listSampleDocuments(query: DocumentListQuery): DocumentPage {
  const { q = '', organ, topic, kind, level, validity, interpreted, facets } = query;
  const within = sampleDocuments.filter(
    (one) =>
      `${one.title} ${one.documentNumber ?? ''}`.includes(q) &&
      among(organ, ...one.issuers.map(({ organId = '' }) => organId)) &&
      among(kind, one.kind) &&
      among(level, one.level) &&
      among(validity, one.validity) &&
      (interpreted === undefined || one.interpretations > 0),
  );
  const found = within.filter(({ topics }) => among(topic, ...topics));
  return {
    ...page<PolicyDocumentSummary>(found, query),
    ...(facets && { facets: { topic: countTopics(within) } satisfies DocumentFacets }),
  };
}

function countTopics(documents: readonly PolicyDocument[]): DocumentFacets[string] {
  const all = documents.flatMap(({ topics }) => topics);
  return [...new Set(all)].map((value) => ({
    value,
    label: value,
    count: all.filter((one) => one === value).length,
  }));
}

/** Answers `interpretations.list` from the sample: searches, filters and pages. */
export function listSampleInterpretations(query: InterpretationListQuery): InterpretationPage {
  const { q = '', policy, organ, topic, form, level, validity } = query;
  const found = sampleInterpretations.filter(
    (one) =>
      one.title.includes(q) &&
      (policy === undefined || one.policies.some(({ id }) => id === policy)) &&
      among(organ, one.organId ?? '') &&
      among(topic, ...one.topics) &&
      among(form, one.form) &&
      among(level, one.level) &&
      among(validity, ...one.policies.slice(0, 1).map((each) => each.validity)),
  );
  return page(found, query);
}
