import type { PlainWords } from '../controllers/terms.ts';
import type { PlainCardTerms } from './plain-card.terms.ts';

/** 大白话 of the card; what stands on paper is the same for everybody. */
export const plain: PlainWords<PlainCardTerms> = {
  'zh-CN': {
    otherTools: '更多',
    picture: '存成图片',
    drawing: '存成放大也清楚的图片（SVG）',
    copyByHand: '这里不能自动复制，请选中下面的文字自己复制：',
    pictureFailed: '图片没有做成，请试试另一种图片，或者复制文字。',
  },
  en: {
    otherTools: 'More',
    picture: 'Save as a picture',
  },
};
