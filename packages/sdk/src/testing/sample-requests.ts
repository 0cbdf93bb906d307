import { addWorkdays } from '@open-info/contract/calendar-days';
import { calendarChina } from '@open-info/contract/calendar-china';
import type { Particulars } from '@open-info/contract/desk';
import { findOutcome } from '@open-info/contract/outcomes-table';
import { receiptNumber } from '@open-info/contract/receipt-number';
import type { RequestEvent } from '@open-info/contract/request-events';
import type { Delivery, RequestKey, RequestKind, Sought } from '@open-info/contract/requests';
import type { Attachment } from '@open-info/contract/uploads';

/** States a request can be seen in. */
export const sampleRequestNames = [
  'submitted',
  'confirmed',
  'awaitingSupplement',
  'awaitingJustification',
  'consultingThirdParty',
  'awaitingFee',
  'extended',
  'disclosed',
  'refused',
  'corrected',
  'withdrawn',
  'lapsed',
] as const;
export type SampleRequestName = (typeof sampleRequestNames)[number];

/** The day the sample requests are looked at. */
export const sampleToday = '2026-11-20';

/** A request as the sample office keeps it. */
export interface Kept extends Particulars {
  number: string;
  kind: RequestKind;
  organId: string;
  delivery: Delivery;
  attachments: Attachment[];
  replyAttachments: Attachment[];
  events: RequestEvent[];
  submittedAt: string;
  /** Counts its changes. */
  revision: number;
}

type Step = Omit<RequestEvent, 'seq' | 'at' | 'by'> & { by?: RequestEvent['by'] };

/** Hours in which an office works, so that the days of a log are told apart by more than the date. */
const times = ['09:12:08', '10:20:00', '15:05:31', '11:40:17', '16:28:45'];

const moment = (on: string, index: number) => `${on}T${times[index % times.length] ?? ''}+08:00`;

function logOf(steps: readonly Step[]): RequestEvent[] {
  return steps.map((step, index) => ({
    by: step.kind === 'submitted' ? 'applicant' : 'organ',
    ...step,
    seq: index + 1,
    at: moment(step.on, index),
  }));
}

const workdaysAfter = (date: string, count: number) => addWorkdays(calendarChina, date, count).date;

const submitted = (on: string): Step => ({ kind: 'submitted', on, channel: 'online' });
const confirmed = (on: string): Step => ({ kind: 'confirmed', on });

const letter = (code: string, found: string, places: Record<string, string>) =>
  (findOutcome(code)?.template ?? '').replace(
    /\{(\w+)\}/g,
    (_, name: string) =>
      ({
        applicant: '申请人',
        sought: found,
        reconsiderationDays: '60',
        litigationMonths: '6',
        reviewOrgan: '武汉市江汉区人民政府',
        court: '有管辖权的人民法院',
        contact: '区政务公开办公室，电话 027-00000000（示例）',
        ...places,
      })[name] ?? '',
  );

const pdf = (id: string, name: string, size: number): Attachment => ({
  id,
  name,
  type: 'application/pdf',
  size,
});

interface Story {
  organId: string;
  /** Invented. */
  applicant: string;
  sought: Sought;
  steps: Step[];
  kind?: RequestKind;
  correction?: Particulars['correction'];
  attachments?: Attachment[];
  replyAttachments?: Attachment[];
}

