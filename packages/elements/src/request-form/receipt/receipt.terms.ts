import type { Language } from '../../controllers/terms.ts';

/** Words of the receipt beyond number and code; in both languages, for they are fetched when they are needed. */
export interface ReceiptTerms {
  nextTitle: string;
  nextConfirm: string;
  nextDue: (confirmed?: string, due?: string) => string;
  nextNotCounted: string;
  nextExtend: string;
  nextProvisional: string;
  nextCorrection: string;
  followTitle: string;
  followText: string;
  followLink: string;
  qrLabel: string;
  qrText: string;
  print: string;
  saveFile: string;
  saveCalendar: string;
  calendarTitle: (number: string) => string;
  calendarText: string;
  fileName: (number: string) => string;
}

export const receiptTerms: Readonly<Record<Language, ReceiptTerms>> = {
  'zh-CN': {
    nextTitle: '接下来',
    nextConfirm:
      '机关会与您确认收到申请，确认的那天就是收到申请的日子（《条例》第三十一条）。请留意电话和邮件。',
    nextDue: (confirmed, due) =>
      confirmed === undefined || due === undefined
        ? '从收到申请的第二天起算，20 个工作日内答复（《条例》第三十三条）。'
        : `从收到申请的第二天起算，20 个工作日内答复（《条例》第三十三条）：如果在 ${confirmed} 确认，最晚 ${due} 答复。`,
    nextNotCounted:
      '法定节假日和周末不算；征求第三方或者其他机关意见的时间不算；要您补正的，收到补正后重新计算（《条例》第三十条、第三十三条）。',
    nextExtend: '需要延长的，最多再延长 20 个工作日，机关会告诉您理由（《条例》第三十三条）。',
    nextProvisional: '其中有的日子还没有公布放假安排，日期是暂定的。',
    nextCorrection:
      '有权更正的机关核实后更正并告诉您；没有权更正的，转给有权的机关或者告诉您向谁提出（《条例》第四十一条）。',
    followTitle: '怎样查进度',
    followText: '在办理进度查询页输入申请编号和查询码，也可以打电话问受理机关。',
    followLink: '去查办理进度',
    qrLabel: '打开办理进度查询页的二维码',
    qrText: '扫码查进度，还要输入查询码',
    print: '打印回执',
    saveFile: '保存为文件',
    saveCalendar: '加到日历',
    calendarTitle: (number) => `政府信息公开申请 ${number} 答复期限（预计）`,
    calendarText: '按机关在规定期限内确认收到推算，实际日期以办理进度查询为准。',
    fileName: (number) => `申请回执-${number}`,
  },
  en: {
    nextTitle: 'What happens next',
    nextConfirm:
      'The organ confirms receipt with you; that day is the day of receipt (art. 31). Please watch your telephone and mail.',
    nextDue: (confirmed, due) =>
      confirmed === undefined || due === undefined
        ? 'It answers within 20 workdays, counted from the day after receipt (art. 33).'
        : `It answers within 20 workdays, counted from the day after receipt (art. 33): confirmed on ${confirmed}, the answer is due by ${due}.`,
    nextNotCounted:
      'Holidays and weekends do not count, nor does the time others are consulted; if you are asked to supplement, it starts afresh with the supplement (art. 30, 33).',
    nextExtend:
      'It may be extended once by at most 20 workdays; the organ tells you why (art. 33).',
    nextProvisional:
      ' The holidays of some of these days are not published yet, so the date is provisional.',
    nextCorrection:
      'An organ that may correct the record does so after checking and tells you; another passes it on or tells you whom to ask (art. 41).',
    followTitle: 'How to follow it',
    followText: 'Enter number and code on the page for progress, or call the organ.',
    followLink: 'Go to the page for progress',
    qrLabel: 'Code that opens the page for progress',
    qrText: 'Scan to follow it; the query code is asked there',
    print: 'Print the receipt',
    saveFile: 'Save as a file',
    saveCalendar: 'Add to calendar',
    calendarTitle: (number) => `Answer to request ${number} due (expected)`,
    calendarText: 'Reckoned as if receipt is confirmed in time; what the progress page says holds.',
    fileName: (number) => `request-receipt-${number}`,
  },
};
