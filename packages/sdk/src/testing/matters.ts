import type { Block } from '@open-info/contract/blocks';
import { mergeMatters } from '@open-info/contract/matter-bundle';
import { checklistOf } from '@open-info/contract/matter-checklist';
import {
  audienceWords,
  type Checklist,
  type ChecklistQuery,
  type Matter,
  type MatterFacets,
  type MatterListQuery,
  type MatterMaterial,
  type MatterOffice,
  type MatterPage,
  type MatterSummary,
  type ScenarioQuestion,
} from '@open-info/contract/matters';
import { sampleUpdatedAt } from './catalog.ts';

const list = (...items: string[]): Block => ({
  kind: 'list',
  items: items.map((text) => [{ text }]),
});

const material = (
  id: string,
  name: string,
  more: Partial<MatterMaterial> = {},
): MatterMaterial => ({
  id,
  name,
  source: 'applicant',
  originals: 1,
  copies: 0,
  forms: ['paper', 'electronic'],
  required: true,
  files: [],
  ...more,
});

const form = (id: string, name: string) => ({
  id,
  name,
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  size: 28_400,
});

const hall: MatterOffice = {
  id: 'hall',
  name: '江汉区政务服务中心（示例）',
  address: '示例地址：江汉区示例路100号',
  counter: '二楼 企业开办专区 12–16 号窗口',
  hours: [
    { days: ['workday'], from: '09:00', to: '12:00' },
    { days: ['workday'], from: '13:30', to: '17:00' },
    { days: ['6'], from: '09:30', to: '11:30' },
  ],
  hoursNote: '星期六上午只接受咨询和收件。',
  phone: '027-00000100',
  transit: '公交示例路站，地铁示例站 B 出口步行 3 分钟',
  access: '有无障碍坡道和低位服务台，可预约手语翻译。',
  areaCode: '420103',
  channels: ['1', '4'],
};

const street: MatterOffice = {
  id: 'street-minzu',
  name: '民族街道便民服务中心（示例）',
  address: '示例地址：江汉区民族街示例巷8号',
  hours: [
    { days: ['workday'], from: '08:30', to: '12:00' },
    { days: ['workday'], from: '14:00', to: '17:30' },
  ],
  phone: '027-00000101',
  access: '有无障碍坡道。',
  areaCode: '420103001',
  channels: ['1'],
};

const machine: MatterOffice = {
  id: 'machine',
  name: '24 小时自助服务区（示例）',
  address: '示例地址：江汉区示例路100号一楼东门',
  hours: [{ days: ['workday', 'restday'], from: '00:00', to: '24:00' }],
  areaCode: '420103',
  channels: ['self'],
};

const whoQuestion: ScenarioQuestion = {
  id: 'who',
  text: '谁来办？',
  options: [
    { id: 'self', label: '经营者本人' },
    { id: 'agent', label: '委托别人' },
  ],
};

const agentMaterials: readonly MatterMaterial[] = [
  material('authority', '授权委托书', {
    key: 'authority',
    note: '写明委托办什么、到什么时候，经营者签字。',
    files: [form('authority-form', '授权委托书（空白表）.docx')],
    when: [{ question: 'who', is: ['agent'] }],
  }),
  material('agent-id', '受托人身份证', {
    key: 'agent-id',
    issuer: '公安机关',
    forms: ['paper'],
    note: '当场看原件，看完退还。',
    when: [{ question: 'who', is: ['agent'] }],
  }),
];

const ownerId = material('owner-id', '经营者身份证', {
  key: 'owner-id',
  source: 'government',
  issuer: '公安机关',
  exempt: '窗口通过电子证照调取，您只要报身份证号码',
});

const base = {
  bundle: false,
  organ: { id: 'market-regulation', name: '武汉市江汉区市场监督管理局' },
  level: '4',
  fields: [],
  jointOrgans: [],
  specialProcedures: [],
  parts: [],
  documents: [],
  onlineUrl: 'https://zwfw.example.gov.cn/',
  consultPhones: ['027-00000102'],
  complaintPhones: ['12345'],
  version: '2026-2',
  source: { name: '湖北省政务服务事项管理系统（示例）' },
  fictitious: true,
  updatedAt: sampleUpdatedAt,
} satisfies Partial<Matter>;

