import type { PlainWords } from '../controllers/terms.ts';
import type { AttachmentTerms } from './beside/attachment.terms.ts';
import type { OfferTerms } from './beside/offer.terms.ts';
import type { HallTerms } from './hall/hall.terms.ts';
import type { ReceiptTerms } from './receipt/receipt.terms.ts';
import type { RequestFormTerms } from './request-form.terms.ts';

/**
 * 大白话 of the form. What must be known before personal data are given (《个人信息保护法》第十七条)
 * stays to the letter.
 */
export const plain: PlainWords<
  RequestFormTerms & OfferTerms & AttachmentTerms & HallTerms & ReceiptTerms
> = {
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
    publicTitle: '这些可能早就公开了，不用申请',
    publicLead: '点开看看是不是您要的。不是的话，接着往下填。',
    otherOrgan: (organ, asked) =>
      asked === undefined
        ? `这类信息一般归${organ}管。`
        : `这类信息一般归${organ}管，您现在选的是${asked}。`,
    askThatOrgan: (organ) => `改成向${organ}要`,
    misfitTitle: '哪些事填这张表办不了',
    misfits: {
      petition:
        '投诉、举报、信访：请找信访部门，或者打 12345。写在这里，不会当成信息公开申请来办（《条例》第三十九条）。',
      analysis:
        '想请部门替您统计、汇总、分析，或者有问题想问：部门只给现成的信息（《条例》第三十八条）。有问题请打 12345。',
      publication:
        '报纸、杂志、书：部门会告诉您到哪里找（《条例》第三十九条），也可以直接去图书馆、档案馆看。',
    },
    attachmentRules: (kinds, each, count, total) =>
      `可以传这几种：${kinds}。一个不超过 ${each}，最多 ${count} 个，加起来不超过 ${total}。`,
    chooseFiles: '选要传的文件',
    uploading: (name, percent) => `正在传${name}，${percent}%`,
    uploaded: '传好了',
    cancelUpload: (name) => `不传了：${name}`,
    removeFile: (name) => `去掉：${name}`,
    remove: '去掉',
    cancel: '不传了',
    fileFaults: {
      kind: (kinds) => `这种文件传不了。可以传：${kinds}`,
      size: (most) => `文件太大，一个不能超过 ${most}`,
      total: (most) => `文件加起来太大，不能超过 ${most}`,
      count: (most) => `最多传 ${most} 个文件`,
      empty: '这个文件里什么都没有，请换一个',
      failed: '没有传上，请去掉它，再选一次',
    },
    stillUploading: '文件还没传完，请等一等；不想传，就点“不传了”',
    brokenFile: '有文件没有传上，请去掉它，或者再选一次',
    rulesFailed: '暂时不知道能传哪些文件，现在传不了。',
    arriving: '正在取您在大厅填的内容…',
    arrived: '您在大厅填的内容都过来了，请接着填。',
    arrivalFailed:
      '没有取到您在大厅填的内容：二维码只能用一次，过十分钟就不能用了。请再扫一次，或者在这里重新填。',
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
    publicTitle: 'Look here first: you may not have to ask',
    publicLead: 'Open one to see whether it is what you want. If not, just go on.',
    otherOrgan: (organ, asked) =>
      asked === undefined
        ? `${organ} usually deals with this.`
        : `${organ} usually deals with this. You are asking ${asked}.`,
    misfits: {
      petition:
        'A complaint or a report: go to the petition office or call 12345. Here it is not treated as a request for information (art. 39).',
      analysis:
        'Work done for you, or an answer to a question: the office gives only what it has already (art. 38). Call 12345 with questions.',
      publication:
        'Newspapers, magazines and books: the office only says where to find them (art. 39). Libraries and archives have them.',
    },
    attachmentRules: (kinds, each, count, total) =>
      `You may add ${kinds}. Each file up to ${each}, up to ${count} files, up to ${total} in all.`,
    uploaded: 'Done',
    fileFaults: {
      kind: (kinds) => `We cannot take this kind of file. We take: ${kinds}`,
      size: (most) => `The file is too big; at most ${most}`,
      total: (most) => `The files are too big together; at most ${most}`,
      empty: 'There is nothing in this file; choose another one',
      failed: 'It did not go through; remove it and choose it again',
    },
    stillUploading: 'A file is still on its way: wait for it, or press “Stop”',
    brokenFile: 'A file did not go through: remove it, or choose it again',
    rulesFailed: 'We cannot tell now which files we take, so none can be added.',
    arrived: 'Here is what you wrote in the hall. Please go on.',
  },
};
