import type { PlainWords } from '../controllers/terms.ts';
import type { ReceiptTerms } from './receipt/receipt.terms.ts';
import type { RequestFormTerms } from './request-form.terms.ts';

/**
 * 大白话 of the form. What must be known before personal data are given (《个人信息保护法》第十七条)
 * stays to the letter.
 */
export const plain: PlainWords<RequestFormTerms & ReceiptTerms> = {
  'zh-CN': {
    otherTools: '更多',
    moreFields: '还可以填写（不填也行）',
    heading: {
      disclosure: '向政府要信息（信息公开申请）',
      correction: '请政府改正信息（更正申请）',
    },
    lead: {
      disclosure:
        '谁都可以向政府要信息，个人、单位都行。一般不收钱，也不用说要来做什么（《政府信息公开条例》第二十七条、第二十九条、第四十二条）。',
      correction:
        '政府记录的、和您自己有关的信息不对，可以要求改正。请附上证明（《政府信息公开条例》第四十一条）。',
    },
    faultsTitle: (count) => `有 ${count} 个地方要改`,
    labels: {
      organId: '向哪个政府部门要',
      'sought.documentNumber': '文件的编号（文号）',
      'sought.description': '还知道些什么',
      'correction.right': '正确的应该是什么，有什么证明',
      'applicant.category': '哪一类单位',
      'applicant.identity.kind': '用哪种证件',
      agent: '我替别人填（代理人）',
      'contact.address': '收信的地址',
      'delivery.form': '要电子的还是纸的',
      'assistance.note': '要怎么帮',
    },
    hints: {
      'sought.name': '文件、数据或者记录叫什么。说不准名称，知道什么写什么。',
      'sought.description': '什么时候、什么地方、什么事，写了好找。',
      'contact.phone': '部门好告诉您收到了；有不清楚的，好问您。',
      'assistance.needs':
        '看字、看东西或者听声音不方便的，政府部门应当帮您（《条例》第四十三条）。不需要就不用选。',
    },
    askedOrgan: (organ) => `向${organ}要`,
    organSearch: '写政府部门的名字',
    organCount: (count) => `有 ${count} 个部门`,
    organNone: '没有叫这个名字的部门，请换一个词。',
    changeOrgan: '换一个部门',
    organsFailed: '暂时看不到部门名单。您填的都还在。',
    soughtTitle: { disclosure: '您要的信息', correction: '要改正的信息' },
    soughtEither: '名称、文号、还知道些什么，至少填一项。',
    attachments: { disclosure: '要附上的文件', correction: '证明' },
    receiptTitle: '申请交上去了',
    agentLead: '请把委托书在第 1 步附上，或者交给那个部门。',
    privacyTitle: '填写前请看：怎样处理您的个人信息',
    contactTitle: '怎么找到您',
    deliveryForms: { onSite: '到现场看、抄' },
    onSiteNote: '部门会和您约好时间，您到信息公开工作机构看、抄。',
    checkLead: '请看看下面对不对，要改的点“修改”。',
    receiptLead: (organ) => `${organ}会告诉您收到了，再按规定的时间答复。`,
    organ: '由谁办（受理机关）',
    another: '再要一份别的信息',
    nextConfirm:
      '部门会和您确认收到了申请，确认那天就是收到申请的日子（《条例》第三十一条）。请留意电话和邮件。',
    nextNotCounted:
      '周末和法定节假日不算；去问第三方或者别的部门意见的时间不算；请您补充的（补正），收到补充后重新算（《条例》第三十条、第三十三条）。',
    nextProvisional: '有的日子还没有公布放不放假，所以日期可能会变。',
    saveFile: '存成文件',
  },
  en: {
    otherTools: 'More',
    moreFields: 'You may also fill in (not needed)',
    heading: {
      disclosure: 'Ask the government for information',
      correction: 'Ask to have a record put right',
    },
    labels: {
      organId: 'Which office',
      'sought.description': 'What else you know',
      'applicant.identity.kind': 'Which document',
      'delivery.form': 'On screen or on paper',
    },
    changeOrgan: 'Another office',
    receiptTitle: 'Your request is on its way',
    contactTitle: 'How to reach you',
  },
};
