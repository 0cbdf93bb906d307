import type { Attributes } from './tags.ts';

/** What of the look of an element says something about its text. */
export interface Appearance {
  strong?: boolean | undefined;
  align?: 'start' | 'center' | 'end' | undefined;
  hidden: boolean;
}

/** Longer styles say nothing more about text. */
const readStyle = 2_000;

const strongTags = new Set(['b', 'strong', 'th']);
const alignments = {
  left: 'start',
  start: 'start',
  center: 'center',
  right: 'end',
  end: 'end',
} as const;

export function appearanceOf(tag: string, attributes: Attributes): Appearance {
  const style = (attributes.get('style') ?? '').slice(0, readStyle).toLowerCase();
  const weight = property(style, 'font-weight');
  return {
    strong: weight === undefined ? strongTags.has(tag) || undefined : isBold(weight),
    align: alignmentOf(property(style, 'text-align') ?? attributes.get('align') ?? implied(tag)),
    hidden:
      attributes.has('hidden') ||
      property(style, 'display') === 'none' ||
      property(style, 'mso-hide') === 'all',
  };
}

/** Width and height a picture is shown with, in pixels, where they are given. */
export function shownSize(attributes: Attributes): { width?: number; height?: number } {
  const style = (attributes.get('style') ?? '').slice(0, readStyle).toLowerCase();
  const length = (name: 'width' | 'height') =>
    /^\d{1,5}(?:\.\d{1,3})?(?=px$|$)/.exec(
      property(style, name) ?? attributes.get(name)?.trim() ?? '',
    )?.[0];
  const [width, height] = [length('width'), length('height')];
  return {
    ...(width === undefined ? {} : { width: Number(width) }),
    ...(height === undefined ? {} : { height: Number(height) }),
  };
}

function property(style: string, name: string): string | undefined {
  if (!style.includes(name)) return undefined;
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0 && declaration.slice(0, colon).trim() === name) {
      return declaration
        .slice(colon + 1)
        .replace('!important', '')
        .trim();
    }
  }
  return undefined;
}

const isBold = (weight: string) => weight.startsWith('bold') || Number(weight) >= 600;

const implied = (tag: string) => (tag === 'center' ? 'center' : undefined);

function alignmentOf(text: string | undefined): Appearance['align'] {
  const key = text?.trim().toLowerCase() ?? '';
  return Object.hasOwn(alignments, key) ? alignments[key as keyof typeof alignments] : undefined;
}