const stories: Record<SampleRequestName, Story> = {
  submitted: {
    organId: 'education',
    applicant: '程示例',
    sought: {
      name: '2026年江汉区小学招生范围调整方案',
      description: '涉及示例路小学招生范围调整的会议纪要或者方案文本。',
    },
    steps: [submitted('2026-11-20')],
  },
  confirmed: {
    organId: 'civil-affairs',
    applicant: '欧阳示范',
    sought: { name: '2025年度城乡居民最低生活保障审核确认情况统计' },
    steps: [submitted('2026-11-09'), confirmed('2026-11-10')],
  },
  awaitingSupplement: {
    organId: 'civil-affairs',
    applicant: '陈样本',
    sought: { description: '想了解社区养老的全部材料。' },
    steps: [
      submitted('2026-10-28'),
      confirmed('2026-10-29'),
      {
        kind: 'supplementAsked',
        on: '2026-11-05',
        dueOn: '2026-11-26',
        text: '您申请的内容不够明确。请写明所需信息的名称、文号，或者年份、社区名称等便于查找的特征。',
      },
    ],
  },
  awaitingJustification: {
    organId: 'justice',
    applicant: '林示例',
    sought: { name: '2020年至2026年法律援助案件逐月统计' },
    steps: [
      submitted('2026-11-03'),
      confirmed('2026-11-04'),
      {
        kind: 'justificationAsked',
        on: '2026-11-12',
        dueOn: '2026-11-27',
        text: '您本年度申请公开的数量、频次明显超过合理范围，请说明理由。',
      },
    ],
  },
  consultingThirdParty: {
    organId: 'education',
    applicant: '张样本',
    sought: { name: '示例路小学校舍改造工程中标合同', documentNumber: '江教合〔2026〕示例3号' },
    attachments: [pdf('a-1', '招标公告截图.pdf', 184_320)],
    steps: [
      submitted('2026-10-26'),
      confirmed('2026-10-27'),
      {
        kind: 'consultationSent',
        on: '2026-11-09',
        consulted: 'thirdParty',
        text: '您申请的信息涉及第三方合法权益，我局已书面征求第三方意见，所需时间不计入答复期限。',
      },
    ],
  },
  awaitingFee: {
    organId: 'justice',
    applicant: '何示范',
    sought: { name: '2016年至2025年行政复议决定书（全部）' },
    steps: [
      submitted('2026-10-29'),
      confirmed('2026-10-30'),
      {
        kind: 'feeNoticed',
        on: '2026-11-12',
        amount: 30_000,
        dueOn: workdaysAfter('2026-11-12', 20),
        text: '按量计收信息处理费300元。请在期限内缴纳；逾期未缴纳的，视为放弃申请。',
      },
    ],
  },
  extended: {
    organId: 'public-security',
    applicant: '吴示例',
    sought: { name: '2025年辖区道路监控点位设置依据' },
    steps: [
      submitted('2026-10-12'),
      confirmed('2026-10-13'),
      {
        kind: 'extended',
        on: '2026-11-06',
        workdays: 20,
        text: '因所需信息保存在多个单位，检索和审核需要更多时间，经本机关政府信息公开工作机构负责人同意，延长答复期限。',
      },
    ],
  },
  disclosed: {
    organId: 'civil-affairs',
    applicant: '孙样本',
    sought: { name: '2026年江汉区养老服务补贴发放标准' },
    replyAttachments: [
      pdf('r-1', '养老服务补贴发放标准.pdf', 362_112),
      {
        id: 'r-2',
        name: '补贴发放明细（已作区分处理）.xlsx',
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        size: 48_640,
      },
    ],
    steps: [
      submitted('2026-10-19'),
      confirmed('2026-10-20'),
      {
        kind: 'replied',
        on: '2026-11-10',
        outcome: 'disclosed',
        text: letter('disclosed', '2026年江汉区养老服务补贴发放标准', {
          organ: '武汉市江汉区民政局',
          receivedOn: '2026年10月20日',
          provision: '见附件。',
        }),
      },
    ],
  },
  refused: {
    organId: 'education',
    applicant: '马示例',
    sought: { name: '示例路小学2025年教师个人考核材料' },
    steps: [
      submitted('2026-10-13'),
      confirmed('2026-10-14'),
      {
        kind: 'consultationSent',
        on: '2026-10-19',
        consulted: 'thirdParty',
        text: '您申请的信息涉及第三方合法权益，我局已书面征求第三方意见，所需时间不计入答复期限。',
      },
      { kind: 'consultationAnswered', on: '2026-10-28', of: 3 },
      {
        kind: 'replied',
        on: '2026-11-11',
        outcome: 'thirdPartyRights',
        text: letter('thirdPartyRights', '示例路小学2025年教师个人考核材料', {
          organ: '武汉市江汉区教育局',
          receivedOn: '2026年10月14日',
          reason: '第三方不同意公开，且不公开不会对公共利益造成重大影响。',
        }),
      },
    ],
  },
  corrected: {
    organId: 'civil-affairs',
    applicant: '周示范',
    kind: 'correction',
    sought: { name: '本人婚姻登记档案中的出生日期' },
    correction: {
      wrong: '登记档案中的出生日期写成了11月7日。',
      right: '应为11月17日，以户口簿为准。',
    },
    steps: [
      submitted('2026-10-21'),
      confirmed('2026-10-22'),
      {
        kind: 'corrected',
        on: '2026-11-04',
        decision: 'corrected',
        text: '经核实，您反映的情况属实，已予以更正。',
      },
    ],
  },
  withdrawn: {
    organId: 'education',
    applicant: '郑样本',
    sought: { name: '2026年秋季学期校外培训机构名单' },
    steps: [
      submitted('2026-11-02'),
      confirmed('2026-11-03'),
      { kind: 'withdrawn', on: '2026-11-06', by: 'applicant' },
    ],
  },
  lapsed: {
    organId: 'civil-affairs',
    applicant: '冯示例',
    sought: { description: '关于补贴的文件。' },
    steps: [
      submitted('2026-09-14'),
      confirmed('2026-09-15'),
      {
        kind: 'supplementAsked',
        on: '2026-09-18',
        dueOn: '2026-10-15',
        text: '请写明是哪一项补贴、哪一年的文件。',
      },
      { kind: 'lapsed', on: '2026-10-16', by: 'service', outcome: 'supplementLapsed' },
    ],
  },
};

const number = (name: SampleRequestName) =>
  receiptNumber(2026, 101 + sampleRequestNames.indexOf(name));

/** Number and code of the sample request in each state. */
export const sampleRequestKeys = Object.fromEntries(
  sampleRequestNames.map((name) => [name, { number: number(name), code: 'K7M3Q-9TXWP' }]),
) as Record<SampleRequestName, RequestKey>;

/** The sample requests, each anew. */
export function keptRequests(): Kept[] {
  return sampleRequestNames.map((name) => {
    const { organId, applicant, sought, steps, ...other } = stories[name];
    const events = logOf(steps);
    return {
      number: number(name),
      kind: other.kind ?? 'disclosure',
      organId,
      applicant: {
        category: 'person',
        name: applicant,
        identity: { kind: 'passport', number: 'E00000000' },
      },
      contact: { phone: '027-00000000', email: 'name@example.com' },
      sought,
      ...(other.correction && { correction: other.correction }),
      delivery: { form: 'electronic', way: 'online' },
      attachments: other.attachments ?? [],
      replyAttachments: other.replyAttachments ?? [],
      events,
      submittedAt: moment(steps[0]?.on ?? sampleToday, 0),
      revision: 1,
    };
  });
}
