import type { Language } from '../../controllers/terms.ts';

/** Words of a hall screen, and of taking a form from it to a phone; in both languages, for they are fetched when they are needed. */
export interface HallTerms {
  wipe: string;
  idleTitle: string;
  idleText: (seconds: number) => string;
  idleStay: string;
  kioskHint: string;
  handoff: string;
  handoffLoading: string;
  handoffTitle: string;
  handoffText: (until: string) => string;
  handoffQr: string;
  handoffDone: string;
  handoffBack: string;
  handoffFailed: string;
  arriving: string;
  arrived: string;
  arrivalFailed: string;
}

export const hallTerms: Readonly<Record<Language, HallTerms>> = {
  'zh-CN': {
    wipe: '结束并清除',
    idleTitle: '您还在吗？',
    idleText: (seconds) => `${seconds} 秒后清除您填写的全部内容。点一下屏幕就可以继续。`,
    idleStay: '我还在，继续',
    kioskHint:
      '点一下方框就可以打字。要上传附件的，请换到手机上填写。离开前请点“结束并清除”；没有人操作时，内容会自动清除。',
    handoff: '换到手机上继续填写',
    handoffLoading: '正在准备二维码…',
    handoffTitle: '用手机扫码，接着填写',
    handoffText: (until) =>
      `二维码在 ${until} 前有效，只能用一次。已经填写的内容加密后转到您的手机上，网站看不到。`,
    handoffQr: '扫描后在手机上继续填写的二维码',
    handoffDone: '手机上已经打开，清除这台机器上的内容',
    handoffBack: '还是在这里填写',
    handoffFailed: '没有准备好二维码，请再试一次，或者就在这里填写。',
    arriving: '正在取回大厅屏上填写的内容…',
    arrived: '已接上大厅屏上填写的内容，请继续。',
    arrivalFailed:
      '没有取到大厅屏上填写的内容：二维码只能用一次，十分钟内有效。请重新扫码，或者在这里重新填写。',
  },
  en: {
    wipe: 'Finish and clear',
    idleTitle: 'Are you still there?',
    idleText: (seconds) =>
      `In ${seconds} seconds everything you wrote is cleared. Touch the screen to go on.`,
    idleStay: 'I am here, go on',
    kioskHint:
      'Touch a box to write. To upload files, go on with your phone. Choose "Finish and clear" before you leave; when nobody touches the screen everything is cleared by itself.',
    handoff: 'Go on with my phone',
    handoffLoading: 'Preparing the code…',
    handoffTitle: 'Scan with your phone and go on there',
    handoffText: (until) =>
      `The code holds until ${until} and works once. What you wrote goes to your phone encrypted; the service cannot read it.`,
    handoffQr: 'Code to go on with the form on a phone',
    handoffDone: 'It is on my phone, clear this screen',
    handoffBack: 'Go on here',
    handoffFailed: 'The code could not be prepared. Try again, or go on here.',
    arriving: 'Fetching what you wrote on the hall screen…',
    arrived: 'This is what you wrote on the hall screen. Please go on.',
    arrivalFailed:
      'What you wrote on the hall screen was not found: a code works once and for ten minutes. Scan again, or begin here.',
  },
};
