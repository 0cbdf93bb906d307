/** What a theme is called. */
export interface ThemeName {
  /** As in `theme="…"`, `data-oi-theme="…"` and the name of its file. */
  name: string;
  zh: string;
  en: string;
}

export const neutral = { name: 'neutral', zh: '素雅', en: 'Neutral' } as const;
export const blue = { name: 'blue', zh: '政务蓝', en: 'Government blue' } as const;
export const red = { name: 'red', zh: '政务红', en: 'Government red' } as const;
export const contrast = { name: 'contrast', zh: '高对比度', en: 'High contrast' } as const;
export const host = { name: 'host', zh: '随网页', en: 'As the page' } as const;

/** Every theme; the first holds where none is named, and needs no file. */
export const themeNames: readonly ThemeName[] = [neutral, blue, red, contrast, host];

/** In a frame there is no page to take the look of. */
export const framedThemes: readonly ThemeName[] = [neutral, blue, red, contrast];
