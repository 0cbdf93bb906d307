import { calendarChina } from '@open-info/contract/calendar-china';
import type { PublishedCalendar } from '@open-info/contract/calendar';
import { runClock } from '@open-info/contract/clock';
import type { Challenge } from '@open-info/contract/challenge';
import type {
  DeskAttachmentParams,
  DeskFiling,
  DeskMove,
  DeskPage,
  DeskParams,
  DeskQuery,
  DeskRequest,
  DeskRequestSummary,
  ReplyDraft,
} from '@open-info/contract/desk';
import type { Handoff, HandoffClaim, HandoffContent } from '@open-info/contract/handoffs';
import { maskName } from '@open-info/contract/masks';
import type { OutcomeList } from '@open-info/contract/outcomes';
import { findOutcome, outcomes, reportFormat } from '@open-info/contract/outcomes-table';
import { receiptNumber } from '@open-info/contract/receipt-number';
import type {
  RequestEvent,
  RequestEventKind,
  RequestStatus,
} from '@open-info/contract/request-events';
import type {
  ApplicantMove,
  AttachmentKey,
  ExpectedAction,
  Remedy,
  RequestAddition,
  RequestKey,
  RequestReceipt,
  RequestReply,
  RequestRules,
  RequestSubmission,
  RequestView,
} from '@open-info/contract/requests';
import { litigationUntil, reconsiderationUntil } from '@open-info/contract/review-period';
import type { Upload } from '@open-info/contract/uploads';
import type { Watched, WatchParams } from '@open-info/contract/watch';
import type { FileAnswer } from '../core/file-answer.ts';
import { problem } from './problem.ts';
import { keptRequests, sampleRequestKeys, sampleToday, type Kept } from './sample-requests.ts';
import { sampleOrgans } from './sample.ts';

/** What the operations around a request are asked and what they answer. */
export interface RequestOperations {
  'requests.rules': { answer: RequestRules };
  'requests.submit': { body: RequestSubmission; idempotencyKey: string; answer: RequestReceipt };
  'requests.track': { body: RequestKey; answer: RequestView };
  'requests.supplement': { body: RequestAddition; answer: RequestView };
  'requests.justify': { body: RequestAddition; answer: RequestView };
  'requests.withdraw': { body: RequestKey; answer: RequestView };
  'requests.undo': { body: RequestKey; answer: RequestView };
  'requests.attachment': { body: AttachmentKey; answer: FileAnswer };
  'uploads.create': { file: { name: string; type: string; size: number }; answer: Upload };
  'handoffs.create': { body: HandoffContent; answer: Handoff };
  'handoffs.claim': { body: HandoffClaim; answer: HandoffContent };
  'watch.get': { params: WatchParams; answer: Watched };
  'challenge.get': { answer: Challenge };
  'calendar.get': { answer: PublishedCalendar };
  'outcomes.list': { answer: OutcomeList };
  'desk.list': { query: DeskQuery; answer: DeskPage };
  'desk.get': { params: DeskParams; answer: DeskRequest };
  'desk.file': { body: DeskFiling; answer: RequestReceipt };
  'desk.move': { params: DeskParams; body: DeskMove; answer: DeskRequest };
  'desk.template': { params: DeskParams & { outcome: string }; answer: ReplyDraft };
  'desk.attachment': { params: DeskAttachmentParams; answer: FileAnswer };
}

/** How each operation is answered. */
export type RequestAnswers = {
  [K in keyof RequestOperations]: (
    asked: Omit<RequestOperations[K], 'answer'>,
  ) => RequestOperations[K]['answer'];
};

const updatedAt = `${sampleToday}T08:30:00+08:00`;
const { code } = sampleRequestKeys.submitted;

