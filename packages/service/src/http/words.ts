/** A sentence for people, in Chinese and in English. */
export interface Words {
  zh: string;
  en: string;
}

/** Languages the service speaks. */
export type Language = keyof Words;

/** Chinese unless the caller ranks English above it in `Accept-Language`. */
export function languageOf(header: string | null | undefined): Language {
  if (!header) return 'zh';
  let best: Language = 'zh';
  let rank = 0;
  for (const part of header.split(',')) {
    const [tag = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const language = tag.startsWith('zh') ? 'zh' : tag.startsWith('en') ? 'en' : undefined;
    if (!language) continue;
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const value = weight ? Number(weight.slice(2)) : 1;
    if (value > rank) {
      best = language;
      rank = value;
    }
  }
  return best;
}
