import type { CaseEvent } from '@open-info/contract/case-events';
import type { CaseKey, CaseRating, CaseResult } from '@open-info/contract/cases';
import type { MatterPeriod } from '@open-info/contract/matters';
import type { Attachment } from '@open-info/contract/uploads';

/** States a case can be seen in. */
export const sampleCaseNames = [
  'preReview',
  'supplementing',
  'reviewing',
  'suspended',
  'overdue',
  'notAccepted',
  'denied',
  'granted',
  'toPickUp',
  'rated',
  'onTheSpot',
  'unknown',
] as const;
export type SampleCaseName = (typeof sampleCaseNames)[number];

type Step = Omit<CaseEvent, 'seq' | 'at' | 'organ'>;

/** A case as the sample hall keeps it. */
export interface KeptCase {
  number: string;
  /** `1` 即办件, `2` 承诺件. */
  caseType: string;
  matter: { id: string; name: string };
  organId: string;
  /** Invented. */
  applicant: string;
  statutory?: MatterPeriod | undefined;
  promised?: MatterPeriod | undefined;
  /** 环节 the guide names, in their order. */
  line: readonly { name: string; organ?: string }[];
  events: CaseEvent[];
  submittedAt: string;
  /** When its log was last written to. */
  changedAt: string;
  result?: CaseResult | undefined;
  /** Where what is ready can be fetched, and until when. */
  pickUp?: { place: string; by: string; text: string } | undefined;
  /** What the acceptance system calls a state that is unknown here. */
  statusText?: string | undefined;
  rating?: CaseRating | undefined;
  /** Counts its changes. */
  revision: number;
}

type Told = 'number' | 'caseType' | 'events' | 'line' | 'revision' | 'submittedAt' | 'changedAt';

type Story = Omit<KeptCase, Told> & {
  caseType?: string;
  line?: KeptCase['line'];
  steps: Step[];
};

const workdays = (amount: number): MatterPeriod => ({ amount, unit: 'workday' });

const line = [{ name: '受理' }, { name: '审查' }, { name: '决定' }, { name: '制证' }];

const pdf = (id: string, name: string, size: number): Attachment => ({
  id,
  name,
  type: 'application/pdf',
  size,
});

const remedies: CaseResult['remedies'] = [
  {
    kind: 'reconsideration',
    text: '可以自知道该决定之日起六十日内向武汉市江汉区人民政府申请行政复议（《行政复议法》第二十条）。',
  },
  {
    kind: 'litigation',
    text: '也可以自知道该决定之日起六个月内向人民法院提起行政诉讼（《行政诉讼法》第四十六条）。',
  },
];