const rules: RequestRules = {
  uploads: {
    kinds: [
      { type: 'application/pdf', label: 'PDF 文档', extensions: ['.pdf'] },
      { type: 'image/jpeg', label: 'JPG 图片', extensions: ['.jpg', '.jpeg'] },
      { type: 'image/png', label: 'PNG 图片', extensions: ['.png'] },
    ],
    maxBytes: 10 * 1024 * 1024,
    maxCount: 5,
    maxTotalBytes: 20 * 1024 * 1024,
    keepMinutes: 24 * 60,
  },
  undoMinutes: 10,
  retentionDays: 730,
  policy: {},
  updatedAt,
};

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

/** What each event that ends or halts a request makes of it; any other makes it `confirmed`. */
const statusAfter: Partial<Record<RequestEventKind, RequestStatus>> = {
  submitted: 'submitted',
  undone: 'undone',
  supplementAsked: 'awaitingSupplement',
  justificationAsked: 'awaitingJustification',
  consultationSent: 'consultingThirdParty',
  feeNoticed: 'awaitingFee',
  replied: 'replied',
  transferAdvised: 'replied',
  corrected: 'corrected',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
  archived: 'archived',
};

const lastOf = ({ events }: Kept) => events.filter(({ kind }) => kind !== 'noted').pop();
const statusOf = (kept: Kept) => statusAfter[lastOf(kept)?.kind ?? ''] ?? 'confirmed';

const expectedFor: Partial<Record<RequestStatus, ExpectedAction['action']>> = {
  awaitingSupplement: 'supplement',
  awaitingJustification: 'justify',
  awaitingFee: 'pay',
};

function expectedOf(kept: Kept): ExpectedAction | undefined {
  const action = expectedFor[statusOf(kept)];
  const asked = lastOf(kept);
  return action && { action, by: asked?.dueOn, text: asked?.text, amount: asked?.amount };
}

const finished: RequestStatus[] = [
  ...['replied', 'corrected', 'withdrawn', 'undone', 'lapsed', 'archived'],
];

function applicantMovesOf(kept: Kept): ApplicantMove[] {
  const status = statusOf(kept);
  if (finished.includes(status)) return [];
  const expected = expectedFor[status];
  return [
    ...(status === 'submitted' ? ['undo'] : []),
    'withdraw',
    ...(expected === undefined || expected === 'pay' ? [] : [expected]),
  ];
}

function remediesOf(on: string, isFirst: boolean): Remedy[] {
  const until = reconsiderationUntil(calendarChina, on).date;
  const complaint: Remedy = {
    kind: 'complaint',
    text: '认为机关未按要求公开的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报（《政府信息公开条例》第五十一条）。',
  };
  if (isFirst) {
    const text =
      '对不予公开的决定不服的，应当先向武汉市江汉区人民政府申请行政复议（《行政复议法》第二十条、第二十三条）。';
    return [{ kind: 'reconsideration', text, until, first: true }, complaint];
  }
  return [
    {
      kind: 'reconsideration',
      text: '可以向武汉市江汉区人民政府申请行政复议（《行政复议法》第二十条）。',
      until,
    },
    {
      kind: 'litigation',
      text: '也可以向人民法院提起行政诉讼（《行政诉讼法》第四十六条）。',
      until: litigationUntil(calendarChina, on).date,
    },
    complaint,
  ];
}

function replyOf(kept: Kept): RequestReply | undefined {
  const ends = ['replied', 'transferAdvised', 'corrected'];
  const end = kept.events.find(({ kind }) => ends.includes(kind));
  if (!end) return undefined;
  const outcome = findOutcome(end.outcome ?? '');
  return {
    on: end.on,
    outcome: end.outcome ?? end.decision ?? '',
    label: outcome?.label.zh ?? '予以更正',
    articles: outcome?.articles ?? ['《政府信息公开条例》第四十一条'],
    text: end.text ?? '',
    attachments: kept.replyAttachments,
    remedies: remediesOf(end.on, outcome?.reviewFirst ?? false),
  };
}

function organOf(id: string) {
  const organ = sampleOrgans.find((one) => one.id === id) ?? sampleOrgans[0];
  if (!organ) throw new Error('the sample has no organ');
  return organ;
}

