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
    soughtEither: '名称、编号、还知道些什么，至少填一项。',
    attachments: { disclosure: '要附上的文件', correction: '证明' },
    receiptTitle: '申请交上去了',
    keyReused: '刚才那份已经登记了，后来内容又改过。请再点一次“提交申请”，当成新的一份交上去。',
    challengeFailed: '安全检查没有做完，请再试一次。',
    failedTitle: '没有办成',
    failedText: {
      offline: '您的手机或者电脑没有连上网。',
      unreachable: '现在连不上，请过一会儿再试。',
      timeout: '等了很久没有回音。请再试一次，不会登记两次。',
      busy: '现在交申请的人太多，请过一会儿再试。',
      fault: '这里出了毛病，请过一会儿再试。',
      refused: '这份申请没有收下，请看看哪里要改，再试一次。',
      gone: '没有找到您要问的部门，请重新选。',
      unreadable: '收到的回答读不出来。请再试一次，不会登记两次。',
    },
    requestId: (id) => `问题编号：${id}（问工作人员的时候，请告诉这个编号）`,
    kept: '您填的都还在。',
    saved: (time) =>
      `${time} 存在这台设备上了，存 30 天；证件号码和文件，关掉页面就不存了。公用的电脑，用完请清空。`,
    restored: (time) => `${time} 填的内容又找回来了`,
    restoredNumbers: '证件号码没有存，请再填一次。',
    restoredFiles: '文件请再选一次。',
    clearSure: '填的都不要了？',
    clearNo: '留着',
    undone: '申请已经撤回',
    refused: '这一项没有收下，请看看再交',
    submitNote: (minutes) =>
      minutes === undefined
        ? '交上去以后，会给您申请编号和查询码。'
        : `交上去以后，${minutes} 分钟里可以撤回。`,
    verifying: '正在做安全检查，您不用动…',
    waitingOffline: '没有网了，申请还没有交上去',
    waitingRetry: '连不上，还没有收到回执',
    waitingText: '您填的都还在。有网以后会自己交上去，只交一次。请不要关掉这个页面。',
    tryNow: '现在再试',
    cancelSubmit: '先不交了',
    cancelledMaybe: '已经停下。要是刚才其实交到了，再交一次也只登记一份。',
    unfinished:
      '上次交了以后没有收到回执。请再点一次“提交申请”：已经登记的，还是那一份回执，不会多一份。',
    codeNote: '请抄下来或者打印。查询码只在这里显示一次，查进度要用。',
    undo: (minutes) => `撤回申请（还有 ${minutes} 分钟）`,
    undoLead: '填错了？现在撤回，就像没有交过。',
    undoneText:
      '部门不会办这份申请，刚才的申请编号和查询码不能用了。您填的都还在，改好可以再交；文件要重新选。',
    again: '改好再交',
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
    saveCalendar: '记到日历里',
    nextDue: (confirmed, due) =>
      confirmed === undefined || due === undefined
        ? '从收到申请的第二天算起，20 个工作日里答复（《条例》第三十三条）。'
        : `从收到申请的第二天算起，20 个工作日里答复（《条例》第三十三条）：要是 ${confirmed} 确认，最晚 ${due} 答复。`,
    nextExtend: '来不及的，最多再加 20 个工作日，部门会告诉您为什么（《条例》第三十三条）。',
    nextCorrection:
      '能改的部门查清楚就改，并告诉您；不归它改的，转给能改的部门，或者告诉您找谁（《条例》第四十一条）。',
    followTitle: '怎样看办到哪一步了',
    followText: '打开查进度的网页，填申请编号和查询码就能看，也可以打电话问。',
    followLink: '去看办到哪一步了',
    qrText: '扫一扫看办到哪一步，还要填查询码',
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
    moreFields: 'More you may fill in',
    heading: {
      disclosure: 'Ask the government for information',
      correction: 'Ask to have a record put right',
    },
    lead: {
      disclosure:
        'Anyone may ask the government for information. It is usually free, and you need not say why (Regulations on Open Government Information, art. 27, 29, 42).',
      correction:
        'Is something wrong in what an office keeps about you? You may ask to have it put right. Please add proof (Regulations on Open Government Information, art. 41).',
    },
    steps: {
      sought: 'What do you want to know?',
      applicant: 'Who are you?',
      delivery: 'How do we answer you?',
      check: 'Is everything right?',
      receipt: 'Your receipt',
    },
    faultsTitle: (count) =>
      count === 1 ? 'Please change one thing' : `Please change ${count} things`,
    labels: {
      organId: 'Which office',
      'sought.name': 'What is it called?',
      'sought.description': 'What else do you know?',
      'correction.wrong': 'What is wrong?',
      'correction.right': 'What would be right, and how can you prove it?',
      'applicant.identity.kind': 'Which document',
      'applicant.identity.number': 'Its number',
      agent: 'I fill this in for someone else (as their agent)',
      'agent.identity.kind': 'Which document of the agent',
      'agent.identity.number': 'Its number',
      'contact.address': 'Address for letters',
      'delivery.form': 'On screen or on paper',
      'delivery.way': 'How do you get it?',
      'assistance.needs': 'Do you need help?',
      'assistance.note': 'How can we help?',
    },
    hints: {
      'sought.name': 'A document, figures or a record. If you are not sure, write what you know.',
      'sought.description': 'When, where, what about: it helps us to find it.',
      'contact.phone': 'So that we can tell you we have it, and ask what is not clear.',
      'assistance.needs':
        'If reading, seeing or hearing is hard for you, the office has to help (art. 43). Otherwise leave it out.',
    },
    organSearch: 'Write the name of the office',
    organCount: (count) => (count === 1 ? 'One office' : `${count} offices`),
    organNone: 'No office has this name; try another word.',
    changeOrgan: 'Another office',
    organsFailed: 'We cannot show the offices now. What you wrote is still here.',
    soughtTitle: { disclosure: 'What you want', correction: 'What should be put right' },
    soughtEither: 'Its name, its number, or what else you know: at least one of them.',
    attachments: { disclosure: 'Files to add', correction: 'Proof' },
    failedTitle: 'It did not work',
    failedText: {
      offline: 'Your phone or computer is not on the network.',
      unreachable: 'We cannot connect now; please try again later.',
      timeout: 'There was no answer. Try again: nothing is filed twice.',
      fault: 'Something is wrong on our side; please try again later.',
      refused: 'We could not take this request. Look at what has to be changed, then try again.',
      gone: 'We did not find the office; please choose again.',
    },
    receiptTitle: 'Your request is on its way',
    agentLead:
      'Please add the letter that lets you act for them at step 1, or hand it to the office.',
    contactTitle: 'How can we reach you?',
    contactLead: 'Telephone, e-mail or address: at least one of them.',
    onSiteNote: 'The office will agree a time with you. Then you can read and copy there.',
    checkLead: 'Please read this once more. Press "Change" where something is wrong.',
    nothingGiven: 'Left empty',
    waitingOffline: 'No network: your request has not been sent yet',
    waitingRetry: 'No connection: you have no receipt yet',
    waitingText:
      'What you wrote is still here. It goes out by itself when there is a network, and only once. Please do not close this page.',
    cancelSubmit: 'Not now',
    receiptLead: (organ) =>
      `${organ} will tell you that it has your request, then answer in the time the law sets.`,
    codeNote:
      'Write both down, or print them. We show the code only here and only once. You need it later.',
    organ: 'Office',
    undoLead: 'A mistake? Take it back now, and it is as if it was never sent.',
    undone: 'Your request is taken back',
    undoneText:
      'The office will not deal with it. Its number and code no longer work. What you wrote is still here: change it and send it again. Please choose the files again.',
    again: 'Change it and send it again',
    another: 'Ask for something else',
    nextConfirm:
      'The office tells you that it has your request. That day counts as the day of receipt (art. 31). Look out for calls and e-mail.',
    nextDue: (confirmed, due) =>
      confirmed === undefined || due === undefined
        ? 'You get an answer within 20 working days, counted from the day after (art. 33).'
        : `You get an answer within 20 working days, counted from the day after (art. 33): if that day is ${confirmed}, by ${due}.`,
    nextNotCounted:
      'Weekends and public holidays do not count, nor does the time others are asked. If you are asked for more, it starts again when you have sent it (art. 30, 33).',
    nextExtend:
      'If it takes longer, it is 20 working days more at most, and the office tells you why (art. 33).',
    followTitle: 'How far is it?',
    followText: 'Open the page for progress and fill in number and code, or call the office.',
    followLink: 'See how far it is',
    qrText: 'Scan to see how far it is. You need the code there.',
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
    stillUploading: 'A file is still on its way: wait for it, or press "Stop"',
    brokenFile: 'A file did not go through: remove it, or choose it again',
    rulesFailed: 'We cannot tell now which files we take, so none can be added.',
    arrived: 'Here is what you wrote in the hall. Please go on.',
  },
};
