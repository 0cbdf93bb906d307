import { createTransport, type Transporter } from 'nodemailer';
import type { Change } from './change.ts';

/** How offices are told by mail. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password. */
  smtpUrl: string;
  from: string;
  /** Instead of the address of each organ's disclosure office. */
  to?: string | undefined;
}

const timeoutMs = 10_000;

/** What happened to a request, as the subject of a mail says it. */
const requestEvents: Record<string, string> = {
  submitted: '收到新申请',
  undone: '申请人撤销提交',
  confirmed: '确认收到申请',
  supplementAsked: '告知补正',
  supplemented: '申请人已补正',
  justificationAsked: '要求说明理由',
  justified: '申请人已说明理由',
  consultationSent: '征求意见',
  consultationAnswered: '收到意见',
  extended: '延期',
  feeNoticed: '告知收费',
  feePaid: '已缴费',
  replied: '已答复',
  transferAdvised: '告知向有关机关提出',
  corrected: '更正处理',
  withdrawn: '撤回',
  lapsed: '视为放弃',
  reviewFiled: '复议或者诉讼',
  archived: '归档',
  noted: '内部记录',
};

const draftStages: Record<string, string> = {
  drafting: '退回修改',
  unitHead: '待部门负责人审核',
  office: '待办公室审核和保密审查',
  signer: '待签发',
  signed: '已签发，待印发或者发布',
  issued: '已印发，待发布',
};

interface Wording {
  title: string;
  /** What `subject` of the change is. */
  number: string;
  events: Record<string, string>;
  /** What the letter does not hold. */
  without: string;
}

const ofEditing = (title: string, number: string, events: Record<string, string>): Wording => ({
  title,
  number,
  events,
  without: '文件内容',
});

const wordings: Record<Change['kind'], Wording> = {
  'request.changed': {
    title: '政府信息公开申请',
    number: '申请编号',
    events: requestEvents,
    without: '申请人信息',
  },
  'case.changed': {
    title: '办件评价',
    number: '办件编号',
    events: { ratedBadly: '收到差评，请在十五个工作日内核实整改并答复' },
    without: '申请人信息和评价内容',
  },
  'draft.changed': ofEditing('公文和解读拟稿', '拟稿编号', draftStages),
  'release.changed': ofEditing('政策发布', '发布编号', { published: '已发布' }),
  'review.changed': ofEditing('公开属性定期评估', '文件编号', { due: '到期，请评估' }),
  'cleanup.changed': ofEditing('文件清理', '清理编号', { published: '清理结果已公布' }),
};

const timeInShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A letter to an office. */
export interface Letter {
  id: string;
  to: string;
  subject: string;
  text: string;
  headers?: Record<string, string> | undefined;
}

/** What a mail says: number, organ, event, time and where to look; nothing of a person or a text. */
export function letterOf(
  { kind, subject, event, at }: Change,
  organName: string,
  link: string | undefined,
): Pick<Letter, 'subject' | 'text'> {
  const { title, number, events, without } = wordings[kind];
  const what = events[event] ?? event;
  const lines = [
    `${number}：${subject}`,
    `承办机关：${organName}`,
    `办理情况：${what}`,
    `时间：${timeInShanghai.format(new Date(at))}`,
    ...(link === undefined ? [] : [`办理：${link}`]),
    '',
    `本邮件由系统发出，不含${without}，请勿回复。`,
  ];
  return { subject: `${title} ${subject}：${what}`, text: lines.join('\n') };
}

/** Sends mail through the configured server. */
export class Mailer {
  private readonly from: string;
  private readonly domain: string;
  private readonly transport: Transporter;

  constructor({ smtpUrl, from }: MailSettings) {
    this.from = from;
    this.domain = from.slice(from.lastIndexOf('@') + 1).replace(/>.*$/, '');
    this.transport = createTransport({
      url: smtpUrl,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
      // A letter holds no files, and must not be made to read any.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** @throws Error of the server or the network when the letter was not accepted */
  async send({ id, to, subject, text, headers }: Letter): Promise<void> {
    await this.transport.sendMail({
      from: this.from,
      to,
      subject,
      text,
      // A server that has accepted it before recognises it.
      messageId: `<${id}@${this.domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated', ...headers },
      signal: AbortSignal.timeout(2 * timeoutMs),
    });
  }

  close(): void {
    this.transport.close();
  }
}