const clockOf = ({ events }: Kept) => runClock(events, calendarChina, sampleToday);

/** What both sides see of the clock; the fields that do not apply are left out. */
function timeOf(kept: Kept) {
  const { dueOn, daysLeft, provisional, state } = clockOf(kept);
  return {
    ...(dueOn !== undefined && { dueOn }),
    ...(daysLeft !== undefined && { daysLeft }),
    ...(provisional && { provisional }),
    ...(state === 'paused' && { paused: true }),
  };
}

const tagOf = ({ number, revision }: Kept) => `${number}.${revision}`;
const ticketOf = ({ number }: Kept) => `sample-ticket-${number}`;

function viewOf(kept: Kept): RequestView {
  const reply = replyOf(kept);
  const isNew = statusOf(kept) === 'submitted';
  return {
    number: kept.number,
    kind: kept.kind,
    status: statusOf(kept),
    organ: organOf(kept.organId),
    submittedAt: kept.submittedAt,
    undoUntil: isNew ? inMinutes(rules.undoMinutes) : kept.submittedAt,
    applicantName: nameOf(kept),
    applicantCategory: kept.applicant.category,
    sought: kept.sought,
    delivery: kept.delivery,
    attachments: kept.attachments,
    // A letter stands once, in the reply.
    events: kept.events.map(({ text, ...event }) =>
      text === undefined || text === reply?.text ? event : { ...event, text },
    ),
    policy: rules.policy,
    ...timeOf(kept),
    expected: expectedOf(kept),
    moves: applicantMovesOf(kept),
    reply,
    watch: { ticket: ticketOf(kept), tag: tagOf(kept), expiresAt: inMinutes(60) },
  };
}

const nameOf = ({ applicant: { category, name } }: Kept) =>
  category === 'person' ? maskName(name) : name;

function summaryOf(kept: Kept): DeskRequestSummary {
  const { daysLeft } = clockOf(kept);
  const { organId, sought, events } = kept;
  const { id, name } = organOf(organId);
  const { receivedOn, overdue } = clockOf(kept);
  return {
    number: kept.number,
    kind: kept.kind,
    status: statusOf(kept),
    organ: { id, name },
    channel: events[0]?.channel ?? 'online',
    applicantName: nameOf(kept),
    applicantCategory: kept.applicant.category,
    sought: sought.name ?? sought.documentNumber ?? (sought.description ?? '').slice(0, 60),
    submittedAt: kept.submittedAt,
    ...(receivedOn !== undefined && { receivedOn }),
    ...timeOf(kept),
    dueSoon: !overdue && daysLeft !== undefined && daysLeft <= 5,
    overdue: overdue && daysLeft !== undefined,
    ...(replyOf(kept) && { outcome: replyOf(kept)?.outcome }),
  };
}

/** The event each move of an officer writes down. */
const eventOf: Record<DeskMove['kind'], RequestEventKind> = {
  confirm: 'confirmed',
  askSupplement: 'supplementAsked',
  supplement: 'supplemented',
  askJustification: 'justificationAsked',
  justify: 'justified',
  consult: 'consultationSent',
  recordOpinion: 'consultationAnswered',
  extend: 'extended',
  noticeFee: 'feeNoticed',
  recordPayment: 'feePaid',
  reply: 'replied',
  adviseTransfer: 'transferAdvised',
  correct: 'corrected',
  withdraw: 'withdrawn',
  lapse: 'lapsed',
  recordReview: 'reviewFiled',
  archive: 'archived',
  note: 'noted',
};

function deskMovesOf(kept: Kept): string[] {
  const status = statusOf(kept);
  if (status === 'submitted') return ['confirm', 'withdraw', 'note'];
  if (finished.includes(status)) return ['recordReview', 'archive', 'note'];
  const closing = kept.kind === 'correction' ? ['correct'] : ['reply', 'adviseTransfer'];
  return ['askSupplement', 'consult', 'extend', 'noticeFee', ...closing, 'withdraw', 'note'];
}

