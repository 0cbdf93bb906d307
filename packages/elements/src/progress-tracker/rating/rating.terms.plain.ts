import type { PlainWords } from '../../controllers/terms.ts';
import type { RatingTerms } from './rating.terms.ts';

/** 大白话 of a rating. */
export const plain: PlainWords<RatingTerms> = {
  'zh-CN': {
    title: '办得好不好（好差评）',
    intro: '想评就评，不评也不影响办事。一件事评一次，交了不能改。',
    level: '这次办得您满意吗？',
    levelMissing: '请在五个里面选一个。',
    reasons: '哪里让您不满意？',
    reasonsHint: '可以选几个，也可以不选。',
    send: '交上去',
    sending: '正在交…',
    failedTitle: '没有交上去',
    kept: '您选的都还在，请再试一次。',
    ratedBefore: '这件事您已经评过了，一件事评一次。',
  },
  en: {
    title: 'Was it well done?',
    intro: 'Only if you like: it changes nothing for your matter. Once for each, and for good.',
    send: 'Send it',
  },
};
