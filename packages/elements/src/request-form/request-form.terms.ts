import type { FailureCause } from '../base/failure.ts';
import type { ElderTerms } from '../controllers/elder-terms.ts';
import type { Words } from '../controllers/terms.ts';
import type { EntryField, Step } from './entry.ts';
import type { FurtherTerms } from './parts/further.terms.ts';

/** Words of the first step and of what stands around every one. */
export interface FirstTerms extends ElderTerms {
  heading: Record<'disclosure' | 'correction', string>;
  lead: Record<'disclosure' | 'correction', string>;
  progress: (at: number, of: number) => string;
  steps: Record<Step, string>;
  back: string;
  next: string;
  optional: string;
  separator: string;
  tooMany: (over: number) => string;
  faultsTitle: (count: number) => string;
  labels: Record<EntryField, string>;
  hints: Partial<Record<EntryField, string>>;
  askedOrgan: (organ: string) => string;
  organSearch: string;
  organCount: (count: number) => string;
  organNone: string;
  changeOrgan: string;
  organsFailed: string;
  retry: string;
  soughtTitle: Record<'disclosure' | 'correction', string>;
  soughtEither: string;
  attachments: Record<'disclosure' | 'correction', string>;
  submit: string;
  failedTitle: string;
  failedText: Record<FailureCause, string>;
  keyReused: string;
  challengeFailed: string;
  requestId: (id: string) => string;
  kept: string;
  saved: (time: string) => string;
  restored: (time: string) => string;
  restoredNumbers: string;
  restoredFiles: string;
  clear: string;
  clearSure: string;
  clearNo: string;
  receiptTitle: string;
  undone: string;
  noService: string;
  loading: string;
  website: string;
}

/** Every word of `<oi-request-form>`. A host page may replace any of them by `terms`. */
export interface RequestFormTerms extends FirstTerms, FurtherTerms {}

const zh: FirstTerms = {
  heading: { disclosure: '政府信息公开申请', correction: '政府信息更正申请' },
  lead: {
    disclosure:
      '公民、法人和其他组织都可以申请获取政府信息，一般不收费，也不用说明用途（《政府信息公开条例》第二十七条、第二十九条、第四十二条）。',
    correction:
      '政府机关记录的、与您自己有关的信息不准确时，可以要求更正，请附上证据（《政府信息公开条例》第四十一条）。',
  },
  progress: (at, of) => `第 ${at} 步，共 ${of} 步`,
  steps: {
    sought: '您需要什么信息',
    applicant: '您是谁',
    delivery: '怎样答复您',
    check: '核对',
    receipt: '回执',
  },
  back: '上一步',
  next: '下一步',
  optional: '选填',
  separator: '、',
  tooMany: (over) => `内容太长，多了 ${over} 个字`,
  faultsTitle: (count) => `有 ${count} 处需要改正`,
  labels: {
    organId: '向哪个机关申请',
    'sought.name': '信息的名称',
    'sought.documentNumber': '文号',
    'sought.description': '其他描述',
    'correction.wrong': '哪里记录得不准确',
    'correction.right': '正确的内容和证据',
    'applicant.category': '单位类别',
    'applicant.name': '姓名',
    'applicant.identity.kind': '证件种类',
    'applicant.identity.number': '证件号码',
    'applicant.representative': '法定代表人或者负责人姓名',
    agent: '我是代理人，替申请人填写',
    'agent.name': '代理人姓名',
    'agent.identity.kind': '代理人证件种类',
    'agent.identity.number': '代理人证件号码',
    'agent.phone': '代理人电话',
    'contact.person': '联系人',
    'contact.phone': '电话',
    'contact.email': '电子邮箱',
    'contact.address': '通信地址',
    'contact.postcode': '邮政编码',
    'delivery.form': '希望得到什么形式的信息',
    'delivery.way': '怎样拿到',
    'assistance.needs': '需要哪些帮助',
    'assistance.note': '帮助的具体要求',
  },
  hints: {
    'sought.name': '文件、数据或者记录叫什么。不知道准确名称，写您知道的就行。',
    'sought.documentNumber': '例如：江政规〔2024〕3号',
    'sought.description': '时间、地点、事项等，能帮助工作人员找到它的都可以写。',
    'correction.wrong': '写明是哪一份信息、哪一处。',
    'correction.right': '写明正确的内容，以及用什么证明。证明材料请在下面上传。',
    'applicant.identity.kind': '外国护照等其他证件也可以。',
    'contact.phone': '方便机关确认收到申请、询问不清楚的地方。',
    'assistance.needs':
      '阅读困难或者有视听障碍的，机关应当提供必要的帮助（《条例》第四十三条）。不需要就不用选。',
  },
  askedOrgan: (organ) => `向${organ}申请`,
  organSearch: '输入机关名称查找',
  organCount: (count) => `有 ${count} 个机关`,
  organNone: '没有这个名称的机关，请换一个词。',
  changeOrgan: '换一个机关',
  organsFailed: '暂时读取不到机关名单。已填写的内容都在。',
  retry: '重新读取',
  soughtTitle: { disclosure: '所需信息', correction: '要更正的信息' },
  soughtEither: '名称、文号、其他描述，至少填一项。',
  attachments: { disclosure: '附件', correction: '证据材料' },
  submit: '提交申请',
  failedTitle: '没有成功',
  failedText: {
    offline: '您的设备没有连接网络。',
    unreachable: '连接不上服务，请稍后再试。',
    timeout: '等待时间过长，服务没有回应。请再试一次，不会重复登记。',
    busy: '提交的人太多，请过一会儿再试。',
    fault: '服务出了故障，请稍后再试。',
    refused: '服务没有接受这份申请，请核对内容后再试。',
    gone: '没有找到要申请的机关，请重新选择。',
    unreadable: '服务的回答读不出来。请再试一次，不会重复登记。',
  },
  keyReused: '刚才那一份已经登记，而内容后来改过。请再点一次“提交申请”，作为新的一份提交。',
  challengeFailed: '安全验证没有完成，请再试一次。',
  requestId: (id) => `问题编号：${id}（联系工作人员时请告诉这个编号）`,
  kept: '您填写的内容都在。',
  saved: (time) =>
    `${time} 已保存在这台设备上，30 天内有效；证件号码和附件只保存到关闭页面为止。公用电脑请用完后清空。`,
  restored: (time) => `已恢复 ${time} 保存的内容`,
  restoredNumbers: '证件号码没有保存，请重新填写。',
  restoredFiles: '附件请重新选择。',
  clear: '清空',
  clearSure: '清空填写的全部内容？',
  clearNo: '不清空',
  receiptTitle: '申请已提交',
  undone: '申请已撤销',
  noService: '这里还没有接上数据服务，请告诉网站工作人员。',
  loading: '正在读取…',
  website: '网址（请不要填写）',
};

/** English is fetched where a page asks for it; most visitors never do. */
export const firstTerms: Words<FirstTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./request-form.terms.en.ts')).en,
  plain: () => import('./request-form.terms.plain.ts'),
};