function deskRequestOf(kept: Kept): DeskRequest {
  const { applicant, contact, sought, correction, assistance, agent } = kept;
  return {
    ...summaryOf(kept),
    particulars: { applicant, contact, agent, sought, correction, assistance },
    delivery: kept.delivery,
    dictated: false,
    events: kept.events,
    policy: rules.policy,
    attachments: kept.attachments,
    replyAttachments: kept.replyAttachments,
    moves: deskMovesOf(kept),
    requestsThisMonth: 1,
  };
}

const notFound = () => problem(404, 'not-found', '没有找到这件申请，请核对编号和查询码');

/** A page that says what it is: enough to be saved and opened. */
function fileOf({ name, type }: { name: string; type: string }): FileAnswer {
  return { blob: new Blob([`示例文件：${name}`], { type }), name, type };
}

/** A sample office: what is filed with it or moved there is seen by whoever asks next. */
export function openOffice(): RequestAnswers {
  const requests = new Map(keptRequests().map((kept) => [kept.number, kept]));
  const receipts = new Map<string, RequestReceipt>();
  const handoffs = new Map<string, string>();
  let serial = 500;

  const find = (number: string): Kept => {
    const kept = requests.get(number);
    if (!kept) throw notFound();
    return kept;
  };
  const open = (key: RequestKey): Kept => {
    if (key.code !== code) throw notFound();
    return find(key.number);
  };
  const write = (kept: Kept, event: Omit<RequestEvent, 'seq' | 'at' | 'on'>, on = sampleToday) => {
    const seq = kept.events.length + 1;
    kept.events.push({ ...event, seq, on, at: `${on}T17:00:00+08:00` });
    kept.revision++;
  };
  const moved = (kind: RequestEventKind) => (asked: { body: RequestKey & { text?: string } }) => {
    const kept = open(asked.body);
    const { text } = asked.body;
    write(kept, { kind, by: 'applicant', ...(text !== undefined && { text }) });
    return viewOf(kept);
  };
  const file = (filed: RequestSubmission | DeskFiling): RequestReceipt => {
    const number = receiptNumber(2026, ++serial);
    const channel = 'channel' in filed ? filed.channel : 'online';
    const on = 'arrivedOn' in filed ? filed.arrivedOn : sampleToday;
    const { kind, organId, applicant, contact, agent, sought, correction, delivery } = filed;
    const at = `${on}T10:00:00+08:00`;
    const kept: Kept = {
      ...{ number, kind, organId, applicant, contact, agent, sought, correction, delivery },
      attachments: [],
      replyAttachments: [],
      events: [{ seq: 1, kind: 'submitted', by: 'applicant', on, at, channel }],
      submittedAt: at,
      revision: 1,
    };
    requests.set(number, kept);
    const { undoUntil, organ, events } = viewOf(kept);
    return { number, code, kind, organ, channel, submittedAt: at, undoUntil, events };
  };

  return {
    'requests.rules': () => rules,
    'requests.submit': ({ body, idempotencyKey }) => {
      const receipt = receipts.get(idempotencyKey) ?? file(body);
      receipts.set(idempotencyKey, receipt);
      return receipt;
    },
    'requests.track': ({ body }) => viewOf(open(body)),
    'requests.supplement': moved('supplemented'),
    'requests.justify': moved('justified'),
    'requests.withdraw': moved('withdrawn'),
    'requests.undo': moved('undone'),
    'requests.attachment': ({ body }) => {
      const { attachments, replyAttachments } = open(body);
      const found = [...attachments, ...replyAttachments].find(({ id }) => id === body.id);
      if (!found) throw notFound();
      return fileOf(found);
    },
    'uploads.create': ({ file: { name, type, size } }) => ({
      token: `sample-upload-${++serial}`,
      name,
      type: type || 'application/pdf',
      size,
      expiresAt: inMinutes(rules.uploads.keepMinutes),
    }),
    'handoffs.create': ({ body }) => {
      const id = `sample-handoff-${++serial}`;
      handoffs.set(id, body.sealed);
      return { id, expiresAt: inMinutes(10) };
    },
    'handoffs.claim': ({ body }) => {
      const sealed = handoffs.get(body.id);
      if (sealed === undefined) throw problem(404, 'not-found', '已经取走或者已经过期');
      handoffs.delete(body.id);
      return { sealed };
    },
    'watch.get': ({ params }) => {
      const kept = [...requests.values()].find((one) => ticketOf(one) === params.ticket);
      if (!kept) throw notFound();
      return { tag: tagOf(kept) };
    },
    'challenge.get': () => ({
      algorithm: 'SHA-256',
      // Of salt and 7.
      challenge: '1c64fae2d21667dd7e9ca17c2ddc2f343c96995fdc116c8414c5b59591f496b9',
      salt: 'sample?expires=4102444800&',
      maxnumber: 100,
      signature: 'sample',
      expiresAt: inMinutes(20),
      required: false,
    }),
    'calendar.get': () => ({ ...calendarChina, updatedAt }),
    'outcomes.list': () => ({ items: [...outcomes], reportFormat, updatedAt }),
    'desk.list': ({ query }) => listOf([...requests.values()], query),
    'desk.get': ({ params }) => deskRequestOf(find(params.number)),
    'desk.file': ({ body }) => file(body),
    'desk.move': ({ params, body }) => {
      const kept = find(params.number);
      if (!deskMovesOf(kept).includes(body.kind)) {
        throw problem(409, 'illegal-move', '这件申请现在不能这样办理');
      }
      const { kind, on, ...said } = body;
      write(kept, { ...said, kind: eventOf[kind], by: 'organ' }, on);
      return deskRequestOf(kept);
    },
    'desk.template': ({ params }) => {
      const outcome = findOutcome(params.outcome);
      find(params.number);
      if (!outcome) throw problem(404, 'not-found', '没有这个办理结果');
      const { places, template } = outcome;
      const text = template.replace(/\{(\w+)\}/g, '〔$1〕');
      return { outcome: outcome.code, text, open: places.map((place) => `〔${place}〕`) };
    },
    'desk.attachment': ({ params }) => {
      const { attachments, replyAttachments } = find(params.number);
      const found = [...attachments, ...replyAttachments].find(({ id }) => id === params.id);
      if (!found) throw notFound();
      return fileOf(found);
    },
  };
}

