import type { FailureCause } from '../base/failure.ts';
import type { Words } from '../controllers/terms.ts';
import type { EntryField, Step } from './entry.ts';

/** Words for the known codes; an unknown code is shown as it came. */
type Names = Readonly<Record<string, string>>;

/** Every word of `<oi-request-form>`. A host page may replace any of them by `terms`. */
export interface RequestFormTerms {
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
  expected: (message: string, expected: string) => string;
  labels: Record<EntryField, string>;
  hints: Partial<Record<EntryField, string>>;
  organisationName: string;
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
  person: string;
  organisation: string;
  applicantIs: string;
  categories: Names;
  identityKinds: Names;
  agentLead: string;
  privacyTitle: string;
  privacy: (organ: string, days: number | undefined) => readonly string[];
  contactTitle: string;
  contactLead: string;
  deliveryForms: Names;
  deliveryWays: Names;
  onSiteNote: string;
  needs: Names;
  checkLead: string;
  nothingGiven: string;
  change: string;
  submit: string;
  submitNote: (minutes: number | undefined) => string;
  verifying: string;
  sending: string;
  waitingOffline: string;
  waitingRetry: string;
  waitingText: string;
  tryNow: string;
  cancelSubmit: string;
  cancelledMaybe: string;
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
  unfinished: string;
  clear: string;
  clearSure: string;
  clearNo: string;
  receiptTitle: string;
  receiptLead: (organ: string) => string;
  number: string;
  code: string;
  codeNote: string;
  submittedAt: string;
  organ: string;
  undo: (minutes: number) => string;
  undoLead: string;
  undone: string;
  undoneText: string;
  again: string;
  another: string;
  noService: string;
  loading: string;
  website: string;
}

const zh: RequestFormTerms = {
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
  expected: (message, expected) => `${message}。${expected}`,
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
  organisationName: '单位名称',
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
  person: '个人',
  organisation: '单位',
  applicantIs: '申请人是',
  categories: {
    person: '公民个人',
    business: '商业企业',
    research: '科研机构',
    socialOrganization: '社会公益组织',
    legalService: '法律服务机构',
    otherOrganization: '其他单位',
  },
  identityKinds: {
    residentId: '居民身份证',
    creditCode: '统一社会信用代码',
    passport: '护照',
    hkMacaoPermit: '港澳居民来往内地通行证或者居住证',
    taiwanPermit: '台湾居民来往大陆通行证或者居住证',
    foreignResident: '外国人永久居留身份证',
    other: '其他证件',
  },
  agentLead: '请把委托书作为附件在第 1 步上传，或者交给机关。',
  privacyTitle: '填写前请知悉：怎样处理您的个人信息',
  privacy: (organ, days) => [
    `由谁处理：${organ || '您申请的机关'}，为履行《政府信息公开条例》第二十九条的法定职责。`,
    '处理什么：姓名、证件号码（敏感个人信息）、联系方式，只用于登记、办理、答复这件申请；条例要求用身份证明确认申请人，不填就无法受理。',
    days === undefined
      ? '保存多久：办结后保存到规定的期限，到期删除。'
      : `保存多久：办结后 ${days % 365 === 0 ? `${days / 365} 年` : `${days} 天`}，到期删除。`,
    '怎样保护：加密保存，不公开，只有办理人员能看到。您可以查阅、更正，请联系该机关的信息公开工作机构（《个人信息保护法》第十七条、第三十条、第三十五条）。',
  ],
  contactTitle: '联系方式',
  contactLead: '电话、电子邮箱、通信地址，至少填一种。',
  deliveryForms: { electronic: '电子文件', paper: '纸质文件', onSite: '当场查阅、抄录' },
  deliveryWays: {
    online: '在网上查看（用申请编号和查询码）',
    email: '发到电子邮箱',
    post: '邮寄',
    pickUp: '自己去取',
    fax: '传真（号码写在电话一栏）',
  },
  onSiteNote: '机关会与您约定时间，请到信息公开工作机构查阅、抄录。',
  needs: {
    largePrint: '大字版',
    readAloud: '朗读',
    signLanguage: '手语',
    braille: '盲文',
    fillIn: '代为填写',
    other: '其他',
  },
  checkLead: '请核对下面的内容，需要改的点“修改”。',
  nothingGiven: '没有填写',
  change: '修改',
  submit: '提交申请',
  submitNote: (minutes) =>
    minutes === undefined ? '提交后会得到申请编号和查询码。' : `提交后 ${minutes} 分钟内可以撤销。`,
  verifying: '正在进行安全验证，无需操作…',
  sending: '正在提交…',
  waitingOffline: '网络断开了，申请还没有提交',
  waitingRetry: '连接不上，申请还没有得到回执',
  waitingText: '您填写的内容都在。网络恢复后会自动提交，只提交一次。请不要关闭这个页面。',
  tryNow: '马上再试',
  cancelSubmit: '取消提交',
  cancelledMaybe: '已停止提交。如果刚才其实已经送达，再次提交也只会登记一次。',
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
  unfinished:
    '上次提交后没有收到回执。请再点一次“提交申请”：已经登记的，会给出同一个回执，不会重复。',
  clear: '清空',
  clearSure: '清空填写的全部内容？',
  clearNo: '不清空',
  receiptTitle: '申请已提交',
  receiptLead: (organ) => `${organ}会确认收到，并在规定期限内答复。`,
  number: '申请编号',
  code: '查询码',
  codeNote: '请抄下或者打印。查询码只在这里显示一次，查询进度时要用。',
  submittedAt: '提交时间',
  organ: '受理机关',
  undo: (minutes) => `撤销申请（还有 ${minutes} 分钟）`,
  undoLead: '填错了？现在撤销，就像没有提交过。',
  undone: '申请已撤销',
  undoneText:
    '机关不会办理这份申请，刚才的申请编号和查询码已经作废。您填写的内容还在，可以改好再提交；附件要重新选择。',
  again: '修改后重新提交',
  another: '再填一份申请',
  noService: '这里还没有接上数据服务，请告诉网站工作人员。',
  loading: '正在读取…',
  website: '网址（请不要填写）',
};

/** English is fetched where a page asks for it; most visitors never do. */
export const requestFormTerms: Words<RequestFormTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./request-form.terms.en.ts')).en,
};
