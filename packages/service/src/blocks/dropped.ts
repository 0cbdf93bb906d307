import type { Words } from '@open-info/contract/words';

/** What a text does not keep on its way into blocks, and why. */
export const droppedWords = {
  script: { zh: '脚本', en: 'scripts' },
  handler: { zh: '事件属性', en: 'event handlers' },
  style: { zh: '样式', en: 'styles' },
  form: { zh: '表单和控件', en: 'forms and controls' },
  embedded: { zh: '内嵌的框架、音视频或图形', en: 'embedded frames, media or drawings' },
  navigation: { zh: '导航、侧栏和页脚', en: 'navigation, side matter and footers' },
  hidden: { zh: '不显示的文字', en: 'text that is not shown' },
  deleted: { zh: '修订中已删除的文字', en: 'text that a revision has deleted' },
  comment: { zh: '批注', en: 'comments' },
  trackingPixel: { zh: '跟踪像素', en: 'tracking pixels' },
  foreignResource: { zh: '站外资源', en: 'resources of other hosts' },
  unsafeLink: { zh: '不安全的链接', en: 'unsafe links' },
  unresolvedLink: {
    zh: '相对链接，未给出原网页地址，无法还原',
    en: 'relative links that cannot be completed without the address of the page',
  },
  missingFile: { zh: '没有随文件提供的图片或附件', en: 'pictures or files that were not given' },
  unsupportedFile: { zh: '不收的图片或附件格式', en: 'pictures or files of a kind not taken' },
  beyondLimit: { zh: '超出篇幅上限的内容', en: 'text beyond the limit of length' },
} as const satisfies Record<string, Words>;

export type DroppedKind = keyof typeof droppedWords;

/** Something that was left out, how often, and the first examples as plain text. */
export interface Dropped {
  kind: DroppedKind;
  count: number;
  examples: string[];
}

const mostExamples = 3;
const longestExample = 80;

/** Counts what is left out. */
export class DropCount {
  private readonly found = new Map<DroppedKind, Dropped>();

  note(kind: DroppedKind, example = ''): void {
    const entry = this.found.get(kind) ?? { kind, count: 0, examples: [] };
    this.found.set(kind, entry);
    entry.count += 1;
    if (entry.examples.length >= mostExamples) return;
    const shown = exampleOf(example);
    if (shown !== '' && !entry.examples.includes(shown)) entry.examples.push(shown);
  }

  /** Counts what was left out before. */
  add(dropped: readonly Dropped[]): void {
    for (const { kind, count, examples } of dropped) {
      if (count === 0) continue;
      for (const example of examples.slice(0, count)) this.note(kind, example);
      const entry = this.found.get(kind) ?? { kind, count: 0, examples: [] };
      this.found.set(kind, entry);
      entry.count += count - Math.min(count, examples.length);
    }
  }

  list(): Dropped[] {
    return [...this.found.values()];
  }
}

/** Goes to a terminal, so nothing in it may steer one. */
function exampleOf(text: string): string {
  const plain = text
    .slice(0, longestExample * 2)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  const characters = [...plain];
  return characters.length > longestExample
    ? `${characters.slice(0, longestExample).join('')}…`
    : plain;
}