function listOf(all: readonly Kept[], query: DeskQuery): DeskPage {
  const { state = 'open', due, organ, status, limit = 20, cursor = '0' } = query;
  const isOpen = (kept: Kept) => !finished.includes(statusOf(kept));
  const seen = all.filter((kept) => organ === undefined || kept.organId === organ);
  const chosen = seen
    .filter((kept) => state === 'all' || isOpen(kept) === (state === 'open'))
    .map(summaryOf)
    .filter((one) => !status?.length || status.includes(one.status))
    .filter((one) => due === undefined || (due === 'soon' ? one.dueSoon : one.overdue))
    .sort((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity));
  const from = Number(cursor);
  const open = seen.filter(isOpen).map(summaryOf);
  const count = (holds: (one: DeskRequestSummary) => boolean | undefined) =>
    open.filter((one) => holds(one) === true).length;
  return {
    items: chosen.slice(from, from + limit),
    ...(from + limit < chosen.length && { next: String(from + limit) }),
    total: chosen.length,
    asOf: sampleToday,
    updatedAt,
    counts: {
      open: open.length,
      dueSoon: count(({ dueSoon }) => dueSoon),
      overdue: count(({ overdue }) => overdue),
      paused: count(({ paused }) => paused),
      unconfirmed: count((one) => one.status === 'submitted'),
    },
  };
}