const stories: Record<SampleCaseName, Story> = {
  preReview: {
    matter: { id: 'private-school', name: '民办学校（含培训机构）设立审批' },
    organId: 'education',
    applicant: '黄示例',
    statutory: { amount: 3, unit: 'month' },
    promised: workdays(20),
    steps: [
      { kind: 'submitted', on: '2026-11-19' },
      { kind: 'received', on: '2026-11-19' },
      { kind: 'preReviewed', on: '2026-11-20', text: '已转教育局预审，五个工作日内答复。' },
    ],
  },
  supplementing: {
    matter: { id: 'elder-canteen', name: '社区老年助餐点备案' },
    organId: 'civil-affairs',
    applicant: '陈样本',
    statutory: workdays(20),
    promised: workdays(5),
    steps: [
      { kind: 'submitted', on: '2026-11-12' },
      { kind: 'received', on: '2026-11-13' },
      {
        kind: 'supplementAsked',
        on: '2026-11-18',
        dueOn: '2026-12-02',
        round: 1,
        text: '以上为需要补正的全部材料。可以在网上补交，也可以到窗口递交。',
        materials: [
          '食品经营许可证（副本）复印件一份',
          '助餐点房屋租赁合同或者产权证明复印件一份',
          '工作人员健康证明（每人一份）',
        ],
      },
    ],
  },
  reviewing: {
    matter: { id: 'elder-allowance', name: '老年人福利补贴（高龄津贴）' },
    organId: 'civil-affairs',
    applicant: '欧阳示范',
    statutory: workdays(20),
    promised: workdays(10),
    line: [
      { name: '受理', organ: '民意街道办事处' },
      { name: '街道初审', organ: '民意街道办事处' },
      { name: '区级审核' },
      { name: '决定' },
      { name: '发放' },
    ],
    steps: [
      { kind: 'submitted', on: '2026-11-06' },
      { kind: 'received', on: '2026-11-06' },
      { kind: 'accepted', on: '2026-11-09' },
      { kind: 'stepStarted', on: '2026-11-09', step: '街道初审', expectedOn: '2026-11-13' },
      { kind: 'stepEnded', on: '2026-11-12', step: '街道初审' },
      { kind: 'stepStarted', on: '2026-11-13', step: '区级审核', expectedOn: '2026-11-23' },
    ],
  },
  suspended: {
    matter: { id: 'fire-check', name: '公众聚集场所投入使用、营业前消防安全检查' },
    organId: 'public-security',
    applicant: '示例餐饮有限公司',
    statutory: workdays(10),
    promised: workdays(7),
    steps: [
      { kind: 'submitted', on: '2026-11-05' },
      { kind: 'received', on: '2026-11-05' },
      { kind: 'accepted', on: '2026-11-06' },
      { kind: 'stepStarted', on: '2026-11-09', step: '审查', expectedOn: '2026-11-13' },
      {
        kind: 'suspended',
        on: '2026-11-11',
        procedure: '检测、鉴定',
        workdays: 15,
        text: '需要对消防设施进行检测，检测时间不计算在办理时限内，已书面告知申请人。',
      },
    ],
  },
  overdue: {
    matter: { id: 'social-org', name: '社会团体变更登记' },
    organId: 'civil-affairs',
    applicant: '示例区书法协会',
    statutory: workdays(20),
    promised: workdays(10),
    steps: [
      { kind: 'submitted', on: '2026-10-30' },
      { kind: 'received', on: '2026-10-30' },
      { kind: 'accepted', on: '2026-11-02' },
      { kind: 'stepStarted', on: '2026-11-02', step: '审查', expectedOn: '2026-11-11' },
    ],
  },
  notAccepted: {
    matter: { id: 'legal-aid', name: '法律援助申请审核' },
    organId: 'justice',
    applicant: '林示例',
    statutory: workdays(7),
    steps: [
      { kind: 'submitted', on: '2026-11-09' },
      { kind: 'received', on: '2026-11-10' },
      {
        kind: 'notAccepted',
        on: '2026-11-12',
        text: '所申请的事项由劳动人事争议仲裁委员会处理，不属于本机关职权范围。请向江汉区劳动人事争议仲裁院提出，电话 027-00000000（示例）。',
      },
    ],
    result: {
      on: '2026-11-12',
      outcome: 'returned',
      text: '不属于本机关职权范围，请向江汉区劳动人事争议仲裁院提出。',
      attachments: [pdf('c-n', '不予受理通知书.pdf', 92_160)],
      remedies,
    },
  },
  denied: {
    matter: { id: 'school-vehicle', name: '校车使用许可' },
    organId: 'education',
    applicant: '示例路小学',
    statutory: workdays(20),
    promised: workdays(12),
    steps: [
      { kind: 'submitted', on: '2026-10-20' },
      { kind: 'received', on: '2026-10-20' },
      { kind: 'accepted', on: '2026-10-22' },
      { kind: 'stepStarted', on: '2026-10-22', step: '审查', expectedOn: '2026-10-30' },
      { kind: 'stepEnded', on: '2026-10-30', step: '审查' },
      { kind: 'decided', on: '2026-11-03', outcome: 'denied' },
      { kind: 'completed', on: '2026-11-03', outcome: 'denied' },
    ],
    result: {
      on: '2026-11-03',
      outcome: 'denied',
      text: '拟使用车辆未取得校车标牌，不符合《校车安全管理条例》第十四条规定的条件，不予许可。',
      attachments: [pdf('c-d', '不予行政许可决定书.pdf', 118_784)],
      remedies,
    },
  },
  granted: {
    matter: { id: 'canteen-permit', name: '食品经营许可（新办）' },
    organId: 'civil-affairs',
    applicant: '示例餐饮店',
    statutory: workdays(20),
    promised: workdays(8),
    steps: [
      { kind: 'submitted', on: '2026-11-02' },
      { kind: 'received', on: '2026-11-02' },
      { kind: 'accepted', on: '2026-11-03' },
      { kind: 'stepStarted', on: '2026-11-03', step: '审查', expectedOn: '2026-11-09' },
      { kind: 'stepEnded', on: '2026-11-09', step: '审查' },
      { kind: 'decided', on: '2026-11-11', outcome: 'granted' },
      { kind: 'completed', on: '2026-11-12', outcome: 'granted' },
      { kind: 'delivered', on: '2026-11-12', way: 'electronic' },
    ],
    result: {
      on: '2026-11-12',
      outcome: 'granted',
      text: '符合条件，准予许可。电子证照与纸质证照具有同等效力。',
      certificate: { name: '食品经营许可证', number: 'JY00000000000000', validUntil: '2031-11-11' },
      attachments: [
        pdf('c-1', '食品经营许可证（电子证照）.pdf', 486_400),
        pdf('c-2', '准予行政许可决定书.pdf', 131_072),
      ],
      delivery: { way: 'electronic', deliveredOn: '2026-11-12' },
      remedies: [],
    },
  },
  toPickUp: {
    matter: { id: 'disability-card', name: '残疾人证办理' },
    organId: 'civil-affairs',
    applicant: '何示范',
    statutory: workdays(15),
    promised: workdays(10),
    steps: [
      { kind: 'submitted', on: '2026-11-03' },
      { kind: 'received', on: '2026-11-03' },
      { kind: 'accepted', on: '2026-11-04' },
      { kind: 'stepStarted', on: '2026-11-04', step: '审查', expectedOn: '2026-11-12' },
      { kind: 'stepEnded', on: '2026-11-11', step: '审查' },
      { kind: 'decided', on: '2026-11-13', outcome: 'granted' },
      { kind: 'completed', on: '2026-11-16', outcome: 'granted' },
    ],
    result: {
      on: '2026-11-16',
      outcome: 'granted',
      certificate: { name: '中华人民共和国残疾人证', validUntil: '2036-11-15' },
      attachments: [],
      delivery: { way: 'pickUp', place: '江汉区政务服务中心 2 楼 18 号窗口（示例路 1 号）' },
      remedies: [],
    },
    pickUp: {
      place: '江汉区政务服务中心 2 楼 18 号窗口（示例路 1 号）',
      by: '2026-12-15',
      text: '工作日 9:00–17:00。请带本人身份证；代领的，带双方身份证和委托书。',
    },
  },
  rated: {
    matter: { id: 'marriage-copy', name: '婚姻登记档案查询' },
    organId: 'civil-affairs',
    applicant: '周示范',
    statutory: workdays(5),
    promised: workdays(3),
    steps: [
      { kind: 'submitted', on: '2026-10-26' },
      { kind: 'received', on: '2026-10-26' },
      { kind: 'accepted', on: '2026-10-26' },
      { kind: 'stepStarted', on: '2026-10-26', step: '审查', expectedOn: '2026-10-29' },
      { kind: 'stepEnded', on: '2026-10-28', step: '审查' },
      { kind: 'completed', on: '2026-10-29', outcome: 'granted' },
      { kind: 'delivered', on: '2026-11-02', way: 'post' },
      { kind: 'rated', on: '2026-11-03' },
    ],
    result: {
      on: '2026-10-29',
      outcome: 'granted',
      text: '档案复印件已盖章，随邮件寄出。',
      attachments: [],
      delivery: {
        way: 'post',
        place: '邮政特快专递',
        tracking: 'EX000000000CN',
        deliveredOn: '2026-11-02',
      },
      remedies: [],
    },
    rating: {
      level: '4',
      at: '2026-11-03T20:15:00+08:00',
      answer: {
        text: '您反映邮寄前没有电话确认地址，情况属实。我们已改为寄出前一天电话确认，感谢您的意见。',
        on: '2026-11-10',
      },
    },
  },
  onTheSpot: {
    caseType: '1',
    matter: { id: 'bus-card', name: '老年人优待证办理' },
    organId: 'civil-affairs',
    applicant: '孙样本',
    line: [],
    steps: [
      { kind: 'received', on: '2026-11-20' },
      { kind: 'completed', on: '2026-11-20', outcome: 'granted' },
      { kind: 'delivered', on: '2026-11-20', way: 'pickUp' },
    ],
    result: {
      on: '2026-11-20',
      outcome: 'granted',
      certificate: { name: '湖北省老年人优待证' },
      attachments: [],
      delivery: { way: 'pickUp', place: '民意街道政务服务中心', deliveredOn: '2026-11-20' },
      remedies: [],
    },
  },
  unknown: {
    matter: { id: 'tobacco', name: '跨省通办：异地居住证签注' },
    organId: 'public-security',
    applicant: '吴示例',
    statutory: workdays(15),
    steps: [
      { kind: 'submitted', on: '2026-11-10' },
      { kind: 'accepted', on: '2026-11-11' },
      { kind: 'other', on: '2026-11-18', text: '省级平台复核（状态码 47）' },
    ],
    statusText: '省级平台复核（状态码 47）',
  },
};

const number = (name: SampleCaseName) =>
  `JH-2026-11-${String(201 + sampleCaseNames.indexOf(name)).padStart(6, '0')}`;

/** Number and code of the sample case in each state. */
export const sampleCaseKeys = Object.fromEntries(
  sampleCaseNames.map((name) => [name, { number: number(name), code: '826417' }]),
) as Record<SampleCaseName, CaseKey>;

/** Hours in which an office works, so that the entries of one day are told apart. */
const times = ['09:12:08', '10:20:00', '11:40:17', '15:05:31', '16:28:45'];

const moment = ({ on }: Step, index: number) => `${on}T${times[index % times.length] ?? ''}+08:00`;

/** The sample cases, each anew. */
export function keptCases(): KeptCase[] {
  return sampleCaseNames.map((name) => {
    const { steps, caseType = '2', ...story } = stories[name];
    const moments = steps.map(moment);
    return {
      line,
      ...story,
      number: number(name),
      caseType,
      events: steps.map((step, index) => ({
        ...step,
        seq: index + 1,
        at: moments[index] ?? '',
      })),
      submittedAt: moments[0] ?? '',
      changedAt: moments[moments.length - 1] ?? '',
      revision: 1,
    };
  });
}