const shop: Matter = {
  ...base,
  id: 'shop-registration',
  name: '个体工商户设立登记',
  code: '11420103MB0000001X400073100100101',
  basicCode: '000731001001',
  type: '07',
  summary: '自己开店做生意，先办营业执照。',
  audiences: ['1'],
  themes: ['开办企业'],
  channels: ['1', '2', '3', '4', 'self'],
  caseType: '1',
  statutory: { amount: 3, unit: 'workday', note: '情形复杂的，经批准可以再延长 3 个工作日。' },
  promised: { amount: 1, unit: 'workday' },
  visits: 0,
  charged: false,
  basis: [
    {
      title: '市场主体登记管理条例',
      article: '第十九条',
      text: '对申请材料齐全、符合法定形式的予以确认并当场登记；不能当场登记的，应当在3个工作日内予以登记。',
      url: 'https://www.gov.cn/',
    },
  ],
  conditions: [
    list(
      '有经营能力的公民，在本区从事工商业经营；',
      '有固定的经营场所（网上开店的，有平台的网络经营场所）；',
      '名称没有和别人重复。',
    ),
  ],
  questions: [
    whoQuestion,
    {
      id: 'place',
      text: '经营场所是哪一种？',
      help: '只在网上开店、没有门面的，选第三项。',
      options: [
        { id: 'own', label: '自己的房子' },
        { id: 'rent', label: '租来的门面' },
        { id: 'online', label: '只在网上开店' },
      ],
    },
  ],
  materials: [
    material('application', '个体工商户登记（备案）申请书', {
      key: 'shop-application',
      files: [
        form('application-form', '登记申请书（空白表）.docx'),
        form('application-sample', '登记申请书（填写样例）.docx'),
      ],
    }),
    ownerId,
    ...agentMaterials,
    material('deed', '不动产权证书', {
      key: 'deed',
      source: 'government',
      issuer: '自然资源和规划部门',
      exempt: '窗口通过不动产登记信息核对',
      when: [{ question: 'place', is: ['own'] }],
    }),
    material('lease', '房屋租赁合同', {
      key: 'lease',
      originals: 0,
      copies: 1,
      when: [{ question: 'place', is: ['rent'] }],
    }),
    material('platform', '网络经营场所使用证明', {
      key: 'platform',
      issuer: '电子商务平台',
      forms: ['electronic'],
      when: [{ question: 'place', is: ['online'] }],
    }),
  ],
  steps: [
    { id: 'submit', name: '提交', text: '在窗口或者网上提交申请书和材料。' },
    {
      id: 'review',
      name: '审查',
      organ: '武汉市江汉区市场监督管理局',
      period: { amount: 1, unit: 'workday' },
      text: '材料齐全、符合法定形式的，当场登记。',
    },
    { id: 'issue', name: '领执照', text: '电子营业执照当场发到手机，纸质的当场领取或者寄到家。' },
  ],
  fees: [],
  results: [
    {
      name: '营业执照',
      validity: '长期有效',
      delivery: ['pickUp', 'post', 'electronic'],
      files: [],
    },
  ],
  range: '全市通办',
  offices: [hall, street, machine],
  appointmentUrl: 'https://zwfw.example.gov.cn/yuyue',
  faq: [
    {
      question: '名称要先核准吗？',
      answer: '不用。现在名称自主申报，和登记一起办。',
    },
  ],
};

