import type { FaultTerms } from '../../base/faults.ts';

/** Words for the known codes; an unknown code is shown as it came. */
type Names = Readonly<Record<string, string>>;

/** Words of the second step and those behind it; the Chinese ones come with their code. */
export interface FurtherTerms extends FaultTerms {
  organisationName: string;
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
  submitNote: (minutes: number | undefined) => string;
  verifying: string;
  sending: string;
  waitingOffline: string;
  waitingRetry: string;
  waitingText: string;
  tryNow: string;
  cancelSubmit: string;
  cancelledMaybe: string;
  unfinished: string;
  receiptLead: (organ: string) => string;
  number: string;
  code: string;
  codeNote: string;
  submittedAt: string;
  organ: string;
  undo: (minutes: number) => string;
  undoLead: string;
  undoneText: string;
  again: string;
  another: string;
}

/** The English ones stand with those that are shown first, in one file. */
export const furtherTerms: FurtherTerms = {
  expected: (message, expected) => `${message}。${expected}`,
  refused: '服务没有接受这一项，请核对后再提交',
  organisationName: '单位名称',
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
  unfinished:
    '上次提交后没有收到回执。请再点一次“提交申请”：已经登记的，会给出同一个回执，不会重复。',
  receiptLead: (organ) => `${organ}会确认收到，并在规定期限内答复。`,
  number: '申请编号',
  code: '查询码',
  codeNote: '请抄下或者打印。查询码只在这里显示一次，查询进度时要用。',
  submittedAt: '提交时间',
  organ: '受理机关',
  undo: (minutes) => `撤销申请（还有 ${minutes} 分钟）`,
  undoLead: '填错了？现在撤销，就像没有提交过。',
  undoneText:
    '机关不会办理这份申请，刚才的申请编号和查询码已经作废。您填写的内容还在，可以改好再提交；附件要重新选择。',
  again: '修改后重新提交',
  another: '再填一份申请',
};