const food: Matter = {
  ...base,
  id: 'food-licence',
  name: '食品经营许可（新办）',
  code: '11420103MB0000001X400013102500201',
  basicCode: '000131025002',
  type: '01',
  summary: '开餐馆、食堂，现做现卖食品，要先拿到食品经营许可证。',
  audiences: ['1', '2'],
  themes: ['开办企业', '准营准办'],
  fields: ['food-drug-regulation'],
  channels: ['1', '2', '4'],
  caseType: '2',
  statutory: { amount: 20, unit: 'workday' },
  promised: { amount: 7, unit: 'workday', note: '现场核查的时间算在内。' },
  visits: 1,
  charged: false,
  basis: [
    {
      title: '中华人民共和国食品安全法',
      article: '第三十五条',
      text: '国家对食品生产经营实行许可制度。从事食品生产、食品销售、餐饮服务，应当依法取得许可。',
      url: 'https://www.gov.cn/',
    },
    { title: '中华人民共和国行政许可法', article: '第四十二条' },
  ],
  conditions: [
    list(
      '有营业执照（正在一起办的也可以）；',
      '有和食品品种、数量相适应的场所和设备；',
      '有食品安全管理人员和保证食品安全的制度。',
    ),
  ],
  questions: [
    whoQuestion,
    {
      id: 'kitchen',
      text: '做不做凉菜、生食或者裱花蛋糕？',
      options: [
        { id: 'yes', label: '做' },
        { id: 'no', label: '不做' },
      ],
    },
    {
      id: 'room',
      text: '有没有单独的操作专间？',
      help: '专间要有空调、消毒灯和自己的冰箱。',
      when: [{ question: 'kitchen', is: ['yes'] }],
      options: [
        { id: 'yes', label: '有' },
        { id: 'no', label: '还没有' },
      ],
    },
  ],
  materials: [
    material('food-application', '食品经营许可申请书', {
      files: [form('food-application-form', '食品经营许可申请书（空白表）.docx')],
    }),
    ownerId,
    ...agentMaterials,
    material('business-licence', '营业执照', {
      source: 'government',
      issuer: '市场监督管理部门',
      exempt: '本部门自己核发，直接调取',
    }),
    material('layout', '经营场所布局图', {
      note: '标出操作间、库房、洗手和消毒的位置，手画也可以。',
    }),
    material('rules', '食品安全管理制度', {
      copies: 1,
      originals: 0,
      files: [form('rules-sample', '食品安全管理制度（样例）.docx')],
    }),
    material('special-room', '专间布局图和消毒设备清单', {
      when: [
        { question: 'kitchen', is: ['yes'] },
        { question: 'room', is: ['yes'] },
      ],
    }),
    material('special-plan', '专间整改计划', {
      note: '专间建好以前，许可范围里不写凉菜、生食和裱花蛋糕。',
      when: [
        { question: 'kitchen', is: ['yes'] },
        { question: 'room', is: ['no'] },
      ],
    }),
    material('training', '食品安全管理人员培训证明', { required: false, originals: 0, copies: 1 }),
  ],
  steps: [
    { id: 'submit', name: '提交', text: '在窗口或者网上提交。' },
    {
      id: 'accept',
      name: '受理',
      organ: '武汉市江汉区市场监督管理局',
      period: { amount: 1, unit: 'workday' },
      text: '材料不齐的，一次告诉您要补的全部材料。',
    },
    {
      id: 'inspect',
      name: '现场核查',
      organ: '武汉市江汉区市场监督管理局',
      period: { amount: 3, unit: 'workday' },
      text: '两名以上工作人员到店里看，先打电话约时间。',
    },
    {
      id: 'decide',
      name: '决定',
      organ: '武汉市江汉区市场监督管理局',
      period: { amount: 3, unit: 'workday' },
    },
    { id: 'issue', name: '领证', text: '自己来领或者寄到家。' },
  ],
  specialProcedures: [
    {
      name: '检验、检测',
      period: { amount: 15, unit: 'workday' },
      basis: '《中华人民共和国行政许可法》第四十五条',
    },
  ],
  fees: [
    {
      name: '许可工本费',
      amount: 0,
      note: '不收费。',
      basis: '《中华人民共和国行政许可法》第五十八条',
    },
  ],
  results: [
    {
      name: '食品经营许可证',
      validity: '五年',
      delivery: ['pickUp', 'post'],
      files: [
        {
          id: 'licence-sample',
          name: '食品经营许可证（样本）.pdf',
          type: 'application/pdf',
          size: 96_000,
        },
      ],
    },
  ],
  offices: [hall],
  faq: [
    {
      question: '只卖预包装食品要办吗？',
      answer: '不用办许可，到同一个窗口备案就可以。',
    },
    { question: '营业执照还没下来能先交吗？', answer: '可以，用“开餐饮店一件事”一起办。' },
  ],
};

const meals: Matter = {
  ...base,
  id: 'meal-registration',
  name: '老年人助餐服务登记',
  code: '11420103MB0000009X442001101400001',
  type: '20',
  organ: { id: 'civil-affairs', name: '武汉市江汉区民政局' },
  summary: '年满60周岁的老人登记一次，在社区食堂吃饭每餐少付5元。',
  audiences: ['1'],
  themes: ['养老'],
  fields: ['elderly-care'],
  channels: ['1', 'self'],
  caseType: '1',
  promised: { amount: 0, unit: 'workday' },
  visits: 1,
  charged: false,
  basis: [{ title: '老年人助餐补贴办法', article: '第二条', documentId: 'meals-2026' }],
  conditions: [list('户口在本区；', '年满60周岁。')],
  questions: [],
  materials: [
    material('id', '本人身份证', {
      issuer: '公安机关',
      forms: ['paper'],
      note: '刷一下就还给您。',
    }),
    material('household', '户口簿', {
      source: 'government',
      issuer: '公安机关',
      exempt: '窗口通过人口信息核对',
    }),
  ],
  steps: [{ id: 'read', name: '刷身份证登记', period: { amount: 0, unit: 'workday' } }],
  fees: [],
  results: [{ name: '助餐资格', delivery: ['electronic'], files: [] }],
  offices: [street, machine],
  onlineUrl: undefined,
  faq: [],
  documents: [
    {
      id: 'meals-2026',
      title: '老年人助餐补贴办法',
      documentNumber: '示民规〔2026〕5号',
      validity: 'inForce',
    },
  ],
};

const bundle: Matter = {
  ...base,
  id: 'open-restaurant',
  name: '开餐饮店“一件事”',
  bundle: true,
  summary: '营业执照和食品经营许可一次申请、一套材料，不用跑两趟。',
  audiences: ['1', '2'],
  themes: ['开办企业'],
  channels: ['1', '2', '3', '4'],
  caseType: '2',
  statutory: { amount: 20, unit: 'workday' },
  promised: { amount: 7, unit: 'workday' },
  visits: 1,
  charged: false,
  jointOrgans: ['武汉市江汉区政务服务和大数据管理局（示例）'],
  basis: [{ title: '优化营商环境条例', article: '第三十五条' }, ...shop.basis, ...food.basis],
  conditions: [list('准备在本区开一家餐饮店；', '店面已经定下来。')],
  ...mergeMatters([shop, food]),
  steps: food.steps,
  specialProcedures: food.specialProcedures,
  fees: food.fees,
  results: [...shop.results, ...food.results],
  offices: [hall],
  faq: food.faq,
};

/** 政务服务事项 of the sample district: three, and one 一件事. Invented, as their codes and numbers are. */
export const sampleMatters: readonly Matter[] = [bundle, shop, food, meals];

const asOf = sampleUpdatedAt.slice(0, 10);

function summaryOf(matter: Matter): MatterSummary {
  const { id, name, code, type, organ, summary, audiences, themes, fields, channels } = matter;
  const { caseType, statutory, promised, visits, charged, updatedAt } = matter;
  return {
    ...{ id, name, bundle: matter.bundle, organ, summary, audiences, themes, fields, channels },
    ...{ caseType, visits, charged, updatedAt },
    ...(code !== undefined && { code }),
    ...(type !== undefined && { type }),
    ...(statutory && { statutory }),
    ...(promised && { promised }),
  };
}

/** What each filter compares. */
const valuesOf: Record<string, (matter: Matter) => readonly (readonly [string, string])[]> = {
  organ: ({ organ }) => [[organ.id, organ.name]],
  theme: ({ themes }) => themes.map((theme) => [theme, theme]),
  field: ({ fields }) => fields.map((field) => [field, field]),
  audience: ({ audiences }) => audiences.map((code) => [code, audienceWords[code]?.zh ?? code]),
  type: ({ type }) => (type === undefined ? [] : [[type, type]]),
  channel: ({ channels }) => channels.map((code) => [code, code]),
};

type Chosen = Partial<Record<string, string[]>>;

const fits = (matter: Matter, chosen: Chosen, except?: string): boolean =>
  Object.entries(valuesOf).every(([filter, read]) => {
    const wanted = filter === except ? undefined : chosen[filter];
    return !wanted?.length || read(matter).some(([value]) => wanted.includes(value));
  });

function facetsOf(matters: readonly Matter[], chosen: Chosen): MatterFacets {
  return Object.fromEntries(
    Object.entries(valuesOf).map(([filter, read]) => {
      const counts = new Map<string, { value: string; label: string; count: number }>();
      for (const matter of matters.filter((one) => fits(one, chosen, filter))) {
        for (const [value, label] of read(matter)) {
          const count = (counts.get(value)?.count ?? 0) + 1;
          counts.set(value, { value, label, count });
        }
      }
      return [filter, [...counts.values()]];
    }),
  );
}

const wordsOf = ({ name, summary, themes, organ }: Matter): string =>
  [name, summary, organ.name, ...themes].join(' ');

/** Answers `matters.list` from the sample. */
export function listSampleMatters(query: MatterListQuery): MatterPage {
  const { q = '', bundle: only, facets, ...filters } = query;
  const chosen = filters as Chosen;
  const found = sampleMatters.filter(
    (matter) =>
      wordsOf(matter).includes(q) && (only === undefined || String(matter.bundle) === only),
  );
  const items = found.filter((matter) => fits(matter, chosen)).map(summaryOf);
  return {
    items,
    total: items.length,
    asOf,
    updatedAt: sampleUpdatedAt,
    ...(facets && { facets: facetsOf(found, chosen) }),
  };
}

/** Answers `matters.checklist` from a matter. */
export function checklistOfSample(matter: Matter, { answer = [] }: ChecklistQuery): Checklist {
  const pairs = answer.map((one) => [
    one.slice(0, one.indexOf(':')),
    one.slice(one.indexOf(':') + 1),
  ]);
  return checklistOf(matter, Object.fromEntries(pairs) as Record<string, string>);
}
